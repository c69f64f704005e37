#include <QTest>

#include "core/base/error_catalog.h"
#include "fake_tracker.h"

using namespace foreword;
using nlohmann::json;

class TestRequestTrackerAccount : public QObject {
    Q_OBJECT

private slots:
    void sessionIsUsedAndRenewed()
    {
        FakeTracker tracker;
        tracker.sessionLength = 4;
        const auto source = tracker.source();
        const Pulled pulled(*source);
        QVERIFY(pulled.outcome.has_value());
        QCOMPARE(pulled.messages.size(), 10U);
        const auto questions = tracker.questions();
        QVERIFY(std::ranges::count(questions, "login") >= 3);
        // Both at once would make the server fall back to the slow token in silence.
        QVERIFY(!tracker.request("users").headers.contains("authorization"));
        QVERIFY(tracker.request("users").headers.contains("cookie"));
    }

    void tokenTakesOverWhereThePasswordIsRefused()
    {
        FakeTracker tracker;
        tracker.acceptsPassword = false;
        const auto source = tracker.source();
        const auto abilities = source->test({});
        QVERIFY2(abilities.has_value(), abilities ? "" : englishMessage(abilities.error()).c_str());
        QCOMPARE(abilities->authentication, "token");
        QVERIFY(!tracker.request("rt", 1).headers.contains("cookie"));
        const auto questions = tracker.questions();
        QCOMPARE(std::ranges::count(questions, "login"), 1);
    }

    void refusedAccounts_data()
    {
        QTest::addColumn<QString>("password");
        QTest::addColumn<QString>("token");
        QTest::newRow("password") << "letmein" << "";
        QTest::newRow("token") << "" << "1-28-letmein";
        QTest::newRow("both") << "letmein" << "1-28-letmein";
    }

    void refusedAccounts()
    {
        QFETCH(QString, password);
        QFETCH(QString, token);
        FakeTracker tracker;
        tracker.acceptsPassword = false;
        const auto source = tracker.source({}, password.toStdString(), token.toStdString());
        const auto abilities = source->test({});
        QVERIFY(!abilities);
        QCOMPARE(abilities.error().code, ErrorCode::auth_failed);
        QVERIFY(englishMessage(abilities.error()).find("letmein") == std::string::npos);
    }

    void testSaysWhatTheAccountMayDo()
    {
        FakeTracker tracker;
        const auto source = tracker.source();
        const auto abilities = source->test({});
        QVERIFY(abilities.has_value());
        QCOMPARE(abilities->system, "Request Tracker 5.0.3");
        QCOMPARE(abilities->account, "anna");
        QCOMPARE(abilities->authentication, "session");
        QVERIFY(abilities->canRead);
        QVERIFY(abilities->canWriteNotes);

        tracker.answers["ticket"]["_hyperlinks"] = json::array();
        QVERIFY(!source->test({})->canWriteNotes);
        tracker.answers["newest"]["items"] = json::array();
        tracker.answers["queues"] = {{"items", json::array()}, {"pages", 0.0}};
        QVERIFY(!source->test({})->canRead);
    }

    void aTokenNamesItsUser()
    {
        FakeTracker tracker;
        const auto source = tracker.source({}, "");
        QCOMPARE(source->test({})->account, "anna");
        QCOMPARE(tracker.request("user").target, "/REST/2.0/user/28");
    }

    void anUnchangedRecordIsNotSentAgain()
    {
        FakeTracker tracker;
        std::string etag = "\"51\"";
        tracker.instead = [&](const std::string& question, const ServedRequest& request) -> std::optional<std::string> {
            if (question != "user")
                return std::nullopt;
            const auto known = request.headers.find("if-none-match");
            if (known != request.headers.end() && known->second == etag)
                return "HTTP/1.1 304 Not Modified\r\nConnection: close\r\nETag: " + etag + "\r\n\r\n";
            return httpAnswer(200, tracker.answers["user"].dump(), "ETag: " + etag + "\r\n");
        };
        const auto source = tracker.source();
        const Pulled first(*source), second(*source);
        QCOMPARE(first.outcome->notModified, 0);
        QVERIFY(second.outcome->notModified > 0);
        QCOMPARE(second.outcome->notModified, std::ranges::count(tracker.questions(), "user") / 2);
        QVERIFY(second.messages == first.messages);
        // Somebody has changed: a colleague is one no longer.
        tracker.answers["user"]["Privileged"] = 0;
        etag = "\"52\"";
        const Pulled third(*source);
        QCOMPARE(third.outcome->notModified, 0);
        QVERIFY(std::ranges::none_of(third.messages, [](const auto& m) { return m.sender == Sender::agent; }));
    }
};

QTEST_GUILESS_MAIN(TestRequestTrackerAccount)
#include "test_request_tracker_account.moc"
