// Events in a few words, and what they make of a history.
#pragma once

#include "tests/core/annotate/reading.h"

namespace foreword::test {

inline EventRecord happened(std::string name, std::string_view at, std::string data = "{}")
{
    EventRecord record;
    record.source = "billing";
    record.name = std::move(name);
    record.at = time(at);
    record.data = std::move(data);
    return record;
}

inline History withEvents(std::vector<EventRecord> events)
{
    History history;
    history.events = std::move(events);
    return history;
}

inline std::vector<Signal> all(const History& history, std::string_view asOf, std::string_view id, SignalContext context = {})
{
    context.asOf = time(asOf);
    auto signals = evaluateSignals(dictionary(), history, context);
    std::erase_if(signals, [&](const Signal& signal) { return signal.id != id; });
    return signals;
}

inline std::optional<Signal> one(const History& history, std::string_view asOf, std::string_view id, SignalContext context = {})
{
    auto signals = all(history, asOf, id, std::move(context));
    return signals.empty() ? std::nullopt : std::optional(signals.front());
}

inline bool stands(const History& history, std::string_view asOf, std::string_view id, SignalContext context = {})
{
    return one(history, asOf, id, std::move(context)).has_value();
}

} // namespace foreword::test
