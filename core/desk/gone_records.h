// What a pull asks its system about beside what changed, and what it learns: which records are gone
// there, and which are back. All on the thread that owns the writing connection, each in a
// transaction of its own; a pull is what calls it, in this order.
#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "core/base/result.h"
#include "core/base/timestamp.h"
#include "core/sources/source.h"

namespace foreword {

class Connection;

class GoneRecords {
public:
    explicit GoneRecords(std::string source) : m_source(std::move(source)) {}

    // What to ask about: of one customer all that is here of them, else the conversations that are
    // not over, as many as cost a few requests.
    Result<std::vector<KnownRecord>> known(Connection& writer, const std::optional<std::string>& customer);
    // A record that the system gave, before it is stored.
    void given(const Record& record);
    void gone(const KnownRecord& record) { m_gone.push_back(record); }
    // After all was stored. How many are gone that were not before.
    Result<std::int64_t> note(Connection& writer, Timestamp at) const;

private:
    std::string m_source;
    std::set<KnownRecord> m_marked; // before the pull
    std::vector<KnownRecord> m_back, m_gone;
};

} // namespace foreword
