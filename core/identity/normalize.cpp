#include "core/identity/normalize.h"

#include <algorithm>

#include <unicode/locid.h>
#include <unicode/unistr.h>

#include "core/identity/letters.h"
#include "core/text/lines.h"
#include "core/identity/person_name.h"
#include "core/identity/phone.h"

namespace foreword {
namespace {

void add(std::vector<Identifier>& identifiers, const char* kind, std::string normal)
{
    if (normal.empty())
        return;
    Identifier identifier{kind, std::move(normal)};
    if (std::ranges::find(identifiers, identifier) == identifiers.end())
        identifiers.push_back(std::move(identifier));
}

bool hasLetter(std::string_view text)
{
    return std::ranges::any_of(
        text, [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80; });
}

} // namespace

bool isEmail(std::string_view text)
{
    const auto email = trimmed(text);
    const auto at = email.find('@');
    return at != std::string_view::npos && at > 0 && at + 1 < email.size() && email.find('@', at + 1) == std::string_view::npos
        && email.find_first_of(" \t\r\n,;<>") == std::string_view::npos;
}

std::string normalEmail(std::string_view email)
{
    const auto text = trimmed(email);
    auto letters = icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<int32_t>(text.size())));
    // The root locale: an address is no Turkish text, wherever the program runs.
    letters.toLower(icu::Locale::getRoot());
    std::string out;
    letters.toUTF8String(out);
    return out;
}

std::optional<std::string> normalPhone(std::string_view phone, std::string_view region)
{
    if (auto forms = parsePhone(phone, region))
        return std::move(forms->e164);
    return std::nullopt;
}

std::string comparablePhone(std::string_view phone, std::string_view region)
{
    if (auto normal = normalPhone(phone, region))
        return *std::move(normal);
    auto digits = onlyDigits(phone);
    return digits.size() >= fewestPhoneDigits ? digits : std::string();
}

std::string normalName(std::string_view name)
{
    auto words = nameWords(name);
    std::ranges::sort(words);
    std::string out;
    for (const auto& word : words)
        out.append(out.empty() ? "" : " ").append(word);
    return out;
}

std::string normalExternalId(std::string_view id)
{
    std::string out;
    for (const auto& word : wordsOf(id))
        out.append(word);
    auto letters = icu::UnicodeString::fromUTF8(out);
    letters.toUpper(icu::Locale::getRoot());
    out.clear();
    letters.toUTF8String(out);
    return out;
}

std::vector<Identifier> identifiersOf(const CustomerRecord& record)
{
    std::vector<Identifier> identifiers;
    for (const auto& email : record.emails) {
        if (isEmail(email))
            add(identifiers, "email", normalEmail(email));
    }
    const auto region = regionOf(record);
    for (const auto& phone : record.phones)
        add(identifiers, "phone", comparablePhone(phone, region));
    add(identifiers, "external", normalExternalId(record.key.id));
    for (const auto& [kind, id] : record.externalIds)
        add(identifiers, "external", normalExternalId(id));
    for (const auto& name : record.names)
        add(identifiers, "name", normalName(name));
    return identifiers;
}

std::vector<Identifier> identifiersOfQuery(std::string_view query)
{
    std::vector<Identifier> identifiers;
    const auto text = trimmed(query);
    if (isEmail(text)) {
        add(identifiers, "email", normalEmail(text));
        return identifiers;
    }
    const auto digits = onlyDigits(text);
    if (digits.size() >= fewestPhoneDigits && !hasLetter(text)) {
        // Which country it was dialled in is not known; a hit in the store decides.
        for (const auto* region : {"", "GB", "DE", "FR", "ES", "US"}) {
            if (auto phone = normalPhone(text, region))
                add(identifiers, "phone", *std::move(phone));
        }
        add(identifiers, "phone", digits);
    }
    add(identifiers, "external", normalExternalId(text));
    if (hasLetter(text))
        add(identifiers, "name", normalName(text));
    return identifiers;
}

void warmUpNormalizing()
{
    CustomerRecord record;
    record.names = {"Zo\xC3\xAB Example"};
    record.phones = {"+44 20 7946 0000"};
    identifiersOf(record);
}

} // namespace foreword
