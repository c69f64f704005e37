// Rows of the workspace as values of the model, shared by the tables and the readers. Same
// thread as the connection, inside the caller's transaction. Errors: workspace_damaged and
// those of the connection.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "core/base/result.h"
#include "core/model/history.h"
#include "core/store/connection.h"
#include "core/store/tables.h"

namespace foreword {

Result<PersonRecord> readCustomer(Connection& connection, std::int64_t row);

// Versions of dictionaries by their row.
using DictionaryVersions = std::map<std::int64_t, std::string>;
Result<DictionaryVersions> readDictionaries(Connection& connection);

// Adds a conversation's messages with their annotations, in order of their rows.
Result<> readMessages(Connection& connection, std::int64_t conversation, std::uint32_t interaction, const DictionaryVersions& versions,
                      std::vector<HistoryMessage>& messages);
// By time, then (source, id).
void sortMessages(std::vector<HistoryMessage>& messages);

} // namespace foreword
