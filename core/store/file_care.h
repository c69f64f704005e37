// What is done to a whole workspace file rather than to its rows: copies under the same or
// another key, the end of the write-ahead log. Works on an open connection, on its thread,
// outside transactions. Errors as of Connection.
#pragma once

#include <filesystem>

#include "core/base/result.h"
#include "core/base/secret.h"
#include "core/store/connection.h"

namespace foreword {

class FileCare {
public:
    explicit FileCare(Connection& connection) : m_connection(connection) {}

    // A whole, encrypted copy under the same key: on disk under this name, or not at all.
    Result<> copyTo(const std::filesystem::path& file);
    // As copyTo, but the copy opens with `newKey`; every page of it was checked.
    Result<> copyTo(const std::filesystem::path& file, const Secret& key, const Secret& newKey);
    // Folds the write-ahead log into the file and empties it; workspace_busy while somebody
    // reads an older state, workspace_plain where it is not encrypted after that.
    Result<> foldLog();
    // Ends the log and keeps every other connection out for as long as this one lives;
    // workspace_busy if there is one.
    Result<> takeAlone();

private:
    Result<> draftCopy(const std::filesystem::path& file);
    Result<> changeKey(const Secret& newKey);
    Result<> checkPages();

    Connection& m_connection;
};

} // namespace foreword
