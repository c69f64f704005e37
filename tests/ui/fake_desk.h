// A desk without a workspace: keeps the promises of core/desk/desk.h (returns at once, calls
// back on this thread exactly once unless cancelled) and plays what a test tells it to.
#pragma once

#include <QObject>

#include <map>
#include <optional>

#include "core/desk/desk.h"
#include "story.h"

namespace foreword {

class FakeDesk : public QObject, public Desk {
public:
    FakeDesk();

    void openCustomer(std::int64_t person, CancelToken cancel, Callback<std::shared_ptr<const CustomerView>> done) override;
    void openAgain(std::shared_ptr<const CustomerView> before, CancelToken cancel,
                   Callback<std::shared_ptr<const CustomerView>> done) override;
    void attend(std::shared_ptr<const CustomerView> shown) override { attended = std::move(shown); }
    void findCustomers(std::string query, int limit, CancelToken cancel, Callback<std::vector<FoundCustomer>> done) override;
    void queue(CancelToken cancel, Callback<std::vector<QueueEntry>> done) override;
    void status(CancelToken cancel, Callback<DeskStatus> done) override;
    void followSync(CancelToken cancel, std::function<void(std::vector<SourceStatus>)> changed) override;
    void syncNow() override { ++syncsAsked; }
    void cancelSync() override { ++syncsStopped; }
    void keepDraft(Draft draft, CancelToken heard, Callback<Timestamp> done) override;
    void dropDraft(RecordKey interaction, DraftKind kind, CancelToken heard, Callback<Timestamp> done) override;
    void sendNote(std::int64_t person, Draft draft, CancelToken heard, Callback<QueuedNote> done) override;
    void takeNoteBack(QueuedNote note, Draft draft, CancelToken heard, Callback<Timestamp> done) override;
    void wasSent(QueuedNote note, CancelToken cancel, Callback<bool> done) override;
    void mark(Feedback feedback, CancelToken heard, Callback<Timestamp> done) override;
    void unmark(FeedbackSubject subject, CancelToken heard, Callback<Timestamp> done) override;
    void health(CancelToken cancel, std::function<void(int)> progress, Callback<std::shared_ptr<const HealthReport>> done) override;
    void exportHealth(std::shared_ptr<const HealthReport> report, std::filesystem::path file, HealthFormat format, CancelToken heard,
                      Callback<std::filesystem::path> done) override;
    void links(std::int64_t person, CancelToken cancel, Callback<PersonLinks> done) override;
    void reviews(std::size_t most, CancelToken cancel, Callback<std::vector<OpenReview>> done) override;
    void decideIdentity(std::vector<RecordKey> a, std::vector<RecordKey> b, IdentityVerdict verdict, CancelToken heard,
                        Callback<Timestamp> done) override;
    void overrideRule(OverrideRequest request, CancelToken heard, Callback<GivenOverride> done) override;
    void takeOverrideBack(std::int64_t person, std::int64_t number, std::string by, CancelToken heard, Callback<Timestamp> done) override;
    Timestamp now() const override { return time; }

    // What the desk knows.
    std::map<std::int64_t, std::shared_ptr<const CustomerView>> views;
    std::vector<QueueEntry> entries = story::queue();
    DeskStatus deskStatus;
    // How it behaves.
    int delay = 0; // ms
    Timestamp time = story::now();
    std::map<std::int64_t, std::int64_t> becomes; // persons who have another number when read again
    std::optional<Error> openError, againError, findError, queueError, statusError;
    // What was asked, in order, and how many answers were not given because of a cancel.
    std::vector<std::int64_t> opened;
    std::vector<std::int64_t> readAgain;
    std::vector<std::string> queries;
    int statusAsked = 0;
    std::shared_ptr<const CustomerView> attended;
    int cancelled = 0;
    // What an agent wrote and said.
    std::vector<Draft> drafts, outbox;
    std::vector<Feedback> feedback;
    std::vector<OverrideRequest> overridden;
    std::vector<std::pair<std::int64_t, std::string>> takenBack; // number, by whom
    int draftsKept = 0;
    bool notesArrive = true; // those that are not unsent any more; else somebody discarded them
    // Who is one person, and what was decided about it, in order.
    PersonLinks personLinks;
    std::vector<std::int64_t> linksAsked;
    std::vector<OpenReview> waiting;
    struct Decided {
        std::vector<RecordKey> a, b;
        IdentityVerdict verdict = IdentityVerdict::undo;
    };
    std::vector<Decided> decided;
    std::optional<Error> writeError;
    bool writerBusy = false; // what is written is answered when release() is called
    void release();
    // Data health.
    std::shared_ptr<const HealthReport> healthReport = std::make_shared<HealthReport>();
    std::optional<Error> healthError;
    int healthAsked = 0;
    std::vector<std::pair<std::filesystem::path, HealthFormat>> healthFiles;
    int syncsAsked = 0, syncsStopped = 0;

    // Tells whoever follows, as the desk does after a change.
    void tellSources(std::vector<SourceStatus> sources);

private:
    CancelToken m_following;
    std::function<void(std::vector<SourceStatus>)> m_changed;

    std::vector<std::function<void()>> m_held;

    template <class T>
    void answer(const CancelToken& cancel, Callback<T> done, Result<T> result);
    // The same of what is written.
    template <class T>
    void written(const CancelToken& heard, Callback<T> done, Result<T> result);
};

} // namespace foreword
