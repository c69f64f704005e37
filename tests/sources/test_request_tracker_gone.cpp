// Records that a Request Tracker does not have any more: what it can tell, what is made of it here,
// and that they come back.

#include <QTest>

#include "core/model/names.h"
#include "site.h"

using namespace foreword;
using nlohmann::json;

namespace {

using Kind = GoneRecord::Kind;

// What it was told is gone, "interaction 7 customer 50 ".
struct Asked : Pulled {
    Asked(Source& source, std::vector<KnownRecord> known, std::string& told, std::optional<std::string> customer = helen,
          std::optional<Timestamp> since = {})
        : Pulled(source, {std::move(customer), since, std::move(known), [&told](const KnownRecord& record) -> Result<> {
                              told += (record.kind == Kind::customer ? "customer " : "interaction ") + record.id + " ";
                              return {};
                          }})
    {
    }
};

std::string numberIn(const ServedRequest& request)
{
    return request.target.substr(request.target.rfind('/') + 1);
}

std::vector<KnownRecord> tickets(int first, int last)
{
    std::vector<KnownRecord> known;
    for (int id = first; id <= last; ++id)
        known.push_back({Kind::interaction, std::to_string(id)});
    return known;
}

int countOf(const FakeTracker& tracker, const std::string& question)
{
    return static_cast<int>(std::ranges::count(tracker.questions(), question));
}

// Of single tickets, whatever their number.
auto everyTicket(std::string answer)
{
    return [answer = std::move(answer)](const std::string& question, const ServedRequest&) {
        return question == "ticket" ? std::optional(answer) : std::nullopt;
    };
}

} // namespace

class TestRequestTrackerGone : public QObject {
    Q_OBJECT

private:
    // Answers to questions for one ticket or user, by its number.
    static void answerOne(FakeTracker& tracker, std::map<std::string, std::string> answers)
    {
        tracker.instead = [answers = std::move(answers)](const std::string& question,
                                                         const ServedRequest& request) -> std::optional<std::string> {
            if (question != "ticket" && question != "user")
                return std::nullopt;
            const auto found = answers.find(question + numberIn(request));
            return found == answers.end() ? std::nullopt : std::optional(found->second);
        };
    }

private Q_SLOTS:
    void tellsWhatIsGone()
    {
        FakeTracker tracker;
        answerOne(tracker,
                  {{"ticket101", httpAnswer(404, "{}")},
                   {"ticket102", httpAnswer(410, "{}")},
                   {"ticket103", httpAnswer(200, json{{"id", 103}, {"Status", "deleted"}}.dump())},
                   {"ticket104", httpAnswer(200, json{{"id", 1}, {"Status", "open"}}.dump())}, // merged into 1
                   {"ticket105", httpAnswer(403, "{}")},                                       // may not be seen any more
                   {"ticket106", httpAnswer(200, json{{"id", 106}, {"Status", "resolved"}}.dump())},
                   {"user50", httpAnswer(404, "{}")},
                   {"user51", httpAnswer(403, "{}")},
                   {"user52", httpAnswer(200, json{{"id", 52}, {"Disabled", "1"}}.dump())}});
        const auto source = tracker.source();
        std::string told;
        std::vector<KnownRecord> known;
        for (const char* id : {"101", "102", "103", "104", "105", "106", "1", "no number", "-1"})
            known.push_back({Kind::interaction, id});
        for (const char* id : {"48", "50", "51", "52"})
            known.push_back({Kind::customer, id});
        const Asked asked(*source, known, told);
        QVERIFY(asked.outcome);
        QCOMPARE(told, std::string("customer 50 interaction 101 interaction 102 interaction 103 interaction 104 "));
    }

    // What answers so was set back, is another server, or a proxy that has nothing.
    void manyThatAreAllGoneAreNotBelieved()
    {
        FakeTracker tracker;
        tracker.instead = everyTicket(httpAnswer(404, "{}"));
        const auto source = tracker.source();
        std::string nine, ten, more;
        QVERIFY(Asked(*source, tickets(201, 209), nine).outcome);
        QCOMPARE(std::ranges::count(nine, 'i'), 9 * 2);
        QVERIFY(Asked(*source, tickets(201, 210), ten).outcome);
        QCOMPARE(ten, std::string());
        const int asked = countOf(tracker, "ticket");
        QVERIFY(Asked(*source, tickets(201, 400), more).outcome);
        QCOMPARE(more, std::string());
        QCOMPARE(countOf(tracker, "ticket"), asked + 10);
    }

    void manyAreBelievedOfAServerThatKnowsAnother_data()
    {
        QTest::addColumn<bool>("pulled");
        QTest::newRow("it came with the pull") << true;
        QTest::newRow("it was found when it was asked about") << false;
    }
    void manyAreBelievedOfAServerThatKnowsAnother()
    {
        QFETCH(bool, pulled);
        FakeTracker tracker;
        tracker.instead = everyTicket(httpAnswer(404, "{}"));
        auto known = tickets(201, 212);
        known.push_back({Kind::interaction, "1"});
        std::string told;
        Asked asked(*tracker.source(), known, told, helen, pulled ? std::nullopt : Timestamp::parse("2026-11-20T00:00:00Z"));
        QVERIFY(asked.outcome);
        QCOMPARE(!asked.interactions.empty(), pulled);
        QCOMPARE(std::ranges::count(told, 'i'), 12 * 2);
    }

    // An account that lost a queue would ask for each of its tickets, with every pull.
    void whatMayNotBeSeenIsNotAskedForLong()
    {
        FakeTracker tracker;
        tracker.instead = everyTicket(httpAnswer(403, "{}"));
        const auto source = tracker.source();
        std::string told;
        QVERIFY(Asked(*source, tickets(301, 430), told).outcome);
        QCOMPARE(told, std::string());
        QCOMPARE(countOf(tracker, "ticket"), 10);
        // One of the first is gone, so the account sees what there is.
        tracker.instead = [](const std::string& question, const ServedRequest& request) -> std::optional<std::string> {
            return question == "ticket" ? std::optional(httpAnswer(numberIn(request) == "310" ? 404 : 403, "{}")) : std::nullopt;
        };
        QVERIFY(Asked(*source, tickets(301, 330), told).outcome);
        QCOMPARE(told, std::string("interaction 310 "));
        QCOMPARE(countOf(tracker, "ticket"), 10 + 30);
    }

    // A page of the proxy's, or half an answer: the ticket may well be there, and the others are asked for.
    void whatCannotBeReadIsNoAnswer_data()
    {
        QTest::addColumn<QByteArray>("body");
        for (const char* body :
             {"", "[]", "{}", "<html>Please log in</html>", R"({"id":101,"Status":)", R"({"id":"none","Status":"deleted"})", R"({"id":7})",
              R"({"id":101,"Status":["deleted"]})", R"({"Status":"deleted"})"})
            QTest::newRow(*body ? body : "nothing") << QByteArray(body);
    }
    void whatCannotBeReadIsNoAnswer()
    {
        QFETCH(QByteArray, body);
        FakeTracker tracker;
        answerOne(tracker, {{"ticket101", httpAnswer(200, body.toStdString())}, {"ticket102", httpAnswer(404, "{}")}});
        std::string told;
        const Asked asked(*tracker.source(), tickets(101, 102), told);
        QVERIFY(asked.outcome);
        QCOMPARE(told, std::string("interaction 102 "));
    }

    // Whoever was removed there is not found; that it is so, is what the pull was for.
    void aCustomerWhoIsGone()
    {
        FakeTracker tracker;
        tracker.answers["users"]["items"] = json::array();
        answerOne(tracker, {{"user50", httpAnswer(404, "{}")}});
        const auto source = tracker.source();
        std::string told;
        QVERIFY(Asked(*source, {{Kind::customer, "50"}}, told, "nobody@example.com").outcome);
        QCOMPARE(told, std::string("customer 50 "));
        QCOMPARE(Asked(*source, {}, told, "nobody@example.com").error(), ErrorCode::customer_not_found);
    }

    // Pulled, gone, and given again: what the workspace makes of it.
    void isGoneHereUntilItComesAgain()
    {
        FakeTracker tracker;
        const auto pattern = tracker.answers["tickets"]["items"][0];
        tracker.answers["merged"]["items"] = json::array();
        tracker.shelf = std::make_shared<TicketShelf>();
        const auto put = [&](const char* id, const char* changedAt) {
            auto ticket = pattern;
            ticket["id"] = id;
            ticket["Status"] = "open";
            ticket["LastUpdated"] = changedAt;
            tracker.shelf->put(std::move(ticket));
        };
        put("1", "2026-11-01T10:00:00Z");
        put("2", "2026-11-01T10:00:00Z");
        tracker.setTime(Timestamp::parse("2026-11-02T10:00:00Z"));
        Site site(tracker, "2026-11-02T10:00:00Z");
        QCOMPARE(must(site.pull()).gone, 0);
        const auto open = [&] { return must(site.bench->open(site.helen48(), {site.clock->now(), ConsentChannel::agent, {}}, {})); };
        const auto waiting = [&] { return must(site.bench->queue(site.clock->now(), 10, {})).size(); };
        QVERIFY(open().history.gone.empty());
        QCOMPARE(waiting(), 1U);

        // One is deleted; no search finds it.
        tracker.shelf->remove(1);
        tracker.shelf->remove(2);
        answerOne(tracker,
                  {{"ticket1", httpAnswer(200, json{{"id", 1}, {"Status", "deleted"}}.dump())},
                   {"ticket2", httpAnswer(404, "{}")},
                   {"user48", httpAnswer(404, "{}")}});
        site.clock->pass(std::chrono::hours(24));
        QCOMPARE(must(site.pull()).gone, 2);
        const auto seenAt = site.clock->now();
        auto view = open();
        QCOMPARE(view.history.gone.size(), 2U);
        QVERIFY(view.history.gone[0] == (GoneRecord{Kind::interaction, {"helpdesk", "1"}, seenAt, InteractionStatus::open}));
        // Nothing is lost, and nobody waits.
        QCOMPARE(view.history.interactions.size(), 2U);
        QVERIFY(!view.history.messages.empty());
        for (const auto& interaction : view.history.interactions) {
            QCOMPARE(interaction.status, InteractionStatus::closed);
            QVERIFY(interaction.closedAt == seenAt);
        }
        QVERIFY(std::ranges::none_of(must(site.bench->queue(site.clock->now(), 10, {})), &QueueEntry::waiting));
        // It is told once, and as it came it is exported.
        site.clock->pass(std::chrono::hours(24));
        QCOMPARE(must(site.pull()).gone, 0);
        QVERIFY(open().history.gone[0].seenAt == seenAt);
        const auto exported = must(site.bench->exportPerson(site.helen48(), {site.clock->now(), ConsentChannel::agent, {}}, {}));
        QCOMPARE(std::ranges::count_if(exported.lines,
                                       [](const std::string& line) { return line.find("\"status\":\"open\"") != std::string::npos; }),
                 2);

        // The customer, too.
        tracker.answers["users"]["items"] = json::array();
        QVERIFY(std::ranges::none_of(open().profile.fields, [](const ProfileField& field) { return field.chosen.gone; }));
        QCOMPARE(must(site.pull({helen, {}})).gone, 1);
        view = open();
        QCOMPARE(view.history.gone.front().kind, Kind::customer);
        QVERIFY(!view.profile.fields.empty());
        QVERIFY(std::ranges::all_of(view.profile.fields, [](const ProfileField& field) { return field.chosen.gone; }));
        const auto health = must(site.bench->health(site.clock->now(), [](int) {}, {}));
        const auto topic = std::ranges::find(health.topics, "record_gone", &HealthTopic::code);
        QVERIFY(topic != health.topics.end());
        QCOMPARE(topic->count, 3);
        QVERIFY(std::ranges::find(health.topics, "unreachable", &HealthTopic::code) != health.topics.end());

        // Somebody brings one back.
        put("1", "2026-11-05T10:00:00Z");
        const auto again = must(site.pull());
        QCOMPARE(again.gone, 0);
        view = open();
        QCOMPARE(view.history.gone.size(), 1U);
        QVERIFY(view.history.gone.front().key.id == "2");
        QVERIFY(std::ranges::none_of(view.profile.fields, [](const ProfileField& field) { return field.chosen.gone; }));
        const auto one = std::ranges::find(view.history.interactions, "1", [](const auto& i) { return i.key.id; });
        QCOMPARE(one->status, InteractionStatus::open);
    }
};

QTEST_GUILESS_MAIN(TestRequestTrackerGone)
#include "test_request_tracker_gone.moc"
