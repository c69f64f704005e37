#include "core/net/http_connection.h"

#include <array>
#include <filesystem>
#include <istream>
#include <ostream>

#include <openssl/ssl.h>
#include <openssl/x509_vfy.h>

#include <Poco/Exception.h>
#include <Poco/Net/HTTPRequest.h>
#include <Poco/Net/HTTPSClientSession.h>
#include <Poco/Net/NetException.h>
#include <Poco/Net/SSLException.h>

namespace foreword {

using Poco::Net::Context;
using Poco::Net::HTTPClientSession;
using Poco::Net::HTTPRequest;
using Poco::Net::HTTPResponse;

namespace {

constexpr int mostHeaders = 100;
constexpr int verificationDepth = 9;

Poco::Timespan timespan(std::chrono::milliseconds time)
{
    return Poco::Timespan(std::chrono::microseconds(time).count());
}

Result<Context::Ptr> makeContext(const HttpOptions& options)
{
    std::error_code ignored;
    if (!options.caFile.empty() && !std::filesystem::is_regular_file(options.caFile, ignored))
        return fail(ErrorCode::file_not_found, {{"file", options.caFile}});
    try {
        // VERIFY_STRICT: the relaxed mode lets any name pass on loopback.
        Context::Ptr context(
            new Context(Context::CLIENT_USE, "", "", options.caFile, Context::VERIFY_STRICT, verificationDepth, options.caFile.empty()));
        context->requireMinimumProtocol(Context::PROTO_TLSV1_2);
        return context;
    } catch (const Poco::Exception&) {
        return fail(ErrorCode::file_unreadable, {{"file", options.caFile}, {"detail", "not PEM"}});
    }
}

// OpenSSL tells a callback why it refuses a certificate, and its caller only that it does. The
// guard to tell is found by the context, which belongs to one connection.
int guardIndex()
{
    static const int index = SSL_CTX_get_ex_new_index(0, nullptr, nullptr, nullptr, nullptr);
    return index;
}

int onVerify(int good, X509_STORE_CTX* store)
{
    const auto* tls = static_cast<const SSL*>(X509_STORE_CTX_get_ex_data(store, SSL_get_ex_data_X509_STORE_CTX_idx()));
    auto* guard = static_cast<SocketGuard*>(SSL_CTX_get_ex_data(SSL_get_SSL_CTX(tls), guardIndex()));
    if (good == 0)
        guard->certificateError = X509_STORE_CTX_get_error(store);
    return good;
}

void listenToVerification(const Context::Ptr& context, SocketGuard& guard)
{
    SSL_CTX* tls = context->sslContext();
    SSL_CTX_set_ex_data(tls, guardIndex(), &guard);
    SSL_CTX_set_verify(tls, SSL_CTX_get_verify_mode(tls), onVerify);
}

const char* certificateFault(long error)
{
    switch (error) {
    case X509_V_OK: return "no agreement on TLS";
    case X509_V_ERR_CERT_HAS_EXPIRED: return "the certificate has expired";
    case X509_V_ERR_CERT_NOT_YET_VALID: return "the certificate is not valid yet";
    case X509_V_ERR_DEPTH_ZERO_SELF_SIGNED_CERT: return "the certificate is signed by nobody but itself";
    default: return "the certificate is not trusted";
    }
}

template <class E>
bool is(const Poco::Exception& exception)
{
    return dynamic_cast<const E*>(&exception) != nullptr;
}

// The answer does not follow HTTP; that it is no message at all is how Poco says "closed".
bool isMalformed(const Poco::Exception& exception)
{
    return (is<Poco::Net::MessageException>(exception) && !is<Poco::Net::NoMessageException>(exception))
        || is<Poco::SyntaxException>(exception);
}

bool mayHaveBody(int status)
{
    return status != HTTPResponse::HTTP_NO_CONTENT && status != HTTPResponse::HTTP_NOT_MODIFIED;
}

} // namespace

Result<std::unique_ptr<HttpConnection>> HttpConnection::create(const Url& url, const HttpOptions& options)
{
    Context::Ptr context;
    if (url.https) {
        FOREWORD_TRY(context, makeContext(options));
    }
    return std::unique_ptr<HttpConnection>(new HttpConnection(url, options, context));
}

HttpConnection::HttpConnection(const Url& url, const HttpOptions& options, Context::Ptr context)
    : m_url(url), m_options(options), m_context(std::move(context)), m_guard(std::make_shared<SocketGuard>())
{
    if (m_context)
        listenToVerification(m_context, *m_guard);
}

Result<HttpResponse> HttpConnection::exchange(const HttpRequest& request, const CancelToken& cancel)
{
    begin(cancel);
    try {
        sendRequest(request);
        HTTPResponse response;
        response.setFieldLimit(mostHeaders);
        std::istream& stream = m_session->receiveResponse(response);
        auto body = readBody(stream);
        if (body && wasTruncated(response, body->size()))
            body = fail(ErrorCode::response_truncated, {{"host", m_url.host}});
        if (!body) {
            m_session.reset();
            return fail(std::move(body).error());
        }
        // Poco cannot connect the socket of a tunnel a second time.
        if (m_url.https && m_options.proxy)
            m_session.reset();
        return HttpResponse{response.getStatus(), {response.begin(), response.end()}, std::move(*body)};
    } catch (const Poco::Exception& exception) {
        m_session.reset();
        return fail(errorOf(exception));
    }
}

void HttpConnection::begin(const CancelToken& cancel)
{
    if (!m_session)
        open();
    m_guard->cancel = cancel;
    m_guard->deadline = SocketGuard::Clock::now() + m_options.totalTimeout;
    m_guard->idle = m_options.idleTimeout;
    m_guard->connected = m_session->connected();
    m_guard->sawEnd = false;
    m_guard->proxyStatus = 0;
    m_guard->certificateError = 0;
}

void HttpConnection::open()
{
    const auto& proxy = m_options.proxy;
    if (m_url.https) {
        const auto tunnel = proxy ? std::optional(Tunnel{authority(m_url.host, m_url.port), proxy->authorization}) : std::nullopt;
        m_session = std::make_unique<Poco::Net::HTTPSClientSession>(makeGuardedSecureSocket(m_guard, m_context, m_url.host, tunnel));
    } else {
        m_session = std::make_unique<HTTPClientSession>(makeGuardedSocket(m_guard));
    }
    // Where the session connects to; the socket knows whose certificate it wants to see.
    const bool proxied = m_url.https && proxy;
    m_session->setHost(proxied ? proxy->host : m_url.host);
    m_session->setPort(proxied ? proxy->port : m_url.port);
    m_session->setKeepAlive(true);
    m_session->setTimeout(timespan(m_options.connectTimeout), timespan(m_options.idleTimeout), timespan(guardSlice));
}

void HttpConnection::sendRequest(const HttpRequest& request)
{
    HTTPRequest out(request.method, m_url.path + request.target, HTTPRequest::HTTP_1_1);
    out.setHost(m_url.host, m_url.port);
    // Not a browser's name: Request Tracker sends those to its login page.
    out.set("User-Agent", "Foreword");
    out.set("Accept", "application/json, */*;q=0.5");
    if (!request.ifNoneMatch.empty())
        out.set("If-None-Match", request.ifNoneMatch);
    if (request.secretHeader)
        out.set(request.secretHeader->name, std::string(request.secretHeader->value->view()));
    if (request.method != HTTPRequest::HTTP_GET) {
        out.setContentType(request.contentType);
        out.setContentLength(static_cast<std::streamsize>(request.body.size()));
    }
    std::ostream& stream = m_session->sendRequest(out);
    stream.write(request.body.data(), static_cast<std::streamsize>(request.body.size()));
    stream.flush();
}

Result<std::string> HttpConnection::readBody(std::istream& stream)
{
    std::string body;
    std::array<char, 65'536> buffer{};
    while (stream.good()) {
        stream.read(buffer.data(), buffer.size());
        const auto size = static_cast<std::size_t>(stream.gcount());
        if (body.size() + size > m_options.bodyLimit)
            return fail(ErrorCode::response_too_large, {{"host", m_url.host}, {"limit", std::to_string(m_options.bodyLimit)}});
        body.append(buffer.data(), size);
    }
    // Streams swallow exceptions; the session kept it.
    if (stream.bad() && m_session->networkException())
        return fail(errorOf(*m_session->networkException()));
    return body;
}

bool HttpConnection::wasTruncated(const HTTPResponse& response, std::size_t bodySize) const
{
    if (!mayHaveBody(response.getStatus()))
        return false;
    // After its last chunk nothing more is read, so an end that was seen came too early.
    if (response.getChunkedTransferEncoding())
        return m_guard->sawEnd;
    return response.hasContentLength() && static_cast<std::size_t>(response.getContentLength64()) != bodySize;
}

Error HttpConnection::errorOf(const Poco::Exception& exception) const
{
    const auto error = [&](ErrorCode code) { return Error(code, {{"host", m_url.host}}); };

    if (m_guard->cancel.cancelled())
        return Error(ErrorCode::cancelled);
    if (is<Poco::Net::InvalidCertificateException>(exception) || is<Poco::Net::CertificateValidationException>(exception))
        return error(ErrorCode::tls_failed).with("detail", "the certificate is for another host");
    if (m_guard->proxyStatus != 0)
        return error(ErrorCode::proxy_refused).with("proxy", m_options.proxy->host).with("status", std::to_string(m_guard->proxyStatus));
    if (!m_guard->connected && is<Poco::Net::SSLException>(exception))
        return errorOfTls();
    if (!m_guard->connected)
        return Error(ErrorCode::host_unreachable, {{"host", m_url.https && m_options.proxy ? m_options.proxy->host : m_url.host}});
    if (is<Poco::TimeoutException>(exception))
        return error(ErrorCode::net_timeout);
    if (isMalformed(exception))
        return error(ErrorCode::answer_malformed).with("field", "header");
    return error(ErrorCode::net_failed).with("detail", exception.name());
}

Error HttpConnection::errorOfTls() const
{
    return Error(ErrorCode::tls_failed, {{"host", m_url.host}, {"detail", certificateFault(m_guard->certificateError)}});
}

} // namespace foreword
