// A person's leave to make an offer in spite of a rule, for some hours, and what is kept of it.
// Plain values, any thread.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "core/base/timestamp.h"
#include "core/model/records.h"

namespace foreword {

// Never of a P0 or P1 rule.
struct Override {
    RecordKey offer; // empty: every offer the rule reaches
    std::string rule;
    std::string role, by;     // "supervisor", and who it was, as they said themselves
    std::string reason, text; // one of overrideReasons, and in words
    Timestamp at, until;
    bool operator==(const Override&) const = default;
};

// Why somebody may override a rule.
inline constexpr std::array<std::string_view, 4> overrideReasons = {"customer_asked", "matter_settled", "signal_mistaken", "other"};

// What a person asks for.
struct OverrideRequest {
    std::int64_t person = 0;
    std::string rule;
    RecordKey offer; // empty: every offer the rule stops
    std::string role, by;
    std::string reason, text;
    int hours = 0;                                  // 0: as many as the rule allows
    ConsentChannel channel = ConsentChannel::agent; // of the decision in which the rule matched
};

// As it is kept, for good: one that was taken back stays, and says who did it and when.
struct GivenOverride {
    std::int64_t number = 0; // of the workspace
    RecordKey customer;      // one record of the person it is about
    Override given;
    Timestamp recordedAt; // by the machine's clock, whatever `given.at` says
    std::optional<Timestamp> takenBackAt;
    std::string takenBackBy;
    std::string account, takenBackAccount; // of the system, which asked nobody
    bool operator==(const GivenOverride&) const = default;
};

// What it comes to at `asOf`: nothing before it was given, and it ends when it was taken back.
inline std::optional<Override> standing(const GivenOverride& kept, Timestamp asOf)
{
    if (kept.given.at > asOf)
        return std::nullopt;
    Override now = kept.given;
    if (kept.takenBackAt && *kept.takenBackAt <= asOf && *kept.takenBackAt < now.until)
        now.until = *kept.takenBackAt;
    return now;
}

} // namespace foreword
