// Histories of any length for benchmarks and for tests at size: the same seed gives the same
// records. The text is ours and reads like service contacts (generated_text.h), so that annotating
// has real work to do.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "core/model/records.h"

namespace foreword::bench {

// One customer "crm:<id>" with `messages` messages over interactions of about eight each, the
// last message shortly before `asOf`.
std::vector<Record> generatedCustomer(const std::string& id, int messages, Timestamp asOf, unsigned seed);

struct CompanyPlan {
    std::int64_t customers = 100;
    std::int64_t messages = 1000; // of all customers together, exactly
    Timestamp asOf;               // the newest message is shortly before it
    unsigned seed = 1;
};

// A whole company's history, customer by customer ("crm:C-0", "crm:C-1", …): a few customers
// have most of the messages, as in life, and one of five hundred has fifty times the mean; names
// (many of them borne by several), mail addresses and telephone numbers are invented. Some
// customers have a second record of another system ("shop:S-<n>") that linking is to find, some
// share a number with another that linking is not to fall for. Interactions quiet for a month
// are closed. Memory: one customer.
void generateCompany(const CompanyPlan& plan, const std::function<void(const Record&)>& take);

} // namespace foreword::bench
