#include "core/desk/promise_times.h"

#include "core/desk/decision_input.h"

namespace foreword {
namespace {

constexpr std::int64_t oneSecond = 1'000'000; // a day ends a second before midnight

Timestamp atHome(const Annotation& promise, Timestamp said, const CountryDays& days)
{
    const Timestamp due = sameClockIn(days, *promise.due);
    if (promise.weight == dueByClock)
        return due;
    // "tomorrow" is counted from the day it is there.
    const auto day = [](Timestamp time) { return daysFromCivil(time.local().date); };
    const std::int64_t ahead = day(instantIn(days, said)) - day(said);
    return ahead == 0 ? due : sameClockIn(days, due.plusDays(ahead));
}

void readAtHome(Annotation& promise, Timestamp said, const WorkCalendar& calendar, const std::string& country)
{
    if (promise.weight > 0) {
        promise.due = calendar.afterWorkingDays(said, promise.weight, country).plusMicros(-oneSecond);
        return;
    }
    const CountryDays* days = calendar.find(country);
    if (!days || promise.weight == dueAtInstant)
        return;
    promise.due = atHome(promise, said, *days);
    // An instant from here on: read again, it is not counted from the day it was said on again.
    promise.weight = dueAtInstant;
}

} // namespace

void readPromisesAtHome(History& history, const WorkCalendar& calendar, std::size_t first)
{
    const std::string country = countryOf(history);
    for (std::size_t i = first; i < history.messages.size(); ++i) {
        for (Annotation& annotation : history.messages[i].annotations) {
            const bool promised = annotation.kind == AnnotationKind::promise || annotation.kind == AnnotationKind::moved;
            if (promised && annotation.due)
                readAtHome(annotation, history.messages[i].at, calendar, country);
        }
    }
}

} // namespace foreword
