// HTTPS to one server, over Poco: TLS checked strictly, answers bounded, patient where it may be.
//
// Certificates are checked against the system's authorities, or against `caFile` alone, and
// must carry the server's name. Plain http needs `allowHttp` and a host that is this machine.
// Redirects are not followed: the caller gets the 3xx answer and decides.
//
// A client is used from one thread at a time and blocks; it looks at the cancel token between
// and during requests. `clock` must outlive it. Poco exceptions stop here.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>

#include "core/base/cancel.h"
#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/net/http_message.h"
#include "core/net/proxy.h"
#include "core/net/sleeper.h"
#include "core/net/url.h"

namespace foreword {

struct HttpOptions {
    bool allowHttp = false;
    std::string caFile; // PEM; empty: the system's authorities
    // For https alone: plain http goes to this machine and needs none.
    std::optional<HttpProxy> proxy;

    std::chrono::milliseconds connectTimeout{10'000};
    std::chrono::milliseconds idleTimeout{60'000};   // without a byte from the server
    std::chrono::milliseconds totalTimeout{300'000}; // of one answer
    std::size_t bodyLimit = std::size_t{64} << 20;

    int attempts = 4;
    std::chrono::milliseconds firstDelay{500}; // doubles from attempt to attempt
    std::chrono::seconds longestThrottle{120}; // a server that asks for more is not waited for
};

struct HttpCounts {
    std::int64_t requests = 0; // sent, repetitions included
    std::int64_t retries = 0;
    std::int64_t notModified = 0; // answers without a body, because it was here already
    std::int64_t bytes = 0; // of the bodies received
    double throttledSeconds = 0; // waited because the server asked to
};

class HttpConnection;

class HttpClient {
public:
    // Connects to nothing yet. Errors: http_plain_refused, file_not_found and file_unreadable (caFile).
    static Result<std::unique_ptr<HttpClient>> create(Url url, HttpOptions options, const Clock& clock, std::unique_ptr<Sleeper> sleeper);
    ~HttpClient();

    // Any status is an answer. Repeated, after growing delays: 502, 503, 504, answers that stall
    // or break off, for idempotent requests; 429 for all, after the time the server asks for.
    // Errors: cancelled, host_unreachable, proxy_refused, tls_failed, net_timeout, net_failed,
    // response_truncated, response_too_large, answer_malformed, throttled.
    Result<HttpResponse> send(const HttpRequest& request, const CancelToken& cancel);

    const Url& url() const { return m_url; }
    const HttpCounts& counts() const { return m_counts; }

private:
    struct Pause {
        std::chrono::milliseconds time{0};
        bool askedFor = false;
    };

    HttpClient(Url url, HttpOptions options, std::unique_ptr<HttpConnection> connection, const Clock& clock,
               std::unique_ptr<Sleeper> sleeper);
    // How long to wait before the request is sent again; nothing: the outcome stands.
    std::optional<Pause> pauseAfter(const Result<HttpResponse>& outcome, const HttpRequest& request, int attempt) const;
    Result<> waitFor(const Pause& pause, const CancelToken& cancel);

    Url m_url;
    HttpOptions m_options;
    std::unique_ptr<HttpConnection> m_connection;
    const Clock& m_clock;
    std::unique_ptr<Sleeper> m_sleeper;
    HttpCounts m_counts;
};

} // namespace foreword
