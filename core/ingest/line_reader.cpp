#include "core/ingest/line_reader.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <string_view>
#include <system_error>

#include <sodium.h>

namespace foreword {
namespace {

constexpr std::size_t blockBytes = 1024 * 1024;

FileTrace::Digest digestOf(const char* bytes, std::size_t size)
{
    FileTrace::Digest digest{};
    crypto_generichash(digest.data(), digest.size(), reinterpret_cast<const unsigned char*>(bytes), size, nullptr, 0);
    return digest;
}

// Formats people may try that are something else; anything unknown is taken for JSON Lines.
bool isOtherFormat(const std::filesystem::path& path)
{
    const std::string extension = path.extension().string();
    for (const std::string_view other : {".csv", ".tsv", ".mbox", ".eml", ".xls", ".xlsx", ".zip", ".gz", ".xml", ".pdf", ".db", ".sqlite"}) {
        if (extension == other)
            return true;
    }
    return false;
}

} // namespace

LineReader::LineReader(std::filesystem::path path, Pass pass, FileTrace& trace, std::size_t longestLine)
    : m_path(std::move(path)), m_pass(pass), m_trace(&trace), m_longestLine(longestLine), m_block(blockBytes)
{
}

Result<LineReader> LineReader::open(const std::filesystem::path& path, Pass pass, FileTrace& trace, std::size_t longestLine)
{
    std::error_code error;
    const auto status = std::filesystem::status(path, error);
    if (status.type() == std::filesystem::file_type::not_found)
        return fail(ErrorCode::file_not_found, {{"file", path.string()}});
    if (error)
        return fail(ErrorCode::file_unreadable, {{"file", path.string()}, {"detail", error.message()}});
    if (status.type() != std::filesystem::file_type::regular || isOtherFormat(path))
        return fail(ErrorCode::unsupported_file, {{"file", path.string()}});
    LineReader reader(path, pass, trace, longestLine);
    FOREWORD_CHECK(reader.start());
    return reader;
}

Result<> LineReader::start()
{
    errno = 0;
    m_file.open(m_path, std::ios::binary);
    if (!m_file)
        return fail(ErrorCode::file_unreadable, {{"file", m_path.string()}, {"detail", std::strerror(errno)}});
    std::error_code error;
    const auto size = std::filesystem::file_size(m_path, error);
    const auto changedAt = error ? std::filesystem::file_time_type() : std::filesystem::last_write_time(m_path, error);
    if (error)
        return fail(ErrorCode::file_unreadable, {{"file", m_path.string()}, {"detail", error.message()}});
    if (m_pass == Pass::first)
        *m_trace = {size, changedAt, {}};
    else if (size != m_trace->size || changedAt != m_trace->changedAt)
        return changed();
    return {};
}

Failure LineReader::changed() const
{
    return fail(ErrorCode::file_changed, {{"file", m_path.string()}});
}

Result<> LineReader::readBlock()
{
    m_file.read(m_block.data(), static_cast<std::streamsize>(m_block.size()));
    if (m_file.bad())
        return fail(ErrorCode::file_unreadable, {{"file", m_path.string()}, {"detail", "read failed"}});
    m_at = 0;
    m_blockSize = static_cast<std::size_t>(m_file.gcount());
    m_bytesRead += m_blockSize;
    if (m_blockSize < m_block.size())
        m_ended = true;
    if (m_blockSize > 0) {
        const auto digest = digestOf(m_block.data(), m_blockSize);
        if (m_pass == Pass::first)
            m_trace->blocks.push_back(digest);
        else if (m_blockCount >= m_trace->blocks.size() || m_trace->blocks[m_blockCount] != digest)
            return changed();
        ++m_blockCount;
    }
    return m_ended ? checkEnd() : Result<>();
}

// In both passes: the first may have read a file that was still being written.
Result<> LineReader::checkEnd() const
{
    std::error_code error;
    const auto changedAt = std::filesystem::last_write_time(m_path, error);
    if (error || m_bytesRead != m_trace->size || changedAt != m_trace->changedAt || m_blockCount != m_trace->blocks.size())
        return changed();
    return {};
}

Result<LineReader::Got> LineReader::next(std::string& line)
{
    line.clear();
    bool any = false;
    bool tooLong = false;
    for (;;) {
        if (m_at == m_blockSize) {
            if (m_ended)
                break;
            FOREWORD_CHECK(readBlock());
            continue;
        }
        any = true;
        const char* begin = m_block.data() + m_at;
        const auto* newline = static_cast<const char*>(std::memchr(begin, '\n', m_blockSize - m_at));
        const std::size_t length = newline ? static_cast<std::size_t>(newline - begin) : m_blockSize - m_at;
        tooLong = tooLong || line.size() + length > m_longestLine + 1; // a "\r" is not counted yet
        if (!tooLong)
            line.append(begin, length);
        m_at += length + (newline ? 1 : 0);
        if (newline)
            break;
    }
    if (!any)
        return Got::end;
    ++m_lineNumber;
    if (line.ends_with('\r'))
        line.pop_back();
    if (m_lineNumber == 1 && line.starts_with("\xEF\xBB\xBF"))
        line.erase(0, 3);
    if (tooLong || line.size() > m_longestLine) {
        line.clear();
        return Got::longLine;
    }
    return Got::line;
}

} // namespace foreword
