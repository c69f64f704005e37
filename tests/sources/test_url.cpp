#include <QTest>

#include "core/base/error_catalog.h"
#include "core/net/retry_after.h"
#include "core/net/url.h"

using namespace foreword;
using std::chrono::seconds;

class TestUrl : public QObject {
    Q_OBJECT

private slots:
    void addresses_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("good");
        QTest::newRow("https") << "https://help.example.com" << true;
        QTest::newRow("port and path") << "https://help.example.com:8443/rt/" << true;
        QTest::newRow("IPv6") << "http://[::1]:8080" << true;
        QTest::newRow("no scheme") << "help.example.com" << false;
        QTest::newRow("other scheme") << "ftp://help.example.com" << false;
        QTest::newRow("file") << "file:///etc/passwd" << false;
        QTest::newRow("no host") << "https://" << false;
        QTest::newRow("query") << "https://help.example.com/?a=b" << false;
        QTest::newRow("fragment") << "https://help.example.com/#x" << false;
        QTest::newRow("password") << "https://anna:secret@help.example.com" << false;
        QTest::newRow("line break in host") << "https://help%0d%0aX: y/" << false;
        QTest::newRow("line break in path") << "https://help.example.com/%0d%0aX" << false;
        QTest::newRow("port too large") << "https://help.example.com:99999" << false;
    }

    void addresses()
    {
        QFETCH(QString, text);
        QFETCH(bool, good);
        const auto url = parseUrl(text.toStdString());
        QCOMPARE(url.has_value(), good);
        if (!good) {
            QCOMPARE(url.error().code, ErrorCode::url_bad);
            QVERIFY(englishMessage(url.error()).find("secret") == std::string::npos);
        }
    }

    void addressParts()
    {
        const auto url = *parseUrl("https://help.example.com:8443/rt//");
        QVERIFY(url.https);
        QCOMPARE(url.host, "help.example.com");
        QCOMPARE(url.port, 8443);
        QCOMPARE(url.path, "/rt");
        QCOMPARE(parseUrl("http://[::1]")->host, "::1");
        QCOMPARE(parseUrl("http://[::1]")->port, 80);
        QCOMPARE(formEncode({{"a b", "ü&="}, {"c", ""}}), "a%20b=%C3%BC%26%3D&c=");
    }

    void retryAfterForms()
    {
        const auto now = *Timestamp::parse("2026-11-23T12:00:00Z");
        QCOMPARE(parseRetryAfter("0", now), seconds(0));
        QCOMPARE(parseRetryAfter("99999999999999999", now), seconds(366 * 86'400));
        QCOMPARE(parseRetryAfter("Mon, 23 Nov 2026 12:01:00 GMT", now), seconds(60));
        for (const char* bad : {"", "-5", "5s", "tomorrow", "1e3"})
            QVERIFY2(!parseRetryAfter(bad, now), bad);
    }
};

QTEST_GUILESS_MAIN(TestUrl)
#include "test_url.moc"
