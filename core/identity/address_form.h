// Postal addresses: one line for people, and a comparable form. Pure, any thread.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/model/records.h"

namespace foreword {

// "Lindenstr. 4, 10971 Berlin, DE", or with the postcode last where that is the custom.
std::string addressLine(const Address& address);

// Without case, diacritics and punctuation, common words shortened ("Straße" as "str").
std::string normalAddress(const Address& address);

// The words of a street without case, diacritics and punctuation, common ones shortened.
std::vector<std::string> streetWords(std::string_view street);

} // namespace foreword
