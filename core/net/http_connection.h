// One connection to one server, kept open between requests where the server allows it: a
// request out, an answer in, no policy. The only place that talks HTTP through Poco.
//
// Used from one thread at a time. A failed exchange drops the connection; the next opens a new one.
#pragma once

#include <memory>

#include <Poco/Net/Context.h>
#include <Poco/Net/HTTPClientSession.h>
#include <Poco/Net/HTTPResponse.h>

#include "core/base/cancel.h"
#include "core/base/result.h"
#include "core/net/guarded_socket.h"
#include "core/net/http_client.h"
#include "core/net/http_message.h"

namespace Poco {
class Exception;
}

namespace foreword {

class HttpConnection {
public:
    // Errors: file_not_found, file_unreadable (the CA file).
    static Result<std::unique_ptr<HttpConnection>> create(const Url& url, const HttpOptions& options);

    // Errors: cancelled, host_unreachable, proxy_refused, tls_failed, net_timeout, net_failed,
    // response_truncated, response_too_large, answer_malformed.
    Result<HttpResponse> exchange(const HttpRequest& request, const CancelToken& cancel);

private:
    HttpConnection(const Url& url, const HttpOptions& options, Poco::Net::Context::Ptr context);
    void begin(const CancelToken& cancel);
    void open();
    void sendRequest(const HttpRequest& request);
    Result<std::string> readBody(std::istream& stream);
    bool wasTruncated(const Poco::Net::HTTPResponse& response, std::size_t bodySize) const;
    Error errorOf(const Poco::Exception& exception) const;
    Error errorOfTls() const;

    Url m_url;
    HttpOptions m_options;
    Poco::Net::Context::Ptr m_context; // null for plain http
    std::shared_ptr<SocketGuard> m_guard;
    std::unique_ptr<Poco::Net::HTTPClientSession> m_session;
};

} // namespace foreword
