// The desk over threads: results come back by the dispatcher, what was cancelled never does.
#include <condition_variable>
#include <deque>
#include <mutex>

#include <QTest>

#include "core/desk/follow_up.h"
#include "core/desk/sample.h"
#include "core/desk/temporary_workspace.h"
#include "core/desk/workbench.h"
#include "core/desk/workspace_desk.h"
#include "core/store/connection.h"
#include "core/store/outbox_table.h"

using namespace foreword;

namespace {

// Stands in for the window's event loop: jobs run only when the test lets them.
class Loop {
public:
    void post(std::function<void()> job)
    {
        const std::lock_guard lock(m_mutex);
        m_jobs.push_back(std::move(job));
        m_wake.notify_one();
    }

    // True once at least `count` jobs are waiting.
    bool waitFor(std::size_t count)
    {
        std::unique_lock lock(m_mutex);
        return m_wake.wait_for(lock, std::chrono::seconds(30), [&] { return m_jobs.size() >= count; });
    }

    void runPending()
    {
        while (waiting() > 0)
            runOne();
    }

    std::size_t waiting()
    {
        const std::lock_guard lock(m_mutex);
        return m_jobs.size();
    }

    bool runOne()
    {
        std::unique_lock lock(m_mutex);
        if (!m_wake.wait_for(lock, std::chrono::seconds(30), [&] { return !m_jobs.empty(); }))
            return false;
        auto job = std::move(m_jobs.front());
        m_jobs.pop_front();
        lock.unlock();
        job();
        return true;
    }

private:
    std::mutex m_mutex;
    std::condition_variable m_wake;
    std::deque<std::function<void()>> m_jobs;
};

} // namespace

class TestWorkspaceDesk : public QObject {
    Q_OBJECT

private:
    std::optional<TemporaryWorkspace> m_temporary;
    std::shared_ptr<const Definitions> m_definitions;
    Timestamp m_asOf;
    std::int64_t m_maria = 0;
    Loop m_loop;

    std::unique_ptr<Desk> desk()
    {
        return makeWorkspaceDesk({m_temporary->workspace(), m_definitions, std::make_shared<FixedClock>(m_asOf),
                                  [this](std::function<void()> job) { m_loop.post(std::move(job)); }, m_asOf, false});
    }

    std::shared_ptr<const CustomerView> opened()
    {
        Workbench workbench(m_temporary->workspace(), m_definitions, std::make_shared<FixedClock>(m_asOf));
        auto view = workbench.open(m_maria, {m_asOf, ConsentChannel::agent, {}}, {});
        return view ? std::make_shared<const CustomerView>(std::move(*view)) : nullptr;
    }

private Q_SLOTS:
    void initTestCase()
    {
        auto definitions = loadBuiltInDefinitions();
        QVERIFY(definitions);
        m_definitions = *definitions;
        auto temporary = TemporaryWorkspace::create(SystemClock());
        QVERIFY(temporary);
        m_temporary.emplace(std::move(*temporary));
        auto sample = loadSample();
        QVERIFY(sample);
        m_asOf = sample->asOf;
        Workbench workbench(m_temporary->workspace(), m_definitions, std::make_shared<FixedClock>(m_asOf));
        QVERIFY(workbench.takeSample(std::move(*sample)));
        const auto person = workbench.resolve("crm:C-20417");
        QVERIFY(person);
        m_maria = *person;
    }

    void opensACustomer()
    {
        const auto running = desk();
        std::shared_ptr<const CustomerView> view;
        running->openCustomer(m_maria, {}, [&](auto result) {
            if (result)
                view = *result;
        });
        QVERIFY(m_loop.runOne());
        QVERIFY(view);
        QCOMPARE(QString::fromStdString(view->profile.displayName), QStringLiteral("Maria Hoffmann"));
    }

    void readsAgainQuietly()
    {
        const auto running = desk();
        std::shared_ptr<const CustomerView> view, again;
        running->openCustomer(m_maria, {}, [&](auto result) { view = *result; });
        QVERIFY(m_loop.runOne());
        running->openAgain(view, {}, [&](auto result) { again = *result; });
        QVERIFY(m_loop.runOne());
        QCOMPARE(again, view); // nothing new: the very same

        // Linking has given the records another number.
        auto renumbered = *view;
        renumbered.profile.person = 999999;
        running->openAgain(std::make_shared<const CustomerView>(renumbered), {}, [&](auto result) { again = *result; });
        QVERIFY(m_loop.runOne());
        QCOMPARE(again->profile.person, m_maria);

        // Nothing of it is there any more.
        renumbered.profile.records.clear();
        std::optional<ErrorCode> code;
        running->openAgain(std::make_shared<const CustomerView>(renumbered), {},
                           [&](auto result) { code = result ? ErrorCode::internal : result.error().code; });
        QVERIFY(m_loop.runOne());
        QCOMPARE(code, std::optional(ErrorCode::customer_not_found));
    }

    void saysWhyItCannot()
    {
        const auto running = desk();
        std::optional<ErrorCode> code;
        running->openCustomer(999999, {}, [&](auto result) { code = result ? ErrorCode::internal : result.error().code; });
        QVERIFY(m_loop.runOne());
        QCOMPARE(code, std::optional(ErrorCode::customer_not_found));
    }

    void whatIsCancelledNeverComesBack()
    {
        const auto running = desk();
        CancelSource first;
        bool firstCalled = false, secondCalled = false;
        running->openCustomer(m_maria, first.token(), [&](const auto&) { firstCalled = true; });
        first.cancel();
        running->openCustomer(m_maria, {}, [&](const auto&) { secondCalled = true; });
        while (!secondCalled)
            QVERIFY(m_loop.runOne());
        QVERIFY(!firstCalled);
    }

    void cancelledOnTheWayIsNotDelivered()
    {
        const auto running = desk();
        CancelSource source;
        bool called = false, done = false;
        running->openCustomer(m_maria, source.token(), [&](const auto&) { called = true; });
        running->status({}, [&](const auto&) { done = true; });
        QVERIFY(m_loop.waitFor(2)); // both answers are on their way to the window
        source.cancel();
        m_loop.runPending();
        QVERIFY(done);
        QVERIFY(!called);
    }

    void manyAtOnceAnswerInOrder()
    {
        const auto running = desk();
        QList<int> order;
        for (int i = 0; i < 20; ++i)
            running->findCustomers("maria", 5, {}, [&order, i](auto result) {
                if (result && !result->empty())
                    order.append(i);
            });
        for (int i = 0; i < 20; ++i)
            QVERIFY(m_loop.runOne());
        for (int i = 0; i < 20; ++i)
            QCOMPARE(order[i], i);
    }

    void closesWithWorkUnderWay()
    {
        bool called = false;
        {
            const auto running = desk();
            for (int i = 0; i < 50; ++i)
                running->openCustomer(m_maria, {}, [&](const auto&) { called = true; });
        }
        m_loop.runPending(); // answers that were on their way find the desk closed
        QVERIFY(!called);
    }

    // The last word before the window closes is kept, although nobody waits for the answer.
    void whatIsWrittenOutlivesTheDesk()
    {
        const auto view = opened();
        QVERIFY(view && view->wrapUp.interaction);
        const Draft draft{view->history.interactions[*view->wrapUp.interaction].key, DraftKind::wrapUp, "half a sen", m_asOf};
        const Feedback feedback{{view->brief.situation.at(0).citations().front().message(),
                                 view->brief.situation.at(0).citations().front().span(),
                                 Section::situation,
                                 {}},
                                FeedbackVerdict::misleading,
                                "not said like this",
                                view->brief.situation.at(0).text(),
                                m_asOf};
        {
            const auto running = desk();
            for (const char* text : {"half", "half a", "half a sen"}) {
                auto typed = draft;
                typed.text = text;
                running->keepDraft(typed, {}, [](const auto&) {});
            }
            running->mark(feedback, {}, [](const auto&) {});
        }
        m_loop.runPending();
        const auto again = opened();
        QVERIFY(again->drafts == std::vector{draft});
        QVERIFY(again->feedback == std::vector{feedback});
        QVERIFY(!readsTheSame(*view, *again)); // the window shows the mark

        const auto running = desk();
        std::unique_ptr<DeskStatus> status;
        running->status({}, [&](auto result) { status = std::make_unique<DeskStatus>(std::move(*result)); });
        QVERIFY(m_loop.runOne());
        QVERIFY(status->drafts == (std::vector<WaitingDraft>{{m_maria, "Maria Hoffmann", DraftKind::wrapUp}}));
        int done = 0;
        running->dropDraft(draft.interaction, draft.kind, {}, [&](const auto& result) { done += result ? 1 : 0; });
        running->unmark(feedback.subject, {}, [&](const auto& result) { done += result ? 1 : 0; });
        QVERIFY(m_loop.runOne() && m_loop.runOne());
        QCOMPARE(done, 2);
        QVERIFY(opened()->drafts.empty() && opened()->feedback.empty());
    }

    void aNoteGoesIntoTheOutboxAndComesBack()
    {
        const auto view = opened();
        const Draft draft{view->history.interactions[*view->wrapUp.interaction].key, DraftKind::note, "Called back.", m_asOf};
        const auto running = desk();
        std::optional<ErrorCode> refused;
        running->sendNote(m_maria, draft, {}, [&](const auto& result) { refused = result.error().code; });
        QVERIFY(m_loop.runOne());
        QVERIFY(refused == ErrorCode::notes_unsupported); // nothing is connected

        Workbench workbench(m_temporary->workspace(), m_definitions, std::make_shared<FixedClock>(m_asOf));
        SourceConfig config;
        config.name = draft.interaction.source;
        config.kind = "rt";
        config.url = "http://127.0.0.1:1";
        config.options = {{"allow_http", "yes"}};
        SourceCredentials credentials;
        credentials.token = Secret("token");
        QVERIFY(workbench.addSource(config, std::move(credentials)));
        running->keepDraft(draft, {}, [](const auto&) {});
        std::optional<QueuedNote> sent;
        running->sendNote(m_maria, draft, {}, [&](const auto& result) { sent = *result; });
        QVERIFY(m_loop.runOne() && m_loop.runOne());
        QVERIFY(sent.has_value());
        QVERIFY(opened()->drafts.empty());
        QVERIFY(opened()->noteSources == std::vector{config.name});
        {
            const auto items = workbench.notes()->list();
            QVERIFY(items && items->size() == 1 && items->front().text == "Called back.");
        }
        bool back = false;
        running->takeNoteBack(*sent, draft, {}, [&](const auto& result) { back = result.has_value(); });
        QVERIFY(m_loop.runOne());
        QVERIFY(back);
        QVERIFY(workbench.notes()->list()->empty());
        QVERIFY(opened()->drafts == std::vector{draft});
        // It is there once; what is not in the outbox is not taken back.
        running->takeNoteBack(*sent, draft, {}, [&](const auto& result) { refused = result.error().code; });
        QVERIFY(m_loop.runOne());
        QVERIFY(refused == ErrorCode::outbox_unknown);

        // One that is on its way stays there.
        running->sendNote(m_maria, draft, {}, [&](const auto& result) { sent = *result; });
        QVERIFY(m_loop.runOne());
        {
            const auto writer = m_temporary->workspace()->connect(Access::write);
            auto transaction = Transaction::write(**writer);
            OutboxTable outbox(**writer);
            const auto item = outbox.find(sent->key);
            QVERIFY(*outbox.claim(**item, m_asOf));
            QVERIFY(transaction->commit());
        }
        running->takeNoteBack(*sent, draft, {}, [&](const auto& result) { refused = result.error().code; });
        QVERIFY(m_loop.runOne());
        QVERIFY(refused == ErrorCode::note_underway);
        QVERIFY(opened()->unsent == (std::vector<UnsentNote>{{*sent, draft, false, {}}}));

        // One that was refused there is for a person to look at.
        const Error closed(ErrorCode::note_target_closed, {{"interaction", draft.interaction.id}});
        const auto before = opened();
        {
            const auto writer = m_temporary->workspace()->connect(Access::write);
            auto transaction = Transaction::write(**writer);
            OutboxTable outbox(**writer);
            QVERIFY(outbox.setOutcome((*outbox.find(sent->key))->number, OutboxState::failed, closed));
            QVERIFY(transaction->commit());
        }
        const auto after = opened();
        QVERIFY(after->unsent == (std::vector<UnsentNote>{{*sent, draft, true, closed}}));
        QVERIFY(!readsTheSame(*before, *after));
        std::unique_ptr<DeskStatus> status;
        running->status({}, [&](auto result) { status = std::make_unique<DeskStatus>(std::move(*result)); });
        QVERIFY(m_loop.runOne());
        QVERIFY(status->drafts == (std::vector<WaitingDraft>{{m_maria, "Maria Hoffmann", DraftKind::note, true}}));
        // Later it is there after all; and one that was discarded was not sent.
        const auto arrived = [&] {
            std::optional<bool> told;
            running->wasSent(*sent, {}, [&](const auto& result) { told = *result; });
            while (!told)
                m_loop.runOne();
            return *told;
        };
        QVERIFY(!arrived());
        {
            const auto writer = m_temporary->workspace()->connect(Access::write);
            auto transaction = Transaction::write(**writer);
            OutboxTable outbox(**writer);
            QVERIFY(outbox.setSent((*outbox.find(sent->key))->number, "77"));
            QVERIFY(transaction->commit());
        }
        QVERIFY(arrived());
        QVERIFY(workbench.notes()->discard(sent->key));
        QVERIFY(!arrived());
        QVERIFY(workbench.removeSource(config.name));
    }

    void saysWhatItStandsOn()
    {
        const auto running = desk();
        std::unique_ptr<DeskStatus> status;
        running->status({}, [&](auto result) {
            if (result)
                status = std::make_unique<DeskStatus>(std::move(*result));
        });
        while (!status)
            QVERIFY(m_loop.runOne());
        QCOMPARE(status->persons, std::int64_t(61));
        QVERIFY(status->encrypted);
        QVERIFY(status->sampleAsOf);
        QVERIFY(!status->trouble);
    }
};

QTEST_GUILESS_MAIN(TestWorkspaceDesk)
#include "test_workspace_desk.moc"
