// Every released schema has a golden workspace, kept since its first day. Each must open, hold
// what it held, and end with the same schema as a new workspace.
#include <filesystem>
#include <fstream>
#include <iterator>

#include <QTest>

#include "core/store/file_care.h"
#include "core/store/health_table.h"
#include "core/store/identity_table.h"
#include "core/store/match_table.h"
#include "core/store/draft_table.h"
#include "core/store/feedback_table.h"
#include "core/store/outbox_table.h"
#include "core/store/override_table.h"
#include "core/store/query.h"
#include "golden_copy.h"
#include "golden_hashes.h"
#include "tests/must.h"

using namespace foreword;
namespace fs = std::filesystem;

namespace {

using test::GoldenCopy;
using test::must;

template <class T>
std::string codeOf(const Result<T>& result)
{
    return result ? "none" : errorEntry(result.error().code).name;
}

std::string bytesOf(const fs::path& file)
{
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

std::vector<std::string> schemaOf(Connection& connection)
{
    std::vector<std::string> statements;
    Query query(connection, "SELECT coalesce(sql, name) FROM sqlite_schema ORDER BY type, name");
    while (must(query.next()))
        statements.push_back(query.string(0));
    return statements;
}

std::int64_t number(Connection& connection, const char* sql)
{
    return must(Query(connection, sql).number()).value_or(-1);
}

// The next versions, as they could be.
const Migration addsAColumn = {migrations().back().to + 1,
                               "ALTER TABLE person ADD COLUMN pinned INTEGER NOT NULL DEFAULT 0; UPDATE person SET pinned = 1;"};
const Migration fails = {migrations().back().to + 2,
                         "CREATE TABLE extra (row INTEGER PRIMARY KEY) STRICT; INSERT INTO no_such_table VALUES (1);"};

std::vector<Migration> known(std::initializer_list<Migration> more)
{
    std::vector<Migration> steps(migrations().begin(), migrations().end());
    steps.insert(steps.end(), more);
    return steps;
}

} // namespace

class TestMigrations : public QObject {
    Q_OBJECT

private:
    static void oldSchemas()
    {
        QTest::addColumn<int>("schema");
        for (int schema = 1; schema < migrations().back().to; ++schema)
            QTest::addRow("%d", schema) << schema;
    }

private slots:
    void goldenFilesStayAsTheyWere()
    {
        const auto hashOf = [](int schema, const char* file) {
            return sha256Hex(bytesOf(fs::path(FOREWORD_SOURCE_DIR) / "tests/migrations" / ("schema-" + std::to_string(schema)) / file));
        };
        for (const auto& [schema, workspace, check] : golden::hashes) {
            QCOMPARE(hashOf(schema, "workspace.db"), std::string(workspace));
            QCOMPARE(hashOf(schema, "workspace.check"), std::string(check));
        }
    }

    // Schema 11: no conversation has told its language yet, and the next reading tells it.
    void anOlderWorkspaceTellsItsLanguagesAnew()
    {
        const GoldenCopy copy(10);
        const auto workspace = must(copy.open());
        const auto writer = must(workspace.connect(Access::write));
        auto transaction = must(Transaction::write(*writer));
        AnnotationTable table(*writer);
        const auto pending = must(table.pending("dictionary-2", 10));
        QCOMPARE(pending.size(), std::size_t{2});
        QVERIFY(!pending[0].told);
        QCOMPARE(pending[0].messages.at(0).language, std::string("de"));
        const ToldLanguage told{"de", pending[0].messages.at(0).at};
        must(table.setTold(pending[0].interactionRow, told, true));
        QVERIFY(must(table.pending("dictionary-2", 10)).at(0).told == told);
        must(transaction.commit());
    }

    // Schema 10: nothing was overridden before, and it can be now.
    void anOlderWorkspaceHasNoOverrides()
    {
        const GoldenCopy copy(9);
        const auto workspace = must(copy.open());
        const auto writer = must(workspace.connect(Access::write));
        const auto person = must(Search(*writer).exact("crm:C-100", {})).at(0).person;
        QVERIFY(must(readHistory(*writer, person, {})).overrides.empty());
        GivenOverride kept;
        kept.customer = {"crm", "C-100"};
        kept.given = {{},      "R-310",  "supervisor",          "Ann Example",
                      "other", "agreed", golden::clock().now(), golden::clock().now().plusDays(1)};
        kept.recordedAt = golden::clock().now();
        kept.account = "ann"; // schema 12
        auto transaction = must(Transaction::write(*writer));
        kept.number = must(OverrideTable(*writer).add(kept));
        must(transaction.commit());
        QVERIFY(must(readHistory(*writer, person, {})).overrides == std::vector{kept});
    }

    // Schema 8: an older workspace has no runs of data health, and keeps the next.
    void anOlderWorkspaceKeepsRunsOfDataHealth()
    {
        const GoldenCopy copy(7);
        const auto workspace = must(copy.open());
        const auto writer = must(workspace.connect(Access::write));
        auto transaction = must(Transaction::write(*writer));
        HealthTable table(*writer);
        const auto now = golden::clock().now();
        QVERIFY(!must(table.before(now)));
        must(table.keep({now, {{"tiers_differ", "", 2}}}));
        QCOMPARE(must(table.before(now.plusDays(1)))->counts, (std::vector<HealthCount>{{"tiers_differ", "", 2}}));
        must(transaction.commit());
    }

    // Schema 9: what an older program linked is compared anew, and pairs that wait are kept.
    void anOlderWorkspaceIsComparedAnew()
    {
        const GoldenCopy copy(8);
        const auto workspace = must(copy.open());
        const auto writer = must(workspace.connect(Access::write));
        auto transaction = must(Transaction::write(*writer));
        MatchTable table(*writer);
        QVERIFY(!must(table.model()));
        std::vector<std::int64_t> records;
        for (const auto& stamp : must(IdentityTable(*writer).stamps()))
            records.push_back(stamp.row);
        QVERIFY(!records.empty());
        QVERIFY(must(table.waiting()) == records);
        must(table.noneWaits());
        QCOMPARE(must(table.waitingCount()), 0);
        must(transaction.commit());
    }

    // Schema 7 brought them.
    void anOlderWorkspaceKeepsDecisions()
    {
        const GoldenCopy copy(6);
        const auto workspace = must(copy.open());
        const auto writer = must(workspace.connect(Access::write));
        auto transaction = must(Transaction::write(*writer));
        IdentityTable table(*writer);
        must(table.decide({{"crm", "2"}, {"crm", "1"}, true, golden::clock().now()}));
        must(table.decide({{"crm", "1"}, {"crm", "2"}, false, golden::clock().now()}));
        const auto decisions = must(table.decisions());
        QCOMPARE(decisions.size(), std::size_t(1));
        QVERIFY(!decisions[0].same);
        QCOMPARE(decisions[0].a.id, std::string("1"));
        QVERIFY(must(table.forget({"crm", "2"}, {"crm", "1"})));
        QVERIFY(!must(table.forget({"crm", "2"}, {"crm", "1"})));
        must(transaction.commit());
    }

    // Schema 6 brought them.
    void anOlderWorkspaceKeepsDraftsAndFeedback()
    {
        const GoldenCopy copy(5);
        const auto workspace = must(copy.open());
        const auto writer = must(workspace.connect(Access::write));
        QVERIFY(must(DraftTable(*writer).list()).empty());
        QVERIFY(must(FeedbackTable(*writer).list()).empty());
        auto transaction = must(Transaction::write(*writer));
        const Draft draft{{"helpdesk", "4711"}, DraftKind::wrapUp, "Rückruf morgen", golden::clock().now()};
        must(DraftTable(*writer).put(draft));
        const Feedback feedback{{{"helpdesk", "9"}, {0, 10}, Section::promised, {}}, FeedbackVerdict::wrong, "", "", golden::clock().now()};
        must(FeedbackTable(*writer).put(feedback));
        must(transaction.commit());
        QVERIFY(must(DraftTable(*writer).list()) == std::vector{draft});
        QVERIFY(must(FeedbackTable(*writer).list()) == std::vector{feedback});
    }

    // Schema 4 brought it.
    void anOlderWorkspaceGetsAnOutbox()
    {
        const GoldenCopy copy(2);
        const auto workspace = must(copy.open());
        QCOMPARE(must(workspace.info()).schemaVersion, migrations().back().to);
        const auto writer = must(workspace.connect(Access::write));
        const auto source = must(SourceTable(*writer).get("helpdesk"));
        QCOMPARE(source.token.view(), std::string_view("golden token"));
        QVERIFY(source.proxyPassword.empty());
        QVERIFY(must(OutboxTable(*writer).list()).empty());
        auto transaction = must(Transaction::write(*writer));
        OutboxItem item;
        item.key = "a";
        item.source = "helpdesk";
        QVERIFY(must(OutboxTable(*writer).add(item)) > 0);
        must(transaction.commit());
    }

    void stepsAreNumberedInOrder()
    {
        int expected = 1;
        for (const Migration& step : migrations())
            QCOMPARE(step.to, expected++);
    }

    void anOldSchemaOpens_data() { oldSchemas(); }
    void anOldSchemaOpens()
    {
        QFETCH(int, schema);
        const GoldenCopy copy(schema);
        const auto workspace = must(copy.open());
        const auto info = must(workspace.info());
        QCOMPARE(info.schemaVersion, migrations().back().to);
        QCOMPARE(info.createdAt.toString(), std::string("2026-04-01T12:00:00+02:00"));
        using Counts = std::map<std::string, std::int64_t>;
        QVERIFY(info.counts
                == (Counts{{"customer", 1},
                           {"interaction", 1},
                           {"message", 2},
                           {"consent", 1},
                           {"event", 1},
                           {"offer", 1},
                           {"persons", 1},
                           {"unresolved", 1}}));
        const auto reader = must(workspace.connect(Access::read));
        const auto found = must(Search(*reader).exact("crm:C-100", {}));
        QCOMPARE(found.size(), std::size_t{1});
        const auto history = must(readHistory(*reader, found[0].person, {}));
        QVERIFY(history.records == std::vector{golden::customer()});
        QVERIFY(history.interactions == std::vector{golden::interaction()});
        QVERIFY(history.consents == std::vector{golden::consent()});
        QVERIFY(history.events == std::vector{golden::event()});
        QVERIFY(must(RecordTable(*reader).offers()) == std::vector{golden::offer()});
        const auto& message = history.messages.at(0);
        QCOMPARE(message.text, std::string("Wir rufen morgen zurück. Karte lautet: **************** ok"));
        QVERIFY(message.redactions == golden::redactions());
        QVERIFY(message.annotations == golden::annotations());
        QCOMPARE(message.dictionaryVersion, std::string("dictionary-1"));
        const auto source = must(SourceTable(*reader).get("helpdesk"));
        QCOMPARE(source.source.url, golden::source().url);
        QCOMPARE(source.token.view(), std::string_view("golden token"));
        QCOMPARE(must(Search(*reader).find("zoe hofman", {}, 5)).at(0).field, std::string("name"));
        QCOMPARE(must(Search(*reader).find("morgen", {}, 5)).at(0).field, std::string("words"));
    }

    void anOldSchemaCanBeWrittenOn_data() { oldSchemas(); }
    void anOldSchemaCanBeWrittenOn()
    {
        QFETCH(int, schema);
        const GoldenCopy copy(schema);
        const auto workspace = must(copy.open());
        const auto writer = must(workspace.connect(Access::write));
        auto transaction = must(Transaction::write(*writer));
        RecordTable records(*writer);
        QCOMPARE(must(records.put(golden::customer(), sha256Hex("customer"))).change, Change::unchanged);
        auto late = golden::interaction();
        late.key.id = "4799";
        QCOMPARE(must(records.put(late, sha256Hex("late"))).change, Change::added);
        QCOMPARE(must(records.unresolved()).at("message"), 0);
        QCOMPARE(must(records.put(golden::message("11", "4711", "Heute ist der Anschluss wieder da."), sha256Hex("new"), {})).change,
                 Change::added);
        must(transaction.commit());
        QCOMPARE(must(Search(*writer).find("anschluss", {}, 5)).at(0).field, std::string("words"));
    }

    void everySchemaEndsAsTheNewest_data() { oldSchemas(); }
    void everySchemaEndsAsTheNewest()
    {
        QFETCH(int, schema);
        QTemporaryDir temporary;
        const auto fresh = must(Workspace::create(fs::path(temporary.path().toStdString()) / "new", golden::key(), golden::clock()));
        const auto expected = schemaOf(*must(fresh.connect(Access::read)));
        QVERIFY(expected.size() > 20);
        const GoldenCopy copy(schema);
        const auto workspace = must(copy.open());
        QVERIFY(schemaOf(*must(workspace.connect(Access::read))) == expected);
    }

    void theNextVersionIsRefused()
    {
        const GoldenCopy copy(1);
        const int next = migrations().back().to + 1;
        {
            const auto connection = copy.connect();
            auto transaction = must(Transaction::write(*connection));
            must(runScript(*connection, "PRAGMA user_version = " + std::to_string(next)));
            must(transaction.commit());
            must(FileCare(*connection).foldLog());
        }
        const auto before = bytesOf(copy.files().database());
        const auto workspace = copy.open();
        QCOMPARE(codeOf(workspace), std::string("workspace_newer"));
        QCOMPARE(workspace.error().param("found"), std::string_view(std::to_string(next)));
        QCOMPARE(workspace.error().param("known"), std::string_view(std::to_string(next - 1)));
        QVERIFY(bytesOf(copy.files().database()) == before);
        QVERIFY(copy.backups().empty());
    }

    void aFileWithoutSchemaIsDamaged()
    {
        const GoldenCopy copy(1);
        {
            const auto connection = copy.connect();
            auto transaction = must(Transaction::write(*connection));
            must(runScript(*connection, "PRAGMA user_version = 0"));
            must(transaction.commit());
        }
        QCOMPARE(codeOf(copy.open()), std::string("workspace_damaged"));
    }

    void migratesAfterABackup()
    {
        const GoldenCopy copy(1);
        QVERIFY(must(copy.openWith(known({addsAColumn}))).id.size() == 36);
        {
            const auto connection = copy.connect();
            QCOMPARE(must(schemaVersion(*connection)), addsAColumn.to);
            QCOMPARE(number(*connection, "SELECT pinned FROM person"), 1);
            QCOMPARE(number(*connection, "SELECT count(*) FROM message"), 2);
        }
        // The backup is whole, under the same key, in the old schema, and private.
        const auto backups = copy.backups();
        QCOMPARE(backups.size(), std::size_t{1});
        QCOMPARE(backups[0].filename().string(), std::string("workspace-schema-1-20260401T100000Z.db"));
        QVERIFY((fs::status(backups[0]).permissions() & fs::perms::mask) == (fs::perms::owner_read | fs::perms::owner_write));
        QVERIFY(bytesOf(backups[0]).find("SQLite format") == std::string::npos);
        {
            const auto backup = must(Connection::open(backups[0], golden::key(), Access::read));
            QCOMPARE(must(schemaVersion(*backup)), 1);
            QCOMPARE(number(*backup, "SELECT count(*) FROM message"), 2);
            QCOMPARE(number(*backup, "SELECT count(*) FROM message_words('morgen')"), 1);
        }
        // This program, which knows less, refuses it now; the next one needs no second backup.
        QCOMPARE(codeOf(copy.open()), std::string("workspace_newer"));
        must(copy.openWith(known({addsAColumn})));
        QCOMPARE(codeOf(copy.openWith(known({addsAColumn, fails}))), std::string("migration_failed"));
    }

    void aFailedMigrationChangesNothing()
    {
        const GoldenCopy copy(1);
        const auto opened = copy.openWith(known({addsAColumn, fails}));
        QCOMPARE(codeOf(opened), std::string("migration_failed"));
        QCOMPARE(opened.error().param("to"), std::string_view(std::to_string(fails.to)));
        QCOMPARE(opened.error().param("backup"), std::string_view("workspace-schema-1-20260401T100000Z.db"));
        QVERIFY(opened.error().param("detail").find("no_such_table") == std::string_view::npos);
        QCOMPARE(copy.backups().size(), std::size_t{1});
        // Not even the step that went well.
        const auto connection = copy.connect();
        QCOMPARE(must(schemaVersion(*connection)), 1);
        QCOMPARE(number(*connection, "SELECT count(*) FROM pragma_table_info('person') WHERE name = 'pinned'"), 0);
    }

    void nobodyElseMayHaveItOpen()
    {
        const GoldenCopy copy(1);
        {
            const auto other = must(copy.open());
            QCOMPARE(codeOf(copy.openWith(known({addsAColumn}))), std::string("workspace_busy"));
            QCOMPARE(must(other.info()).schemaVersion, migrations().back().to);
            QCOMPARE(copy.backups().size(), std::size_t{1}); // from opening the golden file
        }
        QCOMPARE(codeOf(copy.openWith(known({addsAColumn}))), std::string("none"));
    }

    void noBackupNoMigration()
    {
        const GoldenCopy copy(1);
        std::ofstream(copy.files().backups()) << "a file where the folder should be";
        QCOMPARE(codeOf(copy.openWith(known({addsAColumn}))), std::string("file_unwritable"));
        QCOMPARE(must(schemaVersion(*copy.connect())), 1);
    }
};

QTEST_GUILESS_MAIN(TestMigrations)
#include "test_migrations.moc"
