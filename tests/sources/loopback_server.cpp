#include "loopback_server.h"

#include <algorithm>
#include <sstream>

#include <Poco/Exception.h>
#include <Poco/Net/Context.h>
#include <Poco/Net/SecureServerSocket.h>

using Poco::Net::ServerSocket;
using Poco::Net::SocketAddress;
using Poco::Net::StreamSocket;

namespace {

std::unique_ptr<ServerSocket> secureSocket(const TlsFiles& tls)
{
    Poco::Net::Context::Params params;
    params.privateKeyFile = tls.key;
    params.certificateFile = tls.certificate;
    params.verificationMode = Poco::Net::Context::VERIFY_NONE;
    Poco::Net::Context::Ptr context(new Poco::Net::Context(Poco::Net::Context::TLS_SERVER_USE, params));
    return std::make_unique<Poco::Net::SecureServerSocket>(SocketAddress("127.0.0.1", 0), 64, context);
}

// Reads until the text has `end` or `size` bytes; nothing more comes where the client went away.
void receive(StreamSocket& socket, std::string& text, const std::function<bool()>& complete)
{
    char buffer[4096];
    while (!complete()) {
        const int size = socket.receiveBytes(buffer, sizeof(buffer));
        if (size <= 0)
            return;
        text.append(buffer, static_cast<std::size_t>(size));
    }
}

ServedRequest parseHead(const std::string& head)
{
    ServedRequest request;
    std::istringstream lines(head);
    lines >> request.method >> request.target;
    std::string line;
    std::getline(lines, line);
    while (std::getline(lines, line) && line != "\r") {
        const auto colon = line.find(": ");
        auto name = line.substr(0, colon);
        std::ranges::transform(name, name.begin(), [](unsigned char c) { return std::tolower(c); });
        request.headers[name] = line.substr(colon + 2, line.size() - colon - 3);
    }
    return request;
}

} // namespace

std::string httpAnswer(int status, const std::string& body, const std::string& moreHeaders)
{
    return "HTTP/1.1 " + std::to_string(status) + " Said\r\nConnection: close\r\n" + moreHeaders
        + "Content-Length: " + std::to_string(body.size()) + "\r\n\r\n" + body;
}

void sendAll(StreamSocket& socket, const std::string& bytes)
{
    socket.sendBytes(bytes.data(), static_cast<int>(bytes.size()));
}

LoopbackServer::LoopbackServer(Handler handler)
    : m_handler(std::move(handler)), m_tls(false), m_socket(std::make_unique<ServerSocket>(SocketAddress("127.0.0.1", 0)))
{
    m_thread = std::thread([this] { run(); });
}

LoopbackServer::LoopbackServer(Handler handler, const TlsFiles& tls)
    : m_handler(std::move(handler)), m_tls(true), m_socket(secureSocket(tls))
{
    m_thread = std::thread([this] { run(); });
}

LoopbackServer::~LoopbackServer()
{
    m_stop = true;
    m_thread.join();
}

std::string LoopbackServer::url() const
{
    const auto port = std::to_string(m_socket->address().port());
    return (m_tls ? "https://localhost:" : "http://127.0.0.1:") + port;
}

std::vector<ServedRequest> LoopbackServer::requests() const
{
    const std::lock_guard lock(m_mutex);
    return m_requests;
}

void LoopbackServer::run()
{
    while (!m_stop) {
        try {
            if (!m_socket->poll(Poco::Timespan(0, 20'000), Poco::Net::Socket::SELECT_READ))
                continue;
            auto socket = m_socket->acceptConnection();
            serve(socket);
            socket.close();
        } catch (const Poco::Exception&) {
            // A client that hangs up, or does not like the certificate, is part of the tests.
            continue;
        }
    }
}

void LoopbackServer::serve(StreamSocket& socket)
{
    std::string text;
    // A TLS client that came to a plain server says 22 first.
    receive(socket, text, [&] { return text.find("\r\n\r\n") != std::string::npos || text.starts_with('\x16'); });
    if (text.starts_with('\x16')) {
        m_handler({}, socket);
        return;
    }
    const auto end = text.find("\r\n\r\n");
    if (end == std::string::npos)
        return;
    auto request = parseHead(text.substr(0, end + 4));
    request.body = text.substr(end + 4);
    const auto length = request.headers.find("content-length");
    const auto size = length == request.headers.end() ? 0 : std::stoul(length->second);
    receive(socket, request.body, [&] { return request.body.size() >= size; });
    {
        const std::lock_guard lock(m_mutex);
        m_requests.push_back(request);
    }
    m_handler(request, socket);
}
