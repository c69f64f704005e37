// The key check next to the workspace file: tells a wrong key from a damaged file, which
// SQLCipher cannot (both fail on the first page). It holds the workspace's id and a keyed
// BLAKE2b of a constant and that id: nothing that helps to guess a 256-bit key.
//
// While the key is being changed it holds two checks, of the old and the new key. Plain values;
// any thread.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "core/base/result.h"
#include "core/base/secret.h"

namespace foreword {

struct KeyCheck {
    std::string workspace;           // UUID
    std::vector<std::string> checks; // hexadecimal
    bool operator==(const KeyCheck&) const = default;
};

std::string keyCheckOf(const Secret& key, const std::string& workspace);
bool fits(const KeyCheck& check, const Secret& key);

// Nothing if the file is missing or makes no sense: it can be made again from the workspace.
std::optional<KeyCheck> readKeyCheck(const std::filesystem::path& file);
// Errors: file_unwritable, disk_full.
Result<> writeKeyCheck(const std::filesystem::path& file, const KeyCheck& check);

} // namespace foreword
