#include <QTest>

#include "certificates.h"
#include "client.h"
#include "connect_proxy.h"
#include "core/base/error_catalog.h"
#include "core/sources/general_options.h"

using namespace foreword;

class TestProxy : public QObject {
    Q_OBJECT

    Certificates m_certificates;
    TlsFiles m_localhost, m_otherHost;

    HttpOptions through(const ConnectProxy& proxy, const std::string& user = {}) const
    {
        HttpOptions options;
        options.caFile = m_certificates.path("ca.pem");
        options.attempts = 1;
        options.proxy = *parseProxy(proxy.url(), user, Secret("pass:word"));
        return options;
    }

private slots:
    void initTestCase()
    {
        QVERIFY2(m_certificates.make(), "openssl is needed");
        m_localhost = m_certificates.forHost("localhost");
        m_otherHost = m_certificates.forHost("other.example.com");
    }

    void tunnels()
    {
        LoopbackServer server(inTurn({httpAnswer(200, "through")}), m_localhost);
        ConnectProxy proxy;
        Client client(server.url(), through(proxy));
        for (int i = 0; i < 2; ++i) {
            const auto response = client.get("/path");
            QVERIFY2(response.has_value(), response ? "" : englishMessage(response.error()).c_str());
            QCOMPARE(response->body, std::string("through"));
        }
        const auto asked = proxy.requests().at(0);
        QCOMPARE(asked.method, std::string("CONNECT"));
        QCOMPARE(asked.target, server.url().substr(8)); // without https://
        QCOMPARE(asked.headers.at("host"), asked.target);
        QVERIFY(!asked.headers.contains("proxy-authorization"));
        // The server is asked as if there were none, and the proxy sees nothing of it.
        const auto served = server.requests().at(0);
        QCOMPARE(served.target, std::string("/path"));
        QCOMPARE(served.headers.at("host"), asked.target);
        QVERIFY(!served.headers.contains("proxy-authorization"));
    }

    // The name is the proxy's business: what only it can resolve is reached.
    void leavesTheNameToTheProxy()
    {
        LoopbackServer server(inTurn({httpAnswer(200, "through")}), m_otherHost);
        ConnectProxy proxy;
        proxy.upstream = "127.0.0.1" + server.url().substr(server.url().rfind(':'));
        Client client("https://other.example.com", through(proxy));
        QCOMPARE(client.get()->body, std::string("through"));
        QCOMPARE(proxy.requests().at(0).target, std::string("other.example.com:443"));
    }

    void saysWhoWeAre()
    {
        LoopbackServer server(inTurn({httpAnswer(200, "")}), m_localhost);
        ConnectProxy proxy;
        Client client(server.url(), through(proxy, "anna"));
        QVERIFY(client.get().has_value());
        QCOMPARE(proxy.requests().at(0).headers.at("proxy-authorization"), std::string("Basic YW5uYTpwYXNzOndvcmQ="));
    }

    void aProxyCannotPassForTheServer()
    {
        LoopbackServer wrong(inTurn({httpAnswer(200, "")}), m_otherHost);
        ConnectProxy proxy;
        proxy.upstream = "127.0.0.1" + wrong.url().substr(wrong.url().rfind(':'));
        Client client("https://help.example.com", through(proxy));
        const auto response = client.get();
        QVERIFY(!response);
        QCOMPARE(response.error().code, ErrorCode::tls_failed);
        QCOMPARE(response.error().param("host"), std::string_view("help.example.com"));
        QCOMPARE(response.error().param("detail"), std::string_view("the certificate is for another host"));
        QVERIFY(wrong.requests().empty());
    }

    void refusalsAreTold_data()
    {
        QTest::addColumn<QByteArray>("answer");
        QTest::addColumn<QString>("error");
        QTest::addColumn<QString>("status");
        QTest::newRow("wants to know who") << QByteArray("HTTP/1.1 407 Who\r\nProxy-Authenticate: Basic\r\nContent-Length: 0\r\n\r\n")
                                           << "proxy_refused" << "407";
        QTest::newRow("forbids it") << QByteArray("HTTP/1.0 403 No\r\n\r\n") << "proxy_refused" << "403";
        QTest::newRow("no HTTP") << QByteArray("SSH-2.0-dropbear\r\n\r\n") << "host_unreachable" << "";
        QTest::newRow("nothing") << QByteArray(" ") << "host_unreachable" << "";
        QTest::newRow("endless") << QByteArray("HTTP/1.1 200 OK\r\n") + QByteArray(20'000, 'x') << "host_unreachable" << "";
    }

    void refusalsAreTold()
    {
        QFETCH(QByteArray, answer);
        QFETCH(QString, error);
        QFETCH(QString, status);
        ConnectProxy proxy;
        proxy.refusal = answer.toStdString();
        Client client("https://help.example.com", through(proxy, "anna"));
        const auto response = client.get();
        QVERIFY(!response);
        QCOMPARE(QString(errorEntry(response.error().code).name), error);
        QCOMPARE(QString::fromStdString(std::string(response.error().param("status"))), status);
        const auto told = englishMessage(response.error());
        QVERIFY(told.find("anna") == std::string::npos && told.find("pass:") == std::string::npos);
        // It is the proxy that cannot be reached, not the server.
        if (status.isEmpty())
            QCOMPARE(response.error().param("host"), std::string_view("127.0.0.1"));
    }

    void addresses()
    {
        const auto proxy = parseProxy("http://proxy.example.com:3128", "", {});
        QCOMPARE(proxy->host, std::string("proxy.example.com"));
        QCOMPARE(proxy->port, 3128);
        QVERIFY(!proxy->authorization);
        for (const char* bad :
             {"", "proxy.example.com:3128", "https://proxy.example.com", "socks5://proxy.example.com", "http://proxy.example.com/x"})
            QCOMPARE(parseProxy(bad, "", {}).error().code, ErrorCode::proxy_bad);
        const auto secret = parseProxy("http://anna:hush@proxy.example.com:3128", "", {});
        QCOMPARE(secret.error().code, ErrorCode::proxy_bad);
        QVERIFY(englishMessage(secret.error()).find("hush") == std::string::npos);
    }

    void theEnvironment_data()
    {
        QTest::addColumn<QString>("noProxy");
        QTest::addColumn<bool>("proxied");
        QTest::newRow("nothing exempt") << "" << true;
        QTest::newRow("the host") << "help.example.com" << false;
        QTest::newRow("in capitals") << "HELP.example.com" << false;
        QTest::newRow("its domain") << "localhost, example.com" << false;
        QTest::newRow("with a dot") << ".example.com" << false;
        QTest::newRow("with a star") << "*.example.com" << false;
        QTest::newRow("everything") << "*" << false;
        QTest::newRow("only the end of a name") << "ample.com" << true;
        QTest::newRow("another host") << "crm.example.com,," << true;
    }

    void theEnvironment()
    {
        QFETCH(QString, noProxy);
        QFETCH(bool, proxied);
        const auto environment = [&](const char* name) -> std::string {
            if (std::string_view(name) == "HTTPS_PROXY")
                return "http://proxy.example.com:3128";
            return std::string_view(name) == "no_proxy" ? noProxy.toStdString() : "";
        };
        const SourceOptions options{{"proxy", "environment"}};
        QCOMPARE(proxyFor(options, "help.example.com", {}, environment)->has_value(), proxied);
        // Only where it was asked for.
        QVERIFY(!proxyFor({}, "help.example.com", {}, environment)->has_value());
        QVERIFY(!proxyFor(options, "help.example.com", {}, [](const char*) { return std::string(); })->has_value());
    }

    void intervals()
    {
        using namespace std::chrono_literals;
        QVERIFY(*pullInterval({}) == std::optional<std::chrono::milliseconds>(15min));
        QVERIFY(*pullInterval({{"every", "90s"}}) == std::optional<std::chrono::milliseconds>(90s));
        QVERIFY(*pullInterval({{"every", "2h"}}) == std::optional<std::chrono::milliseconds>(2h));
        QVERIFY(*pullInterval({{"every", "off"}}) == std::nullopt);
        for (const char* bad : {"", "15", "m", "15 m", "59s", "25h", "-5m", "0m", "1d", "99999999999h", "15mm"})
            QCOMPARE(pullInterval({{"every", bad}}).error().code, ErrorCode::source_option_bad);
    }
};

QTEST_GUILESS_MAIN(TestProxy)
#include "test_proxy.moc"
