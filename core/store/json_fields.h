// Lists and maps of a record in one text column, as JSON. Reading answers workspace_damaged for
// anything of another shape. Pure, any thread.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/model/records.h"

namespace foreword {

using TextMap = std::map<std::string, std::string>;

std::string listJson(const std::vector<std::string>& list);
std::string mapJson(const TextMap& map);
std::string addressesJson(const std::vector<Address>& addresses);

Result<std::vector<std::string>> listFromJson(std::string_view json);
Result<TextMap> mapFromJson(std::string_view json);
Result<std::vector<Address>> addressesFromJson(std::string_view json);

} // namespace foreword
