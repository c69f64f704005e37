#include <QTest>

#include "collector.h"
#include "core/base/error_catalog.h"
#include "fake_tracker.h"

using namespace foreword;
using nlohmann::json;

namespace {

constexpr const char* helen = "helen.baker@example.com";

struct Pulled : Collector {
    Result<PullCounts> outcome;

    explicit Pulled(Source& source, PullRequest request = {helen, {}}, const CancelToken& cancel = {})
        : outcome(source.pull(request, sink(), cancel))
    {
    }
    ErrorCode error() const { return outcome ? ErrorCode::internal : outcome.error().code; }
    std::string field() const { return outcome ? "" : std::string(outcome.error().param("field")); }
};

Timestamp at(const char* text)
{
    return *Timestamp::parse(text);
}

} // namespace

class TestRequestTracker : public QObject {
    Q_OBJECT

private slots:
    void pullsACustomer()
    {
        FakeTracker tracker;
        const auto source = tracker.source();
        const Pulled pulled(*source);
        QVERIFY2(pulled.outcome.has_value(), pulled.outcome ? "" : englishMessage(pulled.outcome.error()).c_str());
        QCOMPARE(pulled.outcome->records, 13);
        QCOMPARE(pulled.outcome->requests, std::int64_t(tracker.questions().size()));

        CustomerRecord customer;
        customer.key = {"helpdesk", "48"};
        customer.names = {"Helen Baker"};
        customer.emails = {helen};
        customer.phones = {"+442079460101"};
        customer.externalIds = {{"customer_id", "C-2001"}};
        customer.updatedAt = pulled.customers.at(0).updatedAt;
        QVERIFY(pulled.customers == std::vector{customer});

        InteractionRecord fault;
        fault.key = {"helpdesk", "1"};
        fault.customer = {"helpdesk", "48"};
        fault.kind = InteractionKind::fault;
        fault.subject = "Fibre line drops every evening";
        fault.openedAt = at("2026-10-05T18:42:10Z");
        fault.tags = {"queue:Faults", "Channel:email", "Order number:F-88213"};
        fault.updatedAt = at("2026-10-12T17:01:12Z");
        QCOMPARE(pulled.interactions.size(), 2U);
        QVERIFY(pulled.interactions.at(0) == fault);
        QCOMPARE(pulled.interactions.at(1).status, InteractionStatus::resolved);
        QVERIFY(pulled.interactions.at(1).closedAt == at("2026-09-15T10:12:00Z"));
    }

    void pullsMessages()
    {
        FakeTracker tracker;
        const auto source = tracker.source();
        const Pulled pulled(*source);
        QCOMPARE(pulled.messages.size(), 10U);

        const auto* reply = pulled.message("75");
        QVERIFY(reply);
        QCOMPARE(reply->interaction, "1");
        QCOMPARE(reply->sender, Sender::agent);
        QCOMPARE(reply->senderName, "Anna Berg");
        QCOMPARE(reply->visibility, Visibility::visible);
        QVERIFY(reply->at == at("2026-10-06T08:15:31Z"));
        QVERIFY(reply->text.starts_with("Dear Ms Baker,\n\nthank you"));

        QCOMPARE(pulled.message("71")->sender, Sender::customer);
        QCOMPARE(pulled.message("78")->visibility, Visibility::internal);
        // HTML alone stays as it came; making it safe is the business of ingest.
        QVERIFY(pulled.message("83")->text.empty());
        QVERIFY(pulled.message("83")->html.find("<script>") != std::string::npos);
        // An attached file is no text of the message.
        QVERIFY(pulled.message("88")->text.starts_with("My September invoice"));
        // Written in a ticket that was merged into the first.
        QCOMPARE(pulled.message("100")->interaction, "1");
    }

    void plainTextGoesBeforeHtml()
    {
        FakeTracker tracker;
        auto& parts = tracker.answers["parts"]["items"];
        auto html = parts[0];
        html["ContentType"] = "text/html";
        html["id"] = "9000";
        parts.insert(parts.begin(), html);
        const auto source = tracker.source();
        const Pulled pulled(*source);
        QVERIFY(pulled.message("71")->text.starts_with("Hello,"));
        QVERIFY(tracker.request("contents").body.find("9000") == std::string::npos);
    }

    void mailCopiesAndEmptyNotesAreNoMessages()
    {
        FakeTracker tracker;
        auto& items = tracker.answers["transactions"]["items"];
        items[1]["Type"] = "EmailRecord";
        items[2]["ObjectType"] = "RT::Queue"; // what OR in a query once let through
        items[3]["ObjectId"] = "77";
        auto& texts = tracker.answers["contents"]["items"];
        texts[0]["Content"] = "";
        const auto source = tracker.source();
        const Pulled pulled(*source);
        QVERIFY(pulled.outcome.has_value());
        QCOMPARE(pulled.messages.size(), 6U);
        QVERIFY(!pulled.message("71"));
        QVERIFY(!pulled.message("75"));
    }

    void tellsWhoWroteIt()
    {
        FakeTracker tracker;
        auto& items = tracker.answers["transactions"]["items"];
        items[0]["Creator"] = {{"id", 1}, {"Name", "RT_System"}, {"RealName", "The RT System itself"}};
        items[1]["Creator"] = {{"id", 90}, {"Name", "watchdog"}, {"RealName", ""}};
        items[2]["Creator"] = {{"id", 91}, {"Name", "son@example.com"}, {"RealName", "A son"}};
        tracker.instead = [](const std::string& question, const ServedRequest& request) -> std::optional<std::string> {
            if (question == "user" && request.target == "/REST/2.0/user/91")
                return httpAnswer(200, R"({"id":91,"Privileged":0})");
            if (question == "user" && request.target == "/REST/2.0/user/30")
                return httpAnswer(404, "{}");
            return std::nullopt;
        };
        RtOptions options;
        options.bots = {"watchdog"};
        const auto source = tracker.source(options);
        const Pulled pulled(*source);
        QVERIFY(pulled.outcome.has_value());
        const auto sender = [&](int index) { return pulled.message(items[std::size_t(index)]["id"].get<std::string>())->sender; };
        QCOMPARE(sender(0), Sender::system);
        QCOMPARE(sender(1), Sender::bot);
        QCOMPARE(sender(2), Sender::customer); // from outside, by copy
        QCOMPARE(sender(3), Sender::agent);    // bert, whose account may not be looked at
        QCOMPARE(pulled.message(items[1]["id"].get<std::string>())->senderName, "watchdog");
        // Each account is looked at once.
        const auto questions = tracker.questions();
        QCOMPARE(std::ranges::count(questions, "user"), 3);
    }

    void aUserWhoWasNotMeantIsNotTaken()
    {
        FakeTracker tracker;
        // The server does not know the field and finds everyone.
        auto& items = tracker.answers["users"]["items"];
        auto other = items[0];
        other["id"] = 49;
        other["Name"] = other["EmailAddress"] = "someone.else@example.com";
        items.insert(items.begin(), other);
        const auto source = tracker.source();
        const Pulled pulled(*source);
        QCOMPARE(pulled.customers.size(), 1U);
        QCOMPARE(pulled.customers.at(0).key.id, "48");

        const Pulled nobody(*source, {"nobody@example.com", {}});
        QCOMPARE(nobody.error(), ErrorCode::customer_not_found);
        QVERIFY(nobody.customers.empty());
    }

    void findsByAnyIdentifier_data()
    {
        QTest::addColumn<QString>("identifier");
        QTest::addColumn<bool>("found");
        QTest::newRow("e-mail") << "Helen.Baker@Example.com" << true;
        QTest::newRow("customer id") << "C-2001" << true;
        QTest::newRow("number") << "48" << true;
        QTest::newRow("another number") << "4" << false;
        QTest::newRow("another customer id") << "C-200" << false;
        QTest::newRow("a quote") << "o'hara@example.com" << false;
        QTest::newRow("nothing") << "" << false;
    }

    void findsByAnyIdentifier()
    {
        QFETCH(QString, identifier);
        QFETCH(bool, found);
        FakeTracker tracker;
        const auto source = tracker.source();
        const Pulled pulled(*source, {identifier.toStdString(), {}});
        QCOMPARE(pulled.outcome.has_value(), found);
        QCOMPARE(pulled.customers.size(), found ? 1U : 0U);
    }

    void ticketsOfOthersAreLeftOut()
    {
        FakeTracker tracker;
        auto& items = tracker.answers["tickets"]["items"];
        items[1]["Requestor"][0]["id"] = 77;
        const auto source = tracker.source();
        const Pulled pulled(*source);
        QCOMPARE(pulled.interactions.size(), 1U);
        QCOMPARE(pulled.customers.size(), 1U);
    }

    void aTicketOfTwoBelongsToItsCreator()
    {
        FakeTracker tracker;
        auto& ticket = tracker.answers["tickets"]["items"][0];
        auto second = ticket["Requestor"][0];
        second["id"] = 50;
        ticket["Requestor"].insert(ticket["Requestor"].begin(), second);
        ticket["Requestor"].push_back({{"type", "group"}, {"id", "900"}});
        const auto source = tracker.source();
        const Pulled pulled(*source);
        QCOMPARE(pulled.interactions.at(0).customer.id, "48");
        QCOMPARE(pulled.customers.size(), 2U);

        ticket["Creator"]["id"] = 28; // an agent opened it
        const Pulled again(*source);
        QCOMPARE(again.interactions.at(0).customer.id, "50");
    }

    void asksByTheClockOfAnyTimeZoneAndDropsWhatIsTooOld()
    {
        FakeTracker tracker;
        const auto source = tracker.source();
        const Pulled pulled(*source, {{}, at("2026-10-12T19:01:12+02:00")});
        QVERIFY(pulled.outcome.has_value());
        QCOMPARE(queryField(tracker.request("tickets"), "query"), "id > 0 AND LastUpdated > '2026-10-12 03:01:12'");
        QCOMPARE(pulled.interactions.size(), 1U);
        QCOMPARE(pulled.interactions.at(0).key.id, "1");
        const Pulled later(*source, {{}, at("2026-10-12T17:01:13Z")});
        QVERIFY(later.interactions.empty());
    }

    void unsetDatesAreAbsent()
    {
        FakeTracker tracker;
        auto& ticket = tracker.answers["tickets"]["items"][1];
        ticket["Resolved"] = "1970-01-01T00:00:00Z";
        ticket["LastUpdated"] = "1970-01-01T00:00:00Z";
        const auto source = tracker.source();
        const Pulled pulled(*source);
        QVERIFY(!pulled.interactions.at(1).closedAt);
        QVERIFY(!pulled.interactions.at(1).updatedAt);
    }

    void mapsStatusesAndQueues_data()
    {
        QTest::addColumn<QString>("status");
        QTest::addColumn<QString>("queue");
        QTest::addColumn<InteractionStatus>("wantedStatus");
        QTest::addColumn<InteractionKind>("wantedKind");
        QTest::newRow("new") << "new" << "Support" << InteractionStatus::open << InteractionKind::enquiry;
        QTest::newRow("open") << "open" << "Order desk" << InteractionStatus::open << InteractionKind::order;
        QTest::newRow("stalled") << "stalled" << "Billing" << InteractionStatus::pending << InteractionKind::billing;
        QTest::newRow("rejected") << "rejected" << "Cancelled orders" << InteractionStatus::closed << InteractionKind::cancellation;
        QTest::newRow("deleted") << "deleted" << "Complaints" << InteractionStatus::closed << InteractionKind::complaint;
        QTest::newRow("own words") << "geparkt" << "Störungen" << InteractionStatus::pending << InteractionKind::fault;
        QTest::newRow("unknown") << "odd" << "Legal" << InteractionStatus::open << InteractionKind::other;
    }

    void mapsStatusesAndQueues()
    {
        QFETCH(QString, status);
        QFETCH(QString, queue);
        FakeTracker tracker;
        auto& ticket = tracker.answers["tickets"]["items"][0];
        ticket["Status"] = status.toStdString();
        ticket["Queue"]["Name"] = queue.toStdString();
        const auto options = parseRtOptions({{"status_map", "geparkt:pending"}, {"queue_kinds", "Störungen:fault,A:B:order"}});
        QVERIFY(options.has_value());
        const auto source = tracker.source(*options);
        const Pulled pulled(*source);
        QTEST(pulled.interactions.at(0).status, "wantedStatus");
        QTEST(pulled.interactions.at(0).kind, "wantedKind");
    }

    void readsAllPages()
    {
        FakeTracker tracker;
        // What the account may not see leaves gaps, up to a whole page.
        auto& first = tracker.answers["transactions"]["items"];
        auto last = tracker.answers["transactions"];
        last["items"] = json::array({first[5]});
        first.erase(5);
        tracker.answers["transactions3"] = last;
        const auto source = tracker.source();
        const Pulled pulled(*source);
        QCOMPARE(pulled.messages.size(), 10U);
    }

    void readsAllTickets()
    {
        FakeTracker tracker;
        auto next = tracker.answers["tickets"];
        tracker.answers["tickets"]["pages"] = 2;
        next["items"] = json::array({next["items"][0]});
        next["items"][0]["id"] = "2000";
        next["pages"] = 1;
        tracker.answers["tickets2"] = next;
        const auto source = tracker.source();
        const Pulled pulled(*source);
        QCOMPARE(pulled.interactions.size(), 3U);
        QVERIFY(queryField(tracker.request("tickets", 1), "query").starts_with("id > 2 AND"));
    }

    void aListWithoutEndEnds()
    {
        FakeTracker tracker;
        tracker.answers["tickets"]["pages"] = 1e18;
        tracker.answers["tickets2"] = tracker.answers["tickets"];
        const auto source = tracker.source();
        QCOMPARE(Pulled(*source).error(), ErrorCode::answer_malformed);
    }

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

    void badAnswersAreNamed_data()
    {
        QTest::addColumn<QString>("question");
        QTest::addColumn<QString>("answer");
        QTest::addColumn<int>("code");
        QTest::addColumn<QString>("param");
        QTest::addColumn<QString>("value");
        const auto row = [](const char* name, const char* question, const std::string& answer, ErrorCode code, const char* param, const char* value) {
            QTest::newRow(name) << question << QString::fromStdString(answer) << static_cast<int>(code) << param << value;
        };
        row("500 and nothing", "transactions", httpAnswer(500, ""), ErrorCode::http_status, "request", "GET /REST/2.0/transactions");
        row("forbidden", "users", httpAnswer(403, "{}"), ErrorCode::http_status, "status", "403");
        row("sent elsewhere", "tickets", httpAnswer(302, "", "Location: https://sso.example.com/\r\n"), ErrorCode::http_status, "status", "302");
        row("broken JSON", "parts", httpAnswer(200, "{\"items\":["), ErrorCode::answer_malformed, "field", "body");
        row("no JSON", "contents", httpAnswer(200, "<html>"), ErrorCode::answer_malformed, "field", "body");
        row("deep JSON", "contents", httpAnswer(200, std::string(100'000, '[')), ErrorCode::answer_malformed, "field", "body");
        row("a list", "users", httpAnswer(200, "[]"), ErrorCode::answer_malformed, "field", "body");
        row("no items", "users", httpAnswer(200, "{}"), ErrorCode::answer_malformed, "field", "items");
        row("truncated", "tickets", "HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n{\"items\":", ErrorCode::response_truncated, "host", "127.0.0.1");
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
                const bool expected = pulled.outcome || pulled.error() == ErrorCode::answer_malformed || pulled.error() == ErrorCode::customer_not_found;
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

    void cancelEndsThePull()
    {
        FakeTracker tracker;
        CancelSource cancel;
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

    void optionsAreChecked_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("value");
        QTest::newRow("unknown") << "colour" << "red";
        QTest::newRow("neither yes nor no") << "allow_http" << "true";
        QTest::newRow("unknown kind") << "queue_kinds" << "Faults:problem";
        QTest::newRow("no colon") << "queue_kinds" << "Faults";
        QTest::newRow("no name") << "status_map" << ":open";
        QTest::newRow("breaks out of the query") << "customer_field" << "x}";
    }

    void optionsAreChecked()
    {
        QFETCH(QString, name);
        QFETCH(QString, value);
        const auto options = parseRtOptions({{name.toStdString(), value.toStdString()}});
        QVERIFY(!options);
        QCOMPARE(options.error().code, ErrorCode::source_option_bad);
        QCOMPARE(std::string(options.error().param("option")), name.toStdString());
    }

    void makesOnlyWhatCanWork()
    {
        const SystemClock clock;
        const auto make = [&](const char* kind, const char* url, const char* token) {
            SourceConfig config;
            config.kind = kind;
            config.url = url;
            SourceCredentials credentials;
            credentials.token = Secret(token);
            const auto source = makeSource(config, std::move(credentials), clock);
            return source ? "made" : errorEntry(source.error().code).name;
        };
        QCOMPARE(make("rt", "https://help.example.com", "1-2-3"), "made");
        QCOMPARE(make("fax", "https://help.example.com", "1-2-3"), "source_kind_unknown");
        QCOMPARE(make("rt", "https://help.example.com", ""), "source_secret_missing");
        QCOMPARE(make("rt", "help.example.com", "1-2-3"), "url_bad");
        QCOMPARE(make("rt", "http://help.example.com", "1-2-3"), "http_plain_refused");
        QCOMPARE(make("rt", "http://127.0.0.1", "1-2-3"), "http_plain_refused");
        QCOMPARE(sourceKinds(), std::vector<std::string>{"rt"});
    }
};

QTEST_GUILESS_MAIN(TestRequestTracker)
#include "test_request_tracker.moc"
