#include "core/identity/birth_date.h"

#include "core/base/timestamp.h"

namespace foreword {

BirthDateMatch compareBirthDates(std::string_view a, std::string_view b)
{
    const auto first = parseDate(a);
    const auto second = parseDate(b);
    if (!first || !second)
        return BirthDateMatch::unknown;
    if (*first == *second)
        return BirthDateMatch::equal;
    if (first->year == second->year && first->month == second->day && first->day == second->month)
        return BirthDateMatch::swapped;
    int digits = 0;
    for (std::size_t i = 0; i < a.size(); ++i)
        digits += a[i] != b[i];
    return digits == 1 ? BirthDateMatch::oneDigit : BirthDateMatch::different;
}

} // namespace foreword
