// The words of new messages reach the search index once a transaction, not once a message: FTS5
// writes what it has gathered whenever a statement begins that can be undone by itself, so with
// one row at a time each message became a segment of its own, and merging them took a third of
// an import. Same thread as the connection, inside its writing transaction.
#pragma once

#include <cstdint>

#include "core/base/result.h"

namespace foreword {

class Connection;

// To be called for each new message. Numbers of one transaction grow.
void awaitIndexing(Connection& connection, std::int64_t doc);

// Takes what waits into the index. The transaction calls it when it commits; whoever changes or
// deletes a message calls it first, because the index must hold what is taken out of it.
Result<> indexAwaiting(Connection& connection);

} // namespace foreword
