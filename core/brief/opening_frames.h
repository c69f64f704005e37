// The frames of opening_line.h, a language a row. {day} is a date such as "On 5 November", in
// the frame's own words; {quote} are words of the history.
#pragma once

#include <array>
#include <string>
#include <string_view>

#include "core/base/timestamp.h"

namespace foreword {

struct OpeningFrames {
    std::string_view language;
    std::string_view missed, due; // of a promise
    std::string_view wrote, told, asked;
    std::string_view heard; // what must not be read out
    std::string_view today, onDay, onDayOfYear;
    std::array<std::string_view, 12> months;
};

// English where there are none of that language: of a message that is too short to tell by.
const OpeningFrames& openingFrames(std::string_view language);

std::string fillFrame(const OpeningFrames& frames, std::string_view frame, Timestamp said, Timestamp now, std::string_view quote);

} // namespace foreword
