// Which changes to a good charter are refused, and that each error says where and how.
#include <QtTest>

#include "tests/core/policy/charter_edits.h"

using namespace foreword;
using namespace foreword::fixture;

class TestCharterRefusals : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void refuses_data();
    void refuses();
    void allErrorsAtOnce();
    void everyErrorSaysWhereAndHow();
    void aValueOfALongListIsFoundByItsLine();
    void theValueIsShown_data();
    void theValueIsShown();
    void hostileText_data();
    void hostileText();
};

void TestCharterRefusals::refuses_data()
{
    QTest::addColumn<QString>("from");
    QTest::addColumn<QString>("to");
    QTest::addColumn<int>("code");
    const auto row = [](const char* name, const char* from, const char* to, ErrorCode code) {
        QTest::newRow(name) << QString(from) << QString(to) << static_cast<int>(code);
    };
    using enum ErrorCode;
    row("no TOML", "version = \"1.2\"", "version = ", toml_syntax);
    row("unknown key on top", "version = \"1.2\"", "version = \"1.2\"\nnotes = \"x\"", toml_key_unknown);
    row("unknown key in a rule", "rank = \"P0\"", "rank = \"P0\"\ncolour = \"red\"", toml_key_unknown);
    row("unknown key in when", "{ all = [\"danger\"] }", "{ all = [\"danger\"], none = [\"grief\"] }", toml_key_unknown);
    row("unknown key in until", "until = { days = 90 }", "until = { days = 90, hours = 3 }", toml_key_unknown);
    row("unknown key in a test", "kind = \"support\"", "kind = \"support\"\nchannel = \"email\"", toml_key_unknown);
    row("unknown signal", "all = [\"danger\"]", "all = [\"danger\", \"angry\"]", charter_unknown_signal);
    row("unknown signal in a test", "{ danger = \"suspected\" }", "{ danger = \"suspected\", angry = \"suspected\" }",
        charter_unknown_signal);
    row("unknown kind", "kinds = [\"upsell\"]", "kinds = [\"upsell\", \"gift\"]", charter_unknown_kind);
    row("unknown kind in a test", "kind = \"support\"", "kind = \"gift\"", charter_unknown_kind);
    row("rule id twice", "id = \"grief\"", "id = \"complaint\"", charter_duplicate_id);
    row("rule id of the fail-closed hold", "id = \"grief\"", "id = \"fail_closed\"", charter_duplicate_id);
    row("test name twice", "name = \"grief\"", "name = \"complaint\"", charter_duplicate_id);
    row("no title", "title = \"Grief\"\n", "", toml_value_missing);
    row("no sentence", "say = \"A loss.\"\n", "", toml_value_missing);
    row("no rank", "rank = \"P0\"\n", "", toml_value_missing);
    row("no condition", "when = { all = [\"grief\"] }\n", "", toml_value_missing);
    row("empty title", "title = \"Grief\"", "title = \"\"", toml_value_bad);
    row("line break in a title", "title = \"Grief\"", "title = \"Gr\\nief\"", toml_value_bad);
    row("unknown rank", "rank = \"P0\"", "rank = \"P9\"", toml_value_bad);
    row("unknown verdict", "offer = \"suppress\"", "offer = \"forbid\"", toml_value_bad);
    row("unknown posture", "conversation = \"service_first\"", "conversation = \"calm\"", toml_value_bad);
    row("unknown state", "min_state = \"suspected\"", "min_state = \"absent\"", toml_value_bad);
    row("unknown event", "event = \"opt_in\"", "event = \"full_moon\"", toml_value_bad);
    row("signal listed twice", "all = [\"danger\"]", "all = [\"danger\", \"danger\"]", toml_value_bad);
    row("number as text", "days = 90", "days = \"90\"", toml_value_bad);
    row("number as fraction", "days = 90", "days = 90.5", toml_value_bad);
    row("zero days", "days = 90", "days = 0", toml_value_bad);
    row("negative days", "days = 90", "days = -1", toml_value_bad);
    row("too many days", "days = 90", "days = 99999999999", toml_value_bad);
    row("override too long", "max_hours = 12", "max_hours = 25", toml_value_bad);
    row("override by an agent", "role = \"supervisor\"", "role = \"agent\"", toml_value_bad);
    row("rule version zero", "version = 4", "version = 0", toml_value_bad);
    row("impossible date", "review = \"2027-06-30\"", "review = 2027-02-30", toml_syntax);
    row("date that is none", "review = \"2027-06-30\"", "review = \"soon\"", toml_value_bad);
    row("charter review passed", "review = \"2027-06-30\"", "review = 2026-11-08", charter_review_passed);
    row("rule review passed", "title = \"Grief\"", "title = \"Grief\"\nreview = \"2020-01-01\"", charter_review_passed);
    row("hold without an end", "until = { days = 90 }\n", "", charter_no_release);
    row("hold until an event, no review", "plus_days = 14, review_days = 56", "plus_days = 14", charter_no_release);
    row("suppressed for good by text", "until = { event = \"opt_in\" }\n", "", charter_permanent_from_text);
    row("sensitive signal allows", "offer = \"hold\"\nconversation = \"service_first\"\nuntil = { days = 90 }",
        "offer = \"allow\"\nconversation = \"service_first\"\nuntil = { days = 90 }", charter_sensitive_used);
    row("rule without effect", "conversation = \"escalate\"\nuntil = { event = \"conversation\" }", "until = { event = \"conversation\" }",
        charter_no_effect);
    row("override at P0", "say = \"Someone is in danger.\"", "say = \"x\"\noverride = { role = \"supervisor\", max_hours = 1 }",
        charter_override_forbidden);
    row("override at P1", "say = \"No marketing, please.\"", "say = \"x\"\noverride = { role = \"supervisor\", max_hours = 1 }",
        charter_override_forbidden);
    row("value tier in when", "{ all = [\"danger\"] }", "{ all = [\"danger\"], value_tier = \"gold\" }", charter_gate_forbidden);
    row("value in a rule", "rank = \"P0\"", "rank = \"P0\"\nmin_value = 20", charter_gate_forbidden);
    row("value tier as a signal", "all = [\"danger\"]", "all = [\"danger\", \"value_tier\"]", charter_gate_forbidden);
    row("signal without rule", "all = [\"grief\"]", "all = [\"danger\"]", charter_signal_without_rule);
    row("rule without test", "rule = \"grief\"", "rule = \"danger\"", charter_rule_without_test);
    row("test of no rule", "rule = \"grief\"", "rule = \"sorrow\"", toml_value_bad);
    row("no signal in when", "{ all = [\"danger\"] }", "{ min_state = \"suspected\" }", charter_contradiction);
    row("signal in all and any", "any = [\"again\", \"person_wanted\"]", "any = [\"again\", \"complaint\"]", charter_contradiction);
    row("ends twice", "until = { days = 90 }", "until = { days = 90, event = \"opt_in\" }", charter_contradiction);
    row("days after no event", "until = { event = \"opt_in\" }", "until = { event = \"opt_in\", plus_days = 3 }", charter_contradiction);
    row("no kind at all", "kinds = [\"upsell\"]", "kinds = []", toml_value_bad);
    row("use that is not permitted", "all = [\"mixed_identity\"] }\noffer = \"hold\"",
        "all = [\"mixed_identity\"] }\nconversation = \"escalate\"\noffer = \"hold\"", charter_use_not_permitted);
    row("states the wrong way round", "all = [\"again\"], min_state = \"confirmed\"",
        "all = [\"again\"], min_state = \"confirmed\", max_state = \"suspected\"", charter_contradiction);
    row("ends by days of two kinds", "until = { days = 90 }", "until = { days = 90, working_days = 10 }", charter_contradiction);
    row("marks no offer", "kinds = [\"upsell\"]", "kinds = [\"upsell\"]\noffers = { credit = false }", charter_contradiction);
    row("unknown mark of an offer", "kinds = [\"upsell\"]", "kinds = [\"upsell\"]\noffers = { red = true }", toml_key_unknown);
    row("value of an offer as a mark", "kinds = [\"upsell\"]", "kinds = [\"upsell\"]\noffers = { value = true }", charter_gate_forbidden);
    row("limit without a unit", "[fail_closed]", "[[complaint_limit]]\nauthority = \"x\"\n\n[fail_closed]", toml_value_missing);
    row("two limits from one day", "[fail_closed]",
        "[[complaint_limit]]\nweeks = 8\nauthority = \"x\"\n[[complaint_limit]]\nweeks = 20\nauthority = \"y\"\n\n[fail_closed]",
        charter_contradiction);
    row("country twice in the calendar", "[fail_closed]",
        "[calendar]\nversion = \"1\"\ncountry = \"GB\"\nthrough = 2027-12-31\n"
        "[[calendar.in]]\ncode = \"GB\"\ntime_zone = \"Europe/London\"\n"
        "[[calendar.in]]\ncode = \"GB\"\ntime_zone = \"Europe/Paris\"\n\n[fail_closed]",
        charter_duplicate_id);
    row("safety that may be overridden", "rank = \"P0\"\n", "rank = \"P3\"\noverride = { role = \"supervisor\", max_hours = 24 }\n",
        charter_contradiction);
    row("legal reason of a lower rank", "owner = \"Privacy\"\nrank = \"P1\"\n", "owner = \"Privacy\"\nrank = \"P2\"\n",
        charter_contradiction);
    row("safety without effect", "[fail_closed]", "[[signal]]\nid = \"danger\"\neffect = \"none\"\nreason = \"x\"\n\n[fail_closed]",
        charter_contradiction);
    row("limit without an authority", "[fail_closed]", "[[complaint_limit]]\nweeks = 8\n\n[fail_closed]", toml_value_missing);
    row("calendar without a time zone", "[fail_closed]",
        "[calendar]\nversion = \"1\"\ncountry = \"GB\"\nthrough = 2027-12-31\n[[calendar.in]]\ncode = \"GB\"\n\n[fail_closed]",
        toml_value_missing);
    row("time zone that is none", "[fail_closed]",
        "[calendar]\nversion = \"1\"\ncountry = \"GB\"\nthrough = 2027-12-31\n[[calendar.in]]\ncode = \"GB\"\ntime_zone = \"Mars/Olympus\"\n\n[fail_closed]",
        toml_value_bad);
    row("calendar that has run out", "[fail_closed]",
        "[calendar]\nversion = \"1\"\ncountry = \"GB\"\nthrough = 2020-12-31\n[[calendar.in]]\ncode = \"GB\"\ntime_zone = \"Europe/London\"\n\n[fail_closed]",
        charter_review_passed);
    row("goal without a unit", "[fail_closed]",
        "[[goal]]\nid = \"G\"\ntitle = \"G\"\nmeasure = \"promises_kept\"\nat_least = 9\n\n[fail_closed]", toml_value_missing);
    row("goal in a unit of another measure", "[fail_closed]",
        "[[goal]]\nid = \"G\"\ntitle = \"G\"\nmeasure = \"promises_kept\"\nunit = \"count\"\nat_least = 9\n\n[fail_closed]",
        charter_contradiction);
    row("unknown measure", "[fail_closed]",
        "[[goal]]\nid = \"G\"\ntitle = \"G\"\nmeasure = \"joy\"\nunit = \"count\"\nat_least = 9\n\n[fail_closed]", toml_value_bad);
    row("unknown channel of a cap", "[fail_closed]", "[settings]\ncontact_caps = { pigeon = 1 }\n\n[fail_closed]", toml_value_bad);
    row("source twice in the order", "[fail_closed]", "[data]\nsource_order = [\"crm\", \"crm\"]\n\n[fail_closed]", toml_value_bad);
    row("source order that is no list", "[fail_closed]", "[data]\nsource_order = \"crm\"\n\n[fail_closed]", toml_value_bad);
    row("unknown key about data", "[fail_closed]", "[data]\nfreshness = 3\n\n[fail_closed]", toml_key_unknown);
    row("limit of a copy below nothing", "[fail_closed]", "[settings]\nconsent_copy_max_hours = -1\n\n[fail_closed]", toml_value_bad);
    row("suppressed until a person looks, who never has to", "event = \"signal\", review_days = 1", "event = \"signal\"",
        charter_permanent_from_text);
    row("override without an end", "role = \"supervisor\", max_hours = 12", "role = \"supervisor\"", toml_value_missing);
    row("goal id twice", "[fail_closed]",
        "[[goal]]\nid = \"G\"\ntitle = \"G\"\nmeasure = \"promises_kept\"\nunit = \"percent\"\nat_least = 9\n"
        "[[goal]]\nid = \"G\"\ntitle = \"H\"\nmeasure = \"facts_asked_again\"\nunit = \"percent\"\nat_most = 9\n[fail_closed]",
        charter_duplicate_id);
    row("limit from a time without a zone", "[fail_closed]",
        "[[complaint_limit]]\nweeks = 8\nauthority = \"x\"\nfrom = 2026-04-08T00:00:00\n\n[fail_closed]", toml_value_bad);
    row("working days to the end, no time zone", "until = { days = 90 }", "until = { working_days = 10 }", charter_no_time_zone);
    row("working days before it begins, no time zone", "all = [\"grief\"]", "all = [\"grief\"], after_working_days = 10",
        charter_no_time_zone);
    row("words alone, and confirmed", "all = [\"person_wanted\"]", "all = [\"person_wanted\"], min_state = \"confirmed\"",
        charter_never_matches);
    row("none of any is ever confirmed", "all = [\"person_wanted\"]", "any = [\"person_wanted\"], min_state = \"confirmed\"",
        charter_never_matches);
    row("counted, and never is", "all = [\"complaint\"] }\nkinds", "all = [\"complaint\"], min_count = 3 }\nkinds", charter_never_matches);
    row("counted together with what never is", "all = [\"again\"], min_state = \"confirmed\"",
        "all = [\"again\", \"complaint\"], min_state = \"confirmed\", min_count = 3", charter_never_matches);
    row("ends before it begins", "when = { all = [\"grief\"] }\noffer = \"hold\"\nconversation = \"service_first\"\nuntil = { days = 90 }",
        "when = { all = [\"grief\"], after_working_days = 10 }\noffer = \"hold\"\nuntil = { working_days = 10 }", charter_never_matches);
    row("failing test", "expect = { offer = \"allow\", conversation = \"escalate\" }",
        "expect = { offer = \"hold\", conversation = \"escalate\" }", charter_test_failed);
}

void TestCharterRefusals::refuses()
{
    QFETCH(QString, from);
    QFETCH(QString, to);
    QFETCH(int, code);
    const auto text = replaced(charterText(), from.toStdString(), to.toStdString());
    const auto errors = errorsOf(text);
    QVERIFY2(!errors.empty(), "accepted");
    const bool found = std::ranges::any_of(errors, [&](const Error& error) { return static_cast<int>(error.code) == code; });
    QVERIFY2(found, describe(errors).c_str());
}

void TestCharterRefusals::allErrorsAtOnce()
{
    auto text = charterText();
    text = replaced(text, "rank = \"P0\"", "rank = \"P7\"");
    text = replaced(text, "title = \"Grief\"\n", "");
    text = replaced(text, "days = 30", "days = \"long\"");
    const auto errors = errorsOf(text);
    // And nothing that only follows from these three.
    QCOMPARE(errors.size(), std::size_t(3));
    QCOMPARE(errors[0].code, ErrorCode::toml_value_bad);
    QCOMPARE(errors[0].param("field"), std::string_view("rank"));
    QCOMPARE(errors[0].param("line"), std::string_view(std::to_string(lineOf(text, "rank = \"P7\""))));
    QCOMPARE(errors[1].code, ErrorCode::toml_value_missing);
    QCOMPARE(errors[1].param("entry"), std::string_view("grief"));
    QCOMPARE(errors[2].param("field"), std::string_view("days"));
    QCOMPARE(errors[2].param("line"), std::string_view(std::to_string(lineOf(text, "days = \"long\""))));
}

void TestCharterRefusals::everyErrorSaysWhereAndHow()
{
    auto text = charterText();
    text = replaced(text, "all = [\"grief\"]", "all = [\"sorrow\"]");
    text = replaced(text, "kinds = [\"upsell\"]", "kinds = [\"gift\"]");
    text = replaced(text, "rank = \"P0\"", "rank = \"P0\"\nvalue_tier = \"gold\"");
    const auto errors = errorsOf(text);
    QVERIFY(errors.size() >= 3);
    for (const auto& error : errors) {
        QCOMPARE(error.param("file"), std::string_view("mine.toml"));
        QVERIFY(error.param("line") != "0" && !error.param("line").empty());
        QVERIFY(!error.param("field").empty());
        const auto message = englishMessage(error);
        QVERIFY2(message.find('?') == std::string::npos, message.c_str());
        QVERIFY(*errorEntry(error.code).remedy != '\0');
    }
}

void TestCharterRefusals::aValueOfALongListIsFoundByItsLine()
{
    const auto text = charterText()
        + "[calendar]\nversion = \"1\"\ncountry = \"GB\"\nthrough = 2027-12-31\n[[calendar.in]]\ncode = \"GB\"\n"
          "time_zone = \"Europe/London\"\nholidays = [\n    2026-01-01,\n    \"2026-02-30\",\n    2026-12-25,\n]\n";
    const auto errors = errorsOf(text);
    QCOMPARE(errors.size(), std::size_t(1));
    QCOMPARE(errors.front().param("line"), std::string_view(std::to_string(lineOf(text, "2026-02-30"))));
    QCOMPARE(errors.front().param("field"), std::string_view("holidays"));
    QCOMPARE(errors.front().param("entry"), std::string_view("calendar GB"));
}

void TestCharterRefusals::theValueIsShown_data()
{
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("shown");
    QTest::newRow("fraction") << "90.5" << "90.5";
    QTest::newRow("fraction of nothing") << "90.0" << "90.0";
    QTest::newRow("date") << "2026-11-09" << "2026-11-09";
    QTest::newRow("time of a day") << "2026-11-09T10:00:00Z" << "2026-11-09T…";
    QTest::newRow("text") << "\"90 fortnights\"" << "90 fortnights";
}

void TestCharterRefusals::theValueIsShown()
{
    QFETCH(QString, value);
    QFETCH(QString, shown);
    const auto errors = errorsOf(replaced(charterText(), "days = 90", "days = " + value.toStdString()));
    QCOMPARE(errors.size(), std::size_t(1));
    QCOMPARE(QString::fromUtf8(errors.front().param("value").data(), static_cast<qsizetype>(errors.front().param("value").size())), shown);
}

void TestCharterRefusals::hostileText_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("zero bytes") << QByteArray(64, '\0');
    QTest::newRow("not UTF-8") << QByteArray("version = \"\xff\xfe\"");
    QTest::newRow("deep lists") << QByteArray("a = ") + QByteArray(100000, '[');
    QTest::newRow("deep keys") << QByteArray("a") + QByteArray(".a").repeated(100000) + " = 1";
    QTest::newRow("many deep keys") << (QByteArray("a") + QByteArray(".a").repeated(900) + " = 1\n").repeated(3);
    QTest::newRow("many empty rules") << QByteArray("[[rule]]\n").repeated(20000);
    QTest::newRow("too long") << QByteArray("# x\n").repeated(100000);
    QTest::newRow("rule is a number") << QByteArray("rule = 1\ntest = 2\nsignal = 3\ngoal = 4\nfail_closed = 5\n");
    QTest::newRow("rules are numbers") << QByteArray("rule = [1, 2]\ntest = [[]]\n");
    QTest::newRow("control characters") << QByteArray("version = \"1\"\nowner = \"a\\u0000b\"\n");
}

void TestCharterRefusals::hostileText()
{
    QFETCH(QByteArray, text);
    const auto errors = errorsOf(text.toStdString());
    QVERIFY(!errors.empty());
    for (const auto& error : errors)
        QVERIFY(!error.param("line").empty() && error.param("line") != "0");
}

QTEST_GUILESS_MAIN(TestCharterRefusals)
#include "test_charter_refusals.moc"
