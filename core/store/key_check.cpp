#include "core/store/key_check.h"

#include <algorithm>
#include <array>
#include <string_view>

#include <nlohmann/json.hpp>
#include <sodium.h>

#include "core/store/files.h"

namespace foreword {
namespace {

constexpr int format = 1;
constexpr std::size_t largestFile = 4096;
constexpr std::string_view purpose = "foreword workspace key check 1:";

std::optional<std::string> textAt(const nlohmann::json& object, const char* name)
{
    const auto found = object.find(name);
    if (found == object.end() || !found->is_string())
        return std::nullopt;
    return found->get<std::string>();
}

} // namespace

std::string keyCheckOf(const Secret& key, const std::string& workspace)
{
    const std::string message = std::string(purpose) + workspace;
    std::array<unsigned char, crypto_generichash_BYTES> digest{};
    crypto_generichash(digest.data(), digest.size(), reinterpret_cast<const unsigned char*>(message.data()), message.size(),
                       reinterpret_cast<const unsigned char*>(key.view().data()), key.view().size());
    std::array<char, 2 * crypto_generichash_BYTES + 1> hex{};
    sodium_bin2hex(hex.data(), hex.size(), digest.data(), digest.size());
    return {hex.data(), hex.size() - 1};
}

bool fits(const KeyCheck& check, const Secret& key)
{
    return std::ranges::find(check.checks, keyCheckOf(key, check.workspace)) != check.checks.end();
}

std::optional<KeyCheck> readKeyCheck(const std::filesystem::path& file)
{
    const auto content = readFilePart(file, largestFile);
    if (!content)
        return std::nullopt;
    const auto json = nlohmann::json::parse(*content, nullptr, false);
    if (!json.is_object() || json.value("format", nlohmann::json()) != format)
        return std::nullopt;
    const auto id = textAt(json, "workspace");
    const auto checks = json.find("key_checks");
    if (!id || checks == json.end() || !checks->is_array())
        return std::nullopt;
    KeyCheck check{*id, {}};
    for (const auto& entry : *checks) {
        if (!entry.is_string())
            return std::nullopt;
        check.checks.push_back(entry.get<std::string>());
    }
    return check;
}

Result<> writeKeyCheck(const std::filesystem::path& file, const KeyCheck& check)
{
    const nlohmann::json json = {{"format", format}, {"workspace", check.workspace}, {"key_checks", check.checks}};
    return writeWholeFile(file, json.dump(2, ' ', true, nlohmann::json::error_handler_t::replace) + "\n");
}

} // namespace foreword
