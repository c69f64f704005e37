// A pack tightens: what it sets may protect more than the charter it extends and never less, but
// for what law and sector settle, of which its owners are told.
#include <QtTest>

#include "core/base/resources.h"
#include "core/policy/charter_loosening.h"
#include "tests/core/policy/charter_edits.h"

using namespace foreword;
using namespace foreword::fixture;

namespace {

constexpr std::string_view goal = R"([[goal]]
id = "G-1"
title = "Promises are kept"
measure = "promises_kept"
unit = "percent"
at_least = 98
[[goal]]
id = "G-2"
title = "Nobody pitches"
measure = "pitches_against_a_rule"
unit = "count"
at_most = 2
)";

constexpr std::string_view calendar = R"([calendar]
version = "1"
country = "GB"
through = 2027-12-31
[[calendar.in]]
code = "DE"
time_zone = "Europe/Berlin"
holidays = [2026-12-25, 2026-12-26]
[[calendar.in]]
code = "GB"
time_zone = "Europe/London"
holidays = [2026-12-25, 2028-01-03]
)";

constexpr std::string_view head = "extends = \"default\"\nversion = \"p\"\nowner = \"Sector\"\n";

std::string baseText()
{
    return "[settings]\nconsent_max_age_days = 700\n" + std::string(calendar) + std::string(goal);
}

struct Both {
    std::string base, pack;
    std::vector<CharterFile> files() const { return {{"base.toml", base}, {"pack.toml", pack}}; }
};

Both both(const std::string& body)
{
    return {charterText() + baseText(), std::string(head) + body};
}

} // namespace

class TestCharterLoosening : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void refuses_data();
    void refuses();
    void accepts_data();
    void accepts();
    void warns_data();
    void warns();
    void legalSignalsHaveEffect_data();
    void legalSignalsHaveEffect();
    void shippedPacksTakeNothingAway();
};

void TestCharterLoosening::refuses_data()
{
    QTest::addColumn<QString>("body");
    QTest::addColumn<QString>("entry");
    QTest::addColumn<QString>("words"); // where it stands, and so its line
    QTest::addColumn<QString>("why");
    const auto setting = [](const char* line, const char* why) {
        QTest::newRow(line) << QString("[settings]\n%1\n").arg(line) << "settings" << QString(line) << QString(why);
    };
    setting("complaint_clock_percent = 90", "complaint_clock_percent is 90 instead of 75");
    setting("contact_caps = { email = 2 }", "the cap of email is 2 instead of 1");
    setting("contact_caps = { sms = 0 }", "the cap of sms is 0 instead of 1");
    setting("contact_days = 3", "contact_days is 3 instead of 7");
    setting("declined_times = 5", "declined_times is 5 instead of 2");
    setting("declined_days = 10", "declined_days is 10 instead of 30");
    setting("ignored_after_days = 30", "ignored_after_days is 30 instead of 7");
    setting("repeat_contacts = 9", "repeat_contacts is 9 instead of 3");
    setting("repeat_days = 2", "repeat_days is 2 instead of 7");
    setting("consent_max_age_days = 0", "consent_max_age_days is 0 instead of 700");
    setting("consent_max_age_days = 900", "consent_max_age_days is 900 instead of 700");
    setting("consent_copy_max_hours = 0", "consent_copy_max_hours is 0 instead of 48");
    setting("consent_copy_max_hours = 100", "consent_copy_max_hours is 100 instead of 48");
    setting("lifecycle_not_ready = [\"new\"]", "\"onboarding\" is left out");
    const auto failClosed = "[fail_closed]\ntitle = \"T\"\nsay = \"S\"\nreview_days = 30\n";
    QTest::newRow("later review of what is unknown")
        << failClosed << "fail_closed" << "review_days = 30" << "review_days is 30 instead of 3";
    const auto replacing = [](const char* name, const char* id, const char* measure, const char* target, const char* why) {
        const auto text = QString("[[goal]]\nid = \"%1\"\nreplaces = true\ntitle = \"T\"\nmeasure = \"%2\"\nunit = \"%3\"\n%4\n")
                              .arg(id, measure, QByteArray(measure) == "pitches_against_a_rule" ? "count" : "percent", target);
        QTest::newRow(name) << text << QString(id) << "[[goal]]" << QString(why);
    };
    replacing("fewer promises", "G-1", "promises_kept", "at_least = 90", "its target is 90");
    replacing("more pitches", "G-2", "pitches_against_a_rule", "at_most = 5", "its target is 5");
    replacing("another measure", "G-1", "facts_asked_again", "at_least = 98", "something else");
    replacing("the other way round", "G-1", "promises_kept", "at_most = 98", "something else");
}

void TestCharterLoosening::refuses()
{
    QFETCH(QString, body);
    QFETCH(QString, entry);
    QFETCH(QString, words);
    QFETCH(QString, why);
    const Both texts = both(body.toStdString());
    const auto loaded = Charter::load(texts.files(), dictionary(), today);
    QVERIFY(!loaded);
    bool found = false;
    for (const Error& error : loaded.error()) {
        QCOMPARE(error.code, ErrorCode::charter_contradiction);
        QCOMPARE(error.param("file"), std::string_view("pack.toml"));
        QCOMPARE(error.param("line"), std::string_view(std::to_string(lineOf(texts.pack, words.toStdString()))));
        QCOMPARE(QString::fromUtf8(error.param("entry")), entry);
        found = found || QString::fromStdString(englishMessage(error)).contains(why);
    }
    QVERIFY2(found, describe(loaded.error()).c_str());
}

void TestCharterLoosening::accepts_data()
{
    QTest::addColumn<QString>("body");
    const auto row = [](const char* body) { QTest::newRow(body) << QString(body); };
    row("");
    row("[settings]\ncomplaint_clock_percent = 50\n");
    row("[settings]\ncontact_caps = { email = 1, sms = 1, phone = 3 }\n");
    row("[settings]\ncontact_days = 14\ndeclined_times = 1\ndeclined_days = 60\nignored_after_days = 3\n");
    row("[settings]\nrepeat_contacts = 2\nrepeat_days = 30\nconsent_max_age_days = 365\nconsent_copy_max_hours = 4\n");
    row("[settings]\nlifecycle_not_ready = [\"onboarding\", \"not_active\", \"not active\", \"pending\", \"prospect\", \"lead\", \"new\", "
        "\"signup\", \"provisioning\", \"activation\", \"trial\"]\n");
    row("[fail_closed]\ntitle = \"T\"\nsay = \"S\"\nreview_days = 1\n");
    row("[[goal]]\nid = \"G-1\"\nreplaces = true\ntitle = \"T\"\nmeasure = \"promises_kept\"\nunit = \"percent\"\nat_least = 99\n");
    row("[[goal]]\nid = \"G-3\"\ntitle = \"Another\"\nmeasure = \"promises_kept\"\nunit = \"percent\"\nat_least = 50\n");
    row("[[complaint_limit]]\nweeks = 6\nauthority = \"x\"\n");
}

void TestCharterLoosening::accepts()
{
    QFETCH(QString, body);
    const Both texts = both(body.toStdString());
    const auto loaded = Charter::load(texts.files(), dictionary(), today);
    QVERIFY2(loaded, loaded ? "" : describe(loaded.error()).c_str());
    QVERIFY(charterWarnings(texts.files()).empty());
}

void TestCharterLoosening::warns_data()
{
    QTest::addColumn<QString>("body");
    QTest::addColumn<QString>("words");
    QTest::addColumn<QString>("why");
    QTest::newRow("longer limit") << "[[complaint_limit]]\nweeks = 12\nauthority = \"x\"\n"
                                  << "[[complaint_limit]]"
                                  << "84 days instead of 56";
    QTest::newRow("longer limit later")
        << "[[complaint_limit]]\nweeks = 8\nauthority = \"x\"\n[[complaint_limit]]\nfrom = 2026-04-08\ndays = 57\nauthority = \"x\"\n"
        << "[[complaint_limit]]" << "made from 2026-04-08 on may wait 57 days instead of 56";
    QTest::newRow("no limit before") << "[[complaint_limit]]\nfrom = 2026-04-08\nweeks = 6\nauthority = \"x\"\n"
                                     << "[[complaint_limit]]"
                                     << "for ever instead of 56";
    QTest::newRow("a holiday less") << QString::fromUtf8(calendar.data()).replace("2026-12-25, 2026-12-26", "2026-12-25") << "through"
                                    << "1 holiday becomes a working day";
    QTest::newRow("a country less") << QString("[calendar]\nversion = \"2\"\ncountry = \"GB\"\nthrough = 2027-12-31\n[[calendar.in]]\n"
                                               "code = \"GB\"\ntime_zone = \"Europe/London\"\nholidays = [2026-12-25]\n")
                                    << "through" << "left out";
    QTest::newRow("Saturday") << QString::fromUtf8(calendar.data())
                                     .replace("holidays = [2026-12-25, 2026-12-26]",
                                              "weekend = [\"sunday\"]\nholidays = [2026-12-25, 2026-12-26]")
                              << "through" << "a day of the weekend becomes a working day";
}

// They are accepted all the same.
void TestCharterLoosening::warns()
{
    QFETCH(QString, body);
    QFETCH(QString, words);
    QFETCH(QString, why);
    const Both texts = both(body.toStdString());
    const auto loaded = Charter::load(texts.files(), dictionary(), today);
    QVERIFY2(loaded, loaded ? "" : describe(loaded.error()).c_str());
    const auto warnings = charterWarnings(texts.files());
    QCOMPARE(warnings.size(), std::size_t(1));
    QCOMPARE(warnings.front().file, std::string("pack.toml"));
    QCOMPARE(warnings.front().line, lineOf(texts.pack, words.toStdString()));
    QVERIFY2(QString::fromStdString(warnings.front().detail).contains(why), warnings.front().detail.c_str());
}

void TestCharterLoosening::legalSignalsHaveEffect_data()
{
    QTest::addColumn<QString>("from");
    QTest::addColumn<QString>("to");
    const auto row = [](const char* name, const char* from, const char* to) { QTest::newRow(name) << QString(from) << QString(to); };
    row("posture alone", "min_state = \"suspected\" }\noffer = \"suppress\"\nuntil = { event = \"opt_in\" }",
        "min_state = \"suspected\" }\nconversation = \"service_first\"\nuntil = { event = \"opt_in\" }");
    row("support alone", "min_state = \"suspected\" }\noffer = \"suppress\"",
        "min_state = \"suspected\" }\nkinds = [\"support\"]\noffer = \"suppress\"");
    row("only when certain", "all = [\"objection\"], min_state = \"suspected\"", "all = [\"objection\"], min_state = \"confirmed\"");
    row("only with something else", "all = [\"objection\"], min_state", "all = [\"objection\", \"complaint\"], min_state");
    row("only of credit", "min_state = \"suspected\" }\noffer = \"suppress\"",
        "min_state = \"suspected\" }\noffers = { credit = true }\noffer = \"suppress\"");
}

void TestCharterLoosening::legalSignalsHaveEffect()
{
    QFETCH(QString, from);
    QFETCH(QString, to);
    const auto text = replaced(charterText(), from.toStdString(), to.toStdString());
    const auto errors = errorsOf(text);
    const auto error =
        std::ranges::find_if(errors, [](const Error& e) { return e.param("field") == "offer" && e.param("entry") == "objection"; });
    QVERIFY2(error != errors.end(), describe(errors).c_str());
    QCOMPARE(error->code, ErrorCode::charter_contradiction);
    QCOMPARE(error->param("line"), std::string_view(std::to_string(lineOf(text, "[[rule]]\nid = \"objection\""))));
    // Nor is it without effect on purpose.
    std::vector<std::string> parts;
    std::ranges::copy_if(charterParts(), std::back_inserter(parts),
                         [](const std::string& part) { return part.find("\"objection\"") == std::string::npos; });
    parts.push_back("[[signal]]\nid = \"objection\"\neffect = \"none\"\nreason = \"We sell.\"\n");
    const auto inert = errorsOf(charterText(parts));
    QCOMPARE(inert.size(), std::size_t(1));
    QVERIFY(QString::fromStdString(englishMessage(inert.front())).contains("legal signal is never without effect"));
}

void TestCharterLoosening::shippedPacksTakeNothingAway()
{
    for (const auto* path : {"charters/uk-financial.toml", "charters/eu-telecom.toml"}) {
        const CharterFile files[] = {{"charter.toml", *embeddedFile("charter.toml")}, {path, *embeddedFile(path)}};
        QVERIFY2(charterWarnings(files).empty(), path);
    }
}

QTEST_GUILESS_MAIN(TestCharterLoosening)
#include "test_charter_loosening.moc"
