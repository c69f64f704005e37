#include "core/ingest/file_import.h"

#include <system_error>
#include <utility>

namespace foreword {
namespace {

// Counts entries and says how far one file has been read.
class FileSink : public EntrySink {
public:
    FileSink(const std::filesystem::path& file, const ImportOptions& options, const CancelToken& cancel, ImportOutcome& outcome,
             ImportProgress& progress)
        : m_options(options), m_cancel(cancel), m_outcome(outcome), m_progress(progress)
    {
        std::error_code error;
        const auto size = std::filesystem::file_size(file, error);
        progress.file = file.string();
        progress.totalBytes = error ? 0 : size;
        progress.lines = 0;
        progress.bytes = 0;
    }

    Result<> reached(std::int64_t line, std::uint64_t bytes) override
    {
        constexpr std::int64_t linesPerReport = 2000;
        constexpr std::uint64_t bytesPerReport = 4 * 1024 * 1024;
        FOREWORD_CHECK(m_cancel.check());
        advance(line, bytes);
        if (line < m_reportedLine + linesPerReport && bytes < m_reportedBytes + bytesPerReport)
            return {};
        m_reportedLine = line;
        m_reportedBytes = bytes;
        report();
        return {};
    }

    // The end of the file.
    void finish()
    {
        advance(m_progress.lines, m_progress.totalBytes);
        report();
    }

protected:
    ImportOutcome& outcome() { return m_outcome; }
    const ImportOptions& options() const { return m_options; }
    const std::string& file() const { return m_progress.file; }

private:
    void advance(std::int64_t line, std::uint64_t bytes)
    {
        m_progress.passLines += line - std::exchange(m_progress.lines, line);
        m_progress.passBytes += bytes - std::exchange(m_progress.bytes, bytes);
    }

    void report() const
    {
        if (m_options.progress)
            m_options.progress(m_progress);
    }

    const ImportOptions& m_options;
    const CancelToken& m_cancel;
    ImportOutcome& m_outcome;
    ImportProgress& m_progress;
    std::int64_t m_reportedLine = 0;
    std::uint64_t m_reportedBytes = 0;
};

class CheckingSink final : public FileSink {
public:
    using FileSink::FileSink;

    Result<> take(std::int64_t line, Result<Record> record) override
    {
        const bool again = std::exchange(m_line, line) == line;
        if (!again)
            ++outcome().lines;
        const bool before = again && m_rejected;
        m_rejected = before || !record;
        if (!record && !before)
            reject(line, std::move(record).error());
        return {};
    }

    void leftOut(std::int64_t line) override
    {
        m_line = line;
        m_rejected = false;
        ++outcome().lines;
    }

private:
    std::int64_t m_line = 0; // of the entry before, and whether it was rejected
    bool m_rejected = false;

    void reject(std::int64_t line, Error error)
    {
        ++outcome().rejected;
        if (outcome().rejects.size() < options().mostRejects)
            outcome().rejects.push_back({file(), line, std::move(error)});
    }
};

class WritingSink final : public FileSink {
public:
    WritingSink(Ingestor& ingestor, const std::filesystem::path& file, const ImportOptions& options, const CancelToken& cancel,
                ImportOutcome& outcome, ImportProgress& progress)
        : FileSink(file, options, cancel, outcome, progress), m_ingestor(ingestor)
    {
    }

    // Bad ones were counted in the first pass.
    Result<> take(std::int64_t, Result<Record> record) override { return record ? m_ingestor.add(std::move(record).value()) : Result<>(); }

    void leftOut(std::int64_t) override { ++outcome().leftOut; }

private:
    Ingestor& m_ingestor;
};

std::uint64_t bytesOf(const std::vector<std::filesystem::path>& files)
{
    std::uint64_t bytes = 0;
    for (const auto& file : files) {
        std::error_code error; // reading it will say so
        const auto size = std::filesystem::file_size(file, error);
        bytes += error ? 0 : size;
    }
    return bytes;
}

} // namespace

Result<ImportOutcome> importFiles(const std::vector<std::filesystem::path>& files, FileFormat& format, Ingestor& ingestor,
                                  const ImportOptions& options, const CancelToken& cancel)
{
    ImportOutcome outcome;
    std::vector<FileTrace> traces(files.size());
    ImportProgress checking;
    checking.allBytes = bytesOf(files);
    for (std::size_t i = 0; i < files.size(); ++i) {
        CheckingSink sink(files[i], options, cancel, outcome, checking);
        FOREWORD_CHECK(format.read(files[i], FilePass::first, traces[i], sink));
        sink.finish();
    }
    if (outcome.rejected > 0 && !options.skipBad)
        return outcome;

    outcome.written = true;
    ImportProgress writing;
    writing.checking = false;
    writing.allBytes = checking.allBytes;
    const auto write = [&]() -> Result<> {
        for (std::size_t i = 0; i < files.size(); ++i) {
            WritingSink sink(ingestor, files[i], options, cancel, outcome, writing);
            FOREWORD_CHECK(format.read(files[i], FilePass::second, traces[i], sink));
            sink.finish();
        }
        FOREWORD_CHECK(ingestor.finish());
        return {};
    };
    if (auto written = write(); !written)
        outcome.stopped = std::move(written).error();
    outcome.counts = ingestor.counts();
    return outcome;
}

} // namespace foreword
