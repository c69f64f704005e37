#include "core/ingest/file_import.h"

#include <utility>

#include "core/ingest/interchange.h"
#include "core/ingest/line_reader.h"

namespace foreword {
namespace {

class Importer {
public:
    Importer(Ingestor& ingestor, const ImportOptions& options, const CancelToken& cancel)
        : m_ingestor(ingestor), m_options(options), m_cancel(cancel)
    {
    }

    Result<ImportOutcome> run(const std::vector<std::filesystem::path>& files)
    {
        std::vector<FileTrace> traces(files.size());
        for (std::size_t i = 0; i < files.size(); ++i)
            FOREWORD_CHECK(check(files[i], traces[i]));
        if (m_outcome.rejected > 0 && !m_options.skipBad)
            return std::move(m_outcome);
        for (std::size_t i = 0; i < files.size(); ++i)
            FOREWORD_CHECK(write(files[i], traces[i]));
        FOREWORD_TRY(m_outcome.counts, m_ingestor.finish());
        m_outcome.written = true;
        return std::move(m_outcome);
    }

private:
    Ingestor& m_ingestor;
    const ImportOptions& m_options;
    const CancelToken& m_cancel;
    ImportOutcome m_outcome;

    Result<> check(const std::filesystem::path& file, FileTrace& trace)
    {
        return readLines(file, LineReader::Pass::first, trace, [&](LineReader::Got got, const std::string& line, std::int64_t number) -> Result<> {
            ++m_outcome.lines;
            if (got == LineReader::Got::longLine) {
                reject(file, number, Error(ErrorCode::line_too_long, {{"limit", std::to_string(m_options.longestLine)}}));
            } else if (auto record = parseRecord(line); !record) {
                reject(file, number, std::move(record).error());
            }
            return {};
        });
    }

    Result<> write(const std::filesystem::path& file, FileTrace& trace)
    {
        return readLines(file, LineReader::Pass::second, trace, [&](LineReader::Got got, const std::string& line, std::int64_t) -> Result<> {
            if (got == LineReader::Got::longLine)
                return {};
            auto record = parseRecord(line);
            return record ? m_ingestor.add(std::move(record).value()) : Result<>(); // bad ones were counted in the first pass
        });
    }

    void reject(const std::filesystem::path& file, std::int64_t line, Error error)
    {
        ++m_outcome.rejected;
        if (m_outcome.rejects.size() < m_options.mostRejects)
            m_outcome.rejects.push_back({file.string(), line, std::move(error)});
    }

    // Calls `take` for each line that is not empty.
    template <class Take>
    Result<> readLines(const std::filesystem::path& file, LineReader::Pass pass, FileTrace& trace, Take take)
    {
        constexpr std::int64_t linesPerReport = 2000;
        FOREWORD_TRY(LineReader reader, LineReader::open(file, pass, trace, m_options.longestLine));
        std::string line;
        for (;;) {
            FOREWORD_CHECK(m_cancel.check());
            FOREWORD_TRY(const LineReader::Got got, reader.next(line));
            const bool ended = got == LineReader::Got::end;
            if (m_options.progress && (ended || reader.lineNumber() % linesPerReport == 0))
                m_options.progress({file.string(), pass == LineReader::Pass::first, reader.lineNumber(), reader.bytesRead(), trace.size});
            if (ended)
                return {};
            const bool empty = got == LineReader::Got::line && line.find_first_not_of(" \t") == std::string::npos;
            if (!empty)
                FOREWORD_CHECK(take(got, line, reader.lineNumber()));
        }
    }
};

} // namespace

Result<ImportOutcome> importFiles(const std::vector<std::filesystem::path>& files, Ingestor& ingestor,
                                  const ImportOptions& options, const CancelToken& cancel)
{
    return Importer(ingestor, options, cancel).run(files);
}

} // namespace foreword
