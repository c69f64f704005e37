#include <optional>
#include <utility>

#include "core/ingest/csv/csv_reader.h"
#include "core/ingest/csv/csv_records.h"
#include "core/ingest/mapped_formats.h"

namespace foreword {
namespace {

class CsvFormat final : public FileFormat {
public:
    CsvFormat(CsvMapping mapping, const FormatLimits& limits) : m_mapping(std::move(mapping)), m_longestRow(limits.longestLine) {}

    Result<> read(const std::filesystem::path& file, FilePass pass, FileTrace& trace, EntrySink& sink) override
    {
        FOREWORD_TRY(CsvReader reader, CsvReader::open(file, pass, trace, {m_mapping.separator, m_mapping.encoding, m_longestRow}));
        CsvRow row;
        FOREWORD_TRY(const bool any, reader.next(row));
        if (!any)
            return {};
        const auto records = row.error ? fail(*row.error) : CsvRecords::forHeader(m_mapping, row.fields);
        if (!records) // without its header no row has a meaning
            return fail(Error(records.error()).with("file", file.string()).with("line", std::to_string(row.line)));
        for (;;) {
            FOREWORD_TRY(const bool more, reader.next(row));
            if (!more)
                return {};
            FOREWORD_CHECK(take(*records, row, sink));
            FOREWORD_CHECK(sink.reached(reader.lineNumber(), reader.bytesRead()));
        }
    }

private:
    CsvMapping m_mapping;
    std::size_t m_longestRow;

    static Result<> take(const CsvRecords& records, CsvRow& row, EntrySink& sink)
    {
        if (row.error)
            return sink.take(row.line, fail(named(records, std::move(*row.error))));
        // Separators at the end of a row are what spreadsheets leave behind.
        while (row.fields.size() > records.columns() && row.fields.back().empty())
            row.fields.pop_back();
        if (row.fields.size() != records.columns())
            return sink.take(row.line,
                             fail(ErrorCode::csv_row_length,
                                  {{"found", std::to_string(row.fields.size())}, {"expected", std::to_string(records.columns())}}));
        auto read = records.read(row.fields);
        if (read.empty())
            return sink.leftOut(row.line), Result<>();
        for (auto& record : read)
            FOREWORD_CHECK(sink.take(row.line, std::move(record)));
        return {};
    }

    // The number of a column becomes its name.
    static Error named(const CsvRecords& records, Error error)
    {
        const auto number = error.param("column");
        for (std::size_t column = 0; column < records.columns(); ++column) {
            if (number == std::to_string(column + 1))
                return Error(error.code, {{"column", records.header(column)}});
        }
        return error;
    }
};

} // namespace

std::unique_ptr<FileFormat> csvFormat(CsvMapping mapping, const FormatLimits& limits)
{
    return std::make_unique<CsvFormat>(std::move(mapping), limits);
}

} // namespace foreword
