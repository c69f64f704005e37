#include "core/sources/general_options.h"

#include <charconv>

namespace foreword {
namespace {

std::string valueOf(const SourceOptions& options, const char* name)
{
    const auto found = options.find(name);
    return found == options.end() ? std::string() : found->second;
}

int secondsOf(char unit)
{
    switch (unit) {
    case 's': return 1;
    case 'm': return 60;
    case 'h': return 3'600;
    default: return 0;
    }
}

} // namespace

SourceOptions optionsOfKind(SourceOptions options)
{
    for (const char* name : {"every", "proxy", "proxy_user"})
        options.erase(name);
    return options;
}

Result<std::optional<std::chrono::milliseconds>> pullInterval(const SourceOptions& options)
{
    constexpr std::chrono::seconds least(60), most(86'400);
    const auto text = valueOf(options, "every");
    if (!options.contains("every"))
        return defaultPullInterval;
    if (text == "off")
        return std::nullopt;
    int number = 0;
    const auto* end = text.data() + text.size();
    const auto [stop, error] = std::from_chars(text.data(), end, number);
    const bool whole = error == std::errc() && stop + 1 == end && number > 0 && number <= most.count();
    const std::chrono::seconds interval(whole ? std::int64_t(number) * secondsOf(*stop) : 0);
    if (interval < least || interval > most)
        return fail(ErrorCode::source_option_bad, {{"option", "every"}, {"known", "every=15m: from 60s to 24h, or off"}});
    return interval;
}

Result<std::optional<HttpProxy>> proxyFor(const SourceOptions& options, const std::string& host, const Secret& password,
                                          const Environment& environment)
{
    const auto address = valueOf(options, "proxy");
    const auto user = valueOf(options, "proxy_user");
    if (!options.contains("proxy"))
        return std::nullopt;
    if (address == "environment")
        return proxyOfEnvironment(environment, host, user, password);
    FOREWORD_TRY(auto proxy, parseProxy(address, user, password));
    return std::optional<HttpProxy>(std::move(proxy));
}

} // namespace foreword
