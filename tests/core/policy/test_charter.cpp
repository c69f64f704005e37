#include <QtTest>

#include "core/base/resources.h"
#include "tests/core/policy/policy_fixture.h"

using namespace foreword;
using namespace foreword::fixture;

namespace {

std::vector<Error> errorsOf(const std::string& text, CivilDate date = today)
{
    auto loaded = Charter::load(text, "mine.toml", dictionary(), date);
    return loaded ? std::vector<Error>{} : loaded.error();
}

std::string replaced(std::string text, std::string_view from, std::string_view to)
{
    const auto found = text.find(from);
    if (found == std::string::npos)
        qFatal("%s is not in the charter", std::string(from).c_str());
    return text.replace(found, from.size(), to);
}

// The line of the good charter on which `words` stand, from 1.
int lineOf(const std::string& text, std::string_view words)
{
    const auto found = text.find(words);
    return 1 + static_cast<int>(std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(found), '\n'));
}

} // namespace

class TestCharter : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void loadsWhole();
    void shippedCharterLoads();
    void shippedCharterNeedsItsReview();
    void refuses_data();
    void refuses();
    void refusesRulesThatMeet_data();
    void refusesRulesThatMeet();
    void allErrorsAtOnce();
    void everyErrorSaysWhereAndHow();
    void reviewOfDefinitionsCounts();
    void reviewOfAPackNamesThePack();
    void whatIsAlwaysCertainIsNeverSuspected();
    void whatAlsoNeedsARecordDoesNotRestOnWords();
    void workingDaysNeedACalendarSomewhere();
    void hashIsOfContent();
    void hashSeesEveryChange_data();
    void hashSeesEveryChange();
    void inertSignalNeedsNoRule();
    void silentTestIsNoTest();
    void packExtends();
    void packIsNamedInErrors();
    void shippedPacksLoad();
    void hostileText_data();
    void hostileText();
};

void TestCharter::loadsWhole()
{
    const Charter loaded = charter();
    QCOMPARE(loaded.version(), std::string("1.2"));
    QCOMPARE(loaded.owner(), std::string("House"));
    QCOMPARE(loaded.rules().size(), std::size_t(8));
    const auto& complaint = loaded.rules()[3];
    QCOMPARE(complaint.id, std::string("complaint"));
    QCOMPARE(complaint.owner, std::string("House"));
    QCOMPARE(complaint.rank, Rank::p3);
    QCOMPARE(complaint.all, std::vector<std::string>{"complaint"});
    QCOMPARE(complaint.kinds, (std::vector{OfferKind::marketing, OfferKind::upsell}));
    QCOMPARE(complaint.offer, Verdict::hold);
    QCOMPARE(complaint.conversation, Posture::serviceFirst);
    QCOMPARE(complaint.until, (RuleEnd{"interaction.closed", 14, 0, 0, 56}));
    QCOMPARE(complaint.overrideRole, std::string("supervisor"));
    QCOMPARE(complaint.overrideMaxHours, 12);
    QCOMPARE(loaded.rules()[1].version, 4);
    QCOMPARE(loaded.rules()[1].owner, std::string("Privacy"));
    QCOMPARE(loaded.failClosed().reviewDays, 3);
    QCOMPARE(loaded.hash().size(), std::size_t(64));
}

void TestCharter::shippedCharterLoads()
{
    const auto words = Dictionary::load(embeddedFile("dictionary.toml").value(), "dictionary.toml");
    QVERIFY(words);
    const auto loaded = Charter::load(embeddedFile("charter.toml").value(), "charter.toml", *words, today);
    QVERIFY2(loaded, loaded ? "" : describe(loaded.error()).c_str());
    QVERIFY(!loaded->version().empty());
    for (const auto& rule : loaded->rules()) {
        QVERIFY(!rule.title.empty() && !rule.owner.empty() && !rule.say.empty());
        QVERIFY2(rule.rank > Rank::p1 || rule.overrideRole.empty(), rule.id.c_str());
    }
}

void TestCharter::shippedCharterNeedsItsReview()
{
    const auto words = Dictionary::load(embeddedFile("dictionary.toml").value(), "dictionary.toml");
    const auto loaded = Charter::load(embeddedFile("charter.toml").value(), "charter.toml", *words, {2099, 1, 1});
    QVERIFY(!loaded);
    for (const auto& error : loaded.error())
        QCOMPARE(error.code, ErrorCode::charter_review_passed);
}

void TestCharter::refuses_data()
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

void TestCharter::refuses()
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

void TestCharter::refusesRulesThatMeet_data()
{
    QTest::addColumn<QString>("rule");
    QTest::addColumn<int>("code"); // -1: accepted
    const auto row = [](const char* name, const char* rule, int code) { QTest::newRow(name) << QString(rule) << code; };
    const int shadowed = static_cast<int>(ErrorCode::charter_shadowed);
    const int conflict = static_cast<int>(ErrorCode::charter_conflict);
    row("narrower condition, same effect", R"(rank = "P4"
when = { all = ["grief", "complaint"] }
offer = "hold"
until = { days = 90 })",
        shadowed);
    row("same twice", R"(rank = "P3"
when = { all = ["grief"] }
offer = "hold"
conversation = "service_first"
until = { days = 90 })",
        shadowed);
    row("more certain, same effect", R"(rank = "P3"
when = { any = ["grief"], min_state = "confirmed" }
kinds = ["upsell"]
offer = "hold"
until = { days = 90 })",
        shadowed);
    row("narrower, stricter", R"(rank = "P4"
when = { all = ["grief", "complaint"] }
offer = "suppress"
until = { days = 90 })",
        -1);
    row("narrower, longer", R"(rank = "P4"
when = { all = ["grief", "complaint"] }
offer = "hold"
until = { days = 120 })",
        -1);
    row("narrower, another kind", R"(rank = "P4"
when = { all = ["grief", "complaint"] }
kinds = ["support"]
offer = "hold"
until = { days = 90 })",
        -1);
    row("narrower, of higher rank", R"(rank = "P2"
when = { all = ["grief", "complaint"] }
offer = "hold"
until = { days = 90 })",
        -1);
    row("same condition, other verdict", R"(rank = "P3"
when = { all = ["grief"] }
kinds = ["upsell"]
offer = "suppress"
until = { days = 90 })",
        conflict);
    row("same condition, other end", R"(rank = "P3"
when = { all = ["grief"] }
kinds = ["upsell"]
offer = "hold"
until = { days = 30 })",
        conflict);
    row("same condition, other posture", R"(rank = "P3"
when = { all = ["grief"] }
conversation = "escalate")",
        conflict);
    row("same condition, another kind", R"(rank = "P3"
when = { all = ["grief"] }
kinds = ["support"]
offer = "suppress"
until = { days = 30 })",
        -1);
}

void TestCharter::refusesRulesThatMeet()
{
    QFETCH(QString, rule);
    QFETCH(int, code);
    auto parts = charterParts();
    parts.push_back("[[rule]]\nid = \"more\"\ntitle = \"More\"\nsay = \"More.\"\n" + rule.toStdString() + "\n");
    parts.push_back(R"([[test]]
name = "more"
rule = "more"
signals = { grief = "confirmed", complaint = "confirmed" }
kind = "service_notice"
expect = { offer = "allow", conversation = "service_first" }
)");
    const auto errors = errorsOf(charterText(parts));
    if (code < 0) {
        QVERIFY2(errors.empty(), describe(errors).c_str());
        return;
    }
    QVERIFY2(errors.size() == 1, describe(errors).c_str());
    QCOMPARE(static_cast<int>(errors.front().code), code);
    QCOMPARE(errors.front().param("entry"), std::string_view("more"));
    QCOMPARE(errors.front().param("other"), std::string_view("grief"));
}

void TestCharter::allErrorsAtOnce()
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

void TestCharter::everyErrorSaysWhereAndHow()
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

void TestCharter::reviewOfDefinitionsCounts()
{
    const auto errors = errorsOf(charterText(), {2027, 5, 1});
    QCOMPARE(errors.size(), dictionary().entries().size());
    QCOMPARE(errors.front().code, ErrorCode::charter_review_passed);
    QVERIFY(errorsOf(charterText(), {2027, 3, 31}).empty());
}

void TestCharter::whatIsAlwaysCertainIsNeverSuspected()
{
    const auto words = Dictionary::load(
        replaced(std::string(dictionaryText), "evidence = [\"field\", \"history\"]", "evidence = [\"field\"]"), "dictionary.toml");
    QVERIFY(words);
    const auto text = replaced(charterText(), "all = [\"mixed_identity\"]", "all = [\"mixed_identity\"], max_state = \"suspected\"");
    const auto loaded = Charter::load(text, "mine.toml", *words, today);
    QVERIFY(!loaded);
    QCOMPARE(loaded.error().front().code, ErrorCode::charter_never_matches);
    QCOMPARE(loaded.error().front().param("entry"), std::string_view("identity"));
    QCOMPARE(loaded.error().front().param("line"), std::string_view(std::to_string(lineOf(text, "[[rule]]\nid = \"identity\""))));
    QVERIFY(Charter::load(charterText(), "mine.toml", *words, today));
}

namespace {

std::string charterWithSuppression(const std::string& condition)
{
    auto parts = charterParts();
    parts.push_back("[[rule]]\nid = \"more\"\ntitle = \"More\"\nsay = \"More.\"\nrank = \"P2\"\nkinds = [\"support\"]\n"
                    "offer = \"suppress\"\nwhen = { "
                    + condition + " }\n");
    parts.push_back("[[test]]\nname = \"more\"\nrule = \"more\"\nkind = \"support\"\n"
                    "signals = { objection = \"suspected\", mixed_identity = \"confirmed\" }\n"
                    "expect = { offer = \"suppress\", conversation = \"normal\" }\n");
    return charterText(parts);
}

} // namespace

void TestCharter::whatAlsoNeedsARecordDoesNotRestOnWords()
{
    const auto both = errorsOf(charterWithSuppression("all = [\"objection\", \"mixed_identity\"]"));
    QVERIFY2(both.empty(), describe(both).c_str());
    for (const char* condition : {"all = [\"objection\"]", "any = [\"objection\", \"mixed_identity\"]"}) {
        const auto either = errorsOf(charterWithSuppression(condition));
        QVERIFY(!either.empty());
        QCOMPARE(either.front().code, ErrorCode::charter_permanent_from_text);
    }
}

void TestCharter::workingDaysNeedACalendarSomewhere()
{
    const auto text = replaced(charterText(), "until = { days = 90 }", "until = { working_days = 10 }");
    const auto without = errorsOf(text);
    QCOMPARE(without.size(), std::size_t(1));
    QCOMPARE(without.front().code, ErrorCode::charter_no_time_zone);
    QCOMPARE(without.front().param("entry"), std::string_view("grief"));
    const std::string calendar = "[calendar]\nversion = \"1\"\ncountry = \"GB\"\nthrough = 2027-12-31\n"
                                 "[[calendar.in]]\ncode = \"GB\"\ntime_zone = \"Europe/London\"\n";
    const auto with = errorsOf(text + calendar);
    QVERIFY2(with.empty(), describe(with).c_str());
    // A pack may bring it, and may count by the calendar of what it extends.
    const std::string extends = "extends = \"default\"\nversion = \"p\"\nowner = \"Sector\"\n";
    const std::string brings = extends + calendar;
    const CharterFile brought[] = {{"base.toml", text}, {"pack.toml", brings}};
    QVERIFY(Charter::load(brought, dictionary(), today));
}

void TestCharter::hashIsOfContent()
{
    auto parts = charterParts();
    std::ranges::reverse(parts);
    const auto turned = charter("# another layout\n\n" + charterText(parts));
    QCOMPARE(turned.hash(), charter().hash());
    QVERIFY(turned.rules().front().id != charter().rules().front().id);
}

void TestCharter::hashSeesEveryChange_data()
{
    QTest::addColumn<QString>("from");
    QTest::addColumn<QString>("to");
    QTest::newRow("version") << "\"1.2\"" << "\"1.3\"";
    QTest::newRow("owner") << "\"House\"" << "\"Home\"";
    QTest::newRow("sentence") << "A loss." << "A great loss.";
    QTest::newRow("end") << "days = 90" << "days = 91";
    QTest::newRow("kinds") << "kinds = [\"marketing\", \"upsell\"]" << "kinds = [\"upsell\"]";
    QTest::newRow("override") << "max_hours = 12" << "max_hours = 13";
    QTest::newRow("rule version") << "version = 4" << "version = 5";
    QTest::newRow("fail closed") << "review_days = 3" << "review_days = 4";
    QTest::newRow("test") << "kind = \"support\"" << "kind = \"upsell\"";
}

void TestCharter::hashSeesEveryChange()
{
    QFETCH(QString, from);
    QFETCH(QString, to);
    const auto changed = charter(replaced(charterText(), from.toStdString(), to.toStdString()));
    QVERIFY(changed.hash() != charter().hash());
}

void TestCharter::inertSignalNeedsNoRule()
{
    std::vector<std::string> parts;
    std::ranges::copy_if(charterParts(), std::back_inserter(parts),
                         [](const std::string& part) { return part.find("\"grief\"") == std::string::npos; });
    const auto without = errorsOf(charterText(parts));
    QCOMPARE(without.size(), std::size_t(1));
    QCOMPARE(without.front().code, ErrorCode::charter_signal_without_rule);
    parts.push_back("[[signal]]\nid = \"grief\"\neffect = \"none\"\nreason = \"Told in person.\"\n");
    QVERIFY2(errorsOf(charterText(parts)).empty(), describe(errorsOf(charterText(parts))).c_str());
    parts = charterParts();
    parts.push_back("[[signal]]\nid = \"grief\"\neffect = \"none\"\nreason = \"Told in person.\"\n");
    const auto both = errorsOf(charterText(parts));
    QCOMPARE(both.size(), std::size_t(1));
    QCOMPARE(both.front().code, ErrorCode::charter_contradiction);
}

// A test that names a rule without waking it would let the rule change unseen.
void TestCharter::silentTestIsNoTest()
{
    const auto text = replaced(
        charterText(),
        "signals = { grief = \"suspected\" }\nkind = \"retention\"\nexpect = { offer = \"hold\", conversation = \"service_first\" }",
        "signals = { grief = \"absent\" }\nkind = \"retention\"\nexpect = { offer = \"allow\", conversation = \"normal\" }");
    const auto errors = errorsOf(text);
    QCOMPARE(errors.size(), std::size_t(1));
    QCOMPARE(errors.front().code, ErrorCode::charter_rule_without_test);
    QCOMPARE(errors.front().param("entry"), std::string_view("grief"));
}

void TestCharter::hostileText_data()
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

void TestCharter::hostileText()
{
    QFETCH(QByteArray, text);
    const auto errors = errorsOf(text.toStdString());
    QVERIFY(!errors.empty());
    for (const auto& error : errors)
        QVERIFY(!error.param("line").empty() && error.param("line") != "0");
}

namespace {

constexpr std::string_view pack = R"(extends = "default"
version = "pack.1"
owner = "Sector"
[[complaint_limit]]
weeks = 6
authority = "x"
[[rule]]
id = "again"
replaces = true
title = "Again"
rank = "P4"
when = { all = ["again"] }
kinds = ["upsell"]
offer = "hold"
until = { days = 5 }
say = "Again."
[[test]]
name = "again, in this sector"
rule = "again"
signals = { again = "suspected" }
kind = "upsell"
expect = { offer = "hold", conversation = "normal" }
)";

tl::expected<Charter, std::vector<Error>> withPack(std::string_view text)
{
    const auto base = charterText();
    const CharterFile files[] = {{"base.toml", base}, {"pack.toml", text}};
    return Charter::load(files, dictionary(), today);
}

} // namespace

void TestCharter::packExtends()
{
    const auto loaded = withPack(pack);
    QVERIFY2(loaded, loaded ? "" : describe(loaded.error()).c_str());
    QCOMPARE(loaded->version(), std::string("1.2+pack.1"));
    QCOMPARE(loaded->rules().size(), charter().rules().size());
    const auto replaced = std::ranges::find(loaded->rules(), "again", &Rule::id);
    QCOMPARE(replaced->offer, Verdict::hold);
    QCOMPARE(replaced->owner, std::string("Sector"));
    QCOMPARE(loaded->settings().complaintLimits.front().days, 42);
    QCOMPARE(charter().settings().complaintLimits.front().days, 56);
    QVERIFY(loaded->hash() != charter().hash());
}

void TestCharter::packIsNamedInErrors()
{
    auto text = replaced(std::string(pack), "replaces = true\n", "");
    auto loaded = withPack(text);
    QVERIFY(!loaded);
    QCOMPARE(loaded.error().front().code, ErrorCode::charter_duplicate_id);
    QCOMPARE(loaded.error().front().param("file"), std::string_view("pack.toml"));
    QCOMPARE(loaded.error().front().param("line"), std::string_view(std::to_string(lineOf(text, "[[rule]]"))));
    text = replaced(std::string(pack), "id = \"again\"", "id = \"nowhere\"");
    loaded = withPack(text);
    QVERIFY(!loaded);
    QCOMPARE(loaded.error().front().code, ErrorCode::charter_contradiction);
    QVERIFY(!withPack(replaced(std::string(pack), "extends = \"default\"\n", "")));
}

void TestCharter::reviewOfAPackNamesThePack()
{
    auto text = replaced(std::string(pack), "owner = \"Sector\"", "owner = \"Sector\"\nreview = 2026-10-01");
    auto loaded = withPack(text);
    QVERIFY(!loaded);
    QCOMPARE(loaded.error().size(), std::size_t(1));
    QCOMPARE(loaded.error().front().code, ErrorCode::charter_review_passed);
    QCOMPARE(loaded.error().front().param("file"), std::string_view("pack.toml"));
    QCOMPARE(loaded.error().front().param("line"), std::string_view("4"));
    text = std::string(pack)
        + "[calendar]\nversion = \"1\"\ncountry = \"GB\"\nthrough = 2026-10-01\n"
          "[[calendar.in]]\ncode = \"GB\"\ntime_zone = \"Europe/London\"\n";
    loaded = withPack(text);
    QVERIFY(!loaded);
    QCOMPARE(loaded.error().front().code, ErrorCode::charter_review_passed);
    QCOMPARE(loaded.error().front().param("file"), std::string_view("pack.toml"));
    QCOMPARE(loaded.error().front().param("line"), std::string_view(std::to_string(lineOf(text, "through"))));
}

void TestCharter::shippedPacksLoad()
{
    const auto words = Dictionary::load(embeddedFile("dictionary.toml").value(), "dictionary.toml");
    for (const auto* path : {"charters/uk-financial.toml", "charters/eu-telecom.toml"}) {
        const CharterFile files[] = {{"charter.toml", *embeddedFile("charter.toml")}, {path, *embeddedFile(path)}};
        const auto loaded = Charter::load(files, *words, today);
        QVERIFY2(loaded, loaded ? "" : describe(loaded.error()).c_str());
    }
}

QTEST_GUILESS_MAIN(TestCharter)
#include "test_charter.moc"
