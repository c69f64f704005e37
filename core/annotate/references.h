// Orders, jobs and invoices by their numbers, however they are spelled: "BX-82406" is said as
// "BX 82406". Pure.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/annotate/history_view.h"

namespace foreword {

// Without spaces and marks.
std::string lettersAndFigures(std::string_view text);

// The numbers of four digits or more in a text, without the letters before them.
std::vector<std::string> numbersIn(std::string_view text);

// Whether the words of the matter name what the event is of.
bool namesSubjectOf(const HistoryView& view, std::uint32_t interaction, const EventFacts& event);
// Whether its data names anything at all.
bool hasSubject(const EventFacts& event);

} // namespace foreword
