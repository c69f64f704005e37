// How SQLite finds what the store asks for: no statement reads a large table from end to end,
// and every index is there for a statement.
#include <algorithm>
#include <regex>
#include <set>

#include "core/store/draft_table.h"
#include "core/store/feedback_table.h"
#include "core/store/gone_table.h"
#include "core/store/health_table.h"
#include "core/store/identity_table.h"
#include "core/store/match_table.h"
#include "core/store/outbox_table.h"
#include "core/store/override_table.h"
#include "store_fixture.h"

using namespace foreword;
using namespace foreword::storetest;

namespace {

// A scan that is meant: `sql` is a part of its statement.
struct Meant {
    const char* sql;
    const char* scan;
    const char* why;
};

constexpr Meant meant[] = {
    {"FROM dictionary", "SCAN dictionary", "a row a version of the dictionary: a few"},
    {"SELECT row FROM person ORDER BY row", "SCAN person", "the health report goes through everybody"},
    {"FROM offer ORDER BY", "SCAN offer", "all offers are candidates of each decision: tens"},
    {"FROM outbox AS item", "SCAN item", "what one agent wrote, and its text only until it was sent"},
    {"SELECT row, hash FROM customer ORDER BY row", "SCAN customer", "all records are compared with each other"},
    {"FROM identity_decision ORDER BY", "SCAN identity_decision", "what people decided by hand"},
    {"FROM draft ORDER BY", "SCAN draft", "what one agent has not sent: a few"},
    {"FROM feedback ORDER BY", "SCAN feedback", "what agents marked by hand"},
    {"FROM feedback f", "SCAN f", "the same"},
    {"FROM source", "SCAN source", "a row a connected system"},
    {"SELECT count(*) FROM customer", "SCAN customer", "counts records, by the smallest index"},
    {"FROM match_waiting", "SCAN match_waiting", "what was not compared yet"},
    {"DELETE FROM match_traits", "SCAN match_traits", "another version of the program makes them anew"},
    {"DELETE FROM match_pair", "SCAN match_pair USING INDEX match_pair_second", "all records are compared with each other"},
    {"FROM match_count ORDER BY", "SCAN match_count", "all records are compared with each other"},
    {"p.kind <> 1 AND", "SCAN p USING INDEX match_pair_asked", "holds only what waits for a person, and ends with what is wanted"},
    {"identified = 0 OR person IS NULL", "SCAN customer USING INDEX customer_unlinked", "holds only what is to be linked"},
};

std::vector<std::string> planOf(Connection& connection, const std::string& sql)
{
    const std::string explain = "EXPLAIN QUERY PLAN " + sql;
    // The plan of a statement that writes is one, to SQLite.
    auto transaction = must(Transaction::read(connection));
    std::vector<std::string> plan;
    Query query(connection, explain);
    while (must(query.next()))
        plan.push_back(query.string(3));
    return plan;
}

// An index of FTS5 that is asked for words ("M") is no scan; nor is what a subquery found, whose
// own steps are looked at too. All identifiers of a kind are a scan that calls itself a search.
bool readsEverything(const std::string& step)
{
    static const std::regex words("VIRTUAL TABLE INDEX [0-9]+:.*M");
    if (step.ends_with(" USING PRIMARY KEY (kind=?)"))
        return true;
    return step.starts_with("SCAN ") && !step.starts_with("SCAN (subquery") && !std::regex_search(step, words);
}

bool isMeant(const std::string& sql, const std::string& step)
{
    return std::ranges::any_of(
        meant, [&](const Meant& scan) { return sql.find(scan.sql) != std::string::npos && step.find(scan.scan) != std::string::npos; });
}

// Everything the store can be asked to do, on one connection.
class WholeStore {
public:
    WholeStore()
    {
        m_fixture.person("C-1", "Maria Hoffmann");
        m_fixture.person("C-2", "Jonas Weber");
        write();
        post();
        compose();
        merge();
        m_reader = m_fixture.reader();
        read();
    }

    Connection& writer() { return m_fixture.writer(); }
    Connection& reader() { return *m_reader; }

private:
    void write()
    {
        m_fixture.put(interaction("T-1", "C-1"));
        m_fixture.put(interaction("T-1", "C-1"), "2");
        m_fixture.put(interaction("T-2", "C-2"));
        m_fixture.put(message("M-1", "T-1", "The router fell off the wall."));
        m_fixture.put(message("M-1", "T-1", "The router fell off the shelf."), "2");
        m_fixture.put(message("M-1", "T-2", "The router fell off the shelf."), "3");
        m_fixture.put(message("M-2", "T-3", "Waits for its interaction."));
        for (const auto* version : {"1", "2"}) {
            auto customerRecord = customer("C-1", "Maria Hoffmann");
            customerRecord.names.push_back(version);
            m_fixture.put(customerRecord, std::string("again") + version);
            auto withId = consent("C-1", ConsentStatus::denied);
            withId.id = "consent";
            m_fixture.put(withId, version);
            auto eventWithId = happening("C-1", "outage");
            eventWithId.id = "event";
            m_fixture.put(eventWithId, version);
            OfferRecord offer;
            offer.key = {"marketing", "fibre"};
            m_fixture.put(offer, version);
        }
        m_fixture.put(consent("C-1", ConsentStatus::granted));
        m_fixture.put(happening("C-1", "outage"));
        auto transaction = must(Transaction::write(writer()));
        AnnotationTable annotations(writer());
        for (const auto* version : {"dictionary-1", "dictionary-2"}) {
            for (const auto& conversation : must(annotations.pending(version, 10))) {
                for (const auto& one : conversation.messages) {
                    must(annotations.put(one.row, version, {}));
                    must(annotations.setLanguage(one.row, "en"));
                }
                must(annotations.setTold(conversation.interactionRow, ToldLanguage{"en", at("2026-04-01T12:00:00Z")}, true));
                must(annotations.toldElsewhere(conversation.interactionRow));
            }
        }
        must(annotations.pending("dictionary-3", 10));
        SourceTable sources(writer());
        must(sources.add({"helpdesk", "rt", "https://example.com", "anna", {}, {}, {}}, Secret("t"), Secret("p")));
        must(sources.setLastPull("helpdesk", at("2026-04-01T12:00:00Z")));
        must(sources.setSettledUntil("helpdesk", at("2026-04-01T12:00:00Z")));
        must(sources.add({"other", "rt", "https://example.com", "anna", {}, {}, {}}, Secret("t"), Secret("p")));
        must(sources.remove("other"));
        must(RecordTable(writer()).unresolved());
        must(transaction.commit());
    }

    void post()
    {
        auto transaction = must(Transaction::write(writer()));
        OutboxTable outbox(writer());
        OutboxItem item;
        item.key = "key";
        item.source = "helpdesk";
        item.interaction = "T-1";
        item.text = "A note.";
        item.number = must(outbox.add(item));
        must(outbox.find("key"));
        QCOMPARE(must(outbox.due("helpdesk")).size(), 1U);
        must(outbox.claim(item, at("2026-04-01T12:00:00Z")));
        must(outbox.setOutcome(item.number, OutboxState::failed, Error(ErrorCode::internal)));
        must(outbox.insist(item.number));
        must(outbox.setSent(item.number, "1"));
        must(transaction.commit());
        QCOMPARE(must(outbox.list()).size(), 1U);
    }

    void compose()
    {
        auto transaction = must(Transaction::write(writer()));
        IdentityTable identity(writer());
        must(identity.decide({{"crm", "C-1"}, {"crm", "C-2"}, true, at("2026-04-01T12:00:00Z")}));
        must(identity.decisions());
        must(identity.forget({"crm", "C-1"}, {"crm", "C-2"}));
        must(identity.removeOf({"crm", "C-1"}));
        must(identity.stamps());
        must(identity.has(1));
        const std::vector<std::int64_t> records{1};
        must(identity.record(records.front()));
        must(identity.recordCount());
        must(identity.personOf(1));
        must(identity.companionsOf(1));
        must(identity.rowOf({"crm", "C-1"}));
        match();
        const auto alone = must(identity.regroup(0, std::span(records).first(1), "Maria Hoffmann"));
        must(identity.regroup(1, std::span(records).first(1), "Maria Hoffmann"));
        must(identity.removeEmpty(alone));
        GoneTable gone(writer());
        for (const auto& [kind, key] : {std::pair(GoneRecord::Kind::customer, RecordKey{"crm", "C-1"}),
                                        std::pair(GoneRecord::Kind::interaction, RecordKey{"helpdesk", "T-1"})}) {
            QVERIFY(must(gone.mark({kind, key, at("2026-04-01T12:00:00Z")})));
            QCOMPARE(must(gone.of(key.source)).size(), 1U);
            must(gone.back(kind, key));
        }
        must(gone.openAt("helpdesk", 10));
        must(gone.recordsAt("crm", 1));
        must(gone.conversationsAt("helpdesk", 1));
        DraftTable drafts(writer());
        must(drafts.put({{"helpdesk", "T-1"}, DraftKind::note, "A note.", at("2026-04-01T12:00:00Z")}));
        QCOMPARE(must(drafts.list()).size(), 1U);
        must(drafts.of(1));
        must(drafts.aboutWhom({"helpdesk", "T-1"}));
        must(drafts.remove({"helpdesk", "T-1"}, DraftKind::note));
        HealthTable health(writer());
        must(health.keep({at("2026-04-01T12:00:00Z"), {{"tiers_differ", "", 1}}}));
        must(health.before(at("2026-04-02T12:00:00Z")));
        OverrideTable overrides(writer());
        GivenOverride given;
        given.customer = {"crm", "C-1"};
        must(overrides.takeBack(must(overrides.add(given)), given.customer, "Ann Example", "ann", at("2026-04-01T12:00:00Z")));
        must(overrides.removeOf(given.customer));
        FeedbackTable feedback(writer());
        const FeedbackSubject subject{{"helpdesk", "m1"}, {0, 1}, Section::told, {}};
        must(feedback.put({subject, FeedbackVerdict::wrong, {}, {}, at("2026-04-01T12:00:00Z")}));
        must(feedback.about({}));
        must(feedback.persons());
        must(feedback.remove(subject));
        must(transaction.commit());
    }

    // Two records become one person.
    void match()
    {
        MatchTable table(writer());
        must(table.wait(1));
        must(table.waiting());
        must(table.waitNoMore(std::vector<std::int64_t>{1}));
        must(table.waitingCount());
        must(table.noneWaits());
        const std::vector<MatchTable::KeyCount> counts{{7, 3}};
        must(table.setModel({1, 10, "model"}, counts));
        must(table.model());
        must(table.counts());
        must(table.countOf(7));
        const std::vector<std::int64_t> keys{7};
        const std::vector<MatchTable::KeyRow> rows{{7, 1}};
        must(table.putTraits(1, "traits", keys));
        must(table.putKeys(rows));
        must(table.traits(1));
        must(table.sharing(2, keys, 10));
        must(table.putPair({1, 2, 3.5, PairKind::asked}));
        must(table.pairsOf(1));
        must(table.reviews(10));
        must(table.removePairsOf(1));
        must(table.removePairs());
        must(table.forgetTraits());
        must(forgetMatchKeys(writer(), 1));
    }

    void merge()
    {
        auto transaction = must(Transaction::write(writer()));
        PersonTable persons(writer());
        std::vector<std::int64_t> rows;
        for (const auto& record : must(persons.unlinked(10)))
            rows.push_back(record.row);
        QVERIFY(!rows.empty());
        const Identifier email{"email", "c-2@example.com"};
        for (const auto row : rows)
            must(persons.setIdentifiers(row, std::span(&email, 1)));
        for (const auto person : {1, 2}) {
            for (const auto& record : must(persons.ofPerson(person)))
                rows.push_back(record.row);
        }
        must(persons.link(rows, "Maria Hoffmann-Weber"));
        must(transaction.commit());
    }

    void read()
    {
        QVERIFY(!must(readHistory(reader(), 1, {})).messages.empty());
        const Identifier phone{"phone", "+441632960001"};
        Search search(reader());
        must(search.exact("crm:C-1", std::span(&phone, 1)));
        for (const auto* query : {"hoffmann", "maria hofman", "wbeer", "router she", "T-1", "nobody"})
            must(search.find(query, std::span(&phone, 1), 20));
        QVERIFY(!must(readQueue(reader(), at("2026-04-01T12:00:00Z"), 60)).empty());
        must(RecordTable(reader()).offers());
        must(PersonTable(reader()).displayName(1));
        must(PersonTable(reader()).sharedWithOthers(1));
        must(PersonTable(reader()).all());
        must(readQueue(reader(), at("2026-04-01T12:00:00Z"), 1));
        QCOMPARE(must(SourceTable(reader()).list()).size(), 1U);
        must(SourceTable(reader()).get("helpdesk"));
    }

    Fixture m_fixture;
    std::unique_ptr<Connection> m_reader;
};

} // namespace

class TestStorePlans : public QObject {
    Q_OBJECT

private slots:
    void nothingLargeIsReadFromEndToEnd()
    {
        WholeStore store;
        int looked = 0;
        for (Connection* connection : {&store.reader(), &store.writer()}) {
            for (const auto& sql : connection->statements()) {
                ++looked;
                for (const auto& step : planOf(*connection, sql)) {
                    if (readsEverything(step) && !isMeant(sql, step))
                        QFAIL(qPrintable(QStringLiteral("%1 in: %2").arg(step.c_str(), sql.c_str())));
                }
            }
        }
        QVERIFY(looked > 70);
    }

    // A permission that nothing needs any more would hide the next scan.
    void everyMeantScanIsThere()
    {
        WholeStore store;
        for (const auto& scan : meant) {
            bool found = false;
            for (Connection* connection : {&store.reader(), &store.writer()}) {
                for (const auto& sql : connection->statements()) {
                    if (sql.find(scan.sql) != std::string::npos)
                        found = found || std::ranges::any_of(planOf(*connection, sql), [&](const auto& step) {
                                    return step.find(scan.scan) != std::string::npos;
                                });
                }
            }
            QVERIFY2(found, scan.scan);
        }
    }

    // By a statement, or by SQLite to find what refers to a row that goes.
    void everyIndexIsUsed()
    {
        WholeStore store;
        std::set<std::string> used;
        const std::regex named("USING (?:COVERING )?INDEX ([a-z_0-9]+)");
        for (Connection* connection : {&store.reader(), &store.writer()}) {
            for (const auto& sql : connection->statements()) {
                for (const auto& step : planOf(*connection, sql)) {
                    if (std::smatch match; std::regex_search(step, match, named))
                        used.insert(match[1]);
                }
            }
        }
        Query indexes(store.reader(), "SELECT name FROM sqlite_schema WHERE type = 'index' AND sql IS NOT NULL");
        int looked = 0;
        for (; must(indexes.next()); ++looked)
            QVERIFY2(used.contains(indexes.string(0)), indexes.string(0).c_str());
        QVERIFY(looked > 20);
    }

    void findsAScan()
    {
        Fixture fixture;
        const auto plan = planOf(fixture.writer(), "SELECT count(*) FROM message WHERE text LIKE '%router%'");
        QVERIFY(std::ranges::any_of(plan, readsEverything));
        QVERIFY(std::ranges::any_of(planOf(fixture.writer(), "SELECT rowid FROM message_words"), readsEverything));
        QVERIFY(std::ranges::none_of(planOf(fixture.writer(), "SELECT rowid FROM message_words WHERE message_words MATCH 'a'"),
                                     readsEverything));
    }
};

QTEST_APPLESS_MAIN(TestStorePlans)
#include "test_store_plans.moc"
