#include "core/annotate/promise_kinds.h"

#include <algorithm>
#include <array>
#include <span>
#include <string>

namespace foreword {
namespace {

using Thing = PromisedThing;

// By PromisedThing; what the cues about:… of the lists say.
constexpr std::array<std::string_view, 5> thingNames = {"visit", "delivery", "call", "payment", "service"};

struct Row {
    std::string_view word;
    Thing thing;
};

// What events are about, by a word of their name; of several the first that is known.
constexpr Row eventWords[] = {
    {"delivery", Thing::delivery}, {"redelivery", Thing::delivery}, {"order", Thing::delivery},     {"parcel", Thing::delivery},
    {"shipment", Thing::delivery}, {"package", Thing::delivery},    {"visit", Thing::visit},        {"technician", Thing::visit},
    {"engineer", Thing::visit},    {"appointment", Thing::visit},   {"installation", Thing::visit}, {"repair", Thing::visit},
    {"call", Thing::call},         {"callback", Thing::call},       {"refund", Thing::payment},     {"credit", Thing::payment},
    {"payment", Thing::payment},   {"outage", Thing::service},      {"service", Thing::service},
};

// Kinds of promises that are about one thing, whatever else their words name.
constexpr Row labels[] = {
    {"visit", Thing::visit},          {"fix", Thing::visit},     {"delivery", Thing::delivery},
    {"replacement", Thing::delivery}, {"callback", Thing::call}, {"refund", Thing::payment},
};

// Events after which something is done; what the customer pays is no refund.
constexpr std::string_view doneEvents[] = {"delivery_done", "order_delivered",  "order_redelivered", "order_completed",
                                           "visit_done",    "appointment_done", "call_done",         "technician_visit_done",
                                           "callback_done", "refund_issued",    "refund_done",       "credit_issued",
                                           "outage_ended",  "service_restored", "payment_received"};

bool oneOf(std::span<const std::string_view> names, std::string_view name)
{
    return std::ranges::find(names, name) != names.end();
}

bool namesAny(const Annotation& words)
{
    return std::ranges::any_of(thingNames, [&](std::string_view name) { return says(words, name); });
}

// What stands in a diary is read as a visit: "your delivery is booked", "the courier comes".
bool isBookedFor(const Annotation& visit, Thing thing)
{
    const bool other = namesThing(visit, Thing::delivery) || namesThing(visit, Thing::call);
    return other && !namesThing(visit, Thing::visit) ? namesThing(visit, thing) : thing == Thing::visit;
}

} // namespace

bool says(const Annotation& words, std::string_view what)
{
    std::string_view rest = words.value;
    while (!rest.empty()) {
        const std::size_t end = std::min(rest.find(','), rest.size());
        if (rest.substr(0, end) == what)
            return true;
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    return false;
}

bool namesThing(const Annotation& words, PromisedThing thing)
{
    return says(words, thingNames[static_cast<std::size_t>(thing)]);
}

bool isAbout(const Annotation& promise, PromisedThing thing)
{
    if (promise.label == "visit")
        return isBookedFor(promise, thing);
    if (const auto row = std::ranges::find(labels, std::string_view(promise.label), &Row::word); row != std::end(labels))
        return row->thing == thing;
    if (promise.label == anyDeed && namesThing(promise, thing))
        return true;
    // To be heard of is no delivery, and that it is told of one makes it none.
    return says(promise, promiseComes) && (thing == Thing::visit || thing == Thing::delivery)
        && (namesThing(promise, thing) || !namesAny(promise));
}

std::string_view kindNamed(const Annotation& words)
{
    constexpr std::array<std::string_view, 3> kinds = {"visit", "delivery", "callback"}; // of the first things
    std::string_view named;
    std::size_t first = std::string::npos;
    for (std::size_t i = 0; i < kinds.size(); ++i) {
        const std::size_t at = says(words, thingNames[i]) ? words.value.find(thingNames[i]) : std::string::npos;
        if (at < first) {
            first = at;
            named = kinds[i];
        }
    }
    return named;
}

bool fits(const Annotation& moving, const Annotation& promise)
{
    for (std::size_t i = 0; i < thingNames.size(); ++i) {
        const auto thing = static_cast<Thing>(i);
        if (namesThing(moving, thing) && isAbout(promise, thing))
            return true;
    }
    return false;
}

bool namesOther(const Annotation& moving, const Annotation& promise)
{
    return (promise.label == "callback" || promise.label == "refund") && namesAny(moving) && !fits(moving, promise);
}

std::optional<PromisedThing> thingOf(std::string_view event)
{
    for (std::string_view rest = event; !rest.empty();) {
        const std::size_t end = std::min(rest.find('_'), rest.size());
        const auto row = std::ranges::find(eventWords, rest.substr(0, end), &Row::word);
        if (row != std::end(eventWords))
            return row->thing;
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    return std::nullopt;
}

bool isMoving(std::string_view event)
{
    return event.ends_with("_rescheduled") || event.ends_with("_postponed") || event.ends_with("_moved");
}

// A payment that is put off is the customer's.
bool mayMove(std::string_view event, const Annotation& promise)
{
    const std::optional<Thing> thing = isMoving(event) && !event.starts_with("payment") ? thingOf(event) : std::nullopt;
    return thing && isAbout(promise, *thing);
}

bool shows(std::string_view event, const Annotation& promise)
{
    const std::optional<Thing> thing = oneOf(doneEvents, event) ? thingOf(event) : std::nullopt;
    if (!thing)
        return false;
    const bool paid = event == "payment_received", completed = event == "order_completed";
    if (promise.label == "fix")
        return *thing == Thing::visit || *thing == Thing::service || completed;
    if (promise.label == "delivery" || promise.label == "replacement")
        return (*thing == Thing::delivery && !completed) || *thing == Thing::visit;
    return isAbout(promise, *thing) && !(promise.label == "refund" && paid);
}

} // namespace foreword
