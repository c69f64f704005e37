// Comparable forms of identifiers: what is stored for search and compared for linking. Pure.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/model/identifier.h"
#include "core/model/records.h"

namespace foreword {

std::string normalEmail(std::string_view email); // trimmed, lower case
// E.164 by libphonenumber; `region` ("DE") for numbers without country code; nothing if it is
// no possible number.
std::optional<std::string> normalPhone(std::string_view phone, std::string_view region);
// Lower case, no diacritics, tokens sorted: "Hoffmann, Maria" equals "maria hoffmann".
std::string normalName(std::string_view name);
std::string normalExternalId(std::string_view id); // upper case, without separators

// The region to read a record's phones in: country of an address, else of its language.
std::string regionOf(const CustomerRecord& record);

std::vector<Identifier> identifiersOf(const CustomerRecord& record);
// Everything a typed query could be meant as: "030 901820" in several regions, an e-mail, an id.
std::vector<Identifier> identifiersOfQuery(std::string_view query);

} // namespace foreword
