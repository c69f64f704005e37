#include "core/ingest/file_blocks.h"

#include <cerrno>
#include <cstring>
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

} // namespace

FileBlocks::FileBlocks(std::filesystem::path path, FilePass pass, FileTrace& trace)
    : m_path(std::move(path)), m_pass(pass), m_trace(&trace), m_block(blockBytes)
{
}

Result<FileBlocks> FileBlocks::open(const std::filesystem::path& path, FilePass pass, FileTrace& trace)
{
    std::error_code error;
    const auto status = std::filesystem::status(path, error);
    if (status.type() == std::filesystem::file_type::not_found)
        return fail(ErrorCode::file_not_found, {{"file", path.string()}});
    if (error)
        return fail(ErrorCode::file_unreadable, {{"file", path.string()}, {"detail", error.message()}});
    if (status.type() != std::filesystem::file_type::regular)
        return fail(ErrorCode::unsupported_file, {{"file", path.string()}});
    FileBlocks blocks(path, pass, trace);
    FOREWORD_CHECK(blocks.start());
    return blocks;
}

Result<> FileBlocks::start()
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
    if (m_pass == FilePass::first)
        *m_trace = {size, changedAt, {}};
    else if (size != m_trace->size || changedAt != m_trace->changedAt)
        return changed();
    return {};
}

Failure FileBlocks::changed() const
{
    return fail(ErrorCode::file_changed, {{"file", m_path.string()}});
}

Result<std::string_view> FileBlocks::next()
{
    if (m_ended)
        return std::string_view();
    m_file.read(m_block.data(), static_cast<std::streamsize>(m_block.size()));
    if (m_file.bad())
        return fail(ErrorCode::file_unreadable, {{"file", m_path.string()}, {"detail", "read failed"}});
    const auto size = static_cast<std::size_t>(m_file.gcount());
    m_bytesRead += size;
    m_ended = size < m_block.size();
    if (size > 0)
        FOREWORD_CHECK(compare(size));
    if (m_ended)
        FOREWORD_CHECK(checkEnd());
    return std::string_view(m_block.data(), size);
}

Result<> FileBlocks::compare(std::size_t size)
{
    const auto digest = digestOf(m_block.data(), size);
    if (m_pass == FilePass::first)
        m_trace->blocks.push_back(digest);
    else if (m_blockCount >= m_trace->blocks.size() || m_trace->blocks[m_blockCount] != digest)
        return changed();
    ++m_blockCount;
    return {};
}

// In both passes: the first may have read a file that was still being written.
Result<> FileBlocks::checkEnd() const
{
    std::error_code error;
    const auto changedAt = std::filesystem::last_write_time(m_path, error);
    if (error || m_bytesRead != m_trace->size || changedAt != m_trace->changedAt || m_blockCount != m_trace->blocks.size())
        return changed();
    return {};
}

} // namespace foreword
