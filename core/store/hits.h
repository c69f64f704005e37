// The parts of search: each adds what it finds to one list that keeps the best hit a person.
// Inside the caller's transaction, same thread as the connection.
#pragma once

#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/store/reading.h"

namespace foreword {

// Exact identifier > name prefix > fuzzy name > words, whatever else.
namespace score {
inline constexpr int recordKey = 5000, identifier = 4000, wholeName = 3900, namePrefix = 3000;
inline constexpr int fuzzyName = 1000; // plus the likeness, 0 to 1000
inline constexpr int words = 0;        // plus the place among words, 1 to 999
} // namespace score

class HitList {
public:
    void add(std::int64_t person, std::string_view field, std::string_view matched, int points);
    bool empty() const { return m_best.empty(); }
    std::size_t size() const { return m_best.size(); }
    // As many as are wanted have this score or a better one: nothing worse will be shown.
    bool full(std::size_t most, int points) const;
    // By score, then name, then person; with display names.
    Result<std::vector<Hit>> ranked(Connection& connection, std::size_t most) const;

private:
    std::map<std::int64_t, Hit> m_best;
};

Result<> findExact(Connection& connection, std::string_view query, std::span<const Identifier> normalized, HitList& hits);
Result<> findNames(Connection& connection, std::string_view query, std::size_t most, HitList& hits);
Result<> findWords(Connection& connection, std::string_view query, std::size_t most, HitList& hits);

} // namespace foreword
