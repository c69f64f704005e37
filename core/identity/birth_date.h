// How two birth dates (2001-02-28) differ. Pure, any thread.
#pragma once

#include <string_view>

namespace foreword {

enum class BirthDateMatch {
    unknown,   // one of them is empty or no date
    equal,
    swapped,   // day and month exchanged
    oneDigit,  // one digit typed wrongly
    different,
};

BirthDateMatch compareBirthDates(std::string_view a, std::string_view b);

} // namespace foreword
