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
#include "core/desk/posture_change.h"
#include "core/health/findings.h"
#include "core/model/brief.h"
#include "core/model/decision.h"
#include "core/model/history.h"
#include "core/model/profile.h"
#include "core/model/since_last.h"

namespace foreword {

// Microseconds, as --timings shows them.
struct Timings {
    std::int64_t open = 0, read = 0, fold = 0, decide = 0, total = 0;
};

// How the dictionary and charter entry behind a rule read, for "Why".
struct Definition {
    std::string signal, title, definition, authority, owner;
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
    Timings timings;
};

struct FoundCustomer {
    std::int64_t person = 0;
    std::string displayName;
    std::string field, matched; // why it was found
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
    std::optional<Timestamp> lastSuccess, lastAttempt;
    std::optional<Timestamp> failingSince; // unless the last attempt went well
    std::optional<Error> lastError;
    bool operator==(const SourceStatus&) const = default;
};

struct DeskStatus {
    std::int64_t persons = 0, messages = 0;
    bool encrypted = false;
    std::string charterVersion;
    std::optional<Timestamp> sampleAsOf; // set when the clock stands still on a sample
    std::vector<SourceStatus> sources;
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
    // The time of the desk: the sample's, --as-of, or the machine's.
    virtual Timestamp now() const = 0;
};

} // namespace foreword
