// What was read out of a message when it arrived: computed once, stored with the version of
// the dictionary that made it, folded whenever the customer is opened. Plain values.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/base/timestamp.h"
#include "core/model/citation.h"

namespace foreword {

// Stored as a number: append only.
enum class AnnotationKind {
    sentence = 0,   // label: zone ("body", "quoted", "signature", "machine"); weight: importance in thousandths
    cue = 1,        // label: signal id; value: what the cue says of its scope, if anything
    promise = 2,    // an agent's commitment; label: what kind ("callback", "visit", "refund", …); due; weight: what due was counted from
    fulfilment = 3, // an agent says that something promised was done; label as promise
    fact = 4,       // something the customer told us; label: FactKind name; value: normalised
    tried = 5,      // a step that was tried
    question = 6,   // someone asks; label: topic, such as a FactKind name
    resolution = 7, // label: "resolved", "accepted", "refused"
    dissatisfaction = 8,
    request = 9, // the customer asks for something
    moved = 10,  // something promised was given another time; due and weight as those of a promise
};

// What a promise's due time was counted from; above 0, so many working days.
constexpr int dueAtInstant = 0;
constexpr int dueByClock = -1; // "5 November at 14:00", wherever that is
constexpr int dueByDay = -2;   // "tomorrow": from the day it was said on

struct Annotation {
    AnnotationKind kind = AnnotationKind::sentence;
    Span span;
    std::string label;
    std::string value;
    std::optional<Timestamp> due;
    int weight = 0;
    bool operator==(const Annotation&) const = default;
};

// Card data that was masked before the message was stored, one '*' a byte. Kept with the
// message, not with its annotations: once masked, the words cannot be read again.
struct Redaction {
    Span span;
    std::string kind; // "card_number" or "card_code"
    bool operator==(const Redaction&) const = default;
};

using Annotations = std::vector<Annotation>; // in order of span.start

} // namespace foreword
