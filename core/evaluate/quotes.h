// Labelled quotes against what was found: where a quote stands in its message, and how much two
// spans share. Pure, any thread.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/evaluate/counts.h"
#include "core/model/citation.h"

namespace foreword {

// A span of a message.
struct Place {
    std::string message;
    Span span;
    bool operator==(const Place&) const = default;
};

// Where the quote first stands in the text; white space of any kind and length is one.
std::optional<Span> findQuote(std::string_view text, std::string_view quote);

// Bytes of the intersection over bytes of the union; 0 in different messages.
double overlap(const Place& a, const Place& b);

// One to one, the best fitting first; a pair fits from an overlap of `atLeast` on.
Counts matchPlaces(const std::vector<Place>& found, const std::vector<Place>& labelled, double atLeast);

} // namespace foreword
