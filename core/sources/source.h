// A system that customer history is pulled from. One small adapter a system; every adapter
// yields the same records, and nothing past `sources` knows where they came from.
//
// A Source is used from one thread at a time; it blocks on the network and honours the
// cancel token between and during requests.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/base/cancel.h"
#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/base/secret.h"
#include "core/model/history.h"
#include "core/model/records.h"

namespace foreword {

// How a source is reached, as kept in the workspace. Secrets travel beside it.
struct SourceConfig {
    std::string name; // becomes the `source` of its records
    std::string kind; // one of sourceKinds
    std::string url;
    std::string user; // empty with token authentication
    std::map<std::string, std::string> options;
};

struct SourceCredentials {
    Secret token;
    Secret password;
    Secret proxyPassword = {};
};

// What the account may do there.
struct SourceAbilities {
    std::string system;  // "Request Tracker 5.0.3"
    std::string account; // as the server names it
    bool canRead = false;
    bool canWriteNotes = false;
    std::string authentication; // "session" or "token"
};

// A record of a source that is here, by its name there.
struct KnownRecord {
    GoneRecord::Kind kind = GoneRecord::Kind::customer;
    std::string id;
    auto operator<=>(const KnownRecord&) const = default;
};

struct PullRequest {
    // A customer's identifier there (e-mail, user id, customer id); nothing: all changed.
    std::optional<std::string> customer;
    std::optional<Timestamp> since;
    // What the system is asked about beside that: whatever of it is not there any more goes to `gone`.
    // A system that cannot tell says nothing; an error ends the pull with that error.
    std::vector<KnownRecord> known = {};
    std::function<Result<>(const KnownRecord&)> gone = {};
};

struct PullCounts {
    std::int64_t records = 0;
    std::int64_t requests = 0;
    std::int64_t retries = 0;
    std::int64_t notModified = 0; // requests that were answered without the record, unchanged
    std::int64_t bytes = 0; // of the answers
    double throttledSeconds = 0;
    // Everything that changed there before this moment, by that system's clock, was in reach of
    // this pull: the `since` of the next one. Nothing where the system tells no time.
    std::optional<Timestamp> settledUntil;
};

// Takes one record; an error ends the pull with that error.
using RecordSink = std::function<Result<>(Record)>;

// A note for an interaction, for colleagues and not for the customer.
struct Note {
    std::string key; // goes with it, so that it is known again there
    std::string interaction; // as that system names it
    InteractionStatus seenStatus = InteractionStatus::open; // what whoever wrote it knew
    std::string text; // not empty
    bool maybeThere = false; // an earlier attempt may have arrived: look for it first
    bool insisted = false; // a person wants it written whatever became of the interaction
};

struct NoteOutcome {
    enum class State {
        arrived,
        notSent, // surely not there; may be tried again
        unclear, // may be there
        refused // surely not there, and a person must look
    };
    State state = State::notSent;
    std::string id; // of the message there
    std::optional<Error> error; // unless it arrived
};

class Source {
public:
    virtual ~Source() = default;
    virtual Result<SourceAbilities> test(const CancelToken& cancel) = 0;
    virtual NoteOutcome writeNote(const Note& note, const CancelToken& cancel) = 0;
    // Records come in any order; what reached the sink before an error stays valid.
    virtual Result<PullCounts> pull(const PullRequest& request, const RecordSink& sink, const CancelToken& cancel) = 0;
};

// The kinds that makeSource knows, for people, separated by commas.
std::string sourceKinds();

// Errors: source_kind_unknown, source_option_bad, source_secret_missing, url_bad,
// http_plain_refused, proxy_bad. `clock` must outlive the source.
Result<std::unique_ptr<Source>> makeSource(const SourceConfig& config, SourceCredentials credentials, const Clock& clock);

} // namespace foreword
