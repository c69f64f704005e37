// Notes written back: into the outbox, from there into the tracker, exactly once whatever
// breaks on the way.

#include <QTest>

#include <mutex>

#include "core/desk/courier.h"
#include "site.h"

using namespace foreword;
using nlohmann::json;

namespace {

// The comments of tickets, as a tracker keeps and tells them.
class Comments {
public:
    explicit Comments(FakeTracker& tracker)
    {
        tracker.instead = [this](const std::string& question, const ServedRequest& request) { return answer(question, request); };
    }

    // What the next attempt to comment meets.
    enum class Weather {
        fair,
        lostAnswer, // taken, but nobody hears of it
        brokenBefore, // the connection breaks and nothing was taken
        failsAfter, // taken, then an error is said
        forbidden
    };
    Weather weather = Weather::fair;
    std::string status = "open";
    int mergedInto = 0;
    bool known = true;
    std::vector<std::pair<std::string, std::string>> taken; // subject, content

private:
    std::optional<std::string> answer(const std::string& question, const ServedRequest& request)
    {
        if (question == "ticket")
            return known ? httpAnswer(200, json{{"id", mergedInto ? mergedInto : 1}, {"Status", status}}.dump()) : httpAnswer(404, "{}");
        if (question == "comments" && queryField(request, "fields").empty())
            return httpAnswer(200, list(queryField(request, "page") == "1"));
        if (question == "parts" && queryField(request, "fields") == "TransactionId,Subject")
            return httpAnswer(200, list(queryField(request, "page") == "1"));
        if (question == "comment")
            return comment(json::parse(request.body));
        return std::nullopt;
    }

    std::string list(bool first) const
    {
        json items = json::array();
        for (std::size_t i = 0; first && i < taken.size(); ++i) {
            const auto id = std::to_string(900 + i);
            items.push_back({{"id", id}, {"TransactionId", id}, {"Subject", taken[i].first}});
        }
        return json{{"items", items}, {"pages", nullptr}}.dump();
    }

    std::string comment(const json& body)
    {
        const auto now = std::exchange(weather, Weather::fair);
        if (now == Weather::forbidden)
            return httpAnswer(403, "{}");
        if (now == Weather::brokenBefore)
            return "HTTP/1.1 2";
        taken.emplace_back(body.at("Subject"), body.at("Content"));
        if (now == Weather::lostAnswer)
            return "HTTP/1.1 201 Created\r\nContent-Le";
        if (now == Weather::failsAfter)
            return httpAnswer(500, "");
        return httpAnswer(201, "[]", "Location: /REST/2.0/transaction/" + std::to_string(899 + taken.size()) + "\r\n");
    }
};

} // namespace

class TestRequestTrackerNotes : public QObject {
    Q_OBJECT

    FakeTracker m_pulled;

    // One customer with the recorded tickets 1 (open) and 2 (resolved).
    static void prepare(Site& site) { must(site.pull({helen, {}})); }
    static OutboxItem only(Site& site) { return must(must(site.bench->notes()).list()).at(0); }
    static OutboxItem write(Site& site, const std::string& text, const char* interaction = "1")
    {
        auto notes = must(site.bench->notes());
        const auto item = must(notes.write(site.helen48(), interaction, text));
        must(notes.send("helpdesk", {}));
        return must(notes.find(item.key));
    }
    static std::string errorName(const OutboxItem& item) { return item.error ? errorEntry(item.error->code).name : "none"; }

private Q_SLOTS:
    void arrivesOnce()
    {
        FakeTracker tracker;
        Site site(tracker);
        prepare(site);
        Comments comments(tracker);
        const auto item = write(site, "Called back.\nShe waits for the engineer.");
        QCOMPARE(item.state, OutboxState::sent);
        QCOMPARE(item.remoteId, std::string("900"));
        QCOMPARE(item.attempts, 1);
        QCOMPARE(comments.taken.size(), 1U);
        QCOMPARE(comments.taken[0].first, "Note fw-" + item.key);
        QCOMPARE(comments.taken[0].second, std::string("Called back.\nShe waits for the engineer."));
        const auto request = tracker.request("comment");
        QCOMPARE(request.method, std::string("POST"));
        QCOMPARE(request.target, std::string("/REST/2.0/ticket/1/comment"));
        QCOMPARE(json::parse(request.body).at("ContentType").get<std::string>(), std::string("text/plain"));
        // Nothing is left to send.
        must(must(site.bench->notes()).sendAll({}));
        QCOMPARE(comments.taken.size(), 1U);
    }

    // A note for a system that was removed stays; those for others go.
    void oneSourceThatFailsHoldsUpNoOther()
    {
        FakeTracker tracker;
        Site site(tracker);
        prepare(site);
        Comments comments(tracker);
        auto notes = must(site.bench->notes());
        must(notes.write(site.helen48(), "1", "Called back."));
        {
            const auto writer = must(site.temporary.workspace()->connect(Access::write));
            auto transaction = must(Transaction::write(*writer));
            OutboxItem orphan;
            orphan.key = "0123";
            orphan.source = "archive"; // before "helpdesk"
            orphan.interaction = "7";
            orphan.writtenAt = site.clock->now();
            orphan.text = "Where to?";
            must(OutboxTable(*writer).add(orphan));
            must(transaction.commit());
        }
        QCOMPARE(notes.sendAll({}).error().code, ErrorCode::source_unknown);
        QCOMPARE(comments.taken.size(), 1U);
        QCOMPARE(must(notes.find("0123")).state, OutboxState::queued);
        CancelSource cancel;
        cancel.cancel();
        QCOMPARE(notes.sendAll(cancel.token()).error().code, ErrorCode::cancelled);
    }

    void refusedBeforeSending_data()
    {
        QTest::addColumn<QString>("interaction");
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("error");
        QTest::newRow("empty") << "1" << QByteArray() << "note_empty";
        QTest::newRow("blank") << "1" << QByteArray(" \n\t") << "note_empty";
        QTest::newRow("too long") << "1" << QByteArray(int(Notes::longest) + 1, 'x') << "note_too_long";
        QTest::newRow("not UTF-8") << "1" << QByteArray("caf\xe9") << "bad_utf8";
        QTest::newRow("of somebody else") << "77" << QByteArray("x") << "interaction_unknown";
        QTest::newRow("of another system") << "crm:1" << QByteArray("x") << "interaction_unknown";
    }

    void refusedBeforeSending()
    {
        QFETCH(QString, interaction);
        QFETCH(QByteArray, text);
        QFETCH(QString, error);
        Site site(m_pulled);
        prepare(site);
        auto notes = must(site.bench->notes());
        const auto item = notes.write(site.helen48(), interaction.toStdString(), text.toStdString());
        QVERIFY(!item);
        QCOMPARE(QString(errorEntry(item.error().code).name), error);
        QVERIFY(must(notes.list()).empty());
    }

    // Whatever the outcome of an attempt, the note is there once in the end, and never twice.
    void anUnclearOutcomeIsLookedUp_data()
    {
        QTest::addColumn<int>("weather");
        QTest::addColumn<bool>("wasTaken");
        QTest::newRow("the answer is lost") << int(Comments::Weather::lostAnswer) << true;
        QTest::newRow("it breaks before") << int(Comments::Weather::brokenBefore) << false;
        QTest::newRow("it fails after") << int(Comments::Weather::failsAfter) << true;
    }

    void anUnclearOutcomeIsLookedUp()
    {
        QFETCH(int, weather);
        QFETCH(bool, wasTaken);
        FakeTracker tracker;
        Site site(tracker);
        prepare(site);
        Comments comments(tracker);
        comments.weather = static_cast<Comments::Weather>(weather);
        const auto item = write(site, "Called back.");
        QCOMPARE(item.state, OutboxState::sending);
        QVERIFY(item.error.has_value());
        QCOMPARE(comments.taken.size(), wasTaken ? 1U : 0U);
        // A slow server may still be at it: not yet.
        must(must(site.bench->notes()).sendAll({}));
        QCOMPARE(only(site).attempts, 1);
        site.clock->pass(std::chrono::minutes(7));
        site.startAgain();
        must(must(site.bench->notes()).sendAll({}));
        QCOMPARE(only(site).state, OutboxState::sent);
        QCOMPARE(only(site).remoteId, std::string("900"));
        QCOMPARE(comments.taken.size(), 1U);
        QCOMPARE(std::ranges::count(tracker.questions(), "comment"), wasTaken ? 1 : 2);
    }

    // The program dies after each of its steps in turn.
    void aCrashLosesNothingAndSendsNothingTwice_data()
    {
        QTest::addColumn<int>("steps");
        for (int steps = 0; steps < 8; ++steps)
            QTest::newRow(qPrintable(QString("after %1 steps").arg(steps))) << steps;
    }

    void aCrashLosesNothingAndSendsNothingTwice()
    {
        QFETCH(int, steps);
        FakeTracker tracker;
        Site site(tracker);
        prepare(site);
        Comments comments(tracker);
        {
            auto notes = must(site.bench->notes());
            must(notes.write(site.helen48(), "1", "First."));
            must(notes.write(site.helen48(), "1", "Second."));
        }
        site.startAgain();
        {
            // Dead: the workspace does not hear of anything that comes after.
            auto writer = must(site.temporary.workspace()->connect(Access::write));
            int left = steps;
            const OnWriter dying = [&](const std::function<Result<>(Connection&)>& work) -> Result<> {
                if (left-- <= 0)
                    return fail(ErrorCode::cancelled);
                return work(*writer);
            };
            (void)Courier(dying, *site.clock).deliver("helpdesk", {});
        }
        for (int again = 0; again < 3; ++again) {
            site.clock->pass(std::chrono::minutes(7));
            must(must(site.bench->notes()).sendAll({}));
        }
        QCOMPARE(comments.taken.size(), 2U);
        QCOMPARE(comments.taken[0].second, std::string("First."));
        QCOMPARE(comments.taken[1].second, std::string("Second."));
        for (const auto& item : must(must(site.bench->notes()).list()))
            QCOMPARE(item.state, OutboxState::sent);
    }

    void whatCannotBeReachedWaits()
    {
        auto tracker = std::make_unique<FakeTracker>();
        Site site(*tracker);
        prepare(site);
        tracker->instead = [](const std::string&, const ServedRequest&) { return std::optional(httpAnswer(401, "{}")); };
        auto item = write(site, "Called back.");
        QCOMPARE(item.state, OutboxState::queued);
        QCOMPARE(errorName(item), std::string("auth_failed"));
        tracker->instead = nullptr;
        Comments comments(*tracker);
        must(must(site.bench->notes()).sendAll({}));
        QCOMPARE(only(site).state, OutboxState::sent);
        QCOMPARE(comments.taken.size(), 1U);
    }

    void conflictsAreForAPerson_data()
    {
        QTest::addColumn<QString>("status");
        QTest::addColumn<int>("mergedInto");
        QTest::addColumn<QString>("error");
        QTest::newRow("closed since") << "resolved" << 0 << "note_target_closed";
        QTest::newRow("rejected since") << "rejected" << 0 << "note_target_closed";
        QTest::newRow("deleted since") << "deleted" << 0 << "note_target_closed";
        QTest::newRow("merged since") << "open" << 5 << "note_target_merged";
    }

    void conflictsAreForAPerson()
    {
        QFETCH(QString, status);
        QFETCH(int, mergedInto);
        QFETCH(QString, error);
        FakeTracker tracker;
        Site site(tracker);
        prepare(site);
        Comments comments(tracker);
        comments.status = status.toStdString();
        comments.mergedInto = mergedInto;
        const auto item = write(site, "Called back.");
        QCOMPARE(item.state, OutboxState::failed);
        QCOMPARE(QString::fromStdString(errorName(item)), error);
        const auto next = write(site, "And again.");
        QCOMPARE(next.state, OutboxState::queued); // behind the first
        QCOMPARE(next.attempts, 0);
        QVERIFY(comments.taken.empty());
        // By itself it is not tried again.
        auto notes = must(site.bench->notes());
        must(notes.sendAll({}));
        QVERIFY(comments.taken.empty());
        // A person who saw it sends it all the same, or drops it.
        QCOMPARE(must(notes.retry(item.key, {})).state, OutboxState::sent);
        QCOMPARE(comments.taken.size(), 1U);
        QCOMPARE(must(notes.find(next.key)).state, OutboxState::failed);
        must(notes.discard(next.key));
        QVERIFY(!notes.find(next.key));
        QCOMPARE(notes.discard(next.key).error().code, ErrorCode::outbox_unknown);
    }

    // Whoever writes to a closed conversation knows that it is.
    void aConversationThatWasClosedBefore()
    {
        FakeTracker tracker;
        Site site(tracker);
        prepare(site);
        Comments comments(tracker);
        comments.status = "resolved";
        comments.mergedInto = 2; // the id it answers with
        QCOMPARE(write(site, "A late thought.", "helpdesk:2").state, OutboxState::sent);
    }

    void refusalsSayWhy()
    {
        FakeTracker tracker;
        Site site(tracker);
        prepare(site);
        Comments comments(tracker);
        comments.known = false;
        auto item = write(site, "Called back.");
        QCOMPARE(item.state, OutboxState::failed);
        QCOMPARE(errorName(item), std::string("note_target_missing"));
        comments.known = true;
        comments.weather = Comments::Weather::forbidden;
        item = must(must(site.bench->notes()).retry(item.key, {}));
        QCOMPARE(errorName(item), std::string("note_refused"));
        QCOMPARE(item.error->param("status"), std::string_view("403"));
        QVERIFY(comments.taken.empty());
    }
};

QTEST_GUILESS_MAIN(TestRequestTrackerNotes)
#include "test_request_tracker_notes.moc"
