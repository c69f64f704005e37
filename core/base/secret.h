// Keys, tokens and passwords: memory that is locked where the system allows it, wiped when
// it is released, never copied by accident and never printed.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

#include "core/base/result.h"

namespace foreword {

class Secret {
public:
    Secret() = default;
    explicit Secret(std::string_view bytes);
    ~Secret();
    Secret(Secret&& other) noexcept;
    Secret& operator=(Secret&& other) noexcept;
    Secret(const Secret&) = delete;
    Secret& operator=(const Secret&) = delete;

    Secret clone() const { return Secret(view()); }
    bool empty() const { return m_size == 0; }
    // Valid as long as this object; do not keep it.
    std::string_view view() const { return {m_data, m_size}; }

    static Secret random(std::size_t bytes);

private:
    char* m_data = nullptr;
    std::size_t m_size = 0;
};

// Wipes a string that held a secret for a moment.
void wipe(std::string& text);

// A 256-bit workspace key from a file of 64 hexadecimal digits and an optional newline.
// Errors: file_not_found, file_unreadable, key_file_bad.
Result<Secret> readKeyFile(const std::string& path);

// A token or password from a file: its first line, without the line end.
// Errors: file_not_found, file_unreadable.
Result<Secret> readSecretFile(const std::string& path);

} // namespace foreword
