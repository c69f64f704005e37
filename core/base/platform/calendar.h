// A point in time as this machine's calendar shows it. Any thread.
#pragma once

#include <ctime>

namespace foreword::platform {

std::tm utcCalendar(std::time_t time);
std::tm localCalendar(std::time_t time);

} // namespace foreword::platform
