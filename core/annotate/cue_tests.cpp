#include "core/annotate/cue_tests.h"

#include <algorithm>

#include "core/text/toml_table.h"

namespace foreword {
namespace {

struct CueTest {
    std::string signal, mark, text, before, why; // a signal or another mark
    Sender by = Sender::customer;
    bool stands = false;
    int line = 0;
};

// Tests that each signal needs, by their `why`.
struct NeededTest {
    std::string_view why;
    bool stands;
    std::string_view shows;
};
constexpr NeededTest neededTests[] = {
    {"stands", true, "in which it stands"},
    {"negation", false, "that negates it"},
    {"agent", false, "of an agent's words"},
};

// What a sentence is an example of: plain words; negated, supposed, settled; about another
// person; an agent's; words that only look like it; the answer to `before`; asked or only planned.
const std::vector<std::string_view> kinds = {"stands", "negation", "hypothetical", "past",     "other",
                                             "agent",  "homonym",  "reply",        "question", "plan"};

// Marks besides signals that sentences are tested for, with any label or the one behind the colon.
struct TestedMark {
    std::string_view name;
    AnnotationKind kind;
};
constexpr TestedMark testedMarks[] = {{"fulfilment", AnnotationKind::fulfilment}, {"resolution", AnnotationKind::resolution}};

const TestedMark* markNamed(std::string_view mark)
{
    const auto found = std::ranges::find(testedMarks, mark.substr(0, mark.find(':')), &TestedMark::name);
    return found == std::end(testedMarks) ? nullptr : found;
}

void checkConsistent(const CueTest& test, TomlTable& table)
{
    const auto contradiction = [&](std::string_view field, std::string detail) {
        table.addError(ErrorCode::charter_contradiction, field, {{"detail", std::move(detail)}});
    };
    // Who speaks matters to a signal; deeds are told by all.
    if (test.mark.empty() && (test.by != Sender::customer) != (test.why == "agent"))
        contradiction("why", "words of an agent, and only those, are why = \"agent\"");
    const bool mustStand = test.why == "stands";
    const bool mustNot = test.why == "homonym" || test.why == "agent";
    if ((mustStand && !test.stands) || (mustNot && test.stands))
        contradiction("stands", "why = \"" + test.why + "\" needs stands = " + (mustStand ? "true" : "false"));
    if (test.before.empty() && test.why == "reply")
        contradiction("before", "a reply needs what it answers");
}

CueTest readTest(TomlTable& table, const Dictionary& dictionary, TomlErrors& errors)
{
    const std::size_t before = errors.count();
    CueTest test;
    test.line = table.line();
    test.mark = table.text("marks", Need::optional);
    test.signal = table.id("signal", test.mark.empty() ? Need::required : Need::optional);
    if (!test.signal.empty() || !test.mark.empty())
        table.setEntry("a test of " + (test.mark.empty() ? test.signal : test.mark));
    if (!test.mark.empty() && (!markNamed(test.mark) || !test.signal.empty()))
        table.addError(ErrorCode::toml_value_bad, "marks",
                       {{"value", test.mark}, {"allowed", "fulfilment:… or resolution:…, without a signal"}});
    if (!test.signal.empty() && !dictionary.find(test.signal))
        table.addError(ErrorCode::charter_unknown_signal, "signal", {{"value", test.signal}});
    test.text = table.text("text", Need::required);
    test.before = table.text("before", Need::optional);
    test.why = table.word("why", kinds, Need::required);
    const std::vector<std::string_view> speakers = {"customer", "agent", "system"};
    const std::string by = table.word("by", {speakers.begin(), speakers.end() - (test.mark.empty() ? 1 : 0)}, Need::optional);
    test.by = by == "agent" ? Sender::agent : by == "system" ? Sender::system : Sender::customer;
    if (!table.has("stands"))
        table.addError(ErrorCode::toml_value_missing, "stands", {});
    test.stands = table.flag("stands");
    table.finish();
    if (errors.count() == before)
        checkConsistent(test, table);
    return test;
}

HistoryMessage messageOf(std::string_view text, Sender sender, std::string_view language)
{
    HistoryMessage message;
    message.sender = sender;
    message.text = text;
    message.language = language;
    return message;
}

bool isTested(const CueTest& test, const Annotation& annotation)
{
    const std::size_t colon = std::min(test.mark.find(':'), test.mark.size());
    const TestedMark* mark = test.mark.empty() ? nullptr : markNamed(test.mark);
    if (!mark)
        return annotation.kind == AnnotationKind::cue && annotation.label == test.signal;
    return annotation.kind == mark->kind && (colon == test.mark.size() || annotation.label == test.mark.substr(colon + 1));
}

// The words in which the list finds what is tested; empty: nowhere.
std::string foundIn(const CueTest& test, const Annotator& annotator, std::string_view language)
{
    std::vector<HistoryMessage> conversation;
    if (!test.before.empty())
        conversation.push_back(messageOf(test.before, Sender::agent, language));
    conversation.push_back(messageOf(test.text, test.by, language));
    std::string words;
    for (const Annotation& annotation : annotator.annotate(conversation, conversation.size() - 1)) {
        if (isTested(test, annotation))
            words.append(words.empty() ? "\"" : ", \"").append(annotation.span.in(test.text)).append("\"");
    }
    return words;
}

class Run {
public:
    Run(const Annotator& annotator, const Dictionary& dictionary) : m_annotator(annotator), m_dictionary(dictionary) {}

    void read(const std::string& file, std::string_view text)
    {
        TomlErrors errors(file);
        if (const auto document = parseToml(text, errors)) {
            TomlTable top(*document, 1, "the tests of a cue list", errors);
            const auto languages = m_annotator.languages();
            const std::string language = top.word("language", {languages.begin(), languages.end()}, Need::required);
            std::vector<CueTest> tests;
            for (auto& table : top.tables("test"))
                tests.push_back(readTest(table, m_dictionary, errors));
            top.finish();
            // What could not be read would be missed here a second time.
            if (errors.count() == 0)
                run(tests, language, errors);
            m_read.push_back(language);
        }
        take(std::move(errors));
    }

    CueTestReport finish()
    {
        for (const std::string& language : m_annotator.languages()) {
            if (std::ranges::find(m_read, language) != m_read.end())
                continue;
            TomlErrors errors("cue_tests/" + language + ".toml");
            checkCoverage({}, language, errors);
            take(std::move(errors));
        }
        return std::move(m_report);
    }

private:
    void run(const std::vector<CueTest>& tests, const std::string& language, TomlErrors& errors)
    {
        CueTestCount count{language, tests.size(), 0};
        for (const CueTest& test : tests) {
            const std::string found = foundIn(test, m_annotator, language);
            if (found.empty() != test.stands)
                continue;
            ++count.failed;
            errors.add(ErrorCode::cue_test_failed, test.line,
                       {{"entry", test.mark.empty() ? test.signal : test.mark},
                        {"field", "text"},
                        {"value", test.text},
                        {"why", test.why},
                        {"expected", test.stands ? "should stand" : "should not stand"},
                        {"found", found.empty() ? "nothing" : found}});
        }
        checkCoverage(tests, language, errors);
        m_report.languages.push_back(std::move(count));
    }

    void checkCoverage(const std::vector<CueTest>& tests, const std::string& language, TomlErrors& errors)
    {
        for (const std::string& signal : m_annotator.signalsOf(language)) {
            int line = 1;
            std::string missing;
            for (const NeededTest& needed : neededTests) {
                bool there = false;
                for (const CueTest& test : tests) {
                    if (test.signal != signal)
                        continue;
                    line = test.line;
                    there = there || (test.why == needed.why && test.stands == needed.stands);
                }
                if (!there)
                    missing.append(missing.empty() ? "" : ", ").append(needed.shows);
            }
            if (!missing.empty())
                errors.add(ErrorCode::cue_list_untested, line,
                           {{"entry", signal}, {"field", "why"}, {"language", language}, {"missing", missing}});
        }
    }

    void take(TomlErrors errors) { std::ranges::move(errors.take(), std::back_inserter(m_report.errors)); }

    const Annotator& m_annotator;
    const Dictionary& m_dictionary;
    std::vector<std::string> m_read; // languages whose tests were found
    CueTestReport m_report;
};

} // namespace

CueTestReport runCueTests(const Annotator& annotator, const Dictionary& dictionary, const std::map<std::string, std::string_view>& files)
{
    Run run(annotator, dictionary);
    for (const auto& [file, text] : files)
        run.read(file, text);
    return run.finish();
}

} // namespace foreword
