#include "core/store/raw_key.h"

#include <array>
#include <string_view>

#include <sodium.h>

namespace foreword {

Secret rawKeyText(const Secret& key)
{
    std::array<char, 2 * keyBytes + 4> text{};
    text[0] = 'x';
    text[1] = '\'';
    sodium_bin2hex(text.data() + 2, text.size() - 2, reinterpret_cast<const unsigned char*>(key.view().data()), keyBytes);
    text[text.size() - 2] = '\'';
    Secret secret(std::string_view(text.data(), text.size() - 1));
    sodium_memzero(text.data(), text.size());
    return secret;
}

} // namespace foreword
