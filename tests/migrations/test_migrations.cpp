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
        QTest::newRow("1") << 1;
        QTest::newRow("2") << 2;
        QTest::newRow("3") << 3;
        QTest::newRow("4") << 4;
        QTest::newRow("5") << 5;
        QTest::newRow("6") << 6;
        QTest::newRow("7") << 7;
        QTest::newRow("8") << 8;
        QTest::newRow("9") << 9;
    }

private slots:
    void goldenFilesStayAsTheyWere()
    {
        const auto hashOf = [](int schema, const char* file) {
            return sha256Hex(bytesOf(fs::path(FOREWORD_SOURCE_DIR) / "tests/migrations" / ("schema-" + std::to_string(schema)) / file));
        };
        QCOMPARE(hashOf(1, "workspace.db"), std::string("6436d46e2e378b87cbcf1a5120c1af6ede02b8b85177d97042a8ac6437c8660a"));
        QCOMPARE(hashOf(1, "workspace.check"), std::string("e002e4bfe72304689bc4d449b682af605d6b3ff1582bb729a3f4d53f999f0ca8"));
        QCOMPARE(hashOf(2, "workspace.db"), std::string("f3b09389461c4e3aabfc274d380519f4159aac9c8054c9ade1e419e8342d5196"));
        QCOMPARE(hashOf(2, "workspace.check"), std::string("d1b740984a5de5058dcda022aaf35dc68253a65d0a68d1152603ca415cd7e48e"));
        QCOMPARE(hashOf(3, "workspace.db"), std::string("eeef7db9783ce114655c2e60921fd50b2fcaa9f5d48777512ed3c8e962378d6f"));
        QCOMPARE(hashOf(3, "workspace.check"), std::string("aa16171be41e94ebb110ec9b4c07c24b10e588d5de7876729619431753d24f53"));
        QCOMPARE(hashOf(4, "workspace.db"), std::string("0e64d1bdeadba28d8880782c07ad429787260bd38a68e6b15b1f0ab6435b15c9"));
        QCOMPARE(hashOf(4, "workspace.check"), std::string("f6e838cbf76d6598ec3913897d04b6741a597afef3d08be4b80a35896be91e1a"));
        QCOMPARE(hashOf(5, "workspace.db"), std::string("263b3f003262284ad7b643461b3da238a4a6bdefdbd236b14f36bdf3d5565068"));
        QCOMPARE(hashOf(5, "workspace.check"), std::string("8a69202d2edf55eca1d7ca38842ffea66b883f7518bae444182694e6672d1b30"));
        QCOMPARE(hashOf(6, "workspace.db"), std::string("dcf380817a8cef601fc4b3a700db3bf5c4c3dfba737b225df34859ad8fa4be08"));
        QCOMPARE(hashOf(6, "workspace.check"), std::string("11981db09ca90e6198a9c5a0f48bff46089c9dc283d0b1ed0f0c984e87f99891"));
        QCOMPARE(hashOf(7, "workspace.db"), std::string("208d754edf3d6fb59bbc37e5910b8c6c6f1b9ab13df7c65e8bbb34af4ac3ae9e"));
        QCOMPARE(hashOf(7, "workspace.check"), std::string("ef340b0a23d46474b082a66fd9d2a7fcd80fbc93656b2c26efa164732c03df2e"));
        QCOMPARE(hashOf(8, "workspace.db"), std::string("c41c88bf2e753c744095ca88eac13428b1b41ddcf8dc1c3b0ecf1ec3509a5f12"));
        QCOMPARE(hashOf(8, "workspace.check"), std::string("13521892f6eedd83da4d43a4d58605c7d1b5a6521dff592ea7057c2d016626b0"));
        QCOMPARE(hashOf(9, "workspace.db"), std::string("d3e396b7e55ab9150a2049c8a66c3a862401db06e444adb71a8dbf382a702fdc"));
        QCOMPARE(hashOf(9, "workspace.check"), std::string("13521892f6eedd83da4d43a4d58605c7d1b5a6521dff592ea7057c2d016626b0"));
        QCOMPARE(hashOf(10, "workspace.db"), std::string("e247980d3ea35adbdc847350adf583fe21985eec4f1b3934486d36e1f4be131b"));
        QCOMPARE(hashOf(10, "workspace.check"), std::string("f1dcf22e855fb7537d3a75ff3a3f0ce1e50379555706a11b3266aea7797d2aec"));
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
