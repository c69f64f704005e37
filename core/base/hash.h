// SHA-256, for content hashes and versions of definitions. Pure, any thread.
#pragma once

#include <string>
#include <string_view>

namespace foreword {

std::string sha256Hex(std::string_view bytes);

} // namespace foreword
