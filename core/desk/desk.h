// The use cases, for the window: nothing waits, results come back by dispatcher.
//
// One writer thread owns the writing connection, one reader thread a reading connection, so a
// brief never waits behind an import; each source is pulled on a thread of its own, which hands
// what it got to the writer. Every call returns at once; its callback runs through the dispatcher
// that `app` provides (on the window thread), exactly once, unless its token was cancelled
// before: then never. The destructor cancels and joins.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/base/cancel.h"
#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/desk/health_values.h"
#include "core/desk/identity_decisions.h"
#include "core/desk/posture_change.h"
#include "core/health/findings.h"
#include "core/model/brief.h"
#include "core/model/decision.h"
#include "core/model/draft.h"
#include "core/model/feedback.h"
#include "core/model/history.h"
#include "core/model/override.h"
#include "core/model/person_links.h"
#include "core/model/profile.h"
#include "core/model/since_last.h"
#include "core/model/wrap_up.h"

namespace foreword {

// A note in the outbox, by which it can be taken back.
struct QueuedNote {
    std::string key;
    std::string source;
    bool operator==(const QueuedNote&) const = default;
};

// One that is not known to have arrived.
struct UnsentNote {
    QueuedNote note;
    Draft draft; // what it was written as
    bool refused = false; // nothing more happens with it until a person has looked
    std::optional<Error> error; // of the last attempt
    bool operator==(const UnsentNote&) const = default;
};

// Microseconds, as --timings shows them.
struct Timings {
    std::int64_t open = 0, read = 0, fold = 0, decide = 0, total = 0;
};

// How the dictionary and charter entry behind a rule read, for "Why".
struct Definition {
    std::string signal, title, definition, authority, owner;
};

// How far what is here of a customer reaches, by the system it came from.
struct SourceFreshness {
    std::string source;
    std::optional<Timestamp> newest; // message
    std::optional<Timestamp> pulled; // when the system was last pulled; nothing where it is not connected
    bool stale = false; // pulled longer ago than the charter allows
    bool operator==(const SourceFreshness&) const = default;
};

// Everything the window shows of one customer; immutable, shared between threads.
struct CustomerView {
    Profile profile;
    History history;
    Brief brief;
    std::optional<SinceLast> since;   // what changed since our last answer
    std::optional<Statement> opening; // a sentence to begin with
    Decision decision;
    std::vector<Definition> definitions; // of the decision's signals
    std::vector<Finding> findings;
    std::optional<PostureChange> change; // the last one since the customer was opened
    WrapUp wrapUp;                       // of the conversation at hand
    std::vector<Draft> drafts;              // begun about their conversations, the one edited last first
    std::vector<UnsentNote> unsent;         // notes about their conversations, the oldest first
    std::vector<std::string> noteSources;   // systems that notes can be sent to
    std::vector<Feedback> feedback;         // what agents said of what is shown
    std::vector<SourceFreshness> freshness; // by source
    int unread = 0;                         // messages that no dictionary has read yet
    int readByAnother = 0;                  // read by another dictionary than the one in force
    Timings timings;
};

struct FoundCustomer {
    std::int64_t person = 0;
    std::string displayName;
    std::string field, matched; // why it was found
    std::vector<std::string> couldAlsoBe = {}; // others with the same e-mail, phone or id
};

struct QueueEntry {
    std::int64_t person = 0;
    std::string displayName;
    std::string subject;
    bool waiting = false;
    bool hasHistory = false;
    Posture posture = Posture::normal;
    Timestamp since;
};

// How pulling from one source goes.
struct SourceStatus {
    std::string name;
    bool running = false;
    std::int64_t records = 0; // taken by the pull that runs, or ran last
    std::optional<int> compared; // percent of all customer records, while they are compared with each other
    std::optional<Timestamp> lastSuccess, lastAttempt;
    std::optional<Timestamp> failingSince; // unless the last attempt went well
    std::optional<Error> lastError;
    bool operator==(const SourceStatus&) const = default;
};

// A note that was begun and not sent, or one that its system refused.
struct WaitingDraft {
    std::int64_t person = 0;
    std::string displayName;
    DraftKind kind = DraftKind::wrapUp;
    bool refused = false;
    bool operator==(const WaitingDraft&) const = default;
};

struct DeskStatus {
    std::int64_t persons = 0, messages = 0;
    bool encrypted = false;
    std::string charterVersion;
    std::optional<Timestamp> sampleAsOf; // set when the clock stands still on a sample
    std::vector<SourceStatus> sources;
    std::vector<WaitingDraft> drafts; // what was refused, then the one edited last first
    std::optional<Error> trouble; // of background work, such as a workspace that cannot be written
};

class Desk {
public:
    virtual ~Desk() = default;

    template <class T>
    using Callback = std::function<void(Result<T>)>;

    virtual void openCustomer(std::int64_t person, CancelToken cancel, Callback<std::shared_ptr<const CustomerView>> done) = 0;
    // Reads a customer again who stays on screen: the same view where a reader would see nothing
    // new, else a new one that says how the posture changed. Errors: those of openCustomer;
    // customer_not_found when none of the records is here any more.
    virtual void openAgain(std::shared_ptr<const CustomerView> before, CancelToken cancel,
                           Callback<std::shared_ptr<const CustomerView>> done) = 0;
    // Who is on screen, or nobody: as long as an interaction of theirs is open or pending, its
    // source is pulled far more often than otherwise.
    virtual void attend(std::shared_ptr<const CustomerView> shown) = 0;
    // Any identifier, as the command line takes it; several candidates come back as found.
    virtual void findCustomers(std::string query, int limit, CancelToken cancel, Callback<std::vector<FoundCustomer>> done) = 0;
    virtual void queue(CancelToken cancel, Callback<std::vector<QueueEntry>> done) = 0;
    virtual void status(CancelToken cancel, Callback<DeskStatus> done) = 0;
    // How all sources stand, now and after each change, until the token is cancelled.
    virtual void followSync(CancelToken cancel, std::function<void(std::vector<SourceStatus>)> changed) = 0;
    // Pulls from every source now, or as soon as the pull that runs is done.
    virtual void syncNow() = 0;
    // Ends the pulls that run; each source is pulled again when it is due.
    virtual void cancelSync() = 0;
    // What an agent writes and says. It is done in the order of these calls, even if the desk goes
    // the moment after; a token that is cancelled only silences the answer.
    //
    // A draft is kept as it is written, in place of the one before.
    virtual void keepDraft(Draft draft, CancelToken heard, Callback<Timestamp> done) = 0;
    virtual void dropDraft(RecordKey interaction, DraftKind kind, CancelToken heard, Callback<Timestamp> done) = 0;
    // Puts a note into the outbox and drops the draft of it, both or neither; it goes with the next
    // pull of its source. Errors: those of Notes::write.
    virtual void sendNote(std::int64_t person, Draft draft, CancelToken heard, Callback<QueuedNote> done) = 0;
    // Takes a note out of the outbox again and keeps it as a draft. Errors: outbox_unknown,
    // note_underway.
    virtual void takeNoteBack(QueuedNote note, Draft draft, CancelToken heard, Callback<Timestamp> done) = 0;
    // Whether a note that waits no longer has arrived; false: it was taken out of the outbox.
    virtual void wasSent(QueuedNote note, CancelToken cancel, Callback<bool> done) = 0;
    // What they say of a statement or signal, in place of what was said before.
    virtual void mark(Feedback feedback, CancelToken heard, Callback<Timestamp> done) = 0;
    virtual void unmark(FeedbackSubject subject, CancelToken heard, Callback<Timestamp> done) = 0;
    // Data health over everybody, on a thread of its own, so that no brief waits behind it; the run
    // is kept for later ones to be compared with. `progress` is told how many customers are done.
    virtual void health(CancelToken cancel, std::function<void(int)> progress, Callback<std::shared_ptr<const HealthReport>> done) = 0;
    // Errors: those of writeHealth.
    virtual void exportHealth(std::shared_ptr<const HealthReport> report, std::filesystem::path file, HealthFormat format,
                              CancelToken heard, Callback<std::filesystem::path> done) = 0;
    // Which records make up a person and why, and what waits for somebody to decide about them.
    virtual void links(std::int64_t person, CancelToken cancel, Callback<PersonLinks> done) = 0;
    // The same for everybody: likely duplicates, the most likely first.
    virtual void reviews(std::size_t most, CancelToken cancel, Callback<std::vector<OpenReview>> done) = 0;
    // What a person decides about two records, or two groups of them; see identity_decisions.h.
    virtual void decideIdentity(std::vector<RecordKey> a, std::vector<RecordKey> b, IdentityVerdict verdict, CancelToken heard,
                                Callback<Timestamp> done) = 0;
    // Takes a rule's verdict off offers of a customer for some hours, now. Errors: those of
    // giveOverride in core/desk/overriding.h.
    virtual void overrideRule(OverrideRequest request, CancelToken heard, Callback<GivenOverride> done) = 0;
    // Errors: override_unknown, override_incomplete.
    virtual void takeOverrideBack(std::int64_t person, std::int64_t number, std::string by, CancelToken heard,
                                  Callback<Timestamp> done) = 0;
    // The time of the desk: the sample's, --as-of, or the machine's.
    virtual Timestamp now() const = 0;
};

} // namespace foreword
