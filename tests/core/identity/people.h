// Customer records for tests of identity: a made-up town of ordinary people, and what was found.
#pragma once

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "core/identity/identity_run.h"

namespace foreword::people {

inline CustomerRecord person(const char* id, const char* name, const char* birth = "", const char* street = "", const char* town = "",
                             const char* postcode = "")
{
    CustomerRecord record;
    record.key = {"crm", id};
    if (*name)
        record.names = {name};
    record.birthDate = birth;
    if (*street || *town || *postcode)
        record.addresses = {{street, town, postcode, "GB"}};
    return record;
}

// People who have nothing to do with each other beyond common names, towns and streets; every
// fifth lives with a partner, one in seven has a second record with something missing.
inline std::vector<CustomerRecord> town(int size)
{
    constexpr std::array given{"Alice", "Brian",  "Clara", "David", "Emma",  "Frank", "Grace", "Henry", "Irene", "James", "Karen", "Leon",
                               "Mary",  "Nathan", "Olive", "Peter", "Quinn", "Rosa",  "Simon", "Tara",  "Uwe",   "Vera",  "Walter"};
    constexpr std::array family{"Abbott",  "Barlow",  "Carver",  "Dunmore", "Ellwood", "Farrow",  "Gilroy", "Hartnell",
                                "Ingram",  "Jessop",  "Kirkham", "Lowry",   "Marsh",   "Norwood", "Ormond", "Paxton",
                                "Quilter", "Radley",  "Sheldon", "Tranter", "Upton",   "Vickers", "Wardle", "Yarwood",
                                "Ashby",   "Brandon", "Coombe",  "Denholm", "Everard"};
    constexpr std::array streets{"Mill Lane",     "Church Street", "Station Road", "High Street",
                                 "Orchard Close", "Kings Avenue",  "Park Drive"};
    constexpr std::array towns{"Ashford", "Burnley", "Corby", "Derby", "Exeter"};
    const auto number = [](int n) { return std::to_string(n); };
    const auto pick = [](const auto& list, int n) { return std::string(list[static_cast<std::size_t>(n) % list.size()]); };
    const auto date = [&](int n) {
        const auto two = [&](int v) { return (v < 10 ? "0" : "") + number(v); };
        return number(1940 + n * 37 % 61) + "-" + two(1 + n * 17 % 12) + "-" + two(1 + n * 11 % 28);
    };
    std::vector<CustomerRecord> all;
    for (int n = 0; n < size; ++n) {
        const auto surname = pick(family, n * 13 + n / 29);
        const auto name = pick(given, n * 7 + n / 23) + " " + surname;
        const auto street = number(1 + n * 31 % 180) + " " + pick(streets, n * 3 + n / 7);
        const auto code = pick(std::array{"AB", "CD", "EF", "GH"}, n) + number(1 + n % 17) + " " + number(n * 7 % 9 + 1) + "XY";
        auto one =
            person(("t" + number(n)).c_str(), name.c_str(), date(n).c_str(), street.c_str(), pick(towns, n * 3).c_str(), code.c_str());
        one.emails = {"t" + number(n) + "@example.com"};
        one.phones = {"+44 20 7946 " + number(1000 + n * 9 % 8999)};
        if (n % 5 == 0) {
            auto partner = one;
            partner.key.id += "p";
            partner.names = {pick(given, n * 7 + n / 23 + 4) + " " + surname};
            partner.birthDate = date(n + 3);
            partner.emails = {"p" + number(n) + "@example.com"};
            all.push_back(partner);
        }
        if (n % 7 == 0) {
            auto again = one;
            again.key = {"helpdesk", "h" + number(n)};
            if (n % 2 == 0)
                again.birthDate.clear();
            else
                again.addresses.clear();
            all.push_back(again);
        }
        all.push_back(one);
    }
    return all;
}

class Found {
public:
    Found(const std::vector<CustomerRecord>& records, const Decisions& decisions = {})
    {
        std::vector<Traits> traits;
        for (const auto& record : records)
            traits.push_back(traitsOf(record));
        m_outcome = *findPersons(std::move(traits), decisions, {});
    }

    bool together(const RecordKey& a, const RecordKey& b) const
    {
        return std::ranges::any_of(m_outcome.clusters, [&](const auto& cluster) {
            return std::ranges::find(cluster, a) != cluster.end() && std::ranges::find(cluster, b) != cluster.end();
        });
    }
    bool together(const char* a, const char* b) const { return together(RecordKey{"crm", a}, RecordKey{"crm", b}); }
    bool asked(const char* a, const char* b) const
    {
        return std::ranges::any_of(m_outcome.reviews, [&](const Review& review) {
            return (review.a.id == a && review.b.id == b) || (review.a.id == b && review.b.id == a);
        });
    }
    const IdentityOutcome& outcome() const { return m_outcome; }

private:
    IdentityOutcome m_outcome;
};

} // namespace foreword::people
