#include "core/identity/comparison.h"

#include <algorithm>
#include <cstdlib>

#include "core/identity/likeness.h"
#include "core/identity/name_comparison.h"

namespace foreword {
namespace {

void set(Comparison& into, Field field, Level level, TraitKey agreed = 0)
{
    const auto index = static_cast<std::size_t>(field);
    if (level <= into.levels[index])
        return;
    into.levels[index] = level;
    into.agreed[index] = agreed;
}

std::string eightDigits(const CivilDate& date)
{
    const auto number = std::to_string(date.year * 10'000 + date.month * 100 + date.day);
    return std::string(8 - std::min<std::size_t>(number.size(), 8), '0') + number;
}

bool generationApart(const CivilDate& a, const CivilDate& b)
{
    constexpr int youngestParent = 16, oldestParent = 70;
    const int years = std::abs(a.year - b.year);
    return years >= youngestParent && years <= oldestParent;
}

int digitsThatDiffer(std::string_view a, std::string_view b)
{
    int count = 0;
    for (std::size_t i = 0; i < a.size(); ++i)
        count += a[i] != b[i];
    return count;
}

// variant: day and month exchanged; near: one digit, or two neighbours exchanged; similar: only
// the day, the month or the year differs, or two digits do; distant: less than two years apart.
Level compareBirths(const CivilDate& a, const CivilDate& b)
{
    if (a == b)
        return Level::exact;
    if (a.year == b.year && a.month == b.day && a.day == b.month)
        return Level::variant;
    const auto digitsA = eightDigits(a);
    const auto digitsB = eightDigits(b);
    if (oneEditApart(digitsA, digitsB))
        return Level::near;
    const int same = (a.year == b.year) + (a.month == b.month) + (a.day == b.day);
    // What is a first of January is often just a year.
    const bool dayless = a.month == 1 && a.day == 1 && b.month == 1 && b.day == 1;
    if (!dayless && (same == 2 || digitsThatDiffer(digitsA, digitsB) == 2))
        return Level::similar;
    return std::abs(a.year - b.year) <= 1 || (same == 1 && a.year == b.year) ? Level::distant : Level::different;
}

// near: a typing error; similar: the same box at another provider.
Level compareEmails(const Contact& a, const Contact& b)
{
    if (a.key == b.key)
        return a.loose ? Level::similar : Level::exact;
    const std::string_view localA = std::string_view(a.text).substr(0, a.text.find('@'));
    const std::string_view localB = std::string_view(b.text).substr(0, b.text.find('@'));
    const std::string_view domainA = std::string_view(a.text).substr(localA.size() + 1);
    const std::string_view domainB = std::string_view(b.text).substr(localB.size() + 1);
    if (localA == localB && localA.size() >= 4)
        return a.loose ? Level::different : jaroWinkler(domainA, domainB) >= 0.85 ? Level::near : Level::similar;
    if (domainA == domainB && localA.size() >= 3 && oneEditApart(localA, localB))
        return Level::near;
    return jaroWinkler(localA, localB) >= 0.85 && jaroWinkler(domainA, domainB) >= 0.8 ? Level::distant : Level::different;
}

// A number whose country is not known equals one that ends with it.
Level comparePhones(const Contact& a, const Contact& b)
{
    if (a.text == b.text)
        return Level::exact;
    constexpr std::size_t fewest = 7;
    const auto& longer = a.text.size() >= b.text.size() ? a : b;
    const auto& shorter = a.text.size() >= b.text.size() ? b : a;
    if (shorter.loose && !longer.loose && shorter.text.size() >= fewest && longer.text.ends_with(shorter.text))
        return Level::exact;
    return shorter.text.size() >= fewest && a.loose == b.loose && oneEditApart(a.text, b.text) ? Level::near : Level::different;
}

struct StreetLikeness {
    double both = 0;   // of all pairs of letters
    double within = 0; // of the shorter street
};

StreetLikeness compareStreets(const PlaceTraits& a, const PlaceTraits& b)
{
    std::size_t common = 0;
    for (auto i = a.street.begin(), j = b.street.begin(); i != a.street.end() && j != b.street.end();) {
        if (*i == *j) {
            ++common;
            ++i;
            ++j;
        } else {
            ++(*i < *j ? i : j);
        }
    }
    const auto shared = static_cast<double>(common);
    return {2 * shared / static_cast<double>(a.street.size() + b.street.size()),
            shared / static_cast<double>(std::min(a.street.size(), b.street.size()))};
}

struct TownLikeness {
    bool city = false, code = false, nearCode = false, area = false;
    bool cities = false, codes = false; // both tell one
};

TownLikeness compareTowns(const PlaceTraits& a, const PlaceTraits& b)
{
    TownLikeness found;
    found.cities = !a.city.empty() && !b.city.empty();
    found.codes = !a.postcode.empty() && !b.postcode.empty();
    if (found.cities)
        found.city = a.city == b.city || jaroWinkler(a.city, b.city) >= 0.9;
    if (found.codes) {
        found.code = a.postcode == b.postcode;
        found.nearCode = !found.code && a.postcode.size() >= 4 && oneEditApart(a.postcode, b.postcode);
        found.area = a.area == b.area;
    }
    return found;
}

// exact: the same house; variant: the street, in the same town; near: the street, elsewhere;
// similar: postcode and town; distant: one of the two.
Level compareHouses(const PlaceTraits& a, const PlaceTraits& b, const TownLikeness& town)
{
    const auto street = compareStreets(a, b);
    const bool sameStreet = street.both >= 0.75 || (street.within >= 0.85 && street.both >= 0.5);
    const bool numbers = !a.number.empty() && !b.number.empty();
    const bool inTown = town.city || town.code || town.nearCode || (!town.cities && !town.codes);
    if (sameStreet && inTown)
        return !numbers || a.number == b.number ? Level::exact : Level::variant;
    if (sameStreet || (numbers && a.number == b.number && town.code && street.both >= 0.4))
        return Level::near;
    if (town.code && (town.city || !town.cities))
        return Level::similar;
    return town.code || town.city ? Level::distant : Level::different;
}

// exact: postcode and town; variant: the postcode; near: a postcode with a typing error and the
// town; similar: the town; distant: the area.
Level compareTownsAlone(const TownLikeness& town)
{
    if (town.code && town.city)
        return Level::exact;
    if (town.code)
        return Level::variant;
    if (town.nearCode && (town.city || !town.cities))
        return Level::near;
    if (town.city)
        return Level::similar;
    return town.area || town.nearCode ? Level::distant : Level::different;
}

void comparePlaces(const Traits& a, const Traits& b, Comparison& into)
{
    for (const PlaceTraits& first : a.places) {
        for (const PlaceTraits& second : b.places) {
            const auto town = compareTowns(first, second);
            if (!first.street.empty() && !second.street.empty())
                set(into, Field::place, compareHouses(first, second, town));
            else if (town.cities || town.codes)
                set(into, Field::town, compareTownsAlone(town), town.city && !town.codes ? traitKey('c', first.city) : 0);
        }
    }
    if (into[Field::place] != Level::missing)
        into.levels[static_cast<std::size_t>(Field::town)] = Level::missing;
}

Ids compareIds(const Traits& a, const Traits& b)
{
    auto found = Ids::unrelated;
    for (const StrongId& first : a.ids) {
        for (const StrongId& second : b.ids) {
            // Two numbers of one system may both be the same person's: that is what is looked for.
            if (first.kind != second.kind || (first.own && second.own))
                continue;
            if (first.value != second.value)
                return Ids::contradicting;
            found = Ids::shared;
        }
    }
    return found;
}

} // namespace

Comparison compare(const Traits& a, const Traits& b)
{
    Comparison found;
    compareNamesOf(a, b, found);
    if (a.birth && b.birth) {
        set(found, Field::birth, compareBirths(*a.birth, *b.birth), a.birthKey);
        found.parentAndChild = generationApart(*a.birth, *b.birth);
    }
    for (const Contact& first : a.emails) {
        for (const Contact& second : b.emails)
            set(found, Field::email, compareEmails(first, second), first.key);
    }
    for (const Contact& first : a.phones) {
        for (const Contact& second : b.phones)
            set(found, Field::phone, comparePhones(first, second), first.key);
    }
    comparePlaces(a, b, found);
    found.ids = compareIds(a, b);
    return found;
}

} // namespace foreword
