// A sink that sorts what a pull gives it.
#pragma once

#include <algorithm>
#include <vector>

#include "core/sources/source.h"

struct Collector {
    std::vector<foreword::CustomerRecord> customers;
    std::vector<foreword::InteractionRecord> interactions;
    std::vector<foreword::MessageRecord> messages;

    foreword::RecordSink sink()
    {
        return [this](foreword::Record record) -> foreword::Result<> {
            if (auto* customer = std::get_if<foreword::CustomerRecord>(&record))
                customers.push_back(std::move(*customer));
            else if (auto* interaction = std::get_if<foreword::InteractionRecord>(&record))
                interactions.push_back(std::move(*interaction));
            else if (auto* message = std::get_if<foreword::MessageRecord>(&record))
                messages.push_back(std::move(*message));
            return {};
        };
    }

    // Nothing where there is none of that id.
    const foreword::MessageRecord* message(const std::string& id) const
    {
        const auto found = std::ranges::find(messages, id, [](const auto& m) { return m.key.id; });
        return found == messages.end() ? nullptr : &*found;
    }
};
