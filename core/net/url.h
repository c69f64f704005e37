// Web addresses: taken apart, checked, and put together. Pure, any thread.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>

#include "core/base/result.h"

namespace foreword {

// Where a server is reached. The path has no slash at its end and may be empty.
struct Url {
    bool https = true;
    std::string host; // an IPv6 address without brackets
    std::uint16_t port = 443;
    std::string path;
};

// http and https only; an address with a user, password, query or fragment is refused, because
// addresses are stored and shown in plain. Errors: url_bad.
Result<Url> parseUrl(std::string_view text);

// 127.0.0.0/8, ::1 and localhost.
bool isLoopbackHost(std::string_view host);

// Percent-encodes everything but the unreserved characters of RFC 3986.
std::string urlEncode(std::string_view text);

// "name=value&…", both sides encoded: a query, or the body of a form.
std::string formEncode(std::initializer_list<std::pair<std::string_view, std::string_view>> fields);

} // namespace foreword
