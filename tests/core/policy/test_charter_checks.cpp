// What is checked across a charter: rules against each other, signals, tests, definitions, calendar.
#include <QtTest>

#include "tests/core/policy/charter_edits.h"

using namespace foreword;
using namespace foreword::fixture;

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

class TestCharterChecks : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void refusesRulesThatMeet_data();
    void refusesRulesThatMeet();
    void reviewOfDefinitionsCounts();
    void whatIsAlwaysCertainIsNeverSuspected();
    void whatEndsWithCertaintyGuardsNothing();
    void whatAlsoNeedsARecordDoesNotRestOnWords();
    void workingDaysNeedACalendarSomewhere();
    void inertSignalNeedsNoRule();
    void silentTestIsNoTest();
};

void TestCharterChecks::refusesRulesThatMeet_data()
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
    row("narrower, shorter", R"(rank = "P4"
when = { all = ["grief", "complaint"] }
offer = "hold"
until = { days = 30 })",
        shadowed);
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

void TestCharterChecks::refusesRulesThatMeet()
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

void TestCharterChecks::reviewOfDefinitionsCounts()
{
    const auto errors = errorsOf(charterText(), {2027, 5, 1});
    QCOMPARE(errors.size(), dictionary().entries().size());
    QCOMPARE(errors.front().code, ErrorCode::charter_review_passed);
    QVERIFY(errorsOf(charterText(), {2027, 3, 31}).empty());
}

void TestCharterChecks::whatIsAlwaysCertainIsNeverSuspected()
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

// What ends where the signal is confirmed leaves the worst case open, unless another rule takes over.
void TestCharterChecks::whatEndsWithCertaintyGuardsNothing()
{
    const auto suspected =
        replaced(charterText(), "when = { all = [\"danger\"] }", "when = { all = [\"danger\"], max_state = \"suspected\" }");
    const auto errors = errorsOf(suspected);
    const auto open = std::ranges::find(errors, ErrorCode::charter_contradiction, &Error::code);
    QVERIFY2(open != errors.end(), describe(errors).c_str());
    QCOMPARE(open->param("field"), std::string_view("offer"));
    QCOMPARE(open->param("entry"), std::string_view("danger"));
    const auto both = errorsOf(suspected + R"(
[[rule]]
id = "danger-known"
title = "Danger that is known"
rank = "P0"
when = { all = ["danger"], min_state = "confirmed" }
kinds = ["marketing", "upsell", "retention", "support", "service_notice"]
offer = "suppress"
conversation = "escalate"
until = { event = "signal", review_days = 1 }
say = "Someone is in danger."

[[test]]
name = "danger that is known"
rule = "danger-known"
signals = { danger = "confirmed" }
kind = "marketing"
expect = { offer = "suppress", conversation = "escalate" }
)");
    QVERIFY2(std::ranges::find(both, ErrorCode::charter_contradiction, &Error::code) == both.end(), describe(both).c_str());
}

void TestCharterChecks::whatAlsoNeedsARecordDoesNotRestOnWords()
{
    const auto both = errorsOf(charterWithSuppression("all = [\"objection\", \"mixed_identity\"]"));
    QVERIFY2(both.empty(), describe(both).c_str());
    for (const char* condition : {"all = [\"objection\"]", "any = [\"objection\", \"mixed_identity\"]"}) {
        const auto either = errorsOf(charterWithSuppression(condition));
        QVERIFY(!either.empty());
        QCOMPARE(either.front().code, ErrorCode::charter_permanent_from_text);
    }
}

void TestCharterChecks::workingDaysNeedACalendarSomewhere()
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

void TestCharterChecks::inertSignalNeedsNoRule()
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
void TestCharterChecks::silentTestIsNoTest()
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

QTEST_GUILESS_MAIN(TestCharterChecks)
#include "test_charter_checks.moc"
