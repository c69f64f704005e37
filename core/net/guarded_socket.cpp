#include "core/net/guarded_socket.h"

#include <algorithm>

#include <Poco/AutoPtr.h>
#include <Poco/Exception.h>
#include <Poco/Net/NetException.h>
#include <Poco/Net/SSLException.h>
#include <Poco/Net/SecureStreamSocketImpl.h>
#include <Poco/Net/StreamSocketImpl.h>

#include "core/net/proxy.h"

namespace foreword {

using Poco::Net::SecureStreamSocketImpl;
using Poco::Net::SocketAddress;
using Poco::Net::StreamSocketImpl;

void SocketGuard::check(Clock::time_point waitingSince) const
{
    if (cancel.cancelled())
        throw Poco::IOException("cancelled");
    const auto now = Clock::now();
    if (now >= deadline || now - waitingSince >= idle)
        throw Poco::TimeoutException();
}

namespace {

// Repeats a read that returns after a slice without data until there is some.
template <class Read>
int readGuarded(SocketGuard& guard, Read read)
{
    const auto start = SocketGuard::Clock::now();
    for (;;) {
        guard.check(start);
        try {
            const int size = read();
            guard.sawEnd = guard.sawEnd || size == 0;
            return size;
        } catch (const Poco::TimeoutException&) {
            continue; // only the slice is over
        } catch (const Poco::Net::SSLConnectionUnexpectedlyClosedException&) {
            guard.sawEnd = true;
            throw;
        }
    }
}

constexpr std::size_t longestHead = 16'384;

class GuardedSocketImpl final : public StreamSocketImpl {
public:
    // Below TLS a TCP connection is not yet one to the server that was meant.
    GuardedSocketImpl(std::shared_ptr<SocketGuard> guard, bool belowTls) : m_guard(std::move(guard)), m_belowTls(belowTls) {}

    using StreamSocketImpl::connect;
    void connect(const SocketAddress& address, const Poco::Timespan& timeout) override
    {
        m_guard->connected = false;
        StreamSocketImpl::connect(address, timeout);
        m_guard->connected = !m_belowTls;
    }

    // Connecting waits in here.
    bool poll(const Poco::Timespan& timeout, int mode) override
    {
        const auto start = SocketGuard::Clock::now();
        const auto end = start + std::chrono::microseconds(timeout.totalMicroseconds());
        for (;;) {
            m_guard->check(start);
            const auto left = std::chrono::ceil<std::chrono::milliseconds>(end - SocketGuard::Clock::now());
            const auto slice = std::clamp(left, std::chrono::milliseconds(0), guardSlice);
            if (StreamSocketImpl::poll(Poco::Timespan(slice.count() * 1000), mode))
                return true;
            if (left <= slice)
                return false;
        }
    }

    using StreamSocketImpl::receiveBytes;
    int receiveBytes(void* buffer, int length, int flags) override
    {
        return readGuarded(*m_guard, [&] { return StreamSocketImpl::receiveBytes(buffer, length, flags); });
    }

private:
    std::shared_ptr<SocketGuard> m_guard;
    bool m_belowTls;
};

class GuardedSecureSocketImpl final : public SecureStreamSocketImpl {
public:
    // Shares the ownership of `plain`.
    GuardedSecureSocketImpl(Poco::AutoPtr<GuardedSocketImpl> plain, std::shared_ptr<SocketGuard> guard,
                            const Poco::Net::Context::Ptr& context, std::optional<Tunnel> tunnel)
        : SecureStreamSocketImpl(plain.get(), context), m_plain(std::move(plain)), m_guard(std::move(guard)), m_tunnel(std::move(tunnel))
    {
    }

    using SecureStreamSocketImpl::connect;
    void connect(const SocketAddress& address, const Poco::Timespan& timeout) override
    {
        if (m_tunnel)
            connectThroughProxy(address, timeout);
        else
            SecureStreamSocketImpl::connect(address, timeout);
        // Poco takes a handshake that ran out of time for done, checks no name because there is no
        // certificate yet, and would finish the handshake with the first write.
        if (!havePeerCertificate())
            throw Poco::TimeoutException();
        m_guard->connected = true;
    }

    using SecureStreamSocketImpl::receiveBytes;
    int receiveBytes(void* buffer, int length, int flags) override
    {
        return readGuarded(*m_guard, [&] { return SecureStreamSocketImpl::receiveBytes(buffer, length, flags); });
    }

private:
    void connectThroughProxy(const SocketAddress& proxy, const Poco::Timespan& timeout)
    {
        m_plain->connect(proxy, timeout);
        askForTunnel();
        const auto receiving = m_plain->getReceiveTimeout();
        const auto sending = m_plain->getSendTimeout();
        m_plain->setReceiveTimeout(timeout);
        m_plain->setSendTimeout(timeout);
        connectSSL();
        reset(m_plain->sockfd());
        m_plain->setReceiveTimeout(receiving);
        m_plain->setSendTimeout(sending);
    }

    void askForTunnel()
    {
        std::string request =
            "CONNECT " + m_tunnel->authority + " HTTP/1.1\r\nHost: " + m_tunnel->authority + "\r\nUser-Agent: Foreword\r\n";
        if (m_tunnel->authorization)
            request.append("Proxy-Authorization: ").append(m_tunnel->authorization->view()).append("\r\n");
        request += "\r\n";
        m_plain->sendBytes(request.data(), static_cast<int>(request.size()), 0);
        wipe(request);
        const int status = tunnelStatus(readHead());
        if (status / 100 != 2) {
            m_guard->proxyStatus = status;
            throw Poco::Net::HTTPException("no tunnel");
        }
    }

    // Byte by byte: what comes after it belongs to TLS.
    std::string readHead()
    {
        std::string head;
        while (!head.ends_with("\r\n\r\n")) {
            char byte = 0;
            if (head.size() == longestHead || m_plain->receiveBytes(&byte, 1, 0) != 1)
                throw Poco::Net::MessageException("no answer of a proxy");
            head += byte;
        }
        return head;
    }

    Poco::AutoPtr<GuardedSocketImpl> m_plain;
    std::shared_ptr<SocketGuard> m_guard;
    std::optional<Tunnel> m_tunnel;
};

// Poco keeps the constructor that adopts an implementation for its own server sockets.
class AdoptedSecureSocket final : public Poco::Net::SecureStreamSocket {
public:
    explicit AdoptedSecureSocket(Poco::Net::SocketImpl* impl) : SecureStreamSocket(impl) {}
};

} // namespace

Poco::Net::StreamSocket makeGuardedSocket(std::shared_ptr<SocketGuard> guard)
{
    return Poco::Net::StreamSocket(new GuardedSocketImpl(std::move(guard), false));
}

Poco::Net::SecureStreamSocket makeGuardedSecureSocket(std::shared_ptr<SocketGuard> guard, const Poco::Net::Context::Ptr& context,
                                                      const std::string& host, std::optional<Tunnel> tunnel)
{
    Poco::AutoPtr<GuardedSocketImpl> plain(new GuardedSocketImpl(guard, true));
    AdoptedSecureSocket socket(new GuardedSecureSocketImpl(plain, std::move(guard), context, std::move(tunnel)));
    socket.setPeerHostName(host);
    return socket;
}

} // namespace foreword
