#include "core/store/json_fields.h"

#include <nlohmann/json.hpp>

#include "core/store/sqlite_error.h"

namespace foreword {
namespace {

using Json = nlohmann::json;

// Bytes that are no UTF-8 are replaced rather than thrown about; records were checked before.
std::string dumped(const Json& json)
{
    return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

Failure badField()
{
    return fail(damaged("a list or map of a record"));
}

} // namespace

std::string listJson(const std::vector<std::string>& list)
{
    return list.empty() ? "[]" : dumped(Json(list));
}

std::string mapJson(const TextMap& map)
{
    return map.empty() ? "{}" : dumped(Json(map));
}

std::string addressesJson(const std::vector<Address>& addresses)
{
    Json list = Json::array();
    for (const Address& address : addresses)
        list.push_back(Json::array({address.street, address.city, address.postcode, address.country}));
    return dumped(list);
}

Result<std::vector<std::string>> listFromJson(std::string_view json)
{
    std::vector<std::string> list;
    if (json == "[]")
        return list;
    const Json parsed = Json::parse(json, nullptr, false);
    if (!parsed.is_array())
        return badField();
    for (const Json& entry : parsed) {
        if (!entry.is_string())
            return badField();
        list.push_back(entry.get_ref<const std::string&>());
    }
    return list;
}

Result<TextMap> mapFromJson(std::string_view json)
{
    TextMap map;
    if (json == "{}")
        return map;
    const Json parsed = Json::parse(json, nullptr, false);
    if (!parsed.is_object())
        return badField();
    for (const auto& [name, value] : parsed.items()) {
        if (!value.is_string())
            return badField();
        map.emplace(name, value.get_ref<const std::string&>());
    }
    return map;
}

Result<std::vector<Address>> addressesFromJson(std::string_view json)
{
    constexpr std::size_t parts = 4;
    std::vector<Address> addresses;
    const Json parsed = Json::parse(json, nullptr, false);
    if (!parsed.is_array())
        return badField();
    for (const Json& entry : parsed) {
        std::vector<std::string> texts;
        for (const Json& part : entry)
            texts.push_back(part.is_string() ? part.get<std::string>() : std::string());
        if (texts.size() != parts)
            return badField();
        addresses.push_back({texts[0], texts[1], texts[2], texts[3]});
    }
    return addresses;
}

} // namespace foreword
