#include "store_fixture.h"

#include "core/store/key_check.h"

using namespace foreword;
using namespace foreword::storetest;
namespace fs = std::filesystem;

class TestWorkspaceRekey : public QObject {
    Q_OBJECT

private:
    static std::string openCode(const fs::path& folder, char key) { return codeOf(Workspace::open(folder, keyOf(key), Fixture::clock())); }

    static std::int64_t customers(const fs::path& folder, char key)
    {
        return must(must(Workspace::open(folder, keyOf(key), Fixture::clock())).info()).counts.at("customer");
    }

private slots:
    void changesTheKey()
    {
        Fixture fixture;
        fixture.put(customer("C-1", "Maria Hoffmann"));
        fixture.closeWriter();
        const auto id = must(fixture.workspace().info()).id;
        must(fixture.workspace().rekey(keyOf('n')));
        // The same object goes on under the new key.
        QCOMPARE(must(fixture.workspace().info()).counts.at("customer"), 1);
        QCOMPARE(openCode(fixture.folder(), 'k'), std::string("workspace_wrong_key"));
        QCOMPARE(customers(fixture.folder(), 'n'), 1);
        QCOMPARE(must(fixture.workspace().info()).id, id);
        QVERIFY(!fs::exists(fixture.folder() / "workspace.db.new"));
    }

    void waitsForNobody()
    {
        Fixture fixture;
        fixture.writer().setBusyTimeout(std::chrono::milliseconds(1));
        // The writing connection is open.
        QCOMPARE(codeOf(fixture.workspace().rekey(keyOf('n'))), std::string("workspace_busy"));
        QCOMPARE(fixture.put(customer("C-1", "Maria Hoffmann")).change, Change::added);
        fixture.closeWriter();
        {
            const auto other = must(Workspace::open(fixture.folder(), keyOf('k'), Fixture::clock()));
            QCOMPARE(codeOf(fixture.workspace().rekey(keyOf('n'))), std::string("workspace_busy"));
        }
        must(fixture.workspace().rekey(keyOf('n')));
        QCOMPARE(customers(fixture.folder(), 'n'), 1);
    }

    void refusesABadKey()
    {
        Fixture fixture;
        fixture.closeWriter();
        QCOMPARE(codeOf(fixture.workspace().rekey(Secret("short"))), std::string("internal"));
        QCOMPARE(openCode(fixture.folder(), 'k'), std::string("none"));
    }

    // A crash at each step leaves one of these states; opening mends it.
    void survivesACrashBeforeTheSwitch()
    {
        Fixture fixture;
        fixture.put(customer("C-1", "Maria Hoffmann"));
        fixture.closeWriter();
        const auto id = must(fixture.workspace().info()).id;
        const fs::path check = fixture.folder() / "workspace.check";
        must(writeKeyCheck(check, {id, {keyCheckOf(keyOf('k'), id), keyCheckOf(keyOf('n'), id)}}));
        writeBytes(fixture.folder() / "workspace.db.new", "half a file");
        writeBytes(fixture.folder() / "workspace.db.new-journal", "half a journal");
        fixture.workspace() = must(Workspace::create(fixture.folder() / "other", keyOf('k'), Fixture::clock())); // lets go
        QCOMPARE(openCode(fixture.folder(), 'n'), std::string("workspace_wrong_key"));
        QCOMPARE(customers(fixture.folder(), 'k'), 1);
        QCOMPARE(readKeyCheck(check).value(), (KeyCheck{id, {keyCheckOf(keyOf('k'), id)}}));
        QVERIFY(!fs::exists(fixture.folder() / "workspace.db.new"));
        QVERIFY(!fs::exists(fixture.folder() / "workspace.db.new-journal"));
    }

    void survivesACrashAfterTheSwitch()
    {
        Fixture fixture;
        fixture.put(customer("C-1", "Maria Hoffmann"));
        fixture.closeWriter();
        const auto id = must(fixture.workspace().info()).id;
        must(fixture.workspace().rekey(keyOf('n')));
        const fs::path check = fixture.folder() / "workspace.check";
        must(writeKeyCheck(check, {id, {keyCheckOf(keyOf('k'), id), keyCheckOf(keyOf('n'), id)}}));
        QCOMPARE(openCode(fixture.folder(), 'k'), std::string("workspace_wrong_key"));
        QCOMPARE(customers(fixture.folder(), 'n'), 1);
        QCOMPARE(readKeyCheck(check).value(), (KeyCheck{id, {keyCheckOf(keyOf('n'), id)}}));
    }

    void leavesTheDraftOfAnotherAlone()
    {
        Fixture fixture; // holds the workspace
        writeBytes(fixture.folder() / "workspace.db.new", "in the making");
        QCOMPARE(openCode(fixture.folder(), 'k'), std::string("none"));
        QVERIFY(fs::exists(fixture.folder() / "workspace.db.new"));
    }

    void takesTheBackupsAlong()
    {
        Fixture fixture;
        fixture.put(customer("C-1", "Maria Hoffmann"));
        fixture.closeWriter();
        must(fixture.workspace().seal());
        const fs::path backup = fixture.folder() / "backups" / "workspace-schema-0.db";
        fs::create_directory(fixture.folder() / "backups");
        fs::copy_file(fixture.folder() / "workspace.db", backup);
        must(fixture.workspace().rekey(keyOf('n')));
        QCOMPARE(codeOf(Connection::open(backup, keyOf('k'), Access::read)), std::string("workspace_wrong_key"));
        const auto connection = must(Connection::open(backup, keyOf('n'), Access::read));
        Query count(*connection, "SELECT count(*) FROM customer");
        QCOMPARE(must(count.number()).value_or(0), 1);
    }

    void keepsDamageApart()
    {
        Fixture fixture;
        for (int i = 0; i < 200; ++i)
            fixture.put(customer("C-" + std::to_string(i), "Maria Hoffmann " + std::string(300, 'x')));
        fixture.closeWriter();
        must(fixture.workspace().seal());
        auto bytes = bytesOf(fixture.folder() / "workspace.db");
        bytes.at(bytes.size() - 2000) ^= 1;
        writeBytes(fixture.folder() / "workspace.db", bytes);
        QCOMPARE(codeOf(fixture.workspace().rekey(keyOf('n'))), std::string("workspace_damaged"));
        QVERIFY(!fs::exists(fixture.folder() / "workspace.db.new"));
        QCOMPARE(openCode(fixture.folder(), 'n'), std::string("workspace_wrong_key"));
        QCOMPARE(openCode(fixture.folder(), 'k'), std::string("none"));
    }
};

QTEST_GUILESS_MAIN(TestWorkspaceRekey)
#include "test_workspace_rekey.moc"
