// Content hashes and versions of definitions: SHA-256, and BLAKE2b (RFC 7693, 32 bytes) for what is
// large and hashed at each start, in a third of the time. Pure, any thread.
#pragma once

#include <string>
#include <string_view>

namespace foreword {

std::string sha256Hex(std::string_view bytes);
std::string blake2bHex(std::string_view bytes);

} // namespace foreword
