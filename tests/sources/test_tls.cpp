#include <QTest>

#include "certificates.h"
#include "client.h"
#include "core/base/error_catalog.h"

using namespace foreword;
using std::chrono::milliseconds;

class TestTls : public QObject {
    Q_OBJECT

    Certificates m_certificates;
    TlsFiles m_localhost, m_otherHost;

    HttpOptions trusting() const
    {
        HttpOptions options;
        options.caFile = m_certificates.path("ca.pem");
        return options;
    }

    static std::string overTls(const LoopbackServer& plain) { return "https://localhost" + plain.url().substr(plain.url().rfind(':')); }

private slots:
    void initTestCase()
    {
        QVERIFY2(m_certificates.make(), "openssl is needed");
        m_localhost = m_certificates.forHost("localhost");
        m_otherHost = m_certificates.forHost("other.example.com");
        QVERIFY(!m_localhost.certificate.empty() && !m_otherHost.certificate.empty());
    }

    void trustsThePrivateAuthority()
    {
        LoopbackServer server(inTurn({httpAnswer(200, "over TLS")}), m_localhost);
        Client client(server.url(), trusting());
        for (int i = 0; i < 3; ++i) {
            const auto response = client.get();
            QVERIFY2(response.has_value(), response ? "" : englishMessage(response.error()).c_str());
            QCOMPARE(response->body, "over TLS");
        }
    }

    void refusesAnUnknownAuthority()
    {
        LoopbackServer server(inTurn({httpAnswer(200, "")}), m_localhost);
        Client client(server.url(), HttpOptions());
        const auto response = client.get();
        QVERIFY(!response);
        QCOMPARE(response.error().code, ErrorCode::tls_failed);
        QCOMPARE(response.error().param("detail"), "the certificate is not trusted");
        QVERIFY(server.requests().empty());
    }

    void refusesACertificateOfAnotherHost()
    {
        LoopbackServer server(inTurn({httpAnswer(200, "")}), m_otherHost);
        Client client(server.url(), trusting());
        const auto response = client.get();
        QVERIFY(!response);
        QCOMPARE(response.error().code, ErrorCode::tls_failed);
        QCOMPARE(response.error().param("detail"), "the certificate is for another host");
        QVERIFY(server.requests().empty());
        QCOMPARE(client.http->counts().requests, 1);
    }

    void refusesAServerWithoutTls()
    {
        LoopbackServer server(inTurn({httpAnswer(400, "")}));
        Client client(overTls(server), HttpOptions());
        const auto response = client.get();
        QVERIFY(!response);
        QCOMPARE(response.error().code, ErrorCode::tls_failed);
        QCOMPARE(response.error().param("detail"), "no agreement on TLS");
    }

    // Poco would go on without having seen a certificate.
    void aHandshakeThatStallsIsNoConnection()
    {
        LoopbackServer server(thenSilence(""));
        HttpOptions options;
        options.connectTimeout = milliseconds(200);
        Client client(overTls(server), options);
        const auto response = client.get();
        QVERIFY(!response);
        QCOMPARE(response.error().code, ErrorCode::host_unreachable);
        QCOMPARE(client.http->counts().requests, 1);
    }

    void noticesATlsAnswerThatEndsEarly()
    {
        LoopbackServer server(inTurn({"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"half\":"}), m_localhost);
        auto options = trusting();
        options.attempts = 1;
        Client client(server.url(), options);
        QCOMPARE(client.get().error().code, ErrorCode::response_truncated);
    }

    void checksTheAuthorityFileAtOnce()
    {
        const auto create = [](const std::string& file) {
            HttpOptions options;
            options.caFile = file;
            return HttpClient::create(*parseUrl("https://localhost"), options, clockAtNoon, std::make_unique<ThreadSleeper>());
        };
        QCOMPARE(create("/nowhere/ca.pem").error().code, ErrorCode::file_not_found);
        QCOMPARE(create(FOREWORD_SOURCE_DIR "/CMakeLists.txt").error().code, ErrorCode::file_unreadable);
        QVERIFY(create(m_certificates.path("ca.pem")).has_value());
    }

    void cancelEndsARead()
    {
        CancelSource cancel;
        const auto begun = "HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\nbegun";
        LoopbackServer server(thenSilence(begun, [&] { cancel.cancel(); }), m_localhost);
        Client client(server.url(), trusting());
        QCOMPARE(client.http->send({}, cancel.token()).error().code, ErrorCode::cancelled);
    }
};

QTEST_GUILESS_MAIN(TestTls)
#include "test_tls.moc"
