// Times as tables write them: "09.11.2026 10:02" in a time zone with its summer times. ICU
// knows patterns and zones. A reader is for one thread; the rest is pure.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "core/base/timestamp.h"

namespace foreword {

bool isTimeZone(const std::string& name);     // "Europe/Berlin"
bool isTimeFormat(const std::string& pattern); // of ICU, with a year, a month and a day

class LocalTimeReader {
public:
    // Both must be what the checks above accept; an empty zone is UTC.
    LocalTimeReader(const std::string& pattern, const std::string& zone);
    ~LocalTimeReader();
    LocalTimeReader(LocalTimeReader&&) noexcept;

    // The whole text must fit, and the day must exist.
    std::optional<Timestamp> read(std::string_view text) const;

private:
    struct Parts;
    std::unique_ptr<Parts> m_parts;
};

} // namespace foreword
