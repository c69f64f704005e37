#include <map>

#include <unicode/locid.h>
#include <unicode/region.h>
#include <unicode/uloc.h>

#include "core/identity/letters.h"
#include "core/text/lines.h"
#include "core/identity/normalize.h"

namespace foreword {
namespace {

// Names of countries as people write them, in the languages the product speaks.
const std::map<std::string, std::string>& countryNames()
{
    static const std::map<std::string, std::string> names = [] {
        std::map<std::string, std::string> made{{"england", "GB"}, {"scotland", "GB"}, {"wales", "GB"}, {"great britain", "GB"}};
        for (const auto* language : {"en", "de", "fr", "es"}) {
            const icu::Locale display(language);
            for (const char* const* code = uloc_getISOCountries(); *code; ++code) {
                icu::UnicodeString text;
                icu::Locale("", *code).getDisplayCountry(display, text);
                std::string name;
                text.toUTF8String(name);
                made.emplace(foldLetters(name), *code);
            }
        }
        return made;
    }();
    return names;
}

bool isPlain(std::string_view code)
{
    for (const char c : code) {
        if (!((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')))
            return false;
    }
    return true;
}

// "DE", "DEU" or "Deutschland" as "DE"; empty if it is no country.
std::string regionOfCountry(std::string_view country)
{
    const auto text = trimmed(country);
    if ((text.size() == 2 || text.size() == 3) && isPlain(text)) {
        std::string code(text);
        for (char& c : code)
            c = static_cast<char>(c >= 'a' ? c - 'a' + 'A' : c);
        UErrorCode status = U_ZERO_ERROR;
        const auto* region = icu::Region::getInstance(code.c_str(), status);
        if (U_SUCCESS(status) && region->getType() == URGN_TERRITORY)
            return region->getRegionCode();
    }
    const auto found = countryNames().find(foldLetters(text));
    return found != countryNames().end() ? found->second : std::string();
}

// "de-AT" as "AT", "de" as "DE". English without a country is read as British (ours): where it
// is American, records carry a country.
std::string regionOfLanguage(std::string_view language)
{
    const auto text = std::string(trimmed(language));
    if (text.empty() || text.size() > 32)
        return {};
    UErrorCode status = U_ZERO_ERROR;
    icu::Locale locale = icu::Locale::forLanguageTag(text, status);
    if (U_FAILURE(status) || *locale.getLanguage() == '\0')
        return {};
    if (*locale.getCountry() == '\0' && std::string_view(locale.getLanguage()) == "en")
        return "GB";
    locale.addLikelySubtags(status);
    return U_SUCCESS(status) ? locale.getCountry() : "";
}

} // namespace

std::string regionOf(const CustomerRecord& record)
{
    for (const auto& address : record.addresses) {
        if (auto region = regionOfCountry(address.country); !region.empty())
            return region;
    }
    const auto language = record.attributes.find("language");
    return language != record.attributes.end() ? regionOfLanguage(language->second) : std::string();
}

} // namespace foreword
