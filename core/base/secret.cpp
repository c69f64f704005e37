#include "core/base/secret.h"

#include <array>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <new>
#include <utility>

#include <sodium.h>

namespace foreword {
namespace {

constexpr std::size_t keyBytes = 32;
constexpr std::size_t longestSecretFile = 4096;

Failure openFailure(const std::string& path)
{
    if (errno == ENOENT)
        return fail(ErrorCode::file_not_found, {{"file", path}});
    return fail(ErrorCode::file_unreadable, {{"file", path}, {"detail", std::strerror(errno)}});
}

Result<Secret> readSmallFile(const std::string& path)
{
    const std::unique_ptr<std::FILE, int (*)(std::FILE*)> file(std::fopen(path.c_str(), "rb"), &std::fclose);
    if (!file)
        return openFailure(path);
    std::setvbuf(file.get(), nullptr, _IONBF, 0); // no copy of the secret in a stdio buffer
    std::array<char, longestSecretFile> buffer{};
    const auto size = std::fread(buffer.data(), 1, buffer.size(), file.get());
    const bool broken = std::ferror(file.get()) != 0;
    Secret content(std::string_view(buffer.data(), size));
    sodium_memzero(buffer.data(), buffer.size());
    if (broken)
        return fail(ErrorCode::file_unreadable, {{"file", path}, {"detail", "read failed"}});
    return content;
}

std::string_view firstLine(std::string_view text)
{
    text = text.substr(0, text.find('\n'));
    if (text.ends_with('\r'))
        text.remove_suffix(1);
    return text;
}

} // namespace

Secret::Secret(std::string_view bytes)
{
    if (bytes.empty())
        return;
    if (sodium_init() >= 0)
        m_data = static_cast<char*>(sodium_malloc(bytes.size()));
    if (!m_data)
        throw std::bad_alloc();
    m_size = bytes.size();
    std::memcpy(m_data, bytes.data(), m_size);
}

Secret::~Secret()
{
    sodium_free(m_data);
}

Secret::Secret(Secret&& other) noexcept : m_data(std::exchange(other.m_data, nullptr)), m_size(std::exchange(other.m_size, 0)) {}

Secret& Secret::operator=(Secret&& other) noexcept
{
    std::swap(m_data, other.m_data);
    std::swap(m_size, other.m_size);
    return *this;
}

Secret Secret::random(std::size_t bytes)
{
    if (sodium_init() < 0)
        throw std::bad_alloc();
    std::string raw(bytes, '\0');
    randombytes_buf(raw.data(), raw.size());
    Secret secret(raw);
    wipe(raw);
    return secret;
}

void wipe(std::string& text)
{
    sodium_memzero(text.data(), text.size());
    text.clear();
}

Result<Secret> readKeyFile(const std::string& path)
{
    FOREWORD_TRY(const Secret content, readSmallFile(path));
    std::string_view hex = content.view();
    if (hex.ends_with('\n'))
        hex.remove_suffix(1);
    if (hex.ends_with('\r'))
        hex.remove_suffix(1);
    std::array<char, keyBytes> key{};
    std::size_t decoded = 0;
    const char* end = nullptr;
    const bool valid = hex.size() == 2 * keyBytes
        && sodium_hex2bin(reinterpret_cast<unsigned char*>(key.data()), key.size(), hex.data(), hex.size(), nullptr, &decoded, &end) == 0
        && decoded == keyBytes;
    Secret secret(std::string_view(key.data(), key.size()));
    sodium_memzero(key.data(), key.size());
    if (!valid)
        return fail(ErrorCode::key_file_bad, {{"file", path}});
    return secret;
}

Result<Secret> readSecretFile(const std::string& path)
{
    FOREWORD_TRY(const Secret content, readSmallFile(path));
    return Secret(firstLine(content.view()));
}

} // namespace foreword
