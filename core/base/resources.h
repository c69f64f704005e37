// Files of resources/ that are built into the program: dictionary, charter, cue lists, sample
// history. Views live as long as the program. Any thread.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace foreword {

// By path inside resources/, "charter.toml"; nothing if there is no such file.
std::optional<std::string_view> embeddedFile(std::string_view path);

// Paths that start with `prefix`, sorted.
std::vector<std::string> embeddedFiles(std::string_view prefix);

} // namespace foreword
