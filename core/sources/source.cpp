#include "core/sources/source.h"

#include "core/sources/general_options.h"
#include "core/sources/request_tracker/request_tracker_source.h"

namespace foreword {

namespace {

constexpr std::string_view requestTracker = "rt";

} // namespace

std::string sourceKinds()
{
    return std::string(requestTracker);
}

Result<std::unique_ptr<Source>> makeSource(const SourceConfig& config, SourceCredentials credentials, const Clock& clock)
{
    FOREWORD_CHECK(pullInterval(config.options));
    if (config.kind == requestTracker)
        return makeRequestTracker(config, std::move(credentials), clock);
    return fail(ErrorCode::source_kind_unknown, {{"kind", config.kind}, {"known", sourceKinds()}});
}

} // namespace foreword
