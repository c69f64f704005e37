// The consent ledger as it reads at one moment: what counts for a purpose in a channel, why, and
// where each entry came from. Plain values, any thread.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/base/timestamp.h"
#include "core/model/records.h"

namespace foreword {

enum class ConsentState { unknown, granted, denied, revoked, objected };

// What the state rests on.
enum class ConsentGround {
    noEntry,      // nothing was ever recorded
    tooOld,       // past the charter's limit for a consent
    copyTooOld,   // the system that keeps it was not reached for too long
    noBasis,      // granted without saying by what
    mostProtective, // entries disagree, and no later opt-in of the customer settles it
    laterOptIn,   // entries disagree, and the customer opted in after all of them
    agreed,       // nothing speaks against it
};

// One entry with its proof.
struct ConsentEntry {
    ConsentRecord record;               // source, id, customer record, and when it was said
    std::optional<Timestamp> copiedAt;  // when its system was last pulled; nothing: it was imported
    bool counts = false;                // the state rests on it
    bool answered = false;              // a later opt-in of the customer has outweighed it
    bool hasProof = false;              // it names its record, and a basis where it grants
    bool lastWord = false;              // its system said nothing later about its customer record
    bool operator==(const ConsentEntry&) const = default;
};

struct ConsentReading {
    std::string purpose;
    ConsentChannel channel = ConsentChannel::agent; // never any
    ConsentState state = ConsentState::unknown;
    ConsentGround ground = ConsentGround::noEntry;
    std::vector<ConsentEntry> entries; // that cover the channel, newest first
    bool operator==(const ConsentReading&) const = default;
};

} // namespace foreword
