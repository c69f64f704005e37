#include <QTest>

#include "core/base/error_catalog.h"
#include "fake_tracker.h"

using namespace foreword;
using nlohmann::json;

class TestRequestTrackerFailures : public QObject {
    Q_OBJECT

private slots:
    void aListWithoutEndEnds()
    {
        FakeTracker tracker;
        tracker.answers["tickets"]["pages"] = 1e18;
        tracker.answers["tickets2"] = tracker.answers["tickets"];
        const auto source = tracker.source();
        QCOMPARE(Pulled(*source).error(), ErrorCode::answer_malformed);
    }

    void badAnswersAreNamed_data()
    {
        QTest::addColumn<QString>("question");
        QTest::addColumn<QString>("answer");
        QTest::addColumn<int>("code");
        QTest::addColumn<QString>("param");
        QTest::addColumn<QString>("value");
        const auto row = [](const char* name, const char* question, const std::string& answer, ErrorCode code, const char* param,
                            const char* value) {
            QTest::newRow(name) << question << QString::fromStdString(answer) << static_cast<int>(code) << param << value;
        };
        row("500 and nothing", "transactions", httpAnswer(500, ""), ErrorCode::http_status, "request", "GET /REST/2.0/transactions");
        row("forbidden", "users", httpAnswer(403, "{}"), ErrorCode::http_status, "status", "403");
        row("sent elsewhere", "tickets", httpAnswer(302, "", "Location: https://sso.example.com/\r\n"), ErrorCode::http_status, "status",
            "302");
        row("broken JSON", "parts", httpAnswer(200, "{\"items\":["), ErrorCode::answer_malformed, "field", "body");
        row("no JSON", "contents", httpAnswer(200, "<html>"), ErrorCode::answer_malformed, "field", "body");
        row("deep JSON", "contents", httpAnswer(200, std::string(100'000, '[')), ErrorCode::answer_malformed, "field", "body");
        row("a list", "users", httpAnswer(200, "[]"), ErrorCode::answer_malformed, "field", "body");
        row("no items", "users", httpAnswer(200, "{}"), ErrorCode::answer_malformed, "field", "items");
        row("truncated", "tickets", "HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n{\"items\":", ErrorCode::response_truncated, "host",
            "127.0.0.1");
        row("throttled for long", "merged", httpAnswer(429, "", "Retry-After: 3600\r\n"), ErrorCode::throttled, "seconds", "3600");
    }

    void badAnswersAreNamed()
    {
        QFETCH(QString, question);
        QFETCH(QString, answer);
        QFETCH(int, code);
        QFETCH(QString, param);
        QFETCH(QString, value);
        FakeTracker tracker;
        tracker.instead = [&](const std::string& asked, const ServedRequest&) -> std::optional<std::string> {
            return asked == question.toStdString() ? std::optional(answer.toStdString()) : std::nullopt;
        };
        const auto source = tracker.source();
        const Pulled pulled(*source);
        QVERIFY(!pulled.outcome);
        QCOMPARE(errorEntry(pulled.error()).name, errorEntry(static_cast<ErrorCode>(code)).name);
        QCOMPARE(std::string(pulled.outcome.error().param(param.toStdString())), value.toStdString());
        // No address of a customer in an error.
        QVERIFY(englishMessage(pulled.outcome.error()).find("helen") == std::string::npos);
    }

    void wrongTypesAreNamed_data()
    {
        QTest::addColumn<QString>("question");
        QTest::addColumn<QString>("pointer");
        QTest::addColumn<QString>("value");
        QTest::addColumn<QString>("field");
        QTest::newRow("user is a number") << "users" << "/items/0" << "7" << "user";
        QTest::newRow("user without id") << "users" << "/items/0/id" << "null" << "user.id";
        QTest::newRow("name is a list") << "users" << "/items/0/RealName" << "[1]" << "user.RealName";
        QTest::newRow("fields are a word") << "users" << "/items/0/CustomFields" << "\"x\"" << "user.CustomFields";
        QTest::newRow("ticket id is a word") << "tickets" << "/items/0/id" << "\"one\"" << "ticket.id";
        QTest::newRow("ticket id is negative") << "tickets" << "/items/0/id" << "-1" << "ticket.id";
        QTest::newRow("ticket id is huge") << "tickets" << "/items/0/id" << "1e300" << "ticket.id";
        QTest::newRow("requestor is a word") << "tickets" << "/items/0/Requestor" << "\"helen\"" << "ticket.Requestor";
        QTest::newRow("queue is a number") << "tickets" << "/items/0/Queue" << "3" << "ticket.Queue";
        QTest::newRow("created is no time") << "tickets" << "/items/0/Created" << "\"yesterday\"" << "ticket.Created";
        QTest::newRow("created never") << "tickets" << "/items/0/Created" << "\"1970-01-01T00:00:00Z\"" << "ticket.Created";
        QTest::newRow("creator is missing") << "transactions" << "/items/0/Creator" << "null" << "transaction.Creator";
        QTest::newRow("content is an object") << "contents" << "/items/0/Content" << "{}" << "attachment.Content";
        QTest::newRow("length is a word") << "parts" << "/items/0/ContentLength" << "\"long\"" << "attachment.ContentLength";
        QTest::newRow("merged into nothing") << "merged" << "/items/0/EffectiveId" << "null" << "ticket.EffectiveId";
    }

    void wrongTypesAreNamed()
    {
        QFETCH(QString, question);
        QFETCH(QString, pointer);
        QFETCH(QString, value);
        QFETCH(QString, field);
        FakeTracker tracker;
        tracker.answers[question.toStdString()][json::json_pointer(pointer.toStdString())] = json::parse(value.toStdString());
        const auto source = tracker.source();
        const Pulled pulled(*source);
        QCOMPARE(errorEntry(pulled.error()).name, "answer_malformed");
        QCOMPARE(pulled.field(), field.toStdString());
    }

    // Each value of each answer in turn becomes one of every type: an error or records, no crash.
    void anyTypeAnywhere()
    {
        const std::vector<json> values{nullptr, true, -1, 1e300, "", "x", json::array(), json::array({1}), json::object()};
        FakeTracker tracker;
        const auto good = tracker.answers;
        int tried = 0;
        for (const char* question : {"users", "tickets", "merged", "transactions", "parts", "contents", "user"}) {
            const auto places = good.at(question).flatten();
            for (auto place = places.begin(); place != places.end(); ++place) {
                // The later items of a list are read like the first.
                if (place.key().starts_with("/items/") && !place.key().starts_with("/items/0/"))
                    continue;
                tracker.answers = good;
                tracker.answers[question][json::json_pointer(place.key())] = values[std::size_t(tried++) % values.size()];
                const auto source = tracker.source({}, "");
                const Pulled pulled(*source);
                const bool expected =
                    pulled.outcome || pulled.error() == ErrorCode::answer_malformed || pulled.error() == ErrorCode::customer_not_found;
                QVERIFY2(expected, qPrintable(QString::fromStdString(question + place.key())));
            }
        }
        QVERIFY(tried > 80);
    }

    void countsRetriesAndThrottling()
    {
        FakeTracker tracker;
        int said = 0;
        tracker.instead = [&](const std::string& asked, const ServedRequest&) -> std::optional<std::string> {
            if (asked != "tickets" || ++said > 2)
                return std::nullopt;
            return said == 1 ? httpAnswer(429, "", "Retry-After: 3\r\n") : httpAnswer(503, "");
        };
        const auto source = tracker.source();
        const Pulled pulled(*source);
        QVERIFY(pulled.outcome.has_value());
        QCOMPARE(pulled.outcome->retries, 2);
        QCOMPARE(pulled.outcome->throttledSeconds, 3.0);
        // The next pull counts its own.
        const Pulled again(*source);
        QCOMPARE(again.outcome->retries, 0);
        QCOMPARE(again.outcome->throttledSeconds, 0.0);
    }

    void theSinksErrorEndsThePull()
    {
        FakeTracker tracker;
        const auto source = tracker.source();
        int given = 0;
        const RecordSink full = [&](const Record&) -> Result<> {
            if (++given == 3)
                return fail(ErrorCode::disk_full);
            return {};
        };
        const auto outcome = source->pull({helen, {}}, full, {});
        QVERIFY(!outcome);
        QCOMPARE(outcome.error().code, ErrorCode::disk_full);
        QCOMPARE(given, 3);
    }

    void cancelledInTheSinkGivesNothingMore()
    {
        FakeTracker tracker;
        CancelSource cancel;
        const auto source = tracker.source();
        int given = 0;
        const RecordSink once = [&](const Record&) -> Result<> {
            ++given;
            cancel.cancel();
            return {};
        };
        // Everything that changed: the first records come together, without a request between them.
        QCOMPARE(source->pull({}, once, cancel.token()).error().code, ErrorCode::cancelled);
        QCOMPARE(given, 1);
    }

    void cancelEndsThePull()
    {
        CancelSource cancel; // outlives the server's thread
        FakeTracker tracker;
        tracker.instead = [&](const std::string& asked, const ServedRequest&) -> std::optional<std::string> {
            if (asked == "parts")
                cancel.cancel();
            return std::nullopt;
        };
        const auto source = tracker.source();
        const Pulled pulled(*source, {helen, {}}, cancel.token());
        QCOMPARE(pulled.error(), ErrorCode::cancelled);
        QVERIFY(pulled.messages.empty());
    }
};

QTEST_GUILESS_MAIN(TestRequestTrackerFailures)
#include "test_request_tracker_failures.moc"
