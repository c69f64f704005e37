// Everything that is kept of a person, for giving it out: the records as they came, as lines of
// the interchange format that import again, and what was made of them. Used on the thread that
// owns the connection. Plain values.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/base/cancel.h"
#include "core/base/result.h"
#include "core/desk/customer_reader.h"
#include "core/model/history.h"
#include "core/model/identifier.h"
#include "core/store/outbox_table.h"

namespace foreword {

// Why records count as one person: a value that several of them have, in its comparable form.
struct LinkingIdentifier {
    Identifier identifier;
    std::vector<RecordKey> records;
};

struct PersonExport {
    std::vector<std::string> lines;
    History history; // with redactions and annotations of each message
    CustomerView view;
    std::vector<LinkingIdentifier> links;
    std::vector<OutboxItem> notes; // written here about their conversations, and not discarded
};

// Errors: customer_not_found, cancelled, those of the store.
Result<PersonExport> exportPerson(Connection& connection, const Definitions& definitions, std::int64_t person, const ReadOptions& options,
                                  const CancelToken& cancel);

} // namespace foreword
