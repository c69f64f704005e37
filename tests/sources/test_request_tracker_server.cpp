// Against the real Request Tracker that the ctest fixture starts (tests/servers/rt-up), filled
// with the story of tests/servers/rt-story.json.

#include <cstdlib>
#include <map>
#include <set>

#include <QFile>
#include <QScopeGuard>
#include <QTest>

#include <nlohmann/json.hpp>

#include "collector.h"
#include "core/base/error_catalog.h"
#include "core/net/http_client.h"

using namespace foreword;

namespace {

// The one way to do without: nothing skips because a server happens not to run.
bool withoutServers()
{
    const char* value = std::getenv("FOREWORD_NO_SERVERS");
    return value && std::string_view(value) == "1";
}

} // namespace

class TestRequestTrackerServer : public QObject {
    Q_OBJECT

    std::map<std::string, std::string> m_env;
    SystemClock m_clock;

    // The NAME='value' lines that rt-up wrote.
    void readEnv()
    {
        QFile file(qEnvironmentVariable("FOREWORD_RT_ENV"));
        QVERIFY2(file.open(QIODevice::ReadOnly), "rt-up has not run");
        for (const auto& line : file.readAll().split('\n')) {
            const auto equals = line.indexOf('=');
            if (equals > 0)
                m_env[line.left(equals).toStdString()] = line.mid(equals + 2, line.size() - equals - 3).toStdString();
        }
    }

    std::unique_ptr<Source> makeServerSource(const std::string& password, const std::string& token)
    {
        SourceConfig config;
        config.name = "helpdesk";
        config.kind = "rt";
        config.url = m_env["RT_URL"];
        config.user = password.empty() ? "" : m_env["RT_USER"];
        config.options = {{"allow_http", "yes"}};
        SourceCredentials credentials{Secret(token), Secret(password)};
        auto source = makeSource(config, std::move(credentials), m_clock);
        return source ? std::move(*source) : nullptr;
    }

    // Asks the server past the code under test; null where it did not take it.
    nlohmann::json call(const std::string& method, const std::string& path, const nlohmann::json& body)
    {
        HttpOptions options;
        options.allowHttp = true;
        auto http = HttpClient::create(*parseUrl(m_env["RT_URL"]), options, m_clock, std::make_unique<ThreadSleeper>());
        const Secret token("token " + m_env["RT_TOKEN"]);
        HttpRequest request;
        request.method = method;
        request.target = "/REST/2.0" + path;
        request.contentType = "application/json";
        request.body = body.dump();
        request.secretHeader = SecretHeader{"Authorization", &token};
        const auto response = (*http)->send(request, {});
        return response && response->status < 300 ? nlohmann::json::parse(response->body, nullptr, false) : nlohmann::json();
    }

    bool setZone(const std::string& zone) { return !call("PUT", "/user/" + m_env["RT_USER"], {{"Timezone", zone}}).is_null(); }

    // A ticket of a test's own. Deleted ones are told by no search, so the story stays as it was.
    std::string newTicket()
    {
        const auto made = call("POST", "/ticket",
                               {{"Queue", "Support"},
                                {"Subject", "For a note"},
                                {"Requestor", {"emil.dahl@example.com"}},
                                {"Content", "Please call me."},
                                {"ContentType", "text/plain"}});
        return made.is_null()           ? ""
            : made.at("id").is_string() ? made.at("id").get<std::string>()
                                        : std::to_string(made.at("id").get<int>());
    }
    bool setStatus(const std::string& ticket, const char* status)
    {
        return !call("PUT", "/ticket/" + ticket, {{"Status", status}}).is_null();
    }

    std::unique_ptr<Source> sessionSource() { return makeServerSource(m_env["RT_PASSWORD"], {}); }

private slots:
    void initTestCase()
    {
        if (withoutServers())
            QSKIP("FOREWORD_NO_SERVERS=1");
        readEnv();
    }

    void testsBothWaysIn()
    {
        const auto session = sessionSource()->test({});
        QVERIFY2(session.has_value(), session ? "" : englishMessage(session.error()).c_str());
        QCOMPARE(session->authentication, "session");
        const auto token = makeServerSource({}, m_env["RT_TOKEN"])->test({});
        QVERIFY(token.has_value());
        QCOMPARE(token->authentication, "token");
        for (const auto& abilities : {*session, *token}) {
            QVERIFY(abilities.system.starts_with("Request Tracker 5."));
            QCOMPARE(abilities.account, "anna");
            QVERIFY(abilities.canRead);
            QVERIFY(abilities.canWriteNotes);
        }
    }

    void fallsBackToTheToken()
    {
        const auto abilities = makeServerSource("wrong", m_env["RT_TOKEN"])->test({});
        QVERIFY(abilities.has_value());
        QCOMPARE(abilities->authentication, "token");
    }

    void refusesAWrongAccount()
    {
        QCOMPARE(makeServerSource("wrong", {})->test({}).error().code, ErrorCode::auth_failed);
        QCOMPARE(makeServerSource({}, "1-28-0123456789abcdef0123456789abcdef")->test({}).error().code, ErrorCode::auth_failed);
    }

    void pullsOneCustomer_data()
    {
        QTest::addColumn<QString>("identifier");
        QTest::newRow("e-mail") << "Helen.Baker@example.com";
        QTest::newRow("customer id") << "C-2001";
    }

    void pullsOneCustomer()
    {
        QFETCH(QString, identifier);
        Collector collector;
        const auto source = sessionSource();
        const auto counts = source->pull({identifier.toStdString(), {}}, collector.sink(), {});
        QVERIFY2(counts.has_value(), counts ? "" : englishMessage(counts.error()).c_str());
        QCOMPARE(collector.customers.size(), 1U);
        QCOMPARE(collector.customers.at(0).names, std::vector<std::string>{"Helen Baker"});
        QCOMPARE(collector.customers.at(0).externalIds.at("customer_id"), "C-2001");
        QCOMPARE(collector.interactions.size(), 2U);
        QCOMPARE(collector.messages.size(), 10U); // of 31 attachments; the rest are mail copies
        QCOMPARE(counts->records, 13);
        QVERIFY(counts->requests > 0);

        std::map<Sender, int> senders;
        int internal = 0, html = 0;
        for (const auto& message : collector.messages) {
            ++senders[message.sender];
            internal += message.visibility == Visibility::internal;
            html += !message.html.empty();
        }
        QCOMPARE(senders, (std::map<Sender, int>{{Sender::customer, 5}, {Sender::agent, 5}}));
        QCOMPARE(internal, 2);
        QCOMPARE(html, 1);
    }

    // The person's own number, as it is the id of their record.
    void pullsByNumber()
    {
        Collector first, second;
        const auto source = sessionSource();
        QVERIFY(source->pull({"C-2002", {}}, first.sink(), {}).has_value());
        QVERIFY(source->pull({first.customers.at(0).key.id, {}}, second.sink(), {}).has_value());
        QVERIFY(first.customers == second.customers);
        QVERIFY(first.interactions == second.interactions);
        QVERIFY(first.messages == second.messages);
        QVERIFY(second.messages.at(0).text.find("Köln, Lindenstraße 12") != std::string::npos);
        QCOMPARE(second.interactions.at(0).status, InteractionStatus::pending);
        QCOMPARE(second.interactions.at(1).status, InteractionStatus::closed);
    }

    void anApostropheInAnAddress()
    {
        Collector collector;
        const auto source = sessionSource();
        QVERIFY(source->pull({"noor.o'brien@example.com", {}}, collector.sink(), {}).has_value());
        QCOMPARE(collector.interactions.size(), 1U);
        QVERIFY(collector.messages.at(0).html.find("<i>Lisbon</i>") != std::string::npos);
    }

    void aTicketOfTwo()
    {
        Collector collector;
        const auto source = sessionSource();
        QVERIFY(source->pull({"leila.haddad@example.com", {}}, collector.sink(), {}).has_value());
        QCOMPARE(collector.customers.size(), 2U);
        QCOMPARE(collector.messages.size(), 3U);
        QCOMPARE(collector.messages.at(2).sender, Sender::customer);
        QCOMPARE(collector.messages.at(2).senderName, "Leila Haddad");
    }

    void moreThanAPage()
    {
        Collector collector;
        const auto source = sessionSource();
        const auto counts = source->pull({"facilities@example.com", {}}, collector.sink(), {});
        QVERIFY(counts.has_value());
        QCOMPARE(collector.interactions.size(), 105U);
        QCOMPARE(collector.messages.size(), 104U + 13U);
        // A batch at a time, not a ticket at a time.
        QVERIFY2(counts->requests < 60, qPrintable(QString::number(counts->requests)));
    }

    // Berlin is an hour ahead, and the server reads dates by the agent's clock.
    void pullsWhatChanged()
    {
        Collector collector;
        const auto source = sessionSource();
        QVERIFY(source->pull({{}, Timestamp::parse("2026-11-03T08:30:00Z")}, collector.sink(), {}).has_value());
        QCOMPARE(collector.interactions.size(), 2U);
        QCOMPARE(collector.interactions.at(0).subject, "Who pays the joint account?");
        Collector later;
        QVERIFY(source->pull({{}, Timestamp::parse("2026-11-03T08:30:01Z")}, later.sink(), {}).has_value());
        QCOMPARE(later.interactions.size(), 1U);
        Collector none;
        QVERIFY(source->pull({{}, Timestamp::parse("2026-11-11T00:00:00Z")}, none.sink(), {}).has_value());
        QVERIFY(none.interactions.empty() && none.messages.empty());
    }

    void pullsByEveryClock_data()
    {
        QTest::addColumn<QString>("zone");
        for (const char* zone : {"Europe/Berlin", "America/St_Johns", "Asia/Kathmandu", ""})
            QTest::newRow(*zone ? zone : "the server's own") << zone;
    }

    // The agent moves; the story does not. On the 25th of October clocks went back in Berlin:
    // half past two came twice, and a ticket with each.
    void pullsByEveryClock()
    {
        QFETCH(QString, zone);
        QVERIFY(setZone(zone.toStdString()));
        const auto restore = qScopeGuard([this] { setZone("Europe/Berlin"); });
        const auto source = sessionSource();
        const auto countSince = [&](const char* since) {
            Collector collector;
            const auto counts = source->pull({{}, Timestamp::parse(since)}, collector.sink(), {});
            return counts ? qint64(collector.interactions.size()) : -1;
        };
        QCOMPARE(countSince("2026-11-10T16:00:00Z"), 1);
        QCOMPARE(countSince("2026-11-03T08:30:00Z"), 2);
        QCOMPARE(countSince("2026-11-03T08:30:01Z"), 1);
        QCOMPARE(countSince("2026-10-25T01:30:00Z"), 3);
        QCOMPARE(countSince("2026-10-25T01:30:01Z"), 2);
        QCOMPARE(countSince("2026-10-25T00:30:01Z"), 3);
        QCOMPARE(countSince("2026-10-25T00:30:00Z"), 4);
    }

    void tellsWhereToGoOn()
    {
        Collector collector;
        const auto counts = sessionSource()->pull({{}, Timestamp::parse("2026-11-11T00:00:00Z")}, collector.sink(), {});
        QVERIFY(counts && counts->settledUntil);
        const auto behind = m_clock.now().micros() - counts->settledUntil->micros();
        QVERIFY(behind > 4 * 60'000'000LL && behind < 15 * 60'000'000LL);
        // The account, the newest ticket, what is left out, and no tickets; and the way in.
        QVERIFY2(counts->requests <= 5, qPrintable(QString::number(counts->requests)));
    }

    void pullsEverythingOnce()
    {
        Collector collector;
        const auto source = sessionSource();
        QVERIFY(source->pull({}, collector.sink(), {}).has_value());
        QCOMPARE(collector.interactions.size(), 113U);
        QCOMPARE(collector.customers.size(), 7U);
        std::set<std::string> ids, interactions;
        for (const auto& interaction : collector.interactions)
            QVERIFY(interactions.insert(interaction.key.id).second);
        for (const auto& message : collector.messages) {
            QVERIFY(ids.insert(message.key.id).second);
            QVERIFY(interactions.contains(message.interaction));
            QVERIFY(message.text.empty() != message.html.empty());
        }
    }

    // The same again over one session: who works there is asked by ETag.
    void anUnchangedRecordIsNotSentAgain()
    {
        const auto source = sessionSource();
        const auto pull = [&] {
            Collector collector;
            return source->pull({{}, Timestamp::parse("2026-10-01T00:00:00Z")}, collector.sink(), {});
        };
        const auto first = pull(), second = pull();
        QVERIFY(first && second);
        QCOMPARE(first->notModified, 0);
        QVERIFY(second->notModified >= 3); // the account, and two agents
        QCOMPARE(second->requests, first->requests - 1); // the login
        QVERIFY(second->bytes < first->bytes);
        qInfo("first: %lld requests, %lld bytes; again: %lld requests, %lld unchanged, %lld bytes", static_cast<long long>(first->requests),
              static_cast<long long>(first->bytes), static_cast<long long>(second->requests), static_cast<long long>(second->notModified),
              static_cast<long long>(second->bytes));
    }

    void writesANoteOnce()
    {
        const auto number = newTicket();
        QVERIFY(!number.empty());
        const auto clean = qScopeGuard([&] { setStatus(number, "deleted"); });
        const auto source = sessionSource();
        Note note{"8f3a0d", number, InteractionStatus::open, "Called back.\nGrüße aus Köln: \"doppelt\" & <b>nicht fett</b>", false, false};
        const auto outcome = source->writeNote(note, {});
        QVERIFY2(outcome.state == NoteOutcome::State::arrived, outcome.error ? englishMessage(*outcome.error).c_str() : "");
        QVERIFY(!outcome.id.empty());
        // The answer was lost: it is found, and not written again.
        note.maybeThere = true;
        const auto again = source->writeNote(note, {});
        QCOMPARE(again.state, NoteOutcome::State::arrived);
        QCOMPARE(again.id, outcome.id);
        // Another note with the same words is another note.
        note.key = "8f3a0e";
        QVERIFY(source->writeNote(note, {}).id != outcome.id);

        Collector collector;
        QVERIFY(source->pull({"emil.dahl@example.com", {}}, collector.sink(), {}).has_value());
        int same = 0;
        for (const auto& message : collector.messages)
            same += message.interaction == number && message.text == note.text && message.visibility == Visibility::internal
                && message.sender == Sender::agent;
        QCOMPARE(same, 2);
        QVERIFY(collector.message(outcome.id));
    }

    void seesWhatBecameOfATicket()
    {
        const auto number = newTicket(), other = newTicket();
        QVERIFY(!number.empty() && !other.empty());
        const auto clean = qScopeGuard([&] { setStatus(number, "deleted"), setStatus(other, "deleted"); });
        const auto source = sessionSource();
        Note note{"c1", number, InteractionStatus::open, "Called back.", false, false};
        const auto refusal = [&] {
            const auto outcome = source->writeNote(note, {});
            return outcome.state == NoteOutcome::State::refused ? errorEntry(outcome.error->code).name : "not refused";
        };
        QVERIFY(setStatus(number, "resolved"));
        QCOMPARE(refusal(), "note_target_closed");
        QVERIFY(setStatus(number, "deleted"));
        QCOMPARE(refusal(), "note_target_closed"); // the server itself would take it
        QVERIFY(setStatus(number, "open"));
        QVERIFY(!call("PUT", "/ticket/" + number, {{"MergeInto", other}}).is_null());
        QCOMPARE(refusal(), "note_target_merged");
        note.insisted = true;
        QCOMPARE(source->writeNote(note, {}).state, NoteOutcome::State::arrived);
        note.interaction = "999999";
        QCOMPARE(refusal(), "note_target_missing");
    }

    void nobody()
    {
        Collector collector;
        const auto source = sessionSource();
        QCOMPARE(source->pull({"nobody@example.com", {}}, collector.sink(), {}).error().code, ErrorCode::customer_not_found);
    }
};

QTEST_GUILESS_MAIN(TestRequestTrackerServer)
#include "test_request_tracker_server.moc"
