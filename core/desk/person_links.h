// Which records make up a person and why, and which pairs wait for somebody to decide. On the
// thread of the connection.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "core/base/cancel.h"
#include "core/base/result.h"
#include "core/model/person_links.h"

namespace foreword {

class Connection;

// Weighed by what the workspace taught, or what is usual. Errors: customer_not_found, cancelled.
Result<PersonLinks> linksOf(Connection& connection, std::int64_t person, const CancelToken& cancel);

// The most likely first; of two persons one pair.
Result<std::vector<OpenReview>> openReviews(Connection& connection, std::size_t most, const CancelToken& cancel);

} // namespace foreword
