// Every kind of finding: how severe it is, and whose it is. The codes are public interface.
#pragma once

#include <string>
#include <string_view>

#include "core/desk/definitions.h"

namespace foreword {

struct HealthKind {
    std::string_view code, severity;
    // The signal or field of the dictionary whose owner sees to it; empty: the charter's steward.
    std::string_view ownerOf;
};

// A code that is not in the catalogue is a mistake in the program: an empty kind.
HealthKind healthKind(std::string_view code);
std::string healthOwner(const Definitions& definitions, const HealthKind& kind);

} // namespace foreword
