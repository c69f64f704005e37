#include "store_fixture.h"

#include <csignal>

#include <sys/resource.h>

#include "core/store/migrations.h"

using namespace foreword;
using namespace foreword::storetest;
namespace fs = std::filesystem;

namespace {

constexpr std::size_t pageSize = 4096;

fs::path databaseIn(const fs::path& folder)
{
    return folder / "workspace.db";
}

int modeOf(const fs::path& path)
{
    return static_cast<int>(fs::status(path).permissions() & fs::perms::mask);
}

void flipByte(const fs::path& file, std::size_t offset)
{
    auto bytes = bytesOf(file);
    bytes.at(offset) = static_cast<char>(bytes.at(offset) ^ 0x55);
    writeBytes(file, bytes);
}

// Everything that is on disk, backups included.
std::string wholeFolder(const fs::path& folder)
{
    std::string all;
    for (const auto& entry : fs::recursive_directory_iterator(folder)) {
        if (entry.is_regular_file())
            all += bytesOf(entry.path());
    }
    return all;
}

} // namespace

class TestWorkspace : public QObject {
    Q_OBJECT

private:
    static std::string openCode(const fs::path& folder, char key = 'k')
    {
        return codeOf(Workspace::open(folder, keyOf(key), Fixture::clock()));
    }

    // A workspace of many pages, closed.
    static void fill(Fixture& fixture)
    {
        auto transaction = must(Transaction::write(fixture.writer()));
        fixture.putInside(customer("C-1", "Maria Hoffmann"));
        fixture.putInside(interaction("4711", "C-1"));
        for (int i = 0; i < 400; ++i)
            fixture.putInside(message("m" + std::to_string(i), "4711", std::string(500, static_cast<char>('a' + i % 26))));
        must(transaction.commit());
        fixture.closeWriter();
        must(fixture.workspace().seal());
    }

private slots:
    void isMadeAndOpenedAgain()
    {
        Fixture fixture;
        fixture.put(customer("C-1", "Maria Hoffmann"));
        const auto made = must(fixture.workspace().info());
        QCOMPARE(made.id.size(), std::size_t{36});
        const auto again = must(Workspace::open(fixture.folder(), keyOf('k'), Fixture::clock()));
        const auto info = must(again.info());
        QCOMPARE(info.id, made.id);
        QCOMPARE(info.schemaVersion, migrations().back().to);
        QVERIFY(info.cipherVersion.starts_with("4."));
        QCOMPARE(info.createdAt.toString(), std::string("2026-04-01T12:00:00Z"));
        QCOMPARE(info.counts.at("customer"), 1);
        QCOMPARE(info.counts.at("message"), 0);
        QCOMPARE(info.counts.at("persons"), 0);
        QCOMPARE(info.counts.at("unresolved"), 0);
        QVERIFY(info.fileBytes > 0);
    }

    void isPrivate()
    {
        Fixture fixture;
        fixture.put(customer("C-1", "Maria Hoffmann"));
        QCOMPARE(modeOf(fixture.folder()), 0700);
        int files = 0;
        for (const auto& entry : fs::directory_iterator(fixture.folder())) {
            QCOMPARE(modeOf(entry.path()), 0600);
            ++files;
        }
        QVERIFY(files >= 4); // file, log, key check, lock
        fs::permissions(fixture.folder(),
                        fs::perms::owner_all | fs::perms::group_read | fs::perms::group_exec | fs::perms::others_read
                            | fs::perms::others_exec);
        fs::permissions(databaseIn(fixture.folder()),
                        fs::perms::owner_read | fs::perms::owner_write | fs::perms::group_read | fs::perms::others_read);
        QCOMPARE(openCode(fixture.folder()), std::string("none"));
        QCOMPARE(modeOf(fixture.folder()), 0700);
        QCOMPARE(modeOf(databaseIn(fixture.folder())), 0600);
    }

    void runsOnlyAsSettled()
    {
        Fixture fixture;
        QCOMPARE(fixture.number("PRAGMA foreign_keys"), 1);
        QCOMPARE(fixture.number("PRAGMA secure_delete"), 1);
        QCOMPARE(fixture.number("PRAGMA temp_store"), 2);
        QCOMPARE(fixture.number("PRAGMA trusted_schema"), 0);
    }

    void isNotMadeTwice()
    {
        Fixture fixture;
        const auto again = Workspace::create(fixture.folder(), keyOf('x'), Fixture::clock());
        QCOMPARE(codeOf(again), std::string("workspace_exists"));
        QCOMPARE(again.error().param("path"), std::string_view(fixture.folder().native()));
        QCOMPARE(openCode(fixture.folder()), std::string("none"));
    }

    void leavesNothingBehindWhenItCannotBeMade()
    {
        QTemporaryDir temporary;
        const fs::path folder = fs::path(temporary.path().toStdString()) / "new";
        QCOMPARE(codeOf(Workspace::create(folder, Secret("too short"), Fixture::clock())), std::string("internal"));
        QVERIFY(!fs::exists(folder));
        const fs::path file = fs::path(temporary.path().toStdString()) / "file";
        writeBytes(file, "not a folder");
        QCOMPARE(codeOf(Workspace::create(file / "inside", keyOf('k'), Fixture::clock())), std::string("file_unwritable"));
        // Half-way: the files of the workspace may not grow past 16 KiB.
        struct rlimit before{};
        QCOMPARE(getrlimit(RLIMIT_FSIZE, &before), 0);
        auto* oldHandler = std::signal(SIGXFSZ, SIG_IGN);
        const struct rlimit small{16384, before.rlim_max};
        QCOMPARE(setrlimit(RLIMIT_FSIZE, &small), 0);
        const auto made = Workspace::create(folder, keyOf('k'), Fixture::clock());
        QCOMPARE(setrlimit(RLIMIT_FSIZE, &before), 0);
        std::signal(SIGXFSZ, oldHandler);
        QVERIFY(!made);
        QVERIFY(!fs::exists(folder));
    }

    void isMadeInAFolderWithOtherThings()
    {
        QTemporaryDir temporary;
        const fs::path folder(temporary.path().toStdString());
        writeBytes(folder / "note.txt", "mine");
        writeBytes(folder / "workspace.db.new", "left by a creation that died");
        must(Workspace::create(folder, keyOf('k'), Fixture::clock()));
        QCOMPARE(bytesOf(folder / "note.txt"), std::string("mine"));
        QCOMPARE(openCode(folder), std::string("none"));
    }

    void tellsAMissingOne()
    {
        QTemporaryDir temporary;
        QCOMPARE(openCode(fs::path(temporary.path().toStdString())), std::string("workspace_missing"));
        QCOMPARE(openCode(fs::path(temporary.path().toStdString()) / "none"), std::string("workspace_missing"));
    }

    void tellsAWrongKeyFromDamage_data()
    {
        QTest::addColumn<bool>("hasKeyCheck");
        QTest::addColumn<bool>("damagedFirstPage");
        QTest::addColumn<char>("key");
        QTest::addColumn<QByteArray>("expected");
        QTest::newRow("right key") << true << false << 'k' << QByteArray("none");
        QTest::newRow("wrong key") << true << false << 'x' << QByteArray("workspace_wrong_key");
        QTest::newRow("damage") << true << true << 'k' << QByteArray("workspace_damaged");
        QTest::newRow("damage and wrong key") << true << true << 'x' << QByteArray("workspace_wrong_key");
        QTest::newRow("no key check, right key") << false << false << 'k' << QByteArray("none");
        QTest::newRow("no key check, wrong key") << false << false << 'x' << QByteArray("workspace_wrong_key");
    }

    void tellsAWrongKeyFromDamage()
    {
        QFETCH(bool, hasKeyCheck);
        QFETCH(bool, damagedFirstPage);
        QFETCH(char, key);
        QFETCH(QByteArray, expected);
        Fixture fixture;
        fill(fixture);
        if (damagedFirstPage)
            flipByte(databaseIn(fixture.folder()), 100);
        if (!hasKeyCheck)
            fs::remove(fixture.folder() / "workspace.check");
        QCOMPARE(openCode(fixture.folder(), key), expected.toStdString());
        if (expected == "none") // it is made again
            QVERIFY(fs::exists(fixture.folder() / "workspace.check"));
    }

    void mendsAKeyCheckThatMakesNoSense()
    {
        Fixture fixture;
        const fs::path check = fixture.folder() / "workspace.check";
        const auto right = bytesOf(check);
        for (const char* wrong :
             {"", "{", "[1]", R"({"format":2})", R"({"format":1,"workspace":7,"key_checks":[]})",
              R"({"format":1,"workspace":"x","key_checks":[1]})", R"({"format":1,"workspace":"x","key_checks":["00"]})"}) {
            writeBytes(check, wrong);
            QCOMPARE(openCode(fixture.folder()), std::string("none"));
            QCOMPARE(bytesOf(check), right);
        }
    }

    void tellsDamageInTheMiddle()
    {
        Fixture fixture;
        fill(fixture);
        const auto size = fs::file_size(databaseIn(fixture.folder()));
        QVERIFY(size > 40 * pageSize);
        // Every page but the first, one byte each.
        for (std::size_t offset = pageSize + 77; offset < size; offset += pageSize)
            flipByte(databaseIn(fixture.folder()), offset);
        const auto workspace = Workspace::open(fixture.folder(), keyOf('k'), Fixture::clock());
        QCOMPARE(codeOf(workspace), std::string("workspace_damaged"));
    }

    void tellsDamageWhereItIsRead()
    {
        Fixture fixture;
        fixture.person("C-1", "Maria Hoffmann");
        fill(fixture);
        // The messages lie in the second half.
        const auto size = fs::file_size(databaseIn(fixture.folder()));
        for (std::size_t offset = size / 2 / pageSize * pageSize; offset < size; offset += pageSize)
            flipByte(databaseIn(fixture.folder()), offset + 99);
        const auto workspace = must(Workspace::open(fixture.folder(), keyOf('k'), Fixture::clock()));
        const auto reader = must(workspace.connect(Access::read));
        QCOMPARE(codeOf(readHistory(*reader, 1, {})), std::string("workspace_damaged"));
    }

    void tellsATruncatedFile()
    {
        Fixture fixture;
        fill(fixture);
        const auto bytes = bytesOf(databaseIn(fixture.folder()));
        for (const std::size_t size : {std::size_t{0}, std::size_t{1}, std::size_t{1000}, pageSize - 1}) {
            writeBytes(databaseIn(fixture.folder()), bytes.substr(0, size));
            QCOMPARE(openCode(fixture.folder()), std::string("workspace_damaged"));
        }
    }

    void refusesAPlainFile()
    {
        Fixture fixture;
        fill(fixture);
        std::string plain = "SQLite format 3";
        plain.push_back('\0');
        plain.resize(2 * pageSize);
        writeBytes(databaseIn(fixture.folder()), plain);
        QCOMPARE(openCode(fixture.folder()), std::string("workspace_plain"));
        QCOMPARE(bytesOf(databaseIn(fixture.folder())), plain);
    }

    void noticesAFileThatTurnsPlain()
    {
        Fixture fixture;
        std::string plain = "SQLite format 3";
        plain.push_back('\0');
        auto bytes = bytesOf(databaseIn(fixture.folder()));
        auto transaction = must(Transaction::write(fixture.writer()));
        fixture.putInside(customer("C-1", "Maria Hoffmann"));
        writeBytes(databaseIn(fixture.folder()), plain + bytes.substr(16));
        QCOMPARE(codeOf(transaction.commit()), std::string("workspace_plain"));
    }

    void holdsNothingPlain()
    {
        Fixture fixture;
        auto& writer = fixture.writer();
        fixture.put(customer("C-1", "Needleman Haystack"));
        fixture.put(interaction("4711", "C-1"));
        fixture.put(message("1", "4711", "needlework in the haystack, needlework everywhere"));
        {
            auto transaction = must(Transaction::write(writer));
            SavedSource source;
            source.name = "desk";
            must(SourceTable(writer).add(source, Secret("needletoken"), Secret("needlepassword")));
            must(transaction.commit());
        }
        const auto search = [&](const std::string& all) {
            for (const char* needle : {"needle", "Needle", "haystack", "SQLite format", "CREATE TABLE"})
                QVERIFY2(all.find(needle) == std::string::npos, needle);
        };
        QVERIFY(fs::file_size(fixture.folder() / "workspace.db-wal") > 0);
        search(wholeFolder(fixture.folder()));
        must(fixture.workspace().seal());
        QCOMPARE(fs::file_size(fixture.folder() / "workspace.db-wal"), std::uintmax_t{0});
        search(wholeFolder(fixture.folder()));
        // The search would find it: the same bytes are there once decrypted.
        QCOMPARE(fixture.number("SELECT count(*) FROM message WHERE text LIKE 'needle%'"), 1);
    }

    void sealingFindsPlainFiles()
    {
        Fixture fixture;
        must(fixture.workspace().seal());
        std::string plain = "SQLite format 3";
        plain.push_back('\0');
        fs::create_directory(fixture.folder() / "backups");
        writeBytes(fixture.folder() / "backups" / "copy.db", plain + std::string(100, 'x'));
        QCOMPARE(codeOf(fixture.workspace().seal()), std::string("workspace_plain"));
    }

    void sealingWaitsForReaders()
    {
        Fixture fixture;
        const auto reader = fixture.reader();
        auto reading = must(Transaction::read(*reader));
        Query any(*reader, "SELECT count(*) FROM customer");
        must(any.number());
        fixture.put(customer("C-1", "Maria Hoffmann"));
        QCOMPARE(codeOf(fixture.workspace().seal()), std::string("workspace_busy"));
        must(reading.commit());
        QCOMPARE(codeOf(fixture.workspace().seal()), std::string("none"));
    }

    void takesWhateverPathItIsGiven()
    {
        QTemporaryDir temporary;
        const fs::path folder = fs::path(temporary.path().toStdString()) / "it's a ?new#folder&x=1; größer";
        must(Workspace::create(folder, keyOf('k'), Fixture::clock()));
        auto workspace = must(Workspace::open(folder, keyOf('k'), Fixture::clock()));
        must(workspace.rekey(keyOf('n')));
        QCOMPARE(openCode(folder, 'n'), std::string("none"));
    }
};

QTEST_GUILESS_MAIN(TestWorkspace)
#include "test_workspace.moc"
