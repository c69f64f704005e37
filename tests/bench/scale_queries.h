// What agents would type to find the customers of a generated company: taken from its records
// while they are made. The same company gives the same queries.
#pragma once

#include <map>
#include <random>
#include <string>
#include <vector>

#include "core/model/records.h"

namespace foreword::bench {

class ScaleQueries {
public:
    // Takes from one record in so many; order matters.
    explicit ScaleQueries(int every) : m_every(every) {}

    void learn(const Record& record);

    // By kind: "identifier", "name", "name with a typo", "name as it is typed",
    // "words of the history", "words as they are typed".
    std::map<std::string, std::vector<std::string>> queries;

private:
    void learnCustomer(const CustomerRecord& record);
    void learnText(const std::string& text);
    std::string misspelt(std::string word);

    int m_every;
    int m_seen = 0;
    std::mt19937 m_random{5};
};

} // namespace foreword::bench
