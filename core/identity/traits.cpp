#include "core/identity/traits.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <memory>

#include <unicode/translit.h>

#include "core/identity/address_form.h"
#include "core/identity/letters.h"
#include "core/identity/likeness.h"
#include "core/identity/normalize.h"
#include "core/identity/person_name.h"
#include "core/identity/phone.h"
#include "core/text/lines.h"

namespace foreword {
namespace {

// clang-format off
constexpr auto particles = std::to_array<std::string_view>(
    {"van", "von", "der", "den", "de", "del", "della", "di", "da", "dos", "das", "do", "la", "le", "las", "los", "el", "al", "bin",
     "ibn", "ben", "y", "e", "zu", "zum", "zur", "ter", "ten", "und", "du", "des", "af", "av"});
constexpr auto officeNames = std::to_array<std::string_view>(
    {"info", "office", "contact", "kontakt", "contacto", "service", "support", "sales", "vertrieb", "admin", "mail", "email", "post",
     "hello", "hallo", "team", "accounts", "billing", "rechnung", "buchhaltung", "einkauf", "noreply", "webmaster", "reception",
     "empfang", "shop", "family", "familie"});
// Where dots and what follows a plus do not tell one box from another.
constexpr auto dotsIgnored = std::to_array<std::string_view>({"gmail.com", "googlemail.com"});
constexpr auto plusIgnored = std::to_array<std::string_view>(
    {"gmail.com", "googlemail.com", "outlook.com", "hotmail.com", "live.com", "icloud.com", "me.com", "fastmail.com", "proton.me",
     "protonmail.com"});
// clang-format on

template <class List>
bool contains(const List& list, std::string_view word)
{
    return std::ranges::find(list, word) != list.end();
}

bool isAscii(std::string_view text)
{
    return std::ranges::all_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

std::string latin(std::string_view text)
{
    if (isAscii(text))
        return std::string(text);
    static const std::unique_ptr<const icu::Transliterator> toLatin = [] {
        UErrorCode status = U_ZERO_ERROR;
        return std::unique_ptr<const icu::Transliterator>(
            icu::Transliterator::createInstance("Any-Latin; Latin-ASCII; Lower", UTRANS_FORWARD, status));
    }();
    if (!toLatin)
        return std::string(text);
    auto letters = icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<int32_t>(text.size())));
    toLatin->transliterate(letters);
    std::string out;
    letters.toUTF8String(out);
    std::erase_if(out, [](char c) { return c == '\'' || c == '"' || c == '`'; });
    return out;
}

NameWord nameWord(std::string text)
{
    NameWord word;
    word.key = traitKey('n', text);
    word.cologne = cologneSound(text);
    word.nysiis = nysiisSound(text);
    word.text = std::move(text);
    return word;
}

// "mac donald" and "mc donald" as one word.
void joinPrefixes(std::vector<std::string>& words)
{
    for (std::size_t i = 0; i + 1 < words.size(); ++i) {
        if (words[i] != "mc" && words[i] != "mac")
            continue;
        words[i] = "mc" + words[i + 1];
        words.erase(words.begin() + static_cast<std::ptrdiff_t>(i) + 1);
    }
}

NameTraits nameTraits(std::string_view name)
{
    NameTraits traits;
    std::vector<std::string> words;
    for (const auto& word : nameWords(inReadingOrder(name))) {
        if (auto generation = generationOf(word); !generation.empty())
            traits.generation = std::move(generation);
        else
            words.push_back(comparableWord(word));
    }
    joinPrefixes(words);
    const auto telling = std::ranges::count_if(words, [](const auto& word) { return !contains(particles, word); });
    if (telling >= 2)
        std::erase_if(words, [](const auto& word) { return contains(particles, word); });
    for (auto& word : words) {
        traits.joined += word;
        traits.words.push_back(nameWord(std::move(word)));
    }
    return traits;
}

std::optional<Contact> emailTraits(std::string_view text)
{
    if (!isEmail(text))
        return std::nullopt;
    auto email = normalEmail(text);
    auto local = email.substr(0, email.find('@'));
    const auto domain = email.substr(email.find('@') + 1);
    if (const auto plus = local.find('+'); plus != std::string::npos && plus > 0 && contains(plusIgnored, domain))
        local.resize(plus);
    if (contains(dotsIgnored, domain))
        std::erase(local, '.');
    const bool office = contains(officeNames, local);
    email = local + "@" + (domain == "googlemail.com" ? "gmail.com" : domain);
    const auto key = traitKey('e', email);
    return Contact{std::move(email), key, office};
}

// The digits in the form that all spellings share, and whether they begin with a country.
std::optional<Contact> phoneTraits(std::string_view text, const std::string& region)
{
    const auto comparable = comparablePhone(text, region);
    if (comparable.empty())
        return std::nullopt;
    const bool national = comparable.front() != '+';
    auto digits = onlyDigits(comparable);
    digits.erase(0, digits.find_first_not_of('0'));
    if (digits.size() < fewestPhoneDigits)
        return std::nullopt;
    const auto key = traitKey('p', std::string_view(digits).substr(digits.size() - std::min<std::size_t>(digits.size(), 8)));
    return Contact{std::move(digits), key, national};
}

std::vector<std::uint16_t> letterPairs(std::string_view letters)
{
    std::vector<std::uint16_t> pairs;
    for (std::size_t i = 0; i + 1 < letters.size(); ++i)
        pairs.push_back(
            static_cast<std::uint16_t>(static_cast<unsigned char>(letters[i]) << 8 | static_cast<unsigned char>(letters[i + 1])));
    std::ranges::sort(pairs);
    return pairs;
}

PlaceTraits placeTraits(const Address& address)
{
    PlaceTraits place;
    std::string letters;
    for (const auto& word : streetWords(address.street)) {
        const auto plain = latin(word);
        const bool digit = !plain.empty() && plain.front() >= '0' && plain.front() <= '9';
        if (digit && place.number.empty()) {
            place.number = plain;
            continue;
        }
        letters += plain;
        if (plain.size() > place.longestWord.size())
            place.longestWord = plain;
    }
    place.street = letterPairs(letters);
    for (const auto& word : wordsOf(address.city))
        place.city += comparableWord(word);
    const auto parts = wordsOf(address.postcode);
    for (const auto& part : parts)
        place.postcode += part;
    place.area = parts.size() > 1 ? parts.front() : place.postcode.substr(0, (place.postcode.size() + 1) / 2);
    return place;
}

// As it is written: an impossible date may still be a typing error away from the right one.
std::optional<CivilDate> writtenDate(std::string_view text)
{
    const auto number = [&](std::size_t at, std::size_t length) {
        int value = 0;
        const auto* end = text.data() + at + length;
        return std::from_chars(text.data() + at, end, value).ptr == end ? value : -1;
    };
    if (text.size() != 10 || text[4] != '-' || text[7] != '-')
        return std::nullopt;
    const CivilDate date{number(0, 4), number(5, 2), number(8, 2)};
    return date.year < 0 || date.month < 0 || date.day < 0 ? std::nullopt : std::optional(date);
}

bool saysSomething(const PlaceTraits& place)
{
    return !place.street.empty() || !place.city.empty() || !place.postcode.empty();
}

} // namespace

TraitKey traitKey(char kind, std::string_view value)
{
    // FNV-1a, with a last mixing so that all bits count.
    TraitKey hash = 0xcbf29ce484222325ULL ^ static_cast<unsigned char>(kind);
    for (const char c : value)
        hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3ULL;
    hash ^= hash >> 32;
    hash *= 0xd6e8feb86659fd93ULL;
    return hash ^ (hash >> 32);
}

std::string comparableWord(std::string_view word)
{
    return withoutUmlautE(latin(foldLetters(word)));
}

Traits traitsOf(const CustomerRecord& record)
{
    Traits traits;
    traits.key = record.key;
    for (const auto& name : record.names) {
        if (auto made = nameTraits(name); !made.words.empty())
            traits.names.push_back(std::move(made));
    }
    for (const auto& email : record.emails) {
        if (auto made = emailTraits(email))
            traits.emails.push_back(*std::move(made));
    }
    const auto region = regionOf(record);
    for (const auto& phone : record.phones) {
        if (auto made = phoneTraits(phone, region))
            traits.phones.push_back(*std::move(made));
    }
    traits.birth = writtenDate(record.birthDate);
    traits.birthKey = traits.birth ? traitKey('d', record.birthDate) : 0;
    for (const auto& address : record.addresses) {
        if (auto made = placeTraits(address); saysSomething(made))
            traits.places.push_back(std::move(made));
    }
    traits.ids.push_back({record.key.source, normalExternalId(record.key.id), true});
    for (const auto& [kind, id] : record.externalIds) {
        if (auto normal = normalExternalId(id); !normal.empty())
            traits.ids.push_back({kind, std::move(normal), false});
    }
    return traits;
}

} // namespace foreword
