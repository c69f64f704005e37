// Opens a customer: history out of the store, folded into profile, brief and decision, each
// step timed. Used on the thread that owns the reading connection.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/cancel.h"
#include "core/base/result.h"
#include "core/desk/definitions.h"
#include "core/desk/desk.h"
#include "core/store/reading.h"

namespace foreword {

class Connection;

struct ReadOptions {
    Timestamp asOf;
    ConsentChannel channel = ConsentChannel::agent;
    // Candidates instead of the offers of the workspace.
    std::optional<std::vector<OfferRecord>> offers;
};

// Loads the tables that the first customer would otherwise wait for; part of opening.
void warmUpReading();

class CustomerReader {
public:
    // Both must outlive the reader.
    CustomerReader(Connection& connection, const Definitions& definitions);

    // Errors: customer_not_found, cancelled, those of the store.
    Result<CustomerView> open(std::int64_t person, const ReadOptions& options, const CancelToken& cancel);

    // The person an exact identifier means, as CUSTOMER of app/CONTRACT.md. Errors:
    // customer_not_found; several people: customer_ambiguous, and `candidates` holds them.
    Result<std::int64_t> resolve(std::string_view identifier, std::vector<Hit>* candidates = nullptr);
    Result<std::vector<Hit>> find(std::string_view query, int limit);
    Result<std::vector<QueueEntry>> queue(Timestamp asOf, int limit, const CancelToken& cancel);

private:
    Connection& m_connection;
    const Definitions& m_definitions;
};

} // namespace foreword
