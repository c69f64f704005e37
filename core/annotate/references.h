// Orders, jobs and invoices by their numbers, however they are spelled: "BX-82406" is said as
// "BX 82406". Pure.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/annotate/history_view.h"

namespace foreword {

// The numbers of four digits or more in a text, without the letters before them.
std::vector<std::string> numbersIn(std::string_view text);

// Whether the text names the reference: as a word or a number of its own, not as a part of another.
bool namesReference(std::string_view text, std::string_view reference);

// Whether the words name what the event is of, or those of the matter do.
bool namesSubjectOf(std::string_view text, const EventFacts& event);
bool namesSubjectOf(const HistoryView& view, std::uint32_t interaction, const EventFacts& event);
// Whether its data names anything at all.
bool hasSubject(const EventFacts& event);
// Whether it is of something else than the matter had named by then: both name numbers, and none is
// the same.
bool isOfAnother(const HistoryView& view, std::uint32_t interaction, const EventFacts& event);

} // namespace foreword
