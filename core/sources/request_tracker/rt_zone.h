// The wall clock by which a Request Tracker reads the dates of a query: that of the agent's
// account. Pure, any thread.
#pragma once

#include <optional>
#include <string>

#include "core/base/timestamp.h"

namespace foreword {

class RtZone {
public:
    // "Europe/Berlin", as accounts name it; nothing for a name that ICU does not know.
    static std::optional<RtZone> named(const std::string& name);
    // A clock that never changes, in minutes east of UTC.
    static RtZone fixed(int minutes) { return RtZone({}, minutes); }

    // What a query must say to find everything since `time`: "2026-10-25 02:30:00". However the
    // server reads it, it means `time` or earlier. Where clocks change within hours it can mean
    // earlier by as much as they change: the server takes the offset of another moment than the
    // one that is meant, and an hour that comes twice is read as either.
    std::string dateFor(Timestamp time) const;

private:
    RtZone(std::string name, int fixedMinutes) : m_name(std::move(name)), m_fixedMinutes(fixedMinutes) {}

    std::string m_name; // empty: fixed
    int m_fixedMinutes;
};

// "2026-10-25 02:30:00", the wall clock at the offset of `time`, without its fractions.
std::string rtDate(Timestamp time);

} // namespace foreword
