#include "core/identity/phone.h"

#include <phonenumbers/phonenumberutil.h>

#include "core/identity/letters.h"
#include "core/text/lines.h"

namespace foreword {
namespace {

// Longer text is no number, and the library's expressions need not look at it.
constexpr std::size_t longestNumber = 64;

} // namespace

std::optional<PhoneForms> parsePhone(std::string_view phone, std::string_view region)
{
    using i18n::phonenumbers::PhoneNumber;
    using i18n::phonenumbers::PhoneNumberUtil;
    const auto text = trimmed(phone);
    if (text.empty() || text.size() > longestNumber)
        return std::nullopt;
    const auto& util = *PhoneNumberUtil::GetInstance();
    PhoneNumber number;
    // "ZZ" is the library's name for no region.
    const std::string from = region.empty() ? "ZZ" : std::string(region);
    if (util.Parse(std::string(text), from, &number) != PhoneNumberUtil::NO_PARSING_ERROR || !util.IsPossibleNumber(number))
        return std::nullopt;
    std::string national;
    util.GetNationalSignificantNumber(number, &national);
    if (national.size() < fewestPhoneDigits)
        return std::nullopt;
    PhoneForms forms;
    util.Format(number, PhoneNumberUtil::E164, &forms.e164);
    util.Format(number, PhoneNumberUtil::INTERNATIONAL, &forms.international);
    return forms;
}

} // namespace foreword
