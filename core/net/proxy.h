// The proxy by which a server is reached: an HTTP proxy that tunnels (CONNECT), so that the
// certificate is still the server's and checked from end to end. Pure, any thread.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "core/base/result.h"
#include "core/base/secret.h"

namespace foreword {

struct HttpProxy {
    std::string host; // an IPv6 address without brackets
    std::uint16_t port = 0;
    std::shared_ptr<const Secret> authorization; // "Basic …"; null: none
};

// "http://proxy.example.com:3128", and who we are there where `user` is not empty. An address
// with a user or password in it is refused: addresses are stored and shown in plain. Errors:
// proxy_bad.
Result<HttpProxy> parseProxy(std::string_view address, std::string_view user, const Secret& password);

// A variable of the environment, or empty.
using Environment = std::function<std::string(const char* name)>;
std::string processEnvironment(const char* name);

// What HTTPS_PROXY says, in capitals or not; nothing where it says nothing, or where NO_PROXY
// names the host, a domain it is in, or "*". Errors: proxy_bad.
Result<std::optional<HttpProxy>> proxyOfEnvironment(const Environment& environment, std::string_view host, std::string_view user,
                                                    const Secret& password);

// "host:port", as CONNECT takes it.
std::string authority(std::string_view host, std::uint16_t port);

// The status of what a proxy answers to it, "HTTP/1.1 200 Connection established"; 0 for what is
// no such answer.
int tunnelStatus(std::string_view head);

} // namespace foreword
