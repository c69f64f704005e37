// The brief of a conversation as it happens is that of the same history read at once, wherever
// the reading was cut.
#include <random>

#include <QTest>

#include <nlohmann/json.hpp>

#include "core/brief/brief_json.h"
#include "core/brief/brief_maker.h"
#include "core/desk/live_conversation.h"
#include "core/desk/promise_times.h"
#include "core/desk/sample.h"
#include "core/desk/temporary_workspace.h"
#include "core/desk/workbench.h"
#include "core/model/names.h"

using namespace foreword;

namespace {

std::string lineOf(const History& history, const HistoryMessage& message)
{
    const nlohmann::json line = {{"type", "message"},
                                 {"source", message.key.source},
                                 {"id", message.key.id},
                                 {"interaction", history.interactions[message.interaction].key.id},
                                 {"sender", nameOf(message.sender)},
                                 {"sender_name", message.senderName},
                                 {"visibility", nameOf(message.visibility)},
                                 {"at", message.at.toString()},
                                 {"text", message.text}};
    return line.dump();
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
    std::vector<History> m_histories;

    LiveConversation liveAfter(History known) { return {*m_definitions, std::move(known), {}, ConsentChannel::agent, m_asOf}; }

    // Everything annotated anew, in one go.
    Brief recomputed(History history)
    {
        for (auto& message : history.messages)
            message.annotations.clear();
        for (std::size_t i = 0; i < history.messages.size(); ++i)
            history.messages[i].annotations = m_definitions->annotator.annotate(history.messages, i);
        readPromisesAtHome(history, m_definitions->charter.calendar());
        return makeBrief(history, m_asOf);
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_definitions = *loadBuiltInDefinitions();
        m_temporary.emplace(*TemporaryWorkspace::create(SystemClock()));
        auto sample = *loadSample();
        m_asOf = sample.asOf;
        Workbench workbench(m_temporary->workspace(), m_definitions, std::make_shared<FixedClock>(m_asOf));
        QVERIFY(workbench.takeSample(std::move(sample)));
        const auto queue = workbench.queue(m_asOf, 60, {});
        QVERIFY(queue);
        for (const auto& entry : *queue) {
            auto view = workbench.open(entry.person, {m_asOf, ConsentChannel::agent, {}}, {});
            QVERIFY(view);
            if (view->history.messages.size() >= 4)
                m_histories.push_back(std::move(view->history));
        }
        QVERIFY(m_histories.size() >= 15);
    }

    void everyCutEndsAtTheSameBrief()
    {
        std::mt19937 random(20261128); // NOLINT(bugprone-random-generator-seed): the same cuts every time
        int compared = 0;
        for (const History& history : m_histories) {
            const auto count = history.messages.size();
            std::uniform_int_distribution<std::size_t> anywhere(0, count - 1);
            History begun = history;
            begun.messages.clear();
            LiveConversation whole = liveAfter(begun);
            const auto cut = anywhere(random);
            std::optional<LiveConversation> later;
            for (std::size_t i = 0; i < count; ++i) {
                if (i == cut)
                    later.emplace(liveAfter(whole.history()));
                const auto line = lineOf(history, history.messages[i]);
                QVERIFY(whole.take(line, m_asOf));
                QVERIFY(!later || later->take(line, m_asOf));
                if (i % 7 == cut % 7) {
                    ++compared;
                    QCOMPARE(told(whole.brief()), told(recomputed(whole.history())));
                }
            }
            QCOMPARE(told(later->brief()), told(whole.brief()));
            QCOMPARE(told(whole.brief()), told(recomputed(whole.history())));
        }
        QVERIFY(compared > 20);
    }

    void theBriefFollows()
    {
        LiveConversation live = liveAfter({});
        QVERIFY(live.brief().situation.empty());
        QVERIFY(live.take(R"({"id":"1","sender":"customer","text":"My router has been dead since Monday."})", m_asOf));
        QVERIFY(live.brief().situation.size() == 1);
        QVERIFY(live.take(R"({"id":"2","sender":"agent","text":"We will call you back tomorrow."})", m_asOf));
        QVERIFY(live.brief().promised.size() == 1);
        QCOMPARE(live.brief().promised[0].status, PromiseStatus::due);
    }
};

QTEST_GUILESS_MAIN(TestLiveBrief)
#include "test_live_brief.moc"
