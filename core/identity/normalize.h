// Comparable forms of identifiers: what is stored for search and compared for linking. Pure.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/model/identifier.h"
#include "core/model/records.h"

namespace foreword {

bool isEmail(std::string_view text); // one address, with something on both sides of the @
std::string normalEmail(std::string_view email); // trimmed, lower case
// E.164 by libphonenumber; `region` ("DE") for numbers without country code; nothing if it is
// no possible number.
std::optional<std::string> normalPhone(std::string_view phone, std::string_view region);
// E.164 where it can be told, else the bare digits (five at least); empty if it is no number.
std::string comparablePhone(std::string_view phone, std::string_view region);
// Lower case, no diacritics or titles, tokens sorted: "Hoffmann, Maria" equals "Dr. maria hoffmann".
std::string normalName(std::string_view name);
std::string normalExternalId(std::string_view id); // upper case, without separators and diacritics

// The region to read a record's phones in: country of an address (code or name), else of its
// language; empty if neither tells.
std::string regionOf(const CustomerRecord& record);

// Its own id in its source counts as an external one.
std::vector<Identifier> identifiersOf(const CustomerRecord& record);
// Everything a typed query could be meant as: "030 901820" in several regions, an e-mail, an id.
std::vector<Identifier> identifiersOfQuery(std::string_view query);

// Loads phone metadata and letter tables, which otherwise the first customer would wait for.
void warmUpNormalizing();

} // namespace foreword
