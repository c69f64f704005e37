// An event and what its data says in the words of app/CONTRACT.md. Refers to the record.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "core/model/records.h"

namespace foreword {

struct EventFacts {
    const EventRecord* record = nullptr;
    std::map<std::string, std::string> data; // those values that are texts
    std::optional<double> amount;            // of money, where it is a number or reads like one

    Timestamp at() const { return record->at; }
    const std::string& name() const { return record->name; }
    // Empty where the data does not say.
    std::string_view value(std::string_view key) const;
};

EventFacts factsOf(const EventRecord& event);

// Keys of data that say of what kind an event is, how much and when, how it was told and in what
// state: nothing of which matter it is.
bool describesOnly(std::string_view key);

// Whether both may speak of one matter: no order, case, interaction or other reference that both
// name differs.
bool sameMatter(const EventFacts& a, const EventFacts& b);

// "event billing:outage area=north": what an event is cited as.
std::string describe(const EventFacts& event);

} // namespace foreword
