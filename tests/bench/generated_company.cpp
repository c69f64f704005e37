#include <algorithm>
#include <array>
#include <numeric>
#include <random>

#include "tests/bench/generated_history.h"

namespace foreword::bench {
namespace {

constexpr std::int64_t minutesPerDay = 24 * 60;
constexpr auto firstNames = std::to_array<const char*>({
    "Ada",  "Bruno", "Carla", "Deniz", "Elif",  "Farid",   "Greta", "Hugo", "Ines", "Jonas", "Kaja",
    "Leon", "Mira",  "Nils",  "Olga",  "Pavel", "Quentin", "Rosa",  "Sven", "Tara", "Umut",  "Vera",
    "Wim",  "Xenia", "Yusuf", "Zoe",   "Anton", "Birte",   "Cem",   "Dora", "Emil", "Frida",
});
constexpr auto nameStarts = std::to_array<const char*>(
    {"Bram", "Dorn", "Falk", "Grün", "Hart", "Kess", "Lind", "Mohr", "Nord", "Oster", "Quell", "Rass", "Stein", "Tann", "Ulm", "Weid"});
constexpr auto nameEnds = std::to_array<const char*>(
    {"acher", "berg", "dahl", "eck", "feld", "garten", "hagen", "inger", "kamp", "lund", "mann", "ner", "ow", "quist", "stedt", "wald"});

// A few of every ten customers have most of the messages: the shares, in hundredths, of ten in a row.
constexpr std::array<std::int64_t, 10> shares = {1, 1, 2, 2, 4, 5, 8, 12, 25, 40};

// Messages of all customers before this one; of all customers: all messages.
std::int64_t messagesBefore(const CompanyPlan& plan, std::int64_t customer)
{
    const auto hundredths = [](std::int64_t customers) {
        const auto rest = shares.begin() + customers % 10;
        return customers / 10 * 100 + std::accumulate(shares.begin(), rest, std::int64_t{0});
    };
    return plan.messages * hundredths(customer) / hundredths(plan.customers);
}

template <class Choices>
std::string pick(const Choices& choices, std::mt19937& random)
{
    return choices[random() % choices.size()];
}

// +1 NXX 555-0100 to 0199: set aside for fiction in every area code.
std::string phoneOf(std::int64_t customer)
{
    const auto digits = [](std::int64_t number, std::size_t count) {
        std::string text = std::to_string(number);
        return std::string(count - std::min(count, text.size()), '0') + text;
    };
    return "+1" + std::to_string(201 + customer / 100 % 700) + "55501" + digits(customer % 100, 2);
}

void describe(CustomerRecord& record, std::int64_t number, std::mt19937& random)
{
    record.names = {pick(firstNames, random) + " " + pick(nameStarts, random) + pick(nameEnds, random)};
    record.emails = {"c" + std::to_string(number) + "@example.com"};
    if (random() % 4 != 0)
        record.phones = {phoneOf(number)};
    record.attributes["language"] = "en";
}

// The same person in another system, under the same address.
CustomerRecord secondRecord(const CustomerRecord& first, std::int64_t number)
{
    CustomerRecord record;
    record.key = {"shop", "S-" + std::to_string(number)};
    record.names = first.names;
    record.emails = first.emails;
    record.externalIds["crm"] = first.key.id;
    return record;
}

} // namespace

void generateCompany(const CompanyPlan& plan, const std::function<void(const Record&)>& take)
{
    for (std::int64_t number = 0; number < plan.customers; ++number) {
        // Neighbouring seeds begin alike; spread out, they do not.
        const auto seed = (plan.seed + static_cast<unsigned>(number)) * 2654435761U;
        std::mt19937 random(seed);
        const auto quietDays = static_cast<std::int64_t>(random() % 700);
        const auto messages = messagesBefore(plan, number + 1) - messagesBefore(plan, number);
        auto records = generatedCustomer("C-" + std::to_string(number), static_cast<int>(messages),
                                         plan.asOf.plusMinutes(-quietDays * minutesPerDay), seed);
        auto& customer = std::get<CustomerRecord>(records.front());
        describe(customer, number, random);
        if (random() % 8 == 0)
            records.emplace_back(secondRecord(customer, number));
        for (auto& record : records) {
            auto* interaction = std::get_if<InteractionRecord>(&record);
            if (interaction && quietDays > 30) {
                interaction->status = InteractionStatus::closed;
                interaction->closedAt = interaction->closedAt.value_or(interaction->openedAt.plusMinutes(3 * minutesPerDay));
            }
            take(record);
        }
    }
}

} // namespace foreword::bench
