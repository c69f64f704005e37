#include "app/platform/log_output.h"

#include <filesystem>
#include <memory>
#include <string>

#include <spdlog/sinks/rotating_file_sink.h>
#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

#include "core/base/error_catalog.h"
#include "core/base/platform/files.h"

namespace foreword {
namespace {

constexpr std::size_t mostBytes = 4 * 1024 * 1024;
constexpr std::size_t formerFiles = 3;

spdlog::level::level_enum spdlogLevel(LogLevel level)
{
    switch (level) {
    case LogLevel::trace: return spdlog::level::trace;
    case LogLevel::debug: return spdlog::level::debug;
    case LogLevel::info: return spdlog::level::info;
    case LogLevel::warning: return spdlog::level::warn;
    case LogLevel::error: return spdlog::level::err;
    case LogLevel::off: break;
    }
    return spdlog::level::off;
}

void append(std::string& line, const LogField& field)
{
    line.append(" ").append(field.name.view()).append("=");
    if (const auto* number = std::get_if<std::int64_t>(&field.value))
        line.append(std::to_string(*number));
    else if (const auto* code = std::get_if<ErrorCode>(&field.value))
        line.append(errorEntry(*code).name);
    else if (const auto* word = std::get_if<LogWord>(&field.value))
        line.append(word->view());
}

class SpdlogSink : public LogSink {
public:
    SpdlogSink(spdlog::sink_ptr sink, LogLevel level) : m_logger("foreword", std::move(sink))
    {
        m_logger.set_level(spdlogLevel(level));
        m_logger.set_pattern("%Y-%m-%dT%H:%M:%S.%e%z %P %l %v");
        m_logger.flush_on(spdlog::level::trace);
        // A log that cannot be written must not stop the work; what went wrong may quote a path only.
        m_logger.set_error_handler([](const std::string&) {});
    }
    bool wants(LogLevel level) const override { return m_logger.should_log(spdlogLevel(level)); }
    void write(LogLevel level, LogWord event, std::span<const LogField> fields) override
    {
        std::string line(event.view());
        for (const LogField& field : fields)
            append(line, field);
        m_logger.log(spdlogLevel(level), line);
    }

private:
    spdlog::logger m_logger;
};

// Made before spdlog opens it by the umask, each time it is turned over.
spdlog::sink_ptr fileSink(const std::string& file)
{
    spdlog::file_event_handlers handlers;
    handlers.before_open = [](const spdlog::filename_t& name) {
        platform::createPrivateFile(name, {});
        std::error_code ignored; // a file of another user stays as it is
        std::filesystem::permissions(name, std::filesystem::perms::owner_read | std::filesystem::perms::owner_write, ignored);
    };
    return std::make_shared<spdlog::sinks::rotating_file_sink_mt>(file, mostBytes, formerFiles, false, handlers);
}

} // namespace

Result<Log> openLog(const LogOptions& options)
{
    auto level = options.file.empty() ? LogLevel::off : LogLevel::info;
    if (!options.level.empty()) {
        const auto given = logLevelFrom(options.level);
        if (!given)
            return fail(ErrorCode::usage, {{"detail", "--log-level takes trace, debug, info, warning, error or off"}});
        level = *given;
    }
    if (level == LogLevel::off)
        return Log();
    try {
        spdlog::sink_ptr sink;
        if (options.file.empty())
            sink = std::make_shared<spdlog::sinks::stderr_sink_mt>();
        else
            sink = fileSink(options.file);
        return Log(std::make_shared<SpdlogSink>(std::move(sink), level));
    } catch (const spdlog::spdlog_ex&) {
        return fail(ErrorCode::file_unwritable, {{"file", options.file}, {"detail", "log"}});
    }
}

} // namespace foreword
