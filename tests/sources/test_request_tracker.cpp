#include <QTest>

#include "core/base/error_catalog.h"
#include "fake_tracker.h"

using namespace foreword;
using nlohmann::json;

namespace {

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

    void aFileIsNoMessage()
    {
        FakeTracker tracker;
        tracker.answers["parts"]["items"][0]["Filename"] = "log.txt";
        const auto source = tracker.source();
        const Pulled pulled(*source);
        QVERIFY(pulled.outcome.has_value());
        QCOMPARE(pulled.messages.size(), 9U);
        QVERIFY(!pulled.message("71"));
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
        QCOMPARE(sourceKinds(), std::string("rt"));
    }
};

QTEST_GUILESS_MAIN(TestRequestTracker)
#include "test_request_tracker.moc"
