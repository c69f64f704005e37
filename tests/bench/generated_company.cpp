#include <algorithm>
#include <array>
#include <numeric>
#include <random>

#include "tests/bench/generated_history.h"
#include "tests/bench/generated_text.h"

namespace foreword::bench {
namespace {

constexpr std::int64_t minutesPerDay = 24 * 60;
// clang-format off
constexpr auto firstNames = std::to_array<const char*>({
    "Ada", "Bruno", "Carla", "Deniz", "Elif", "Farid", "Greta", "Hugo", "Ines", "Jonas", "Kaja", "Leon", "Mira", "Nils", "Olga", "Pavel",
    "Quentin", "Rosa", "Sven", "Tara", "Umut", "Vera", "Wim", "Xenia", "Yusuf", "Zoe", "Anton", "Birte", "Cem", "Dora", "Emil", "Frida",
    "Agnès", "Björn", "Chloé", "Diego", "Esmé", "Fatma", "Gökhan", "Hélène", "Iñigo", "Jürgen", "Katarzyna", "Łukasz", "Małgorzata", "Noémie",
});
constexpr auto nameStarts = std::to_array<const char*>({
    "Bram", "Dorn", "Falk", "Grün", "Hart", "Kess", "Lind", "Mohr", "Nord", "Oster", "Quell", "Rass", "Stein", "Tann", "Ulm", "Weid",
    "Ahl", "Birk", "Castel", "Del", "Ebers", "Ferr", "Gal", "Hol", "Iser", "Jans", "Königs", "Lam", "Mont", "Nav", "Öst", "Pol", "Rod", "Sand", "Thorn", "Vil",
});
constexpr auto nameEnds = std::to_array<const char*>({
    "acher", "berg", "dahl", "eck", "feld", "garten", "hagen", "inger", "kamp", "lund", "mann", "ner", "ow", "quist", "stedt", "wald",
    "ard", "bois", "court", "dez", "elli", "ford", "gues", "ham", "ier", "ley", "más", "oni", "ski", "son", "ton", "ville",
});
// clang-format on

// A few of every ten customers have most of the messages: the weights of ten in a row. One of
// five hundred has written for years.
constexpr std::array<std::int64_t, 10> weights = {1, 1, 2, 2, 4, 5, 8, 12, 25, 40};
constexpr std::int64_t faithfulEvery = 500, faithfulWeight = 500; // on top

// Messages of all customers before this one; of all customers: all messages.
std::int64_t messagesBefore(const CompanyPlan& plan, std::int64_t customer)
{
    const auto weightBefore = [](std::int64_t customers) {
        const auto rest = weights.begin() + customers % 10;
        return customers / 10 * 100 + std::accumulate(weights.begin(), rest, std::int64_t{0}) + customers / faithfulEvery * faithfulWeight;
    };
    return plan.messages * weightBefore(customer) / weightBefore(plan.customers);
}

// The first of the choices far more often than the last, as names are.
template <class Choices>
std::string pick(const Choices& choices, std::mt19937& random)
{
    const auto most = choices.size();
    return choices[std::min(random() % most, random() % most)];
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

// Some names are borne by hundreds, others by one.
std::string familyName(std::mt19937& random)
{
    if (random() % 3 == 0)
        return inventedName(random);
    auto name = pick(nameStarts, random) + pick(nameEnds, random);
    if (random() % 30 == 0)
        name.append("-").append(pick(nameStarts, random)).append(pick(nameEnds, random));
    return name;
}

// One of 25 lives with the customer before them and shares the number; one of 400 gives that of
// a switchboard; one of 30 bears two names.
void describe(CustomerRecord& record, std::int64_t number, std::mt19937& random)
{
    const std::string first = pick(firstNames, random);
    record.names = {first + " " + familyName(random)};
    record.emails = {"c" + std::to_string(number) + "@example.com"};
    if (random() % 4 != 0)
        record.phones = {phoneOf(number % 25 == 24 ? number - 1 : number % 400 == 399 ? 0 : number)};
    if (random() % 3 == 0)
        record.addresses = {{inventedName(random) + " " + std::to_string(1 + random() % 200), inventedName(random),
                             std::to_string(10000 + random() % 90000), "DE"}};
    record.externalIds["loyalty"] = "L-" + std::to_string(1000000 + number);
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
