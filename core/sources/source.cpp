#include "core/sources/source.h"

#include "core/sources/general_options.h"
#include "core/sources/request_tracker/request_tracker_source.h"

namespace foreword {

std::vector<std::string> sourceKinds()
{
    return {"rt"};
}

Result<std::unique_ptr<Source>> makeSource(const SourceConfig& config, SourceCredentials credentials, const Clock& clock)
{
    FOREWORD_CHECK(pullInterval(config.options));
    if (config.kind == "rt")
        return makeRequestTracker(config, std::move(credentials), clock);
    return fail(ErrorCode::source_kind_unknown, {{"kind", config.kind}, {"known", "rt"}});
}

} // namespace foreword
