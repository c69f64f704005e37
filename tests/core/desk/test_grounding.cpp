// Nothing is said that was not written: over every customer of the sample history, and over the
// conversations of a folder of labelled data (FOREWORD_DATA), each word and number of each
// statement of a brief stands in the words it cites, or is a date that was worked out from them.
#include <fstream>
#include <map>
#include <set>

#include <QDate>
#include <QTest>

#include "core/brief/opening_frames.h"
#include "core/desk/conversation.h"
#include "core/desk/sample.h"
#include "core/desk/temporary_workspace.h"
#include "core/desk/workbench.h"
#include "core/model/cited_message.h"
#include "tests/core/text/words_of.h"

using namespace foreword;
using foreword::test::wordsOf;

namespace {

// Words that a brief adds by itself; names, numbers and what is said never stand here.
const std::set<std::string> frameWords = {"before", "said", "now", "moved"};

// Sources write some signs as HTML does; a brief shows the sign.
std::string plain(std::string text)
{
    for (const auto& [entity, sign] : {std::pair{"&amp;", "&"}, {"&lt;", "<"}, {"&gt;", ">"}})
        text = QString::fromStdString(text).replace(entity, sign).toStdString();
    return text;
}

class Grounding {
public:
    explicit Grounding(const History& history)
    {
        for (const HistoryMessage& message : history.messages)
            m_texts.emplace(message.messageKey(), message.text), m_days.emplace(message.messageKey(), message.at.toString().substr(0, 10));
    }

    void check(const Brief& brief)
    {
        for (const Statement& line : brief.history)
            check(line, {}, true);
        for (const Statement& statement : brief.situation)
            check(statement, {dayOf(statement)});
        for (const auto* section : {&brief.tried, &brief.askedAgain, &brief.openQuestions}) {
            for (const Statement& statement : *section)
                check(statement, {});
        }
        for (const Promise& promise : brief.promised)
            check(promise.statement, {dayOf(promise.due), dayOf(promise.before)});
        for (const ToldFact& fact : brief.told)
            check(fact.statement,
                  {fact.statement.text().find("(said ") != std::string::npos ? dayOf(fact.statement)
                       : isDay(fact.value)                                   ? fact.value
                                                                             : std::string()});
        for (const Citation& citation : brief.keySentences)
            check(Statement("", citation), {});
    }

    // The sentence to begin with: a frame, the day of what it quotes, and words that were said.
    void checkOpening(const Statement& opening, const History& history, Timestamp asOf)
    {
        const HistoryMessage* said = citedMessage(history, opening.citations().front());
        if (!said) {
            m_wrong.push_back("no message: " + opening.text());
            return;
        }
        const OpeningFrames& frames = openingFrames(said->language);
        for (const std::string_view frame : {frames.missed, frames.due, frames.wrote, frames.told, frames.asked}) {
            const std::string filled = fillFrame(frames, frame, said->at, asOf, "{quote}");
            const auto quote = filled.find("{quote}");
            const std::string_view text = opening.text(), end = std::string_view(filled).substr(quote + std::string_view("{quote}").size());
            if (text.size() < quote + end.size() || !text.starts_with(filled.substr(0, quote)) || !text.ends_with(end))
                continue;
            check(Statement(std::string(text.substr(quote, text.size() - quote - end.size())), opening.citations().front()), {});
            return;
        }
        if (opening.text() != frames.heard)
            m_wrong.push_back("no frame: " + opening.text());
    }

    std::size_t statements() const { return m_statements; }
    const std::vector<std::string>& wrong() const { return m_wrong; }

private:
    static bool isDay(const std::string& value) { return QDate::fromString(QString::fromStdString(value), Qt::ISODate).isValid(); }
    static std::string dayOf(const std::optional<Timestamp>& time) { return time ? time->toString().substr(0, 10) : std::string(); }
    std::string dayOf(const Statement& statement) { return m_days[statement.citations().front().message()]; }

    // `workedOut`: the dates that may stand beside the cited words. A line of what was `past`
    // may say of how many matters it tells, no more than it cites, and when their words were written.
    void check(const Statement& statement, const std::set<std::string>& workedOut, bool past = false)
    {
        ++m_statements;
        std::set<std::string> known = frameWords;
        std::size_t cited = 0;
        for (const Citation& citation : statement.citations()) {
            const auto text = m_texts.find(citation.message());
            if (text == m_texts.end() || !Citation::of(citation.message(), text->second, citation.span())) {
                m_wrong.push_back("no valid citation: " + statement.text());
                return;
            }
            if (past) {
                known.merge(wordsOf(m_days[citation.message()]));
                ++cited;
                known.insert(std::to_string(cited));
            }
            known.merge(wordsOf(plain(std::string(citation.span().in(text->second)))));
        }
        for (const std::string& word : wordsOf(statement.text())) {
            if (!known.contains(word) && !workedOut.contains(word))
                m_wrong.push_back("\"" + word + "\" is not in the cited words: " + statement.text());
        }
    }

    std::map<MessageKey, std::string> m_texts;
    std::map<MessageKey, std::string> m_days;
    std::vector<std::string> m_wrong;
    std::size_t m_statements = 0;
};

std::string joined(const std::vector<std::string>& lines)
{
    std::string text;
    for (const std::string& line : lines)
        text += line + "\n";
    return text;
}

} // namespace

class GroundingTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void foundWhereItIsBroken();
    void sampleHistory();
    void labelledData();
};

// The check itself: a word, a number and a citation that do not hold.
void GroundingTest::foundWhereItIsBroken()
{
    History history;
    HistoryMessage& message = history.messages.emplace_back();
    message.key = {"s", "m"};
    message.text = "The boiler is cold.";
    const Citation boiler = *Citation::of(message.messageKey(), message.text, {4, 10});
    const auto wrong = [&](const Statement& statement) {
        Brief brief;
        brief.situation.push_back(statement);
        Grounding grounding(history);
        grounding.check(brief);
        return grounding.wrong().size();
    };
    QCOMPARE(wrong(Statement("boiler", boiler)), std::size_t(0));
    QCOMPARE(wrong(Statement("boiler is", boiler)), std::size_t(1));
    QCOMPARE(wrong(Statement("boiler 2", boiler)), std::size_t(1));
    QCOMPARE(wrong(Statement("boiler (2026-01-01)", boiler)), std::size_t(1));
    const std::string longer = message.text + " For a week.";
    QCOMPARE(wrong(Statement("week", *Citation::of(message.messageKey(), longer, {26, 30}))), std::size_t(1));
    QCOMPARE(wrong(Statement("boiler", *Citation::of({"s", "other"}, message.text, {4, 10}))), std::size_t(1));

    const auto wrongFact = [&](const char* text, const char* value) {
        Brief brief;
        brief.told.push_back({Statement(text, boiler), FactKind::deviceOrProduct, value, text, {}});
        Grounding grounding(history);
        grounding.check(brief);
        return grounding.wrong().size();
    };
    QCOMPARE(wrongFact("boiler", "boiler"), std::size_t(0));
    QCOMPARE(wrongFact("boiler 4711", "4711"), std::size_t(1));
    QCOMPARE(wrongFact("boiler (2026-11-30)", "2026-11-30"), std::size_t(0));

    history.interactions.emplace_back();
    message.at = *Timestamp::parse("2026-11-05T10:00:00Z");
    message.language = "en";
    const auto wrongOpening = [&](const char* text, const Citation& cited) {
        Grounding grounding(history);
        grounding.checkOpening(Statement(text, cited), history, message.at.plusDays(2));
        return grounding.wrong().size();
    };
    const Citation all = *Citation::of(message.messageKey(), message.text, {0, 19});
    QCOMPARE(wrongOpening("On 5 November you wrote to us: “The boiler is cold.” I have that in front of me.", all), std::size_t(0));
    QCOMPARE(wrongOpening("On 5 November you wrote to us: “The boiler is broken.” I have that in front of me.", all), std::size_t(1));
    QCOMPARE(wrongOpening("On 6 November you wrote to us: “The boiler is cold.” I have that in front of me.", all), std::size_t(1));
    QCOMPARE(wrongOpening("On 5 November you wrote to us: “The boiler is cold.” It will be mended today.", all), std::size_t(1));
    QCOMPARE(wrongOpening("I have read what you told us. You do not have to explain it again.", all), std::size_t(0));
}

void GroundingTest::sampleHistory()
{
    const auto definitions = loadBuiltInDefinitions();
    auto temporary = TemporaryWorkspace::create(SystemClock());
    auto sample = loadSample();
    QVERIFY(definitions && temporary && sample);
    const Timestamp asOf = sample->asOf;
    Workbench workbench(temporary->workspace(), *definitions, std::make_shared<FixedClock>(asOf));
    QVERIFY(workbench.takeSample(std::move(*sample)).has_value());
    const auto queue = workbench.queue(asOf, 200, {});
    QVERIFY(queue.has_value());
    std::size_t statements = 0, openings = 0;
    for (const auto& entry : *queue) {
        const auto view = workbench.open(entry.person, {asOf, ConsentChannel::agent, {}}, {});
        QVERIFY(view.has_value());
        Grounding grounding(view->history);
        grounding.check(view->brief);
        if (view->opening) {
            grounding.checkOpening(*view->opening, view->history, asOf);
            ++openings;
        }
        statements += grounding.statements();
        QVERIFY2(grounding.wrong().empty(), joined(grounding.wrong()).c_str());
    }
    QVERIFY(queue->size() >= 20);
    QVERIFY(statements > 300);
    QVERIFY(openings > 5);
}

void GroundingTest::labelledData()
{
    const std::string folder = qEnvironmentVariable("FOREWORD_DATA").toStdString();
    if (folder.empty())
        QSKIP("FOREWORD_DATA names no folder of labelled conversations");
    const auto definitions = loadBuiltInDefinitions();
    QVERIFY(definitions.has_value());
    std::size_t statements = 0;
    for (const char* name :
         {"briefs_dev.jsonl", "summaries_train.jsonl", "summaries_valid.jsonl", "signals_real_dev.jsonl", "signals_adv_dev.jsonl"}) {
        std::ifstream in(folder + "/" + name);
        QVERIFY2(in, name);
        for (std::string line; std::getline(in, line);) {
            auto conversation = parseConversation(line);
            QVERIFY(conversation.has_value());
            annotateConversation(*conversation, (*definitions)->annotator);
            Grounding grounding(conversation->history);
            grounding.check(conversationBrief(*conversation, {}));
            statements += grounding.statements();
            QVERIFY2(grounding.wrong().empty(), joined(grounding.wrong()).c_str());
        }
    }
    QVERIFY(statements > 10000);
}

QTEST_APPLESS_MAIN(GroundingTest)
#include "test_grounding.moc"
