// Reads a workspace's folder as somebody with its key and a hex editor would: every page of
// every SQLCipher file, of its write-ahead log and of rollback journals, decrypted, whether any
// table still points to it or not. So free pages, the unused part of pages and frames past the
// last commit are seen too. Files that are not SQLCipher's are read as they are.
//
// Written from SQLCipher's published design (version 4): pages of 4096 bytes, AES-256-CBC, at
// the end of each an initialisation vector of 16 bytes and an HMAC-SHA512 of 64 bytes over the
// encrypted bytes, the vector and the page's number; the first 16 bytes of the file are the
// salt. Independent of core/store on purpose. Throws std::runtime_error for a page that does not
// decrypt: a reader that skips what it cannot read would prove nothing.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace foreword::pages {

struct Page {
    std::filesystem::path file;
    std::uint32_t number = 0; // from 1; 0 for a whole plain file
    std::string bytes;
};

// Of the folder and everything below it. `key` are the 32 bytes of the raw key.
std::vector<Page> decrypt(const std::filesystem::path& folder, std::string_view key);

// File and page of each place where `text` is, for people: "workspace.db page 7".
std::vector<std::string> placesOf(const std::vector<Page>& pages, std::string_view text);

} // namespace foreword::pages
