// A signal is a defined fact about a customer or conversation that may change what we do.
// What each one means is data (resources/dictionary.toml); this is its value for one
// customer at one time, with the words or fields it rests on.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/base/timestamp.h"
#include "core/model/citation.h"
#include "core/model/records.h"

namespace foreword {

enum class SignalState { absent, suspected, confirmed, unknown };

// P0 safety, P1 legal, P2 identity, P3 regulated care, P4 service, P5 commercial.
enum class Rank { p0, p1, p2, p3, p4, p5 };

// One thing a signal rests on: words of a message, or a field or record.
struct Evidence {
    std::optional<Citation> citation; // set for words
    std::string quote;                // the exact words, or the field's value
    Sender sender = Sender::customer; // for words
    std::string senderName;
    std::string field; // "interaction helpdesk:4711 kind=complaint"; empty for words
    std::optional<Timestamp> at;
    bool operator==(const Evidence&) const = default;
};

struct Signal {
    std::string id; // of the dictionary
    SignalState state = SignalState::absent;
    Rank rank = Rank::p5;
    std::vector<Evidence> evidence;
    // The interactions it is about; empty for signals about the customer.
    std::vector<RecordKey> interactions;
    std::optional<Timestamp> since;
    // When it ends by itself; with `endsBy` empty too it stands until its evidence goes.
    std::optional<Timestamp> until;
    // The event that ends it ("interaction.closed"), for explanations.
    std::string endsBy;
    // Consent channels or topics it is limited to (an objection to e-mail only); empty: all.
    std::vector<std::string> scope;
    // The offers it is limited to (one that was declined); empty: all.
    std::vector<RecordKey> offers;
    // How often it happened, where that counts: contacts about one issue, promises broken.
    int count = 0;
    bool operator==(const Signal&) const = default;
};

} // namespace foreword
