#include "decrypted_pages.h"

#include <algorithm>
#include <array>
#include <fstream>
#include <iterator>
#include <memory>
#include <optional>
#include <stdexcept>

#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>

namespace foreword::pages {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t pageBytes = 4096;
constexpr std::size_t saltBytes = 16;
constexpr std::size_t vectorBytes = 16;
constexpr std::size_t macBytes = 64;
constexpr std::size_t reserve = vectorBytes + macBytes;
constexpr std::string_view plainHeader("SQLite format 3\0", saltBytes);

const unsigned char* bytesOf(std::string_view text)
{
    return reinterpret_cast<const unsigned char*>(text.data());
}

unsigned char* bytesOf(std::string& text)
{
    return reinterpret_cast<unsigned char*>(text.data());
}

std::string contentOf(const fs::path& file)
{
    std::ifstream in(file, std::ios::binary);
    if (!in)
        throw std::runtime_error("cannot read " + file.string());
    return {std::istreambuf_iterator<char>(in), {}};
}

std::uint32_t bigEndian(std::string_view bytes)
{
    std::uint32_t value = 0;
    for (const char byte : bytes.substr(0, 4))
        value = value << 8 | static_cast<unsigned char>(byte);
    return value;
}

// The keys of one file: they depend on its salt.
class Cipher {
public:
    Cipher(std::string_view key, std::string_view salt) : m_key(key), m_macKey(32, '\0')
    {
        std::string macSalt(salt);
        for (char& byte : macSalt)
            byte = static_cast<char>(byte ^ 0x3a);
        if (PKCS5_PBKDF2_HMAC(m_key.data(), static_cast<int>(m_key.size()), bytesOf(std::string_view(macSalt)),
                              static_cast<int>(macSalt.size()), 2, EVP_sha512(), static_cast<int>(m_macKey.size()), bytesOf(m_macKey))
            != 1)
            throw std::runtime_error("no key for the page's check value");
    }

    // Nothing if the page's check value is not that of its bytes.
    std::optional<std::string> open(std::string_view page, std::uint32_t number) const
    {
        // Space the file was lengthened by and never wrote.
        if (page.find_first_not_of('\0') == std::string_view::npos)
            return std::string(page);
        const std::size_t begin = number == 1 ? saltBytes : 0;
        const std::string_view sealed = page.substr(begin, pageBytes - reserve - begin);
        if (!authentic(page.substr(begin, sealed.size() + vectorBytes), page.substr(pageBytes - macBytes), number))
            return std::nullopt;
        return std::string(plainHeader.substr(0, begin)) + decrypted(sealed, page.substr(pageBytes - reserve, vectorBytes));
    }

private:
    std::string m_key, m_macKey;

    bool authentic(std::string_view bytes, std::string_view mac, std::uint32_t number) const
    {
        std::string message(bytes);
        for (int shift = 0; shift < 32; shift += 8)
            message.push_back(static_cast<char>(number >> shift & 0xff));
        std::array<unsigned char, macBytes> found{};
        unsigned size = 0;
        HMAC(EVP_sha512(), m_macKey.data(), static_cast<int>(m_macKey.size()), bytesOf(std::string_view(message)), message.size(),
             found.data(), &size);
        return size == macBytes && CRYPTO_memcmp(found.data(), mac.data(), macBytes) == 0;
    }

    std::string decrypted(std::string_view sealed, std::string_view vector) const
    {
        const std::unique_ptr<EVP_CIPHER_CTX, decltype(&EVP_CIPHER_CTX_free)> context(EVP_CIPHER_CTX_new(), &EVP_CIPHER_CTX_free);
        std::string plain(sealed.size(), '\0');
        int size = 0;
        if (EVP_DecryptInit_ex(context.get(), EVP_aes_256_cbc(), nullptr, bytesOf(std::string_view(m_key)), bytesOf(vector)) != 1
            || EVP_CIPHER_CTX_set_padding(context.get(), 0) != 1
            || EVP_DecryptUpdate(context.get(), bytesOf(plain), &size, bytesOf(sealed), static_cast<int>(sealed.size())) != 1
            || static_cast<std::size_t>(size) != sealed.size())
            throw std::runtime_error("a page does not decrypt");
        return plain;
    }
};

void readFile(const fs::path& file, const std::string& content, std::string_view key, std::vector<Page>& pages)
{
    if (content.empty())
        return;
    const Cipher cipher(key, std::string_view(content).substr(0, saltBytes));
    if (content.size() % pageBytes != 0)
        throw std::runtime_error(file.string() + " has half a page");
    for (std::size_t at = 0; at < content.size(); at += pageBytes) {
        const auto number = static_cast<std::uint32_t>(at / pageBytes + 1);
        auto page = cipher.open(std::string_view(content).substr(at, pageBytes), number);
        if (!page)
            throw std::runtime_error(file.string() + " page " + std::to_string(number) + " does not fit the key");
        pages.push_back({file, number, *std::move(page)});
    }
}

// A log's or journal's pages are those of the file beside it: its salt, or that of the first page
// in the log while the file is still empty.
Cipher cipherBeside(const fs::path& file, std::string_view suffix, std::string_view firstPage, std::string_view key)
{
    const std::string path = file.string();
    const std::string beside = contentOf(path.substr(0, path.size() - suffix.size()));
    return Cipher(key, std::string_view(beside.empty() ? firstPage : beside).substr(0, saltBytes));
}

// All frames, also those of earlier rounds and those no commit follows. A frame that a crash cut
// short or left half-written can only be the last one written.
void readLog(const fs::path& file, std::string_view content, std::string_view key, std::vector<Page>& pages)
{
    constexpr std::size_t headBytes = 32;
    constexpr std::size_t frameHeadBytes = 24;
    if (content.size() < headBytes + frameHeadBytes + pageBytes)
        return;
    const Cipher cipher = cipherBeside(file, "-wal", content.substr(headBytes + frameHeadBytes), key);
    int unread = 0;
    for (std::size_t at = headBytes; at + frameHeadBytes + pageBytes <= content.size(); at += frameHeadBytes + pageBytes) {
        const std::uint32_t number = bigEndian(content.substr(at));
        if (auto page = cipher.open(content.substr(at + frameHeadBytes, pageBytes), number))
            pages.push_back({file, number, *std::move(page)});
        else if (++unread > 1)
            throw std::runtime_error(file.string() + " has frames that do not fit the key");
    }
}

void readJournal(const fs::path& file, std::string_view content, std::string_view key, std::vector<Page>& pages)
{
    constexpr std::size_t sectorBytes = 512;
    constexpr std::size_t recordBytes = 4 + pageBytes + 4;
    if (content.size() < sectorBytes + recordBytes)
        return;
    const Cipher cipher = cipherBeside(file, "-journal", content.substr(sectorBytes + 4), key);
    for (std::size_t at = sectorBytes; at + recordBytes <= content.size(); at += recordBytes) {
        const std::uint32_t number = bigEndian(content.substr(at));
        auto page = cipher.open(content.substr(at + 4, pageBytes), number);
        if (!page)
            return; // the next header of a journal that spilled, or a record that was never finished
        pages.push_back({file, number, *std::move(page)});
    }
}

} // namespace

std::vector<Page> decrypt(const fs::path& folder, std::string_view key)
{
    std::vector<Page> pages;
    for (const auto& entry : fs::recursive_directory_iterator(folder)) {
        if (!entry.is_regular_file())
            continue;
        const fs::path& file = entry.path();
        const std::string name = file.filename().string();
        std::string content = contentOf(file);
        if (name.ends_with("-wal"))
            readLog(file, content, key, pages);
        else if (name.ends_with("-journal"))
            readJournal(file, content, key, pages);
        else if (name.ends_with(".db") || name.ends_with(".db.new"))
            readFile(file, content, key, pages);
        else
            pages.push_back({file, 0, std::move(content)});
    }
    return pages;
}

std::vector<std::string> placesOf(const std::vector<Page>& pages, std::string_view text)
{
    std::vector<std::string> places;
    for (const Page& page : pages) {
        if (page.bytes.find(text) != std::string::npos)
            places.push_back(page.file.filename().string() + " page " + std::to_string(page.number));
    }
    return places;
}

} // namespace foreword::pages
