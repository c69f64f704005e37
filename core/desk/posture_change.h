// A posture that rose, or fell for a reason that can be named: what changed between two decisions
// about one customer, and the record that changed it. Pure, any thread.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/model/decision.h"
#include "core/model/history.h"

namespace foreword {

// A record that is new, or says something new.
struct Arrival {
    enum class Kind { message, event, interaction };
    Kind kind = Kind::message;
    std::string name; // id of the message or interaction, name of the event
    Timestamp at;
    bool closed = false; // an interaction that is over
};

struct PostureChange {
    Posture before = Posture::normal, after = Posture::normal;
    RuleMatch rule; // that raised it, or that held it up till now
    Timestamp at;   // of the decision that shows it
    // What ended the rule, of a posture that fell: its time, or a record.
    std::optional<Timestamp> timeEnded;
    std::optional<Arrival> ended;

    bool rose() const { return after > before; }
};

// Nothing where the posture stayed, or fell without a time or an arrival that explains it. `now`
// is when `after` was decided.
std::optional<PostureChange> postureChange(const Decision& before, const Decision& after, const std::vector<Arrival>& arrivals,
                                           Timestamp now);

// How an interaction that is new, or stands otherwise than before, arrived.
Arrival arrivalOf(const InteractionRecord& interaction);

// What of messages, events and interactions is in `after` and was not, or not so, in `before`.
std::vector<Arrival> arrivalsBetween(const History& before, const History& after);

} // namespace foreword
