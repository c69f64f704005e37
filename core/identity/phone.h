// The adapter to libphonenumber: parsing and display of phone numbers. Pure, any thread.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace foreword {

// A number with fewer digits is an extension, an emergency or an order number, none to know a
// person by.
inline constexpr std::size_t fewestPhoneDigits = 5;

struct PhoneForms {
    std::string e164;          // "+4930901820"
    std::string international; // "+49 30 901820"
};

// `region` (ISO 3166, "DE") is where a number without country code is dialled; empty: such
// numbers give nothing. Nothing either if it is no possible number.
std::optional<PhoneForms> parsePhone(std::string_view phone, std::string_view region);

} // namespace foreword
