// What is being written and was not sent, one a conversation and kind. Works as the classes of
// tables.h do.
#pragma once

#include <optional>
#include <vector>

#include "core/base/result.h"
#include "core/model/draft.h"

namespace foreword {

class Connection;

class DraftTable {
public:
    explicit DraftTable(Connection& connection) : m_connection(connection) {}

    Result<> put(const Draft& draft); // in place of the one that is there
    Result<> remove(const RecordKey& interaction, DraftKind kind);
    Result<std::vector<Draft>> list() const; // the one edited last first
    // Of the conversations of one person.
    Result<std::vector<Draft>> of(std::int64_t person) const;
    // Whose conversation it is, once its customer is known.
    struct About {
        std::int64_t person = 0;
        std::string displayName;
    };
    Result<std::optional<About>> aboutWhom(const RecordKey& interaction) const;

private:
    Connection& m_connection;
};

} // namespace foreword
