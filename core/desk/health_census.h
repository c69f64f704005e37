// Counts over all customers what is about definitions and systems rather than one customer: fields
// and values outside the dictionary, systems that were not reached. One thread.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "core/desk/definitions.h"
#include "core/desk/health_values.h"
#include "core/model/history.h"

namespace foreword {

class HealthCensus {
public:
    explicit HealthCensus(const Definitions& definitions) : m_definitions(definitions) {}

    void add(const History& history, Timestamp asOf);
    // One finding for each, with how many customers and one of them.
    std::vector<HealthFinding> findings() const;

private:
    struct Seen {
        std::int64_t customers = 0;
        RecordKey example;
        std::string detail;
    };
    // Code, definition, value.
    using What = std::tuple<std::string, std::string, std::string>;

    void addFields(const History& history, std::map<What, std::string>& here) const;
    void addCopies(const History& history, Timestamp asOf, std::map<What, std::string>& here) const;

    const Definitions& m_definitions;
    std::map<What, Seen> m_seen;
};

} // namespace foreword
