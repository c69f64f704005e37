// The reader of pages finds what it is meant to find: otherwise "nothing is left" would say
// nothing.
#include "../core/store/store_fixture.h"

#include <sqlite3.h>

#include "core/store/file_care.h"
#include "core/store/raw_key.h"
#include "decrypted_pages.h"

using namespace foreword;
using namespace foreword::storetest;
namespace fs = std::filesystem;

namespace {

const std::string marker = "Quexolotl in the third drawer";

bool anyIn(const std::vector<std::string>& places, const std::string& file)
{
    return std::ranges::any_of(places, [&](const std::string& place) { return place.starts_with(file + " "); });
}

// SQLCipher as it comes, without what Connection sets: deleted rows stay in their pages.
class Careless {
public:
    explicit Careless(const fs::path& file)
    {
        sqlite3_open(file.c_str(), &m_db);
        const Secret text = rawKeyText(keyOf('k'));
        sqlite3_key_v2(m_db, "main", text.view().data(), static_cast<int>(text.view().size()));
        run("PRAGMA secure_delete = OFF");
    }
    ~Careless() { sqlite3_close_v2(m_db); }
    Careless(const Careless&) = delete;
    Careless& operator=(const Careless&) = delete;
    void run(const std::string& sql)
    {
        if (sqlite3_exec(m_db, sql.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK)
            qFatal("%s: %s", sql.c_str(), sqlite3_errmsg(m_db));
    }

private:
    sqlite3* m_db = nullptr;
};

} // namespace

class TestDecryptedPages : public QObject {
    Q_OBJECT

private:
    static std::vector<std::string> places(const fs::path& folder, const std::string& text = marker)
    {
        return pages::placesOf(pages::decrypt(folder, keyOf('k').view()), text);
    }

private slots:
    void findsALiveRow()
    {
        Fixture fixture;
        fixture.put(message("1", "c", marker));
        fixture.closeWriter();
        must(fixture.workspace().seal());
        QVERIFY(anyIn(places(fixture.folder()), "workspace.db"));
        QVERIFY(places(fixture.folder(), "Quexolotl in the fourth drawer").empty());
        // The encrypted bytes show nothing of it: this is why pages are decrypted.
        QVERIFY(bytesOf(fixture.folder() / "workspace.db").find("Quexolotl") == std::string::npos);
    }

    void findsTheLog()
    {
        Fixture fixture;
        must(fixture.workspace().seal());
        fixture.put(message("1", "c", marker));
        QVERIFY(anyIn(places(fixture.folder()), "workspace.db-wal"));
        QVERIFY(!anyIn(places(fixture.folder()), "workspace.db"));
    }

    void findsFramesPastTheLastCommit()
    {
        Fixture fixture;
        must(fixture.workspace().seal());
        {
            // A cache of one page spills what is not committed into the log.
            auto transaction = must(Transaction::write(fixture.writer()));
            must(runScript(fixture.writer(), "PRAGMA cache_size = 1"));
            for (int i = 0; i < 300; ++i)
                fixture.putInside(message(std::to_string(i), "c", marker + std::string(200, '.')));
        }
        QCOMPARE(fixture.number("SELECT count(*) FROM message"), 0);
        QVERIFY(anyIn(places(fixture.folder()), "workspace.db-wal"));
    }

    void findsADeletedRow()
    {
        QTemporaryDir temporary;
        const auto folder = fs::path(temporary.path().toStdString());
        {
            Careless db(folder / "careless.db");
            db.run("CREATE TABLE t (x TEXT)");
            db.run("INSERT INTO t VALUES ('" + marker + "')");
            db.run("DELETE FROM t");
        }
        QVERIFY(anyIn(places(folder), "careless.db"));
    }

    void findsAFreePage()
    {
        QTemporaryDir temporary;
        const auto folder = fs::path(temporary.path().toStdString());
        {
            Careless db(folder / "careless.db");
            db.run("CREATE TABLE keep (x TEXT)");
            db.run("CREATE TABLE t (x TEXT)");
            db.run("INSERT INTO t VALUES ('" + marker + std::string(5000, '.') + "')");
            db.run("DROP TABLE t");
        }
        QVERIFY(anyIn(places(folder), "careless.db"));
    }

    void findsABackup()
    {
        Fixture fixture;
        fixture.put(message("1", "c", marker));
        fs::create_directory(fixture.folder() / "backups");
        must(FileCare(fixture.writer()).copyTo(fixture.folder() / "backups" / "old.db"));
        QVERIFY(anyIn(places(fixture.folder()), "old.db"));
    }

    void readsAnotherFileAsItIs()
    {
        QTemporaryDir temporary;
        const auto folder = fs::path(temporary.path().toStdString());
        writeBytes(folder / "a.log", "before " + marker);
        QVERIFY(anyIn(places(folder), "a.log"));
    }

    void anotherKeyIsAnError()
    {
        Fixture fixture;
        must(fixture.workspace().seal());
        QVERIFY_THROWS_EXCEPTION(std::runtime_error, pages::decrypt(fixture.folder(), keyOf('n').view()));
    }
};

QTEST_GUILESS_MAIN(TestDecryptedPages)
#include "test_decrypted_pages.moc"
