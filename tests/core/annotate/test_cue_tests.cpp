// The tests of the cue lists: that the shipped ones hold, and that a list without them, or one
// that was broken, is found out.
#include "core/annotate/cue_tests.h"
#include "tests/core/annotate/reading.h"

using namespace foreword;
using namespace foreword::test;

namespace {

using Files = std::map<std::string, std::string_view>;

Files testFiles()
{
    Files files;
    for (const std::string& path : embeddedFiles("cue_tests/"))
        files[path] = *embeddedFile(path);
    return files;
}

Annotator lists(const Files& files)
{
    auto loaded = Annotator::load(dictionary(), files);
    if (!loaded)
        qFatal("%s", report(loaded.error()).c_str());
    return *std::move(loaded);
}

// A list that finds one signal, small enough to see through.
constexpr std::string_view smallList = R"(
language = "en"
[words]
function_word = ["the"]
clause_opener = ["but"]
reference_noun = ["x"]
account_noun = ["x"]
product = ["x"]
product_noun = ["x"]
error_noun = ["x"]
currency = ["x"]
route_noun = ["x"]
route_to = ["x"]
place_lead = ["x"]
not_place = ["x"]
error_says = ["x"]
place_lead_of_travel = ["x"]
travel_word = ["x"]
place_noun = ["x"]
numbered_place = ["x"]
street = ["x"]
street_link = ["x"]
postcode_noun = ["x"]
name_lead = ["x"]
sent_noun = ["x"]
how_often = ["x"]
[[scope]]
kind = "negated"
patterns = ["never"]
[[cue]]
marks = "signal:bereavement"
patterns = ["mother died"]
[[cue]]
marks = "ignore:open_complaint"
patterns = ["mother"]
)";

std::string smallListWith(std::string_view change, std::string_view with)
{
    std::string text(smallList);
    // Its times are those of the shipped list: a list without any is none.
    const std::string_view shipped = *embeddedFile("cues/en.toml");
    const std::size_t from = shipped.find("[time]");
    text.insert(text.find("[[scope]]"), shipped.substr(from, shipped.find("[values", from) - from));
    if (!change.empty())
        text.replace(text.find(change), change.size(), with);
    return text;
}

constexpr std::string_view smallTests = R"(language = "en"
[[test]]
signal = "bereavement"
text = "My mother died."
why = "stands"
stands = true
[[test]]
signal = "bereavement"
text = "It never was true that my mother died."
why = "negation"
stands = false
[[test]]
signal = "bereavement"
text = "I read that your mother died."
by = "agent"
why = "agent"
stands = false
)";

CueTestReport run(const std::string& list, const std::string& tests)
{
    return runCueTests(lists({{"cues/en.toml", list}}), dictionary(), {{"cue_tests/en.toml", tests}});
}

std::string smallTestsWith(std::string_view change, std::string_view with)
{
    std::string text(smallTests);
    const std::size_t at = text.find(change);
    if (at == std::string::npos)
        qFatal("not in the tests: %s", std::string(change).c_str());
    return text.replace(at, change.size(), with);
}

} // namespace

class CueTestsTest : public QObject {
    Q_OBJECT

private slots:
    void shippedListsHold();
    void everySignalOfWordsIsFoundInEveryLanguage();
    void aBrokenListFails_data();
    void aBrokenListFails();
    void aMissingTestIsNamed_data();
    void aMissingTestIsNamed();
    void aListWithoutTestsIsNamed();
    void aReplyIsReadAfterWhatItAnswers();
    void otherMarksThanSignalsAreTested();
    void refuses_data();
    void refuses();
};

void CueTestsTest::shippedListsHold()
{
    const CueTestReport found = runCueTests(lists(cueFiles()), dictionary(), testFiles());
    // One by one: a single message of the test library is cut.
    for (const Error& error : found.errors)
        qWarning("%s", report({error}).c_str());
    QVERIFY(found.errors.empty());
    QCOMPARE(found.languages.size(), std::size_t(4));
    for (const CueTestCount& count : found.languages)
        QVERIFY2(count.tests >= 80, count.language.c_str());
}

void CueTestsTest::everySignalOfWordsIsFoundInEveryLanguage()
{
    const Annotator annotator = lists(cueFiles());
    std::vector<std::string> ofWords;
    for (const DictionaryEntry& entry : dictionary().entries()) {
        // Card numbers are found by their digits.
        if (std::ranges::find(entry.evidence, "text") != entry.evidence.end() && entry.endsBy != "ingestion")
            ofWords.push_back(entry.id);
    }
    std::ranges::sort(ofWords);
    QCOMPARE(ofWords.size(), std::size_t(16));
    for (const std::string& language : annotator.languages())
        QVERIFY2(annotator.signalsOf(language) == ofWords, language.c_str());
}

void CueTestsTest::aBrokenListFails_data()
{
    QTest::addColumn<QString>("change");
    QTest::addColumn<QString>("with");
    QTest::addColumn<int>("line");
    QTest::addColumn<QString>("found");
    QTest::newRow("a scope is gone") << "patterns = [\"never\"]" << "patterns = [\"nope\"]" << 7 << "\"mother died\"";
    QTest::newRow("a cue is gone") << "[\"mother died\"]" << "[\"father died\"]" << 2 << "nothing";
    QTest::newRow("an agent's words count") << "patterns = [\"mother died\"]" << "by = \"any\"\npatterns = [\"mother died\"]" << 12
                                            << "\"mother died\"";
}

void CueTestsTest::aBrokenListFails()
{
    QFETCH(QString, change);
    QFETCH(QString, with);
    QFETCH(int, line);
    QFETCH(QString, found);
    const CueTestReport whole = run(smallListWith({}, {}), std::string(smallTests));
    QVERIFY2(whole.errors.empty(), report(whole.errors).c_str());
    const CueTestReport broken = run(smallListWith(change.toStdString(), with.toStdString()), std::string(smallTests));
    QVERIFY2(broken.errors.size() == 1, report(broken.errors).c_str());
    const Error& error = broken.errors.front();
    QCOMPARE(error.code, ErrorCode::cue_test_failed);
    QCOMPARE(std::string(error.param("file")), std::string("cue_tests/en.toml"));
    QCOMPARE(std::string(error.param("line")), std::to_string(line));
    QCOMPARE(std::string(error.param("entry")), std::string("bereavement"));
    QCOMPARE(QString::fromStdString(std::string(error.param("found"))), found);
    QCOMPARE(broken.languages.front().tests, std::size_t(3));
    QCOMPARE(broken.languages.front().failed, std::size_t(1));
}

void CueTestsTest::aMissingTestIsNamed_data()
{
    QTest::addColumn<QString>("from");
    QTest::addColumn<QString>("missing");
    QTest::addColumn<int>("line");
    QTest::newRow("stands") << "[[test]]\nsignal = \"bereavement\"\ntext = \"My" << "in which it stands" << 7;
    QTest::newRow("negation") << "[[test]]\nsignal = \"bereavement\"\ntext = \"It never" << "that negates it" << 7;
    QTest::newRow("agent") << "[[test]]\nsignal = \"bereavement\"\ntext = \"I read" << "of an agent's words" << 7;
}

void CueTestsTest::aMissingTestIsNamed()
{
    QFETCH(QString, from);
    QFETCH(QString, missing);
    QFETCH(int, line);
    std::string text(smallTests);
    const std::size_t start = text.find(from.toStdString());
    QVERIFY(start != std::string::npos);
    const std::size_t end = text.find("[[test]]", start + 1);
    text.erase(start, end == std::string::npos ? end : end - start);
    const CueTestReport found = run(smallListWith({}, {}), text);
    QVERIFY2(found.errors.size() == 1, report(found.errors).c_str());
    const Error& error = found.errors.front();
    QCOMPARE(error.code, ErrorCode::cue_list_untested);
    QCOMPARE(std::string(error.param("file")), std::string("cue_tests/en.toml"));
    QCOMPARE(std::string(error.param("line")), std::to_string(line));
    QCOMPARE(std::string(error.param("entry")), std::string("bereavement"));
    QCOMPARE(QString::fromStdString(std::string(error.param("missing"))), missing);
}

void CueTestsTest::aListWithoutTestsIsNamed()
{
    const CueTestReport found = runCueTests(lists({{"cues/en.toml", smallListWith({}, {})}}), dictionary(), {});
    QCOMPARE(found.errors.size(), std::size_t(1));
    QCOMPARE(found.errors.front().code, ErrorCode::cue_list_untested);
    QCOMPARE(std::string(found.errors.front().param("file")), std::string("cue_tests/en.toml"));
    QCOMPARE(std::string(found.errors.front().param("missing")), std::string("in which it stands, that negates it, of an agent's words"));
    QVERIFY(found.languages.empty());
}

void CueTestsTest::aReplyIsReadAfterWhatItAnswers()
{
    const std::string list = smallListWith("[[cue]]", R"([[cue]]
marks = "offer:bereavement"
patterns = ["lost someone"]
[[cue]]
marks = "accept"
patterns = ["^ yes"]
[[cue]])");
    const std::string reply = "[[test]]\nsignal = \"bereavement\"\ntext = \"Yes.\"\nwhy = \"reply\"\nstands = true\n";
    const std::string asked = reply + "before = \"Have you lost someone?\"\n";
    const std::string other = reply + "before = \"Is the sofa blue?\"\n";
    QVERIFY(run(list, std::string(smallTests) + asked).errors.empty());
    const CueTestReport unasked = run(list, std::string(smallTests) + other);
    QCOMPARE(unasked.errors.size(), std::size_t(1));
    QCOMPARE(unasked.errors.front().code, ErrorCode::cue_test_failed);
}

// What is done or resolved is no signal; anyone may say it, and none of these tests is needed.
void CueTestsTest::otherMarksThanSignalsAreTested()
{
    const std::string list = smallListWith("[[cue]]", R"([[cue]]
marks = "fulfilment:done"
by = "agent"
patterns = ["^ done $,"]
[[cue]]
marks = "fulfilment:refund"
by = "agent"
patterns = ["^ refunded $,"]
[[cue]])");
    const auto test = [](std::string_view mark, std::string_view text, std::string_view by, bool stands) {
        return "[[test]]\nmarks = \"" + std::string(mark) + "\"\ntext = \"" + std::string(text) + "\"\nby = \"" + std::string(by)
            + "\"\nwhy = \"" + (stands ? "stands" : "homonym") + "\"\nstands = " + (stands ? "true\n" : "false\n");
    };
    const std::string right = test("fulfilment:done", "Done, both of them.", "agent", true)
        + test("fulfilment", "Refunded.", "system", true) + test("fulfilment:done", "Refunded.", "agent", false)
        + test("fulfilment", "Done.", "customer", false);
    const CueTestReport held = run(list, std::string(smallTests) + right);
    QVERIFY2(held.errors.empty(), report(held.errors).c_str());
    const CueTestReport wrong = run(list, std::string(smallTests) + test("fulfilment:done", "Done and dusted.", "agent", true));
    QCOMPARE(wrong.errors.size(), std::size_t(1));
    QCOMPARE(wrong.errors.front().code, ErrorCode::cue_test_failed);
    QCOMPARE(std::string(wrong.errors.front().param("entry")), std::string("fulfilment:done"));
}

void CueTestsTest::refuses_data()
{
    QTest::addColumn<QString>("change");
    QTest::addColumn<QString>("with");
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("field");
    const auto row = [](const char* name, const char* change, const char* with, ErrorCode code, const char* field) {
        QTest::newRow(name) << change << with << static_cast<int>(code) << field;
    };
    using enum ErrorCode;
    row("unknown key", "stands = true", "stands = true\nnote = \"x\"", toml_key_unknown, "note");
    row("unknown key on top", "language = \"en\"", "language = \"en\"\nversion = \"1\"", toml_key_unknown, "version");
    row("unknown signal", "signal = \"bereavement\"", "signal = \"bereavment\"", charter_unknown_signal, "signal");
    row("unknown reason", "why = \"stands\"", "why = \"because\"", toml_value_bad, "why");
    row("unknown mark", "signal = \"bereavement\"", "marks = \"done\"", toml_value_bad, "marks");
    row("a mark besides a signal", "signal = \"bereavement\"", "signal = \"bereavement\"\nmarks = \"fulfilment\"", toml_value_bad, "marks");
    row("no reason", "why = \"stands\"\n", "", toml_value_missing, "why");
    row("no outcome", "stands = true\n", "", toml_value_missing, "stands");
    row("outcome as text", "stands = true", "stands = \"yes\"", toml_value_bad, "stands");
    row("no text", "text = \"My mother died.\"\n", "", toml_value_missing, "text");
    row("another speaker", "by = \"agent\"", "by = \"system\"", toml_value_bad, "by");
    row("language without a list", "language = \"en\"", "language = \"sw\"", toml_value_bad, "language");
    row("no language", "language = \"en\"\n", "", toml_value_missing, "language");
    row("stands, and does not", "stands = true", "stands = false", charter_contradiction, "stands");
    row("an agent's words by nobody", "by = \"agent\"\n", "", charter_contradiction, "why");
    row("an agent's words as a negation", "why = \"agent\"", "why = \"negation\"", charter_contradiction, "why");
    row("reply to nothing", "why = \"stands\"", "why = \"reply\"", charter_contradiction, "before");
    row("no TOML", "stands = true", "stands = ", toml_syntax, "");
}

void CueTestsTest::refuses()
{
    QFETCH(QString, change);
    QFETCH(QString, with);
    QFETCH(int, code);
    QFETCH(QString, field);
    const CueTestReport found = run(smallListWith({}, {}), smallTestsWith(change.toStdString(), with.toStdString()));
    QVERIFY(!found.errors.empty());
    const Error& error = found.errors.front();
    QVERIFY2(static_cast<int>(error.code) == code, report(found.errors).c_str());
    QCOMPARE(std::string(error.param("file")), std::string("cue_tests/en.toml"));
    QVERIFY(!error.param("line").empty() && error.param("line") != "0");
    QCOMPARE(QString::fromStdString(std::string(error.param("field"))), field);
}

QTEST_GUILESS_MAIN(CueTestsTest)
#include "test_cue_tests.moc"
