// What promises are about: by the kind that was read in them, and by what their words name; and
// which events speak of the same. Pure, any thread.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "core/model/annotation.h"

namespace foreword {

// Labels of promises that end in a way of their own: what stands until a day ("no reminders until
// Friday") is over then and never missed; a handover is kept when a person writes.
constexpr std::string_view standingPromise = "standing";
constexpr std::string_view handoverPromise = "handover";
// The label of a promise of which only is known that we do something by then.
constexpr std::string_view anyDeed = "deed";

// What the value of a promise, or of words that move one, says of them; several stand side by side.
// Its words point back: "I'll tell you when it goes through".
constexpr std::string_view promisePointsBack = "back";
// A promise to be heard of that may also mean to come: "they'll be with you".
constexpr std::string_view promiseComes = "comes";
// It waits for what is asked of the customer: "tell us by Friday and we'll refund you".
constexpr std::string_view promiseWaits = "waits";
// A time that is free, which is given only where nothing asks whether it suits.
constexpr std::string_view promiseOffered = "offered";
// Words that move something name nothing but its new time: "it has been moved to Saturday".
constexpr std::string_view movesUnnamed = "unnamed";

// What people, parcels, calls, money and lines have in common with events.
enum class PromisedThing : std::uint8_t { visit, delivery, call, payment, service };

// Whether the value of a promise, or of words that move one, says that.
bool says(const Annotation& words, std::string_view what);
bool namesThing(const Annotation& words, PromisedThing thing);
// Whether a promise is about such a thing, by its kind, else by its words.
bool isAbout(const Annotation& promise, PromisedThing thing);
// The kind of promise that words are by what they name first; empty where it is no visit, delivery or
// call.
std::string_view kindNamed(const Annotation& words);
// Whether words that move something name what the promise is about.
bool fits(const Annotation& moving, const Annotation& promise);
// Whether they name only other things than the call or the refund that is promised.
bool namesOther(const Annotation& moving, const Annotation& promise);

// What an event of the name is about: "technician_visit_moved" is about a visit.
std::optional<PromisedThing> thingOf(std::string_view event);
// Whether the event gives something another time; and promises of that kind.
bool isMoving(std::string_view event);
bool mayMove(std::string_view event, const Annotation& promise);
// Whether the event shows that promises of that kind were kept.
bool shows(std::string_view event, const Annotation& promise);

} // namespace foreword
