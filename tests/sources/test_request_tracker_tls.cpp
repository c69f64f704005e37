// The real Request Tracker behind TLS (tests/servers/tls-front): a server that is well kept, and
// some that are not.

#include <cstdlib>
#include <fstream>
#include <map>

#include <QTest>

#include "connect_proxy.h"
#include "core/base/error_catalog.h"
#include "core/sources/source.h"

using namespace foreword;

class TestRequestTrackerTls : public QObject {
    Q_OBJECT

    std::map<std::string, std::string> m_env;
    SystemClock m_clock;

    void readEnv(const char* variable)
    {
        std::ifstream file(qEnvironmentVariable(variable).toStdString());
        QVERIFY2(file.good(), "the server was not started");
        for (std::string line; std::getline(file, line);) {
            const auto equals = line.find('=');
            m_env[line.substr(0, equals)] = line.substr(equals + 2, line.size() - equals - 3);
        }
    }

    Result<SourceAbilities> test(const std::string& url, std::map<std::string, std::string> options)
    {
        SourceCredentials credentials;
        credentials.password = Secret(m_env["RT_PASSWORD"]);
        FOREWORD_TRY(const auto source,
                     makeSource({"helpdesk", "rt", url, m_env["RT_USER"], std::move(options)}, std::move(credentials), m_clock));
        return source->test({});
    }

private slots:
    void initTestCase()
    {
        const char* without = std::getenv("FOREWORD_NO_SERVERS");
        if (without && std::string_view(without) == "1")
            QSKIP("FOREWORD_NO_SERVERS=1");
        readEnv("FOREWORD_RT_ENV");
        readEnv("FOREWORD_TLS_ENV");
    }

    void anAuthorityOfOnesOwn()
    {
        const auto abilities = test(m_env["TLS_GOOD"], {{"ca_file", m_env["TLS_CA"]}});
        QVERIFY2(abilities.has_value(), abilities ? "" : englishMessage(abilities.error()).c_str());
        QCOMPARE(abilities->account, std::string("anna"));
        QVERIFY(abilities->canRead);
    }

    void badCertificates_data()
    {
        QTest::addColumn<QString>("server");
        QTest::addColumn<bool>("trusting");
        QTest::addColumn<QString>("detail");
        QTest::newRow("an unknown authority") << "TLS_GOOD" << false << "the certificate is not trusted";
        QTest::newRow("another host") << "TLS_WRONG_HOST" << true << "the certificate is for another host";
        QTest::newRow("expired") << "TLS_EXPIRED" << true << "the certificate has expired";
        QTest::newRow("signed by itself") << "TLS_SELF_SIGNED" << true << "the certificate is signed by nobody but itself";
    }

    void badCertificates()
    {
        QFETCH(QString, server);
        QFETCH(bool, trusting);
        QFETCH(QString, detail);
        std::map<std::string, std::string> options;
        if (trusting)
            options["ca_file"] = m_env["TLS_CA"];
        for (const bool proxied : {false, true}) {
            const ConnectProxy proxy;
            if (proxied)
                options["proxy"] = proxy.url();
            const auto abilities = test(m_env[server.toStdString()], options);
            QVERIFY(!abilities);
            QCOMPARE(abilities.error().code, ErrorCode::tls_failed);
            QCOMPARE(QString::fromStdString(std::string(abilities.error().param("detail"))), detail);
            QCOMPARE(proxy.requests().empty(), !proxied);
        }
    }

    void throughAProxy()
    {
        const ConnectProxy proxy;
        const auto abilities = test(m_env["TLS_GOOD"], {{"ca_file", m_env["TLS_CA"]}, {"proxy", proxy.url()}});
        QVERIFY2(abilities.has_value(), abilities ? "" : englishMessage(abilities.error()).c_str());
        QCOMPARE(abilities->account, std::string("anna"));
        QVERIFY(!proxy.requests().empty());
    }
};

QTEST_GUILESS_MAIN(TestRequestTrackerTls)
#include "test_request_tracker_tls.moc"
