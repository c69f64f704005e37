// A proxy of the tests' own, on loopback, that tunnels (CONNECT) or says what a test wants said.
#pragma once

#include <string>
#include <vector>

#include "loopback_server.h"

class ConnectProxy {
public:
    ConnectProxy() : m_server([this](const ServedRequest& request, Poco::Net::StreamSocket& socket) { serve(request, socket); }) {}

    // Instead of a tunnel; set before it is used.
    std::string refusal;
    // Where the tunnels end whatever was asked for; empty: where they are to.
    std::string upstream;

    std::string url() const { return m_server.url(); }
    std::vector<ServedRequest> requests() const { return m_server.requests(); }

private:
    void serve(const ServedRequest& request, Poco::Net::StreamSocket& socket) const
    {
        if (!refusal.empty() || request.method != "CONNECT") {
            sendAll(socket, refusal.empty() ? httpAnswer(405, "") : refusal);
            return;
        }
        Poco::Net::StreamSocket server(Poco::Net::SocketAddress(upstream.empty() ? request.target : upstream));
        sendAll(socket, "HTTP/1.1 200 Connection established\r\n\r\n");
        while (pass(socket, server) && pass(server, socket)) {}
    }

    // Hands on what is there within a moment; false once a side has closed.
    static bool pass(Poco::Net::StreamSocket& from, Poco::Net::StreamSocket& to)
    {
        char buffer[16'384];
        if (!from.poll(Poco::Timespan(0, 2'000), Poco::Net::Socket::SELECT_READ))
            return true;
        const int size = from.receiveBytes(buffer, sizeof(buffer));
        if (size > 0)
            sendAll(to, std::string(buffer, static_cast<std::size_t>(size)));
        return size > 0;
    }

    LoopbackServer m_server;
};
