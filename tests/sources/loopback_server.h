// A small web server of the tests' own, on loopback, that says exactly what a test wants said:
// answers that are whole, broken, endless, or never come.
//
// One connection at a time and one request on each. The handler runs on the server's thread and
// may write to the socket what it likes; after it the connection is closed.
#pragma once

#include <atomic>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include <Poco/Net/ServerSocket.h>
#include <Poco/Net/StreamSocket.h>

struct ServedRequest {
    std::string method;
    std::string target;
    std::map<std::string, std::string> headers; // names in lower case
    std::string body;
};

// A whole answer with its length.
std::string httpAnswer(int status, const std::string& body, const std::string& moreHeaders = {});

struct TlsFiles {
    std::string key;
    std::string certificate;
};

class LoopbackServer {
public:
    using Handler = std::function<void(const ServedRequest&, Poco::Net::StreamSocket&)>;

    explicit LoopbackServer(Handler handler);
    LoopbackServer(Handler handler, const TlsFiles& tls);
    ~LoopbackServer();

    // "http://127.0.0.1:PORT", "https://localhost:PORT"
    std::string url() const;
    std::vector<ServedRequest> requests() const;

private:
    void run();
    void serve(Poco::Net::StreamSocket& socket);

    Handler m_handler;
    bool m_tls;
    std::unique_ptr<Poco::Net::ServerSocket> m_socket;
    std::atomic<bool> m_stop = false;
    mutable std::mutex m_mutex;
    std::vector<ServedRequest> m_requests;
    std::thread m_thread;
};

void sendAll(Poco::Net::StreamSocket& socket, const std::string& bytes);
