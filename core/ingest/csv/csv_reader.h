// The rows of a CSV file that is read twice. libcsv takes rows apart (RFC 4180: quotes, doubled
// quotes, line ends inside quotes); here is what it leaves to others: encodings, byte order
// marks, Excel's "sep=" line, guessing the separator, line numbers and limits. Memory: one block
// and one row. Single thread.
#pragma once

#include <cstdint>
#include <deque>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/ingest/file_blocks.h"
#include "core/ingest/text_decoder.h"

struct csv_parser;

namespace foreword {

struct CsvOptions {
    std::optional<char> separator; // otherwise told by a "sep=" line or the first line
    std::string encoding;          // empty: UTF-8
    std::size_t longestRow = 0;    // bytes
};

struct CsvRow {
    std::int64_t line = 0; // where it begins, from 1
    std::vector<std::string> fields;
    std::optional<Error> error; // bad_utf8, bad_encoding, csv_quotes: the row is not to be used
};

class CsvReader {
public:
    // Errors: those of FileBlocks.
    static Result<CsvReader> open(const std::filesystem::path& path, FilePass pass, FileTrace& trace, CsvOptions options);
    CsvReader(CsvReader&&) noexcept;
    ~CsvReader();

    // Rows without any character are skipped. False at the end. Errors: those of FileBlocks;
    // csv_unclosed, with file and line, where a row does not end within the limit: what follows
    // it cannot be told apart.
    Result<bool> next(CsvRow& row);

    std::int64_t lineNumber() const { return m_line; }
    std::uint64_t bytesRead() const { return m_blocks.bytesRead(); }

private:
    struct Close {
        void operator()(csv_parser* parser) const;
    };

    CsvReader(FileBlocks blocks, std::filesystem::path path, CsvOptions options);
    Result<bool> readLine();
    Result<> fill();
    void begin();
    void feed();
    void finish();
    void reject(ErrorCode code, Error::Params params);
    void endRow();
    static void onField(void* text, std::size_t size, void* reader);
    static void onRow(int terminator, void* reader);

    FileBlocks m_blocks;
    std::filesystem::path m_path;
    CsvOptions m_options;
    std::optional<TextDecoder> m_decoder;
    std::unique_ptr<csv_parser, Close> m_parser;
    std::string m_text; // decoded, and how much of it is used up
    std::size_t m_at = 0;
    bool m_lastBlock = false;
    std::string m_physical; // the line at hand, with its end
    std::int64_t m_line = 0;
    CsvRow m_open;           // not yet ended
    std::size_t m_openBytes = 0;
    std::deque<CsvRow> m_ready;
};

} // namespace foreword
