// Poco sockets that look up while they wait: a blocking read or connect ends soon after the
// request's token was cancelled or its time is over, over TLS as well.
//
// One guard is shared by a connection and its socket and used from one thread. What ends a
// wait is thrown as a Poco exception, because it passes through Poco's HTTP code on its way
// to HttpConnection, which turns it into an Error.
#pragma once

#include <chrono>
#include <memory>
#include <optional>
#include <string>

#include <Poco/Net/Context.h>
#include <Poco/Net/SecureStreamSocket.h>
#include <Poco/Net/StreamSocket.h>

#include "core/base/cancel.h"
#include "core/base/secret.h"

namespace foreword {

struct SocketGuard {
    using Clock = std::chrono::steady_clock;

    CancelToken cancel;
    Clock::time_point deadline;        // of the whole exchange
    std::chrono::milliseconds idle{0}; // longest wait for the next byte
    bool connected = false;            // the exchange has, or found, a connection
    bool sawEnd = false;               // the server closed its side
    int proxyStatus = 0;               // a proxy's answer, where it refused to connect
    long certificateError = 0;         // why the certificate was refused, as OpenSSL numbers it

    // Throws Poco::TimeoutException, or Poco::IOException when cancelled.
    void check(Clock::time_point waitingSince) const;
};

// How long a read blocks before it looks up; also the receive timeout to give to the session.
inline constexpr std::chrono::milliseconds guardSlice{100};

Poco::Net::StreamSocket makeGuardedSocket(std::shared_ptr<SocketGuard> guard);
// A socket that connects to a proxy and asks it for a tunnel; TLS is spoken through it, to the
// server and not to the proxy.
struct Tunnel {
    std::string authority;                       // of the server, "host:port"
    std::shared_ptr<const Secret> authorization; // for the proxy; null: none
};

Poco::Net::SecureStreamSocket makeGuardedSecureSocket(std::shared_ptr<SocketGuard> guard, const Poco::Net::Context::Ptr& context,
                                                      const std::string& host, std::optional<Tunnel> tunnel);

} // namespace foreword
