#include "core/net/http_client.h"

#include <algorithm>
#include <array>

#include "core/net/http_connection.h"
#include "core/net/retry_after.h"

namespace foreword {
namespace {

constexpr int notModified = 304;
constexpr int tooManyRequests = 429;
constexpr int unavailable = 503;

bool isPassingStatus(int status)
{
    constexpr std::array passing{502, unavailable, 504};
    return std::ranges::find(passing, status) != passing.end();
}

bool isPassingError(ErrorCode code)
{
    return code == ErrorCode::net_timeout || code == ErrorCode::net_failed || code == ErrorCode::response_truncated;
}

} // namespace

Result<std::unique_ptr<HttpClient>> HttpClient::create(Url url, HttpOptions options, const Clock& clock, std::unique_ptr<Sleeper> sleeper)
{
    if (!url.https && !(options.allowHttp && isLoopbackHost(url.host)))
        return fail(ErrorCode::http_plain_refused, {{"host", url.host}});
    FOREWORD_TRY(auto connection, HttpConnection::create(url, options));
    return std::unique_ptr<HttpClient>(
        new HttpClient(std::move(url), std::move(options), std::move(connection), clock, std::move(sleeper)));
}

HttpClient::HttpClient(Url url, HttpOptions options, std::unique_ptr<HttpConnection> connection, const Clock& clock,
                       std::unique_ptr<Sleeper> sleeper)
    : m_url(std::move(url)), m_options(std::move(options)), m_connection(std::move(connection)), m_clock(clock),
      m_sleeper(std::move(sleeper))
{
}

HttpClient::~HttpClient() = default;

Result<HttpResponse> HttpClient::send(const HttpRequest& request, const CancelToken& cancel)
{
    for (int attempt = 1;; ++attempt) {
        FOREWORD_CHECK(cancel.check());
        ++m_counts.requests;
        auto outcome = m_connection->exchange(request, cancel);
        if (outcome) {
            m_counts.bytes += static_cast<std::int64_t>(outcome->body.size());
            m_counts.notModified += outcome->status == notModified ? 1 : 0;
        }
        const auto pause = pauseAfter(outcome, request, attempt);
        if (!pause)
            return outcome;
        if (attempt >= m_options.attempts || pause->time > m_options.longestThrottle) {
            // The status alone would not say how long the server wants to be left alone.
            if (outcome && pause->askedFor) {
                const auto seconds = std::chrono::ceil<std::chrono::seconds>(pause->time).count();
                return fail(ErrorCode::throttled, {{"host", m_url.host}, {"seconds", std::to_string(seconds)}});
            }
            return outcome;
        }
        FOREWORD_CHECK(waitFor(*pause, cancel));
        ++m_counts.retries;
    }
}

std::optional<HttpClient::Pause> HttpClient::pauseAfter(const Result<HttpResponse>& outcome, const HttpRequest& request, int attempt) const
{
    const auto growing = m_options.firstDelay * (1 << std::min(attempt - 1, 10));
    if (!outcome) {
        if (request.idempotent && isPassingError(outcome.error().code))
            return Pause{growing, false};
        return std::nullopt;
    }
    const int status = outcome->status;
    if (status != tooManyRequests && !(request.idempotent && isPassingStatus(status)))
        return std::nullopt;
    if (status == tooManyRequests || status == unavailable) {
        if (const auto asked = parseRetryAfter(outcome->header("Retry-After"), m_clock.now()))
            return Pause{*asked, true};
    }
    return Pause{growing, status == tooManyRequests};
}

Result<> HttpClient::waitFor(const Pause& pause, const CancelToken& cancel)
{
    FOREWORD_CHECK(m_sleeper->sleep(pause.time, cancel));
    if (pause.askedFor)
        m_counts.throttledSeconds += std::chrono::duration<double>(pause.time).count();
    return {};
}

} // namespace foreword
