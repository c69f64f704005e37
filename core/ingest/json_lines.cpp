#include <string>
#include <string_view>

#include "core/ingest/file_format.h"
#include "core/ingest/interchange.h"
#include "core/ingest/line_reader.h"

namespace foreword {
namespace {

// Formats people may try that are something else; anything unknown is taken for JSON Lines.
bool isOtherFormat(const std::filesystem::path& path)
{
    const std::string extension = path.extension().string();
    for (const std::string_view other :
         {".csv", ".tsv", ".mbox", ".eml", ".xls", ".xlsx", ".zip", ".gz", ".xml", ".pdf", ".db", ".sqlite"}) {
        if (extension == other)
            return true;
    }
    return false;
}

class JsonLines final : public FileFormat {
public:
    explicit JsonLines(const FormatLimits& limits) : m_longestLine(limits.longestLine) {}

    Result<> read(const std::filesystem::path& file, FilePass pass, FileTrace& trace, EntrySink& sink) override
    {
        if (isOtherFormat(file))
            return fail(ErrorCode::unsupported_file, {{"file", file.string()}});
        FOREWORD_TRY(LineReader reader, LineReader::open(file, pass, trace, m_longestLine));
        std::string line;
        for (;;) {
            FOREWORD_TRY(const LineReader::Got got, reader.next(line));
            if (got == LineReader::Got::end)
                return {};
            if (got == LineReader::Got::longLine) {
                FOREWORD_CHECK(sink.take(reader.lineNumber(), fail(ErrorCode::line_too_long, {{"limit", std::to_string(m_longestLine)}})));
            } else if (line.find_first_not_of(" \t") != std::string::npos) {
                FOREWORD_CHECK(sink.take(reader.lineNumber(), parseRecord(line)));
            }
            FOREWORD_CHECK(sink.reached(reader.lineNumber(), reader.bytesRead()));
        }
    }

private:
    std::size_t m_longestLine;
};

} // namespace

std::unique_ptr<FileFormat> jsonLinesFormat(const FormatLimits& limits)
{
    return std::make_unique<JsonLines>(limits);
}

} // namespace foreword
