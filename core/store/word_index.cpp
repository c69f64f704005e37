#include "core/store/word_index.h"

#include <utility>

#include "core/store/connection.h"
#include "core/store/query.h"

namespace foreword {

void awaitIndexing(Connection& connection, std::int64_t doc)
{
    if (!connection.m_firstUnindexed)
        connection.m_firstUnindexed = doc;
}

Result<> indexAwaiting(Connection& connection)
{
    const auto first = std::exchange(connection.m_firstUnindexed, std::nullopt);
    if (!first)
        return {};
    Query index(connection, "INSERT INTO message_words (rowid, text) SELECT doc, text FROM message WHERE doc >= ?1");
    return index.with(*first).run();
}

} // namespace foreword
