#include "core/base/hash.h"

#include <array>

#include <sodium.h>

namespace foreword {
namespace {

using Digest = std::array<unsigned char, 32>;
static_assert(crypto_hash_sha256_BYTES == std::tuple_size_v<Digest> && crypto_generichash_BYTES == std::tuple_size_v<Digest>);

std::string hex(const Digest& digest)
{
    std::array<char, 2 * std::tuple_size_v<Digest> + 1> digits{};
    sodium_bin2hex(digits.data(), digits.size(), digest.data(), digest.size());
    return {digits.data(), digits.size() - 1};
}

} // namespace

std::string sha256Hex(std::string_view bytes)
{
    Digest digest{};
    crypto_hash_sha256(digest.data(), reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size());
    return hex(digest);
}

std::string blake2bHex(std::string_view bytes)
{
    Digest digest{};
    crypto_generichash(digest.data(), digest.size(), reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size(), nullptr, 0);
    return hex(digest);
}

} // namespace foreword
