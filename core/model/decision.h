// What may be done now: the posture of the conversation and a verdict for each offer, with
// every rule that matched. A pure value without id or clock: the same input and charter give
// the same value and the same bytes.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/base/timestamp.h"
#include "core/model/override.h"
#include "core/model/records.h"
#include "core/model/signal.h"

namespace foreword {

enum class Posture { normal, serviceFirst, escalate }; // ascending severity
enum class Verdict { allow, hold, suppress };          // ascending severity

// One rule that matched, and what it would do on its own.
struct RuleMatch {
    std::string rule;
    std::string title;
    int version = 1;
    std::string owner;
    Rank rank = Rank::p5;
    Verdict verdict = Verdict::allow;
    Posture posture = Posture::normal;
    std::optional<Timestamp> until; // latest end, where it ends by time
    std::string untilEvent;         // "interaction.closed", where it ends by an event
    int untilPlusDays = 0;          // after that event
    std::optional<Timestamp> reviewBy;
    std::vector<std::string> signals; // that made it match
    std::string say;                  // the charter's own sentence
    std::string overrideRole;         // who may override it; empty: nobody
    int overrideMaxHours = 0;
    bool operator==(const RuleMatch&) const = default;
};

struct OfferDecision {
    RecordKey offer;
    std::string name;
    OfferKind kind = OfferKind::marketing;
    Verdict verdict = Verdict::allow;
    std::optional<Timestamp> until;
    std::string untilEvent;
    int untilPlusDays = 0;
    std::optional<Timestamp> reviewBy;
    // The first reason, by rank, severity, order of the dictionary; nothing when allowed.
    std::optional<RuleMatch> reason;
    std::vector<Evidence> evidence;     // of the first reason's signals
    std::vector<RuleMatch> alsoMatched; // every other rule that matched this offer
    std::vector<Override> overrides;    // that took a rule's verdict off this offer
    bool operator==(const OfferDecision&) const = default;
};

struct Decision {
    Timestamp asOf;
    std::string channel; // consent channel it was made for
    std::string charterHash, dictionaryHash, engineHash, inputHash;
    std::string charterVersion;
    Posture posture = Posture::normal;
    std::optional<RuleMatch> postureReason; // nothing when normal
    std::vector<Evidence> postureEvidence;
    std::vector<RuleMatch> matched;   // every rule that matched, canonical order
    std::vector<Signal> signals;      // everything not absent, canonical order
    std::vector<std::string> unknown; // signals whose state is unknown
    std::vector<OfferDecision> offers; // suppressed ones included; allowed ones by value
    bool operator==(const Decision&) const = default;
};

} // namespace foreword
