// A client of the tests' own: its clock stands still, and its waits are written down.
#pragma once

#include <algorithm>
#include <memory>
#include <string>
#include <vector>

#include "core/net/http_client.h"
#include "fake_sleeper.h"
#include "loopback_server.h"

using Milliseconds = std::vector<std::chrono::milliseconds>;

inline const foreword::FixedClock clockAtNoon(*foreword::Timestamp::parse("2026-11-23T12:00:00Z"));

struct Client {
    FakeSleeper::Waits waits = std::make_shared<Milliseconds>();
    foreword::CancelSource cancel;
    std::unique_ptr<foreword::HttpClient> http;

    explicit Client(const std::string& url, foreword::HttpOptions options = plainOptions())
    {
        using namespace foreword;
        auto made = HttpClient::create(*parseUrl(url), std::move(options), clockAtNoon, std::make_unique<FakeSleeper>(waits));
        http = std::move(made).value();
    }
    foreword::Result<foreword::HttpResponse> get(const std::string& target = "/") { return send("GET", target); }
    foreword::Result<foreword::HttpResponse> send(const std::string& method, const std::string& target, bool idempotent = true)
    {
        foreword::HttpRequest request;
        request.method = method;
        request.target = target;
        request.contentType = "text/plain";
        request.body = method == "GET" ? "" : "said";
        request.idempotent = idempotent;
        return http->send(request, cancel.token());
    }

    static foreword::HttpOptions plainOptions()
    {
        foreword::HttpOptions options;
        options.allowHttp = true;
        return options;
    }
    static foreword::HttpOptions hastyOptions()
    {
        auto options = plainOptions();
        options.attempts = 1;
        options.idleTimeout = std::chrono::milliseconds(200);
        return options;
    }
};

// Says one answer after the other; the last one for all further requests.
inline LoopbackServer::Handler inTurn(std::vector<std::string> answers)
{
    auto next = std::make_shared<std::size_t>(0);
    return [answers = std::move(answers), next](const ServedRequest&, Poco::Net::StreamSocket& socket) {
        sendAll(socket, answers[std::min((*next)++, answers.size() - 1)]);
    };
}

// Says something and then nothing, until the client hangs up.
inline LoopbackServer::Handler thenSilence(std::string begun, std::function<void()> afterwards = [] {})
{
    return [begun = std::move(begun), afterwards = std::move(afterwards)](const ServedRequest&, Poco::Net::StreamSocket& socket) {
        sendAll(socket, begun);
        afterwards();
        socket.poll(Poco::Timespan(10, 0), Poco::Net::Socket::SELECT_READ);
    };
}
