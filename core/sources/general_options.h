// The options that every kind of source takes: how often it is pulled, and by which proxy it is
// reached. Pure but for the environment that `proxy=environment` reads.
#pragma once

#include <chrono>
#include <map>
#include <optional>
#include <string>

#include "core/base/result.h"
#include "core/base/secret.h"
#include "core/net/proxy.h"

namespace foreword {

using SourceOptions = std::map<std::string, std::string>;

inline constexpr const char* generalOptions = "every, proxy, proxy_user";

// The others: those of its kind.
SourceOptions optionsOfKind(SourceOptions options);

inline constexpr std::chrono::milliseconds defaultPullInterval = std::chrono::minutes(15);

// `every`: "90s", "15m", "2h", from a minute to a day; "off" is nothing: only when asked.
// Errors: source_option_bad.
Result<std::optional<std::chrono::milliseconds>> pullInterval(const SourceOptions& options);

// `proxy`: an address, or "environment". Errors: proxy_bad.
Result<std::optional<HttpProxy>> proxyFor(const SourceOptions& options, const std::string& host, const Secret& password,
                                          const Environment& environment = processEnvironment);

} // namespace foreword
