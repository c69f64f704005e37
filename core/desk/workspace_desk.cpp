#include "core/desk/workspace_desk.h"

#include <future>
#include <mutex>
#include <set>

#include "core/desk/catching_up.h"
#include "core/desk/customer_reader.h"
#include "core/desk/follow_up.h"
#include "core/desk/health_export.h"
#include "core/desk/health_worker.h"
#include "core/desk/log_events.h"
#include "core/desk/notes.h"
#include "core/desk/overriding.h"
#include "core/desk/person_links.h"
#include "core/desk/sync_board.h"
#include "core/desk/waiting_drafts.h"
#include "core/desk/worker.h"
#include "core/store/connection.h"
#include "core/store/draft_table.h"
#include "core/store/feedback_table.h"
#include "core/store/tables.h"

namespace foreword {
namespace {

constexpr int queueLength = 60;

class WorkspaceDesk final : public Desk {
public:
    explicit WorkspaceDesk(DeskSetup setup) : m_setup(std::move(setup))
    {
        m_readerThread.post(warmUpReading);
        m_refreshThread.post([this] { refresh(); });
        m_readerThread.post([this] { adoptSources(); });
    }

    ~WorkspaceDesk() override
    {
        m_closing.cancel();
        // While the writer still works: sources and data health hand it what they have.
        m_board.close();
        m_health.close();
        // What an agent wrote last must be in before the thread drops its jobs.
        [[maybe_unused]] const auto last = onWriter([](Connection&) -> Result<> { return {}; });
    }

    void openCustomer(std::int64_t person, CancelToken cancel, Callback<std::shared_ptr<const CustomerView>> done) override
    {
        read<std::shared_ptr<const CustomerView>>(
            std::move(cancel), std::move(done),
            [this, person](CustomerReader& reader, Connection&, const CancelToken& token) -> Result<std::shared_ptr<const CustomerView>> {
                FOREWORD_TRY(auto view, reader.open(person, {now(), ConsentChannel::agent, {}}, token));
                logView(m_setup.log, view);
                return std::make_shared<const CustomerView>(std::move(view));
            });
    }

    void openAgain(std::shared_ptr<const CustomerView> before, CancelToken cancel,
                   Callback<std::shared_ptr<const CustomerView>> done) override
    {
        read<std::shared_ptr<const CustomerView>>(
            std::move(cancel), std::move(done),
            [this, before = std::move(before)](CustomerReader& reader, Connection&,
                                               const CancelToken& token) -> Result<std::shared_ptr<const CustomerView>> {
                FOREWORD_TRY(auto view, readAgain(reader, before->profile, {now(), ConsentChannel::agent, {}}, token));
                logView(m_setup.log, view);
                return followUp(before, std::move(view));
            });
    }

    void attend(std::shared_ptr<const CustomerView> shown) override
    {
        m_board.attend(shown ? sourcesUnderWay(shown->history) : std::set<std::string>());
    }

    void findCustomers(std::string query, int limit, CancelToken cancel, Callback<std::vector<FoundCustomer>> done) override
    {
        read<std::vector<FoundCustomer>>(std::move(cancel), std::move(done),
                                         [query = std::move(query), limit](CustomerReader& reader, Connection&,
                                                                           const CancelToken&) -> Result<std::vector<FoundCustomer>> {
                                             FOREWORD_TRY(const auto hits, reader.find(query, limit));
                                             std::vector<FoundCustomer> found;
                                             for (const auto& hit : hits)
                                                 found.push_back({hit.person, hit.displayName, hit.field, hit.matched, hit.couldAlsoBe});
                                             return found;
                                         });
    }

    void queue(CancelToken cancel, Callback<std::vector<QueueEntry>> done) override
    {
        read<std::vector<QueueEntry>>(
            std::move(cancel), std::move(done),
            [this](CustomerReader& reader, Connection&, const CancelToken& token) { return reader.queue(now(), queueLength, token); });
    }

    void status(CancelToken cancel, Callback<DeskStatus> done) override
    {
        read<DeskStatus>(std::move(cancel), std::move(done),
                         [this](CustomerReader&, Connection& connection, const CancelToken&) { return readStatus(connection); });
    }

    void followSync(CancelToken cancel, std::function<void(std::vector<SourceStatus>)> changed) override
    {
        m_board.follow(cancel, [this, cancel, changed = std::move(changed)](std::vector<SourceStatus> statuses) {
            m_setup.dispatch([cancel, closing = m_closing.token(), changed, statuses = std::move(statuses)] {
                if (!cancel.cancelled() && !closing.cancelled())
                    changed(statuses);
            });
        });
    }

    void syncNow() override
    {
        m_readerThread.post([this] {
            adoptSources();
            m_board.syncNow();
        });
    }

    void cancelSync() override { m_board.cancel(); }

    void keepDraft(Draft draft, CancelToken heard, Callback<Timestamp> done) override
    {
        change(std::move(heard), std::move(done), [draft = std::move(draft)](Connection& writer) { return DraftTable(writer).put(draft); });
    }

    void dropDraft(RecordKey interaction, DraftKind kind, CancelToken heard, Callback<Timestamp> done) override
    {
        change(std::move(heard), std::move(done),
               [interaction = std::move(interaction), kind](Connection& writer) { return DraftTable(writer).remove(interaction, kind); });
    }

    void sendNote(std::int64_t person, Draft draft, CancelToken heard, Callback<QueuedNote> done) override
    {
        write<QueuedNote>(std::move(heard), std::move(done),
                          [this, person, draft = std::move(draft)](Connection& writer) -> Result<QueuedNote> {
                              FOREWORD_TRY(const auto item, Notes(writer, *m_setup.clock).write(person, draft));
                              return QueuedNote{item.key, item.source};
                          });
    }

    void takeNoteBack(QueuedNote note, Draft draft, CancelToken heard, Callback<Timestamp> done) override
    {
        write<Timestamp>(std::move(heard), std::move(done),
                         [this, note = std::move(note), draft = std::move(draft)](Connection& writer) -> Result<Timestamp> {
                             FOREWORD_CHECK(Notes(writer, *m_setup.clock).takeBack(note.key, draft));
                             return now();
                         });
    }

    void wasSent(QueuedNote note, CancelToken cancel, Callback<bool> done) override
    {
        read<bool>(
            std::move(cancel), std::move(done),
            [key = std::move(note.key)](CustomerReader&, Connection& reading, const CancelToken&) { return hasArrived(reading, key); });
    }

    void mark(Feedback feedback, CancelToken heard, Callback<Timestamp> done) override
    {
        change(std::move(heard), std::move(done),
               [feedback = std::move(feedback)](Connection& writer) { return FeedbackTable(writer).put(feedback); });
    }

    void unmark(FeedbackSubject subject, CancelToken heard, Callback<Timestamp> done) override
    {
        change(std::move(heard), std::move(done),
               [subject = std::move(subject)](Connection& writer) { return FeedbackTable(writer).remove(subject); });
    }

    void health(CancelToken cancel, std::function<void(int)> progress, Callback<std::shared_ptr<const HealthReport>> done) override
    {
        const auto tell = [this, cancel, progress = std::move(progress)](int customers) {
            m_setup.dispatch([cancel, closing = m_closing.token(), progress, customers] {
                if (!cancel.cancelled() && !closing.cancelled())
                    progress(customers);
            });
        };
        m_health.post(now(), cancel, tell, [this, cancel, done = std::move(done)](auto outcome) {
            if (!outcome)
                m_setup.log.error("failed", {{"code", outcome.error().code}});
            deliver<std::shared_ptr<const HealthReport>>(cancel, done, std::move(outcome));
        });
    }

    void exportHealth(std::shared_ptr<const HealthReport> report, std::filesystem::path file, HealthFormat format, CancelToken heard,
                      Callback<std::filesystem::path> done) override
    {
        m_health.write(
            [this, report = std::move(report), file = std::move(file), format, heard = std::move(heard), done = std::move(done)] {
                const auto written = writeHealth(file, *report, format);
                deliver<std::filesystem::path>(heard, done, written ? Result<std::filesystem::path>(file) : fail(written.error()));
            });
    }

    void links(std::int64_t person, CancelToken cancel, Callback<PersonLinks> done) override
    {
        read<PersonLinks>(std::move(cancel), std::move(done), [person](CustomerReader&, Connection& reading, const CancelToken& token) {
            return linksOf(reading, person, token);
        });
    }

    void reviews(std::size_t most, CancelToken cancel, Callback<std::vector<OpenReview>> done) override
    {
        read<std::vector<OpenReview>>(
            std::move(cancel), std::move(done),
            [most](CustomerReader&, Connection& reading, const CancelToken& token) { return openReviews(reading, most, token); });
    }

    void decideIdentity(std::vector<RecordKey> a, std::vector<RecordKey> b, IdentityVerdict verdict, CancelToken heard,
                        Callback<Timestamp> done) override
    {
        write<Timestamp>(std::move(heard), std::move(done),
                         [this, a = std::move(a), b = std::move(b), verdict](Connection& writer) -> Result<Timestamp> {
                             FOREWORD_CHECK(foreword::decideIdentity(writer, a, b, verdict, now(), {}));
                             return now();
                         });
    }

    void overrideRule(OverrideRequest request, CancelToken heard, Callback<GivenOverride> done) override
    {
        write<GivenOverride>(std::move(heard), std::move(done), [this, request = std::move(request)](Connection& writer) {
            return giveOverride(writer, *m_setup.definitions, request, {now(), now()});
        });
    }

    void takeOverrideBack(std::int64_t person, std::int64_t number, std::string by, CancelToken heard, Callback<Timestamp> done) override
    {
        write<Timestamp>(std::move(heard), std::move(done),
                         [this, person, number, by = std::move(by)](Connection& writer) -> Result<Timestamp> {
                             FOREWORD_CHECK(foreword::takeOverrideBack(writer, person, number, by, now()));
                             return now();
                         });
    }

    Timestamp now() const override { return m_setup.clock->now(); }

private:
    // Opened by the thread that will own it, on its first job.
    Result<Connection*> connection(std::unique_ptr<Connection>& slot, Access access)
    {
        if (!slot) {
            FOREWORD_TRY(slot, m_setup.workspace->connect(access));
        }
        return slot.get();
    }

    template <class T, class Work>
    void read(CancelToken cancel, Callback<T> done, Work work)
    {
        m_readerThread.post([this, cancel = std::move(cancel), done = std::move(done), work = std::move(work)]() mutable {
            if (cancel.cancelled() || m_closing.token().cancelled())
                return;
            auto outcome = [&]() -> Result<T> {
                FOREWORD_TRY(Connection * reading, connection(m_reading, Access::read));
                CustomerReader reader(*reading, *m_setup.definitions);
                return work(reader, *reading, cancel);
            }();
            if (!outcome)
                m_setup.log.error("failed", {{"code", outcome.error().code}});
            deliver<T>(std::move(cancel), std::move(done), std::move(outcome));
        });
    }

    // Work that nothing cancels: an agent asked for it, and it is done.
    template <class T, class Work>
    void write(CancelToken heard, Callback<T> done, Work work)
    {
        m_writerThread.post([this, heard = std::move(heard), done = std::move(done), work = std::move(work)]() mutable {
            auto outcome = [&]() -> Result<T> {
                FOREWORD_TRY(Connection * writing, connection(m_writing, Access::write));
                return work(*writing);
            }();
            if (!outcome)
                m_setup.log.error("failed", {{"code", outcome.error().code}});
            deliver<T>(std::move(heard), std::move(done), std::move(outcome));
        });
    }

    // One change in a transaction of its own; tells when it was made.
    template <class Work>
    void change(CancelToken heard, Callback<Timestamp> done, Work work)
    {
        write<Timestamp>(std::move(heard), std::move(done), [this, work = std::move(work)](Connection& writer) -> Result<Timestamp> {
            FOREWORD_TRY(auto transaction, Transaction::write(writer));
            FOREWORD_CHECK(work(writer));
            FOREWORD_CHECK(transaction.commit());
            return now();
        });
    }

    // Asked again on the window thread: what was cancelled on the way is not wanted any more.
    template <class T>
    void deliver(CancelToken cancel, Callback<T> done, Result<T> outcome)
    {
        auto shared = std::make_shared<Result<T>>(std::move(outcome));
        m_setup.dispatch([cancel = std::move(cancel), closing = m_closing.token(), done = std::move(done), shared] {
            if (!cancel.cancelled() && !closing.cancelled())
                done(std::move(*shared));
        });
    }

    Result<DeskStatus> readStatus(Connection& reading)
    {
        DeskStatus status;
        FOREWORD_TRY(const auto info, m_setup.workspace->info());
        const auto count = [&](const char* what) {
            const auto found = info.counts.find(what);
            return found == info.counts.end() ? 0 : found->second;
        };
        status.persons = count("persons");
        status.messages = count("message");
        status.encrypted = !info.cipherVersion.empty();
        status.charterVersion = m_setup.definitions->charter.version();
        status.sampleAsOf = m_setup.sampleAsOf;
        status.trouble = trouble();
        if (!status.trouble)
            status.trouble = refusalOf(*m_setup.definitions);
        // What forewordctl connected or removed since.
        if (m_setup.sync) {
            FOREWORD_TRY(const auto sources, SourceTable(reading).list());
            m_board.adopt(sources);
        }
        status.sources = m_board.statuses();
        FOREWORD_TRY(status.drafts, waitingDrafts(reading));
        return status;
    }

    void adoptSources()
    {
        if (!m_setup.sync || m_closing.token().cancelled())
            return;
        // A workspace that cannot be read says so wherever it is read for somebody.
        if (const auto reading = connection(m_reading, Access::read)) {
            if (const auto sources = SourceTable(**reading).list())
                m_board.adopt(*sources);
        }
    }

    // Waits for the writer; a source's thread may, nobody else does.
    Result<> onWriter(const std::function<Result<>(Connection&)>& work)
    {
        std::promise<Result<>> promise;
        auto outcome = promise.get_future();
        m_writerThread.post([&] {
            const auto writing = connection(m_writing, Access::write);
            promise.set_value(writing ? work(**writing) : Result<>(fail(writing.error())));
        });
        return outcome.get();
    }

    // A workspace that cannot be written now is still worth reading: the status says so, a brief
    // names the dictionary it rests on, and the next start tries again.
    void refresh()
    {
        ThreadSleeper sleeper;
        const auto tried = [this](const Result<>& outcome) {
            {
                const std::lock_guard lock(m_troubleMutex);
                m_trouble = outcome ? std::nullopt : std::optional(outcome.error());
            }
            if (!outcome)
                m_setup.log.error("failed", {{"code", outcome.error().code}});
        };
        [[maybe_unused]] const auto told =
            catchUp([this](const auto& work) { return onWriter(work); }, *m_setup.definitions, sleeper, m_closing.token(), tried);
    }

    std::optional<Error> trouble() const
    {
        const std::lock_guard lock(m_troubleMutex);
        return m_trouble;
    }

    DeskSetup m_setup;
    CancelSource m_closing;
    mutable std::mutex m_troubleMutex;
    std::optional<Error> m_trouble;
    std::unique_ptr<Connection> m_reading, m_writing;
    SyncBoard m_board{{[this](const auto& work) { return onWriter(work); }, m_setup.definitions, m_setup.clock, {}, m_setup.pause}};
    HealthWorker m_health{m_setup.workspace, m_setup.definitions, [this](const auto& work) { return onWriter(work); }};
    // Last, so that all are joined before anything they use goes, and the writer after the one that
    // waits for it.
    Worker m_readerThread, m_writerThread, m_refreshThread;
};

} // namespace

std::unique_ptr<Desk> makeWorkspaceDesk(DeskSetup setup)
{
    return std::make_unique<WorkspaceDesk>(std::move(setup));
}

} // namespace foreword
