#include "core/identity/address_form.h"

#include <algorithm>
#include <array>
#include <utility>

#include "core/identity/letters.h"
#include "core/text/lines.h"

namespace foreword {
namespace {

using Pair = std::pair<std::string_view, std::string_view>;

// Folded; a word that ends so is shortened at its end ("lindenstrasse").
constexpr auto shortEndings = std::to_array<Pair>({{"strasse", "str"}, {"platz", "pl"}});
// clang-format off
constexpr auto shortWords = std::to_array<Pair>({{"street", "st"}, {"road", "rd"}, {"place", "pl"}, {"avenue", "ave"}, {"lane", "ln"},
                                                 {"drive", "dr"}, {"square", "sq"}, {"rue", "r"}, {"boulevard", "bd"}, {"calle", "c"},
                                                 {"avenida", "av"}, {"plaza", "pza"}});
// clang-format on

constexpr auto postcodeLast = std::to_array<std::string_view>({"GB", "UK", "IE", "US", "CA", "AU", "NZ"});

std::string shortened(std::string word)
{
    for (const auto& [whole, abbreviation] : shortWords) {
        if (word == whole)
            return std::string(abbreviation);
    }
    for (const auto& [whole, abbreviation] : shortEndings) {
        if (word.ends_with(whole))
            return word.replace(word.size() - whole.size(), whole.size(), abbreviation);
    }
    return word;
}

std::string join(std::string_view a, std::string_view separator, std::string_view b)
{
    std::string out(a);
    return out.append(a.empty() || b.empty() ? "" : separator).append(b);
}

} // namespace

std::string addressLine(const Address& address)
{
    const auto street = trimmed(address.street);
    const auto city = trimmed(address.city);
    const auto postcode = trimmed(address.postcode);
    const auto country = trimmed(address.country);
    const bool last = std::ranges::find(postcodeLast, country) != postcodeLast.end();
    const auto place = last ? join(city, " ", postcode) : join(postcode, " ", city);
    return join(join(street, ", ", place), ", ", country);
}

std::vector<std::string> streetWords(std::string_view street)
{
    auto words = wordsOf(street);
    for (auto& word : words)
        word = shortened(std::move(word));
    return words;
}

std::string normalAddress(const Address& address)
{
    std::string out;
    for (const auto* part : {&address.street, &address.city, &address.country}) {
        for (auto& word : wordsOf(*part))
            out.append(shortened(std::move(word))).append(" ");
        out.append("|");
    }
    for (const auto& word : wordsOf(address.postcode))
        out.append(word);
    return out;
}

} // namespace foreword
