#include "core/ingest/csv/csv_reader.h"

#include <algorithm>
#include <array>
#include <utility>

#include <csv.h>

#include "core/text/utf8.h"

namespace foreword {
namespace {

constexpr std::string_view byteOrderMark = "\xEF\xBB\xBF";
constexpr std::string_view replacement = "\xEF\xBF\xBD";

// "sep=;" as Excel writes it into the first line, quoted or not.
std::optional<char> namedSeparator(std::string_view line)
{
    while (line.ends_with('\n') || line.ends_with('\r'))
        line.remove_suffix(1);
    if (line.size() == 7 && line.front() == '"' && line.back() == '"')
        line = line.substr(1, 5);
    return line.size() == 5 && line.starts_with("sep=") ? std::optional(line.back()) : std::nullopt;
}

// The one that is most often in the header outside quotes.
char guessedSeparator(std::string_view header)
{
    constexpr std::string_view separators = ",;\t|";
    std::array<int, separators.size()> counts{};
    bool quoted = false;
    for (const char c : header) {
        quoted = quoted != (c == '"');
        if (const auto at = separators.find(c); !quoted && at != std::string_view::npos)
            ++counts[at];
    }
    return separators[static_cast<std::size_t>(std::ranges::max_element(counts) - counts.begin())];
}

} // namespace

void CsvReader::Close::operator()(csv_parser* parser) const
{
    csv_free(parser);
    delete parser;
}

CsvReader::CsvReader(FileBlocks blocks, std::filesystem::path path, CsvOptions options)
    : m_blocks(std::move(blocks)), m_path(std::move(path)), m_options(std::move(options)), m_parser(new csv_parser)
{
    csv_init(m_parser.get(), CSV_STRICT | CSV_STRICT_FINI);
    if (!m_options.encoding.empty())
        m_decoder.emplace(m_options.encoding);
}

CsvReader::CsvReader(CsvReader&&) noexcept = default;
CsvReader::~CsvReader() = default;

Result<CsvReader> CsvReader::open(const std::filesystem::path& path, FilePass pass, FileTrace& trace, CsvOptions options)
{
    FOREWORD_TRY(FileBlocks blocks, FileBlocks::open(path, pass, trace));
    return CsvReader(std::move(blocks), path, std::move(options));
}

// More text, or the end of it.
Result<> CsvReader::fill()
{
    m_text.erase(0, m_at);
    m_at = 0;
    FOREWORD_TRY(const std::string_view block, m_blocks.next());
    m_lastBlock = block.empty();
    if (m_decoder)
        m_decoder->append(m_text, block, m_lastBlock);
    else
        m_text.append(block);
    return {};
}

// The next physical line into m_physical; false at the end. A piece of it, where it alone is
// longer than a row may be.
Result<bool> CsvReader::readLine()
{
    for (std::size_t searched = 0;;) {
        const auto newline = m_text.find('\n', m_at + searched);
        const std::size_t have = m_text.size() - m_at;
        if (newline != std::string::npos || have > m_options.longestRow || (m_lastBlock && have > 0)) {
            const std::size_t length = newline != std::string::npos ? newline + 1 - m_at : have;
            m_physical.assign(m_text, m_at, length);
            m_at += length;
            ++m_line;
            return true;
        }
        if (m_lastBlock)
            return false;
        searched = have;
        FOREWORD_CHECK(fill());
    }
}

// The first line: a mark, a "sep=" line, and what the separator is.
void CsvReader::begin()
{
    if (m_physical.starts_with(byteOrderMark))
        m_physical.erase(0, byteOrderMark.size());
    const auto named = namedSeparator(m_physical);
    const char separator = m_options.separator.value_or(named.value_or(guessedSeparator(m_physical)));
    csv_set_delim(m_parser.get(), static_cast<unsigned char>(separator));
    if (named)
        m_physical.clear();
}

void CsvReader::reject(ErrorCode code, Error::Params params)
{
    if (!m_open.error)
        m_open.error = Error(code, std::move(params));
}

void CsvReader::endRow()
{
    m_ready.push_back(std::exchange(m_open, {}));
    m_open.line = m_line; // the next may begin in the same line, after a lone carriage return
    m_openBytes = 0;
}

void CsvReader::onField(void* text, std::size_t size, void* reader)
{
    static_cast<CsvReader*>(reader)->m_open.fields.emplace_back(static_cast<const char*>(text), text ? size : 0);
}

void CsvReader::onRow(int, void* reader)
{
    static_cast<CsvReader*>(reader)->endRow();
}

// Gives the line to libcsv, which calls back for each field and each end of a row.
void CsvReader::feed()
{
    if (m_openBytes == 0)
        m_open.line = m_line;
    m_openBytes += m_physical.size();
    if (!m_decoder && !isValidUtf8(m_physical))
        reject(ErrorCode::bad_utf8, {});
    else if (m_decoder && m_physical.find(replacement) != std::string::npos)
        reject(ErrorCode::bad_encoding, {{"encoding", m_options.encoding}});
    const std::size_t used = csv_parse(m_parser.get(), m_physical.data(), m_physical.size(), onField, onRow, this);
    if (used != m_physical.size()) {
        reject(ErrorCode::csv_quotes, {{"column", std::to_string(m_open.fields.size() + 1)}});
        const char separator = static_cast<char>(csv_get_delim(m_parser.get()));
        csv_free(m_parser.get());
        csv_init(m_parser.get(), CSV_STRICT | CSV_STRICT_FINI); // the next line begins a row
        csv_set_delim(m_parser.get(), static_cast<unsigned char>(separator));
        endRow();
    } else if (m_open.fields.empty() && m_parser->pstate == 0) {
        m_openBytes = 0; // nothing has begun: an empty line, or the end of a row
    } else if (m_openBytes == 0) {
        m_openBytes = m_physical.size(); // a row has begun behind the end of another
    }
}

// After the last line: the row that no line end has ended.
void CsvReader::finish()
{
    if (csv_fini(m_parser.get(), onField, onRow, this) != 0) {
        reject(ErrorCode::csv_quotes, {{"column", std::to_string(m_open.fields.size() + 1)}});
        endRow();
    }
}

Result<bool> CsvReader::next(CsvRow& row)
{
    while (m_ready.empty()) {
        FOREWORD_TRY(const bool more, readLine());
        if (!more) {
            if (m_openBytes > 0)
                finish();
            m_openBytes = 0;
            if (m_ready.empty())
                return false;
            break;
        }
        if (m_line == 1)
            begin();
        if (m_openBytes + m_physical.size() > m_options.longestRow)
            return fail(ErrorCode::csv_unclosed,
                        {{"file", m_path.string()},
                         {"line", std::to_string(m_openBytes == 0 ? m_line : m_open.line)},
                         {"limit", std::to_string(m_options.longestRow)}});
        feed();
    }
    row = std::move(m_ready.front());
    m_ready.pop_front();
    return true;
}

} // namespace foreword
