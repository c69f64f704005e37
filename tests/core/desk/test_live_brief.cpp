// Brief and decision of a conversation as it happens are those of the same history read at once,
// after each line, in whatever order the lines come.
#include <random>

#include <QTest>

#include <nlohmann/json.hpp>

#include "core/brief/brief_json.h"
#include "core/brief/brief_maker.h"
#include "core/desk/decision_input.h"
#include "core/desk/live_conversation.h"
#include "core/desk/promise_times.h"
#include "core/desk/sample.h"
#include "core/desk/temporary_workspace.h"
#include "core/desk/workbench.h"
#include "core/ingest/interchange.h"
#include "core/model/names.h"
#include "tests/bench/generated_history.h"

using namespace foreword;

namespace {

struct Line {
    Timestamp at;
    std::string text;
};

std::string lineOf(const History& history, const HistoryMessage& message, const std::string& more = {})
{
    const nlohmann::json line = {{"type", "message"},
                                 {"source", message.key.source},
                                 {"id", message.key.id},
                                 {"interaction", history.interactions[message.interaction].key.id},
                                 {"sender", nameOf(message.sender)},
                                 {"sender_name", message.senderName},
                                 {"visibility", nameOf(message.visibility)},
                                 {"at", message.at.toString()},
                                 {"text", message.text + more}};
    return line.dump();
}

// The history as it came: interactions open and close, and a message in ten is written anew.
std::vector<Line> linesOf(const History& history)
{
    std::vector<Line> lines;
    for (InteractionRecord record : history.interactions) {
        if (record.closedAt)
            lines.push_back({*record.closedAt, interchangeLine(record)});
        record.closedAt.reset();
        record.updatedAt.reset();
        record.status = InteractionStatus::open;
        lines.push_back({record.openedAt, interchangeLine(record)});
    }
    for (std::size_t i = 0; i < history.messages.size(); ++i) {
        const HistoryMessage& message = history.messages[i];
        if (i % 10 == 3)
            lines.push_back({message.at, lineOf(history, message, " I will ring you on 07700 900456 tomorrow, terrible service!")});
        lines.push_back({message.at, lineOf(history, message)});
    }
    for (const EventRecord& event : history.events)
        lines.push_back({event.at, interchangeLine(event)});
    std::ranges::stable_sort(lines, {}, &Line::at);
    return lines;
}

History historyOf(const std::vector<Record>& records)
{
    History history;
    for (const Record& record : records) {
        if (const auto* interaction = std::get_if<InteractionRecord>(&record))
            history.interactions.push_back(*interaction);
        if (const auto* customer = std::get_if<CustomerRecord>(&record))
            history.records.push_back(*customer);
        if (const auto* event = std::get_if<EventRecord>(&record))
            history.events.push_back(*event);
        const auto* message = std::get_if<MessageRecord>(&record);
        if (!message)
            continue;
        HistoryMessage said;
        said.key = message->key;
        const auto its = std::ranges::find(history.interactions, message->interaction, [](const auto& known) { return known.key.id; });
        said.interaction = static_cast<std::uint32_t>(its - history.interactions.begin());
        said.sender = message->sender;
        said.at = message->at;
        said.visibility = message->visibility;
        said.text = message->text;
        history.messages.push_back(std::move(said));
    }
    return history;
}

// What is known of the person beside what was said and what happened.
History whoOf(History history)
{
    history.interactions.clear();
    history.messages.clear();
    history.events.clear();
    return history;
}

std::string told(const Brief& brief)
{
    return briefJson(brief).dump();
}

} // namespace

class TestLiveBrief : public QObject {
    Q_OBJECT

private:
    std::shared_ptr<const Definitions> m_definitions;
    std::optional<TemporaryWorkspace> m_temporary;
    Timestamp m_asOf;
    std::vector<OfferRecord> m_offers;
    std::vector<History> m_histories, m_some;
    int m_compared = 0;

    LiveConversation liveAfter(History known, Timestamp now)
    {
        return {*m_definitions, std::move(known), m_offers, ConsentChannel::agent, now};
    }

    struct Read {
        std::string brief; // as JSON
        Decision decision;
    };

    // The same history read at once, where `anew` with every message annotated anew.
    Read whole(History history, Timestamp asOf, bool anew)
    {
        if (anew) {
            for (auto& message : history.messages)
                message.annotations.clear();
            for (std::size_t i = 0; i < history.messages.size(); ++i)
                history.messages[i].annotations = m_definitions->annotator.annotate(history.messages, i);
        }
        readPromisesAtHome(history, m_definitions->charter.calendar());
        const auto input =
            makeDecisionInput(m_definitions->dictionary, m_definitions->charter, history, m_offers, asOf, ConsentChannel::agent);
        return {told(makeBrief(history, asOf)), decide(m_definitions->charter, m_definitions->dictionary, input)};
    }

    void take(LiveConversation& live, const std::string& line, Timestamp now, bool anew = false)
    {
        const auto step = live.take(line, now);
        QVERIFY2(step, line.c_str());
        const Read expected = whole(live.history(), step->decision.asOf, anew);
        ++m_compared;
        std::string kept = told(live.brief()), other = expected.brief;
        if (anew || step->decision != expected.decision) {
            kept += canonicalDecision(step->decision);
            other += canonicalDecision(expected.decision);
        }
        const auto differs = static_cast<std::size_t>(std::ranges::mismatch(kept, other).in1 - kept.begin());
        const std::size_t from = differs > 200 ? differs - 200 : 0;
        QVERIFY2(kept == other,
                 ("after " + line + "\nkept  " + kept.substr(std::min(from, kept.size()), 400) + "\nwhole "
                  + other.substr(std::min(from, other.size()), 400))
                     .c_str());
    }

    // Compared after each of so many lines, and after the last.
    void takeAll(LiveConversation& live, const std::vector<Line>& lines, std::size_t each = 1)
    {
        for (std::size_t i = 0; i < lines.size(); ++i) {
            const bool last = i + 1 == lines.size();
            if (last || i % each == 0)
                take(live, lines[i].text, lines[i].at, last || i % 20 == 19);
            else
                QVERIFY(live.take(lines[i].text, lines[i].at));
            if (QTest::currentTestFailed())
                return;
        }
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_definitions = *loadBuiltInDefinitions();
        m_temporary.emplace(*TemporaryWorkspace::create(SystemClock()));
        auto sample = *loadSample();
        m_asOf = sample.asOf;
        for (const auto& record : sample.records) {
            if (const auto* offer = std::get_if<OfferRecord>(&record))
                m_offers.push_back(*offer);
        }
        QVERIFY(!m_offers.empty());
        Workbench workbench(m_temporary->workspace(), m_definitions, std::make_shared<FixedClock>(m_asOf));
        QVERIFY(workbench.takeSample(std::move(sample)));
        const auto queue = workbench.queue(m_asOf, 60, {});
        QVERIFY(queue);
        for (const auto& entry : *queue) {
            auto view = workbench.open(entry.person, {m_asOf, ConsentChannel::agent, {}}, {});
            QVERIFY(view);
            m_histories.push_back(std::move(view->history));
        }
        QVERIFY(m_histories.size() >= 20);
        for (std::size_t i = 0; i < m_histories.size(); i += 5)
            m_some.push_back(m_histories[i]);
    }

    void everyStepOfTheSample()
    {
        for (std::size_t i = 0; i < m_histories.size(); ++i) {
            const History& history = m_histories[i];
            LiveConversation live = liveAfter(whoOf(history), history.interactions.front().openedAt);
            takeAll(live, linesOf(history), i % 5 == 0 ? 1 : 6);
            if (QTest::currentTestFailed())
                return;
            QCOMPARE(live.history().messages.size(), history.messages.size());
        }
        QVERIFY(m_compared > 200);
    }

    // Wherever it begins: what was read before is taken over as it is.
    void everyCutEndsAtTheSameBrief()
    {
        std::mt19937 random(20261128); // NOLINT(bugprone-random-generator-seed): the same cuts every time
        for (const History& history : m_histories) {
            const auto lines = linesOf(history);
            const auto cut = std::uniform_int_distribution<std::size_t>(0, lines.size() - 1)(random);
            LiveConversation first = liveAfter(whoOf(history), history.interactions.front().openedAt);
            for (std::size_t i = 0; i < cut; ++i)
                QVERIFY(first.take(lines[i].text, lines[i].at));
            LiveConversation later = liveAfter(first.history(), m_asOf);
            QCOMPARE(told(later.brief()), told(makeBrief(first.history(), m_asOf)));
            take(later, lines[cut].text, m_asOf, true);
            if (QTest::currentTestFailed())
                return;
        }
    }

    // Some lines come late, and what was written anew may come before what it replaces.
    void linesThatComeLate()
    {
        std::mt19937 random(5); // NOLINT(bugprone-random-generator-seed): the same order every time
        std::bernoulli_distribution late(0.2);
        std::uniform_int_distribution<std::size_t> by(1, 9);
        for (const History& history : m_some) {
            auto lines = linesOf(history);
            for (std::size_t i = 0; i < lines.size(); ++i) {
                if (late(random))
                    std::swap(lines[i], lines[std::min(lines.size() - 1, i + by(random))]);
            }
            LiveConversation live = liveAfter(whoOf(history), history.interactions.front().openedAt);
            takeAll(live, lines);
            if (QTest::currentTestFailed())
                return;
            QVERIFY(std::ranges::is_sorted(live.history().messages, {}, &HistoryMessage::at));
            QVERIFY(std::ranges::is_sorted(live.history().interactions, {}, &InteractionRecord::openedAt));
        }
    }

    void generatedHistories()
    {
        for (const unsigned seed : {1U, 2U}) {
            const History history = historyOf(bench::generatedCustomer("g" + std::to_string(seed), 60, m_asOf, seed));
            QCOMPARE(history.messages.size(), std::size_t(60));
            LiveConversation live = liveAfter(whoOf(history), history.interactions.front().openedAt);
            takeAll(live, linesOf(history));
            if (QTest::currentTestFailed())
                return;
        }
    }

    // Promises come due and are missed, words of time are no longer understood, signals end.
    void timePasses()
    {
        for (const History& history : m_some) {
            LiveConversation live = liveAfter(history, m_asOf);
            for (const std::int64_t hours : {1, 20, 30, 75, 800, 9000}) {
                const nlohmann::json line = {
                    {"type", "event"}, {"name", "call_started"}, {"at", m_asOf.plusMinutes(60 * hours).toString()}};
                take(live, line.dump(), m_asOf);
                if (QTest::currentTestFailed())
                    return;
            }
        }
    }

    // A conversation may begin before what is known already.
    void whatIsKnownComesToExist()
    {
        for (const History& history : m_some) {
            LiveConversation live = liveAfter(history, history.interactions.front().openedAt);
            const std::size_t step = std::max<std::size_t>(1, history.messages.size() / 4);
            for (std::size_t i = 0; i < history.messages.size(); i += step) {
                const nlohmann::json line = {
                    {"id", "new" + std::to_string(i)},
                    {"interaction", "new"},
                    {"sender", i % 2 ? "agent" : "customer"},
                    {"at", history.messages[i].at.toString()},
                    {"text", i % 2 ? "We will call you back tomorrow." : "This is appalling. My number is 07700 900123."}};
                take(live, line.dump(), m_asOf);
                if (QTest::currentTestFailed())
                    return;
            }
        }
    }

    // What shows a promise kept may stand in another conversation, or be an event.
    void promisesAreKeptElsewhere()
    {
        const auto when = [&](int hours) { return m_asOf.plusMinutes(60 * hours).toString(); };
        const auto said = [&](const char* conversation, const char* sender, int hours, const char* text) {
            return nlohmann::json({{"interaction", conversation}, {"sender", sender}, {"at", when(hours)}, {"text", text}}).dump();
        };
        LiveConversation live = liveAfter({}, m_asOf);
        take(live, said("a", "customer", 1, "Where is my parcel?"), m_asOf);
        take(live, said("a", "agent", 2, "We will deliver your parcel tomorrow."), m_asOf);
        take(live, said("c", "agent", 3, "We will call you back tomorrow."), m_asOf);
        QCOMPARE(live.brief().promised.size(), std::size_t(2));
        take(live, said("b", "customer", 26, "The box came this morning."), m_asOf);
        QCOMPARE(live.brief().promised.front().status, PromiseStatus::kept);
        QCOMPARE(live.brief().promised.back().status, PromiseStatus::due);
        take(live, nlohmann::json({{"type", "event"}, {"name", "call_done"}, {"at", when(27)}}).dump(), m_asOf);
        QCOMPARE(live.brief().promised.back().status, PromiseStatus::kept);
    }

    void theBriefFollows()
    {
        LiveConversation live = liveAfter({}, m_asOf);
        QVERIFY(live.brief().situation.empty());
        QVERIFY(live.take(R"({"id":"1","sender":"customer","text":"My router has been dead since Monday."})", m_asOf));
        QVERIFY(live.brief().situation.size() == 1);
        QVERIFY(live.take(R"({"id":"2","sender":"agent","text":"We will call you back tomorrow."})", m_asOf));
        QVERIFY(live.brief().promised.size() == 1);
        QCOMPARE(live.brief().promised[0].status, PromiseStatus::due);
        QVERIFY(live.take(R"({"id":"1","sender":"customer","text":"My phone has been dead since Monday."})", m_asOf));
        QCOMPARE(live.history().messages.size(), std::size_t(2));
        QVERIFY(live.brief().situation.front().text().starts_with("My phone has been dead since Monday."));
    }
};

QTEST_GUILESS_MAIN(TestLiveBrief)
#include "test_live_brief.moc"
