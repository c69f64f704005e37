// Names to search by: kept for customer records and persons, by the words they consist of. A
// word is stored once however many bear it, so that looking for alike ones stays small. Same
// thread as the connection, inside the caller's transaction.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "core/base/result.h"
#include "core/store/connection.h"

namespace foreword {

inline constexpr std::size_t mostNameWords = 32; // of one name; the rest is not searched

enum class NameOwner { record, person };

// Replaces the names of one owner; equal ones stay untouched.
Result<> indexNames(Connection& connection, NameOwner owner, std::int64_t row, const std::vector<std::string>& names);

} // namespace foreword
