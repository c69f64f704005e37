#include <QElapsedTimer>
#include <QTest>

#include "client.h"
#include "core/base/error_catalog.h"

using namespace foreword;
using std::chrono::milliseconds;

class TestHttpClient : public QObject {
    Q_OBJECT

private slots:
    void plainHttpOnlyToThisMachineAndOnlyWhenAllowed_data()
    {
        QTest::addColumn<QString>("url");
        QTest::addColumn<bool>("allowHttp");
        QTest::addColumn<bool>("good");
        QTest::newRow("not allowed") << "http://127.0.0.1" << false << false;
        QTest::newRow("127.0.0.1") << "http://127.0.0.1" << true << true;
        QTest::newRow("127.8.8.8") << "http://127.8.8.8" << true << true;
        QTest::newRow("::1") << "http://[::1]" << true << true;
        QTest::newRow("localhost") << "http://LocalHost" << true << true;
        QTest::newRow("another host") << "http://help.example.com" << true << false;
        QTest::newRow("looks like it") << "http://127.0.0.1.example.com" << true << false;
        QTest::newRow("any address") << "http://0.0.0.0" << true << false;
        QTest::newRow("another network") << "http://128.0.0.1" << true << false;
    }

    void plainHttpOnlyToThisMachineAndOnlyWhenAllowed()
    {
        QFETCH(QString, url);
        QFETCH(bool, allowHttp);
        QFETCH(bool, good);
        HttpOptions options;
        options.allowHttp = allowHttp;
        const auto client = HttpClient::create(*parseUrl(url.toStdString()), options, clockAtNoon, std::make_unique<ThreadSleeper>());
        QCOMPARE(client.has_value(), good);
        if (!good)
            QCOMPARE(client.error().code, ErrorCode::http_plain_refused);
    }

    void givesStatusHeadersAndBody()
    {
        LoopbackServer server(inTurn({httpAnswer(404, "not here", "X-One: 1\r\nSet-Cookie: a=1\r\nSet-Cookie: b=2\r\n")}));
        Client client(server.url() + "/rt");
        const auto response = client.get("/there?x=1");
        QVERIFY(response.has_value());
        QCOMPARE(response->status, 404);
        QCOMPARE(response->body, "not here");
        QCOMPARE(response->header("x-ONE"), "1");
        QCOMPARE(response->headerValues("set-cookie").size(), 2U);
        QCOMPARE(server.requests().at(0).target, "/rt/there?x=1");
        QVERIFY(server.requests().at(0).headers.at("user-agent").find("Mozilla") == std::string::npos);
        QCOMPARE(client.http->counts().requests, 1);
    }

    void sendsBodyAndSecret()
    {
        LoopbackServer server(inTurn({httpAnswer(200, "")}));
        Client client(server.url());
        const Secret secret("token 1-2-3");
        HttpRequest request;
        request.method = "POST";
        request.target = "/search";
        request.contentType = "application/json";
        request.body = "[1]";
        request.secretHeader = SecretHeader{"Authorization", &secret};
        QVERIFY(client.http->send(request, {}).has_value());
        const auto seen = server.requests().at(0);
        QCOMPARE(seen.method, "POST");
        QCOMPARE(seen.body, "[1]");
        QCOMPARE(seen.headers.at("content-type"), "application/json");
        QCOMPARE(seen.headers.at("authorization"), "token 1-2-3");
    }

    void repeatsWhatPassesAfterGrowingDelays()
    {
        LoopbackServer server(inTurn({httpAnswer(503, ""), httpAnswer(502, ""), httpAnswer(504, ""), httpAnswer(200, "at last")}));
        Client client(server.url());
        const auto response = client.get();
        QVERIFY(response.has_value());
        QCOMPARE(response->body, "at last");
        QCOMPARE(*client.waits, (Milliseconds{milliseconds(500), milliseconds(1000), milliseconds(2000)}));
        QCOMPARE(client.http->counts().requests, 4);
        QCOMPARE(client.http->counts().retries, 3);
        QCOMPARE(client.http->counts().throttledSeconds, 0.0);
    }

    void givesUpAfterTheLastAttempt()
    {
        LoopbackServer server(inTurn({httpAnswer(503, "down")}));
        Client client(server.url());
        const auto response = client.get();
        QVERIFY(response.has_value());
        QCOMPARE(response->status, 503);
        QCOMPARE(server.requests().size(), 4U);
    }

    void doesNotRepeatWhatWouldBeDoneTwice()
    {
        LoopbackServer server(inTurn({httpAnswer(503, "")}));
        Client client(server.url());
        QCOMPARE(client.send("POST", "/note", false)->status, 503);
        QCOMPARE(server.requests().size(), 1U);
    }

    void doesNotRepeatWhatMayHaveBeenDone()
    {
        LoopbackServer server(inTurn({"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf"}));
        Client client(server.url());
        QCOMPARE(client.send("POST", "/note", false).error().code, ErrorCode::response_truncated);
        QCOMPARE(server.requests().size(), 1U);
    }

    void keepsTheConnection()
    {
        const std::string open = "HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\n";
        LoopbackServer server([&](const ServedRequest&, Poco::Net::StreamSocket& socket) {
            sendAll(socket, open + "one");
            char buffer[4096];
            if (socket.receiveBytes(buffer, sizeof(buffer)) > 0)
                sendAll(socket, open + "two");
        });
        Client client(server.url());
        QCOMPARE(client.get()->body, "one");
        QCOMPARE(client.get()->body, "two");
        QCOMPARE(server.requests().size(), 1U); // the second came on the first one's connection
        // The server has hung up since.
        QCOMPARE(client.get()->body, "one");
    }

    void waitsAsLongAsTheServerAsks_data()
    {
        QTest::addColumn<QString>("header");
        QTest::addColumn<int>("wait");
        QTest::newRow("seconds") << "Retry-After: 7\r\n" << 7000;
        QTest::newRow("date") << "Retry-After: Mon, 23 Nov 2026 12:00:42 GMT\r\n" << 42000;
        QTest::newRow("date that has passed") << "Retry-After: Mon, 23 Nov 2026 11:00:00 GMT\r\n" << 0;
        QTest::newRow("no header") << "" << 500;
        QTest::newRow("nonsense") << "Retry-After: soon\r\n" << 500;
    }

    void waitsAsLongAsTheServerAsks()
    {
        QFETCH(QString, header);
        QFETCH(int, wait);
        LoopbackServer server(inTurn({httpAnswer(429, "", header.toStdString()), httpAnswer(200, "")}));
        Client client(server.url());
        // 429 means that nothing was done, so even a note is sent again.
        QCOMPARE(client.send("POST", "/note", false)->status, 200);
        QCOMPARE(*client.waits, Milliseconds{milliseconds(wait)});
        QCOMPARE(client.http->counts().throttledSeconds, wait / 1000.0);
        QCOMPARE(client.http->counts().retries, 1);
    }

    void doesNotWaitForHours()
    {
        LoopbackServer server(inTurn({httpAnswer(429, "", "Retry-After: 7200\r\n")}));
        Client client(server.url());
        const auto response = client.get();
        QVERIFY(!response);
        QCOMPARE(response.error().code, ErrorCode::throttled);
        QCOMPARE(response.error().param("seconds"), "7200");
        QVERIFY(client.waits->empty());
    }

    void redirectsAreTheCallersBusiness()
    {
        LoopbackServer other(inTurn({httpAnswer(200, "elsewhere")}));
        LoopbackServer server(inTurn({httpAnswer(302, "", "Location: " + other.url() + "/\r\n")}));
        Client client(server.url());
        const auto response = client.get();
        QCOMPARE(response->status, 302);
        QCOMPARE(response->header("Location"), other.url() + "/");
        QVERIFY(other.requests().empty());
    }

    void refusesAnEndlessBody()
    {
        LoopbackServer server([](const ServedRequest&, Poco::Net::StreamSocket& socket) {
            sendAll(socket, "HTTP/1.1 200 OK\r\n\r\n");
            for (;;) // ends when the client has had enough and hangs up
                sendAll(socket, std::string(65536, 'x'));
        });
        auto options = Client::plainOptions();
        options.bodyLimit = 1 << 20;
        Client client(server.url(), options);
        const auto response = client.get();
        QVERIFY(!response);
        QCOMPARE(response.error().code, ErrorCode::response_too_large);
        QCOMPARE(response.error().param("limit"), "1048576");
        QCOMPARE(client.http->counts().requests, 1);
    }

    void noticesAnAnswerThatEndsEarly_data()
    {
        QTest::addColumn<QString>("answer");
        QTest::newRow("length") << "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"half\":";
        QTest::newRow("chunks") << "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n{\"hal\r\n";
        QTest::newRow("inside a chunk") << "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n50\r\n{\"hal";
    }

    void noticesAnAnswerThatEndsEarly()
    {
        QFETCH(QString, answer);
        LoopbackServer server(inTurn({answer.toStdString()}));
        Client client(server.url());
        const auto response = client.get();
        QVERIFY(!response);
        QCOMPARE(response.error().code, ErrorCode::response_truncated);
        QCOMPARE(client.http->counts().requests, 4);
    }

    void readsWholeChunks()
    {
        LoopbackServer server(inTurn({"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n4;x=y\r\n you\r\n0\r\n\r\n"}));
        Client client(server.url());
        QCOMPARE(client.get()->body, "hello you");
    }

    void repeatsAfterABrokenAnswer()
    {
        LoopbackServer server(inTurn({"", "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nh", httpAnswer(200, "whole")}));
        Client client(server.url());
        QCOMPARE(client.get()->body, "whole");
        QCOMPARE(client.http->counts().retries, 2);
    }

    void refusesWhatIsNotHttp_data()
    {
        QTest::addColumn<QString>("answer");
        QTest::newRow("another protocol") << "SSH-2.0-OpenSSH_9.2\r\n";
        QTest::newRow("endless header line") << "HTTP/1.1 200 OK\r\nX: " + QString(100'000, 'x');
        QTest::newRow("too many headers") << "HTTP/1.1 200 OK\r\n" + QString("X: y\r\n").repeated(1000) + "\r\n";
        QTest::newRow("length of nonsense") << "HTTP/1.1 200 OK\r\nContent-Length: ten\r\n\r\nbody";
        QTest::newRow("negative length") << "HTTP/1.1 200 OK\r\nContent-Length: -7\r\n\r\nbody";
    }

    void refusesWhatIsNotHttp()
    {
        QFETCH(QString, answer);
        LoopbackServer server(inTurn({answer.toStdString()}));
        Client client(server.url(), Client::hastyOptions());
        const auto response = client.get();
        QVERIFY(!response);
        const auto code = response.error().code;
        QVERIFY2(code == ErrorCode::answer_malformed || code == ErrorCode::response_truncated || code == ErrorCode::net_failed,
                 errorEntry(code).name);
    }

    void aSilentServerTimesOut()
    {
        LoopbackServer server(thenSilence(""));
        auto options = Client::hastyOptions();
        options.attempts = 2;
        Client client(server.url(), options);
        const auto response = client.get();
        QVERIFY(!response);
        QCOMPARE(response.error().code, ErrorCode::net_timeout);
        QCOMPARE(client.http->counts().requests, 2);
    }

    void anAnswerThatDripsTimesOut()
    {
        LoopbackServer server([](const ServedRequest&, Poco::Net::StreamSocket& socket) {
            sendAll(socket, "HTTP/1.1 200 OK\r\n\r\n");
            while (!socket.poll(Poco::Timespan(0, 20'000), Poco::Net::Socket::SELECT_READ))
                sendAll(socket, "x");
        });
        auto options = Client::hastyOptions();
        options.totalTimeout = milliseconds(400);
        Client client(server.url(), options);
        const auto response = client.get();
        QVERIFY(!response);
        QCOMPARE(response.error().code, ErrorCode::net_timeout);
    }

    void cancelEndsARead_data()
    {
        QTest::addColumn<QString>("begun");
        QTest::newRow("before the answer") << "";
        QTest::newRow("in the header") << "HTTP/1.1 200 OK\r\nX: ";
        QTest::newRow("in the body") << "HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\nbegun";
    }

    void cancelEndsARead()
    {
        QFETCH(QString, begun);
        CancelSource cancel;
        LoopbackServer server(thenSilence(begun.toStdString(), [&] { cancel.cancel(); }));
        Client client(server.url());
        QElapsedTimer timer;
        timer.start();
        QCOMPARE(client.http->send({}, cancel.token()).error().code, ErrorCode::cancelled);
        QVERIFY(timer.elapsed() < 3000);
    }

    void cancelledBeforeNothingIsSent()
    {
        LoopbackServer server(inTurn({httpAnswer(200, "")}));
        Client client(server.url());
        client.cancel.cancel();
        QCOMPARE(client.get().error().code, ErrorCode::cancelled);
        QVERIFY(server.requests().empty());
    }

    void cancelEndsAWait()
    {
        CancelSource cancel;
        cancel.cancel();
        QCOMPARE(ThreadSleeper().sleep(std::chrono::hours(1), cancel.token()).error().code, ErrorCode::cancelled);
    }

    void aHostThatIsNotThereIsNotAskedAgain()
    {
        std::string url;
        {
            const LoopbackServer gone(inTurn({""}));
            url = gone.url();
        }
        Client client(url);
        const auto response = client.get();
        QVERIFY(!response);
        QCOMPARE(response.error().code, ErrorCode::host_unreachable);
        QCOMPARE(response.error().param("host"), "127.0.0.1");
        QCOMPARE(client.http->counts().requests, 1);
    }
};

QTEST_GUILESS_MAIN(TestHttpClient)
#include "test_http_client.moc"
