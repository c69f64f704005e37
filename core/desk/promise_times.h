// When promises are due where the customer lives: the annotator reads words against the clock
// that the message was written with and knows no holidays; here they are counted by the charter's
// calendar, in the customer's country. Changes only promises that carry a time; doing it twice
// changes nothing. Pure.
#pragma once

#include "core/model/history.h"
#include "core/policy/work_calendar.h"

namespace foreword {

// The messages from `first` on. Nothing where the country is unknown or not listed, but for
// working days, which then are those of the calendar's own country.
void readPromisesAtHome(History& history, const WorkCalendar& calendar, std::size_t first = 0);

} // namespace foreword
