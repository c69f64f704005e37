#include "core/ingest/line_reader.h"

#include <algorithm>

namespace foreword {

Result<LineReader> LineReader::open(const std::filesystem::path& path, FilePass pass, FileTrace& trace, std::size_t longestLine)
{
    FOREWORD_TRY(FileBlocks blocks, FileBlocks::open(path, pass, trace));
    return LineReader(std::move(blocks), longestLine);
}

Result<LineReader::Got> LineReader::next(std::string& line)
{
    line.clear();
    bool any = false;
    bool tooLong = false;
    for (;;) {
        if (m_rest.empty()) {
            FOREWORD_TRY(m_rest, m_blocks.next());
            if (m_rest.empty())
                break;
        }
        any = true;
        const std::size_t newline = m_rest.find('\n');
        const std::size_t length = std::min(newline, m_rest.size());
        tooLong = tooLong || line.size() + length > m_longestLine + 1; // a "\r" is not counted yet
        if (!tooLong)
            line.append(m_rest.substr(0, length));
        m_rest.remove_prefix(std::min(length + 1, m_rest.size()));
        if (newline != std::string_view::npos)
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
