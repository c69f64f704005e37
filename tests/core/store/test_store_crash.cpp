#include "store_fixture.h"

#include <csignal>

#include <sys/wait.h>
#include <unistd.h>

using namespace foreword;
using namespace foreword::storetest;

namespace {

constexpr int batchSize = 40;

// Writes batch after batch and reports each that was committed, until it is killed.
[[noreturn]] void writeUntilKilled(const std::filesystem::path& folder, int reports)
{
    const auto workspace = must(Workspace::open(folder, keyOf('k'), Fixture::clock()));
    const auto writer = must(workspace.connect(Access::write));
    for (int batch = 0;; ++batch) {
        auto transaction = must(Transaction::write(*writer));
        RecordTable table(*writer);
        for (int i = 0; i < batchSize; ++i) {
            const auto id = std::to_string(batch) + "-" + std::to_string(i);
            must(table.put(message(id, "c" + std::to_string(i % 7), "words of batch " + std::to_string(batch)), sha256Hex(id), {}));
        }
        must(transaction.commit());
        const char done = 1;
        if (::write(reports, &done, 1) != 1)
            std::_Exit(1);
    }
}

// Gives the workspace one key after the other until it is killed.
[[noreturn]] void rekeyUntilKilled(const std::filesystem::path& folder)
{
    auto workspace = must(Workspace::open(folder, keyOf('k'), Fixture::clock()));
    for (;;) {
        must(workspace.rekey(keyOf('n')));
        must(workspace.rekey(keyOf('k')));
    }
}

[[noreturn]] void createAndWait(const std::filesystem::path& folder)
{
    [[maybe_unused]] const auto held = Workspace::create(folder, keyOf('k'), Fixture::clock());
    for (;;)
        ::pause();
}

template <class Work>
void killWhile(const Work& work, useconds_t moment)
{
    const pid_t child = ::fork();
    if (child == 0)
        work();
    ::usleep(moment);
    ::kill(child, SIGKILL);
    ::waitpid(child, nullptr, 0);
}

} // namespace

class TestStoreCrash : public QObject {
    Q_OBJECT

private:
    // Kills the writing child in the middle of its work, after `batches` commits and a moment
    // that differs from run to run; how many it reported.
    static int killAfter(const std::filesystem::path& folder, int batches, useconds_t moment)
    {
        int ends[2];
        if (::pipe(ends) != 0)
            qFatal("no pipe");
        const pid_t child = ::fork();
        if (child == 0) {
            ::close(ends[0]);
            writeUntilKilled(folder, ends[1]);
        }
        ::close(ends[1]);
        char report = 0;
        int reported = 0;
        while (reported < batches && ::read(ends[0], &report, 1) == 1)
            ++reported;
        ::usleep(moment);
        ::kill(child, SIGKILL);
        while (::read(ends[0], &report, 1) == 1)
            ++reported;
        ::close(ends[0]);
        ::waitpid(child, nullptr, 0);
        return reported;
    }

private slots:
    void onlyWholeBatchesAreThere()
    {
        for (int run = 0; run < 12; ++run) {
            Fixture fixture;
            fixture.closeWriter();
            const int reported = killAfter(fixture.folder(), 1 + run, static_cast<useconds_t>(run * 377));
            QVERIFY(reported > run);
            const auto workspace = must(Workspace::open(fixture.folder(), keyOf('k'), Fixture::clock()));
            const auto reader = must(workspace.connect(Access::read));
            const auto number = [&](const char* sql) { return must(Query(*reader, sql).number()).value_or(-1); };
            const auto messages = number("SELECT count(*) FROM message");
            QCOMPARE(messages % batchSize, 0);
            // What was reported is there; one more may have been committed unreported.
            QVERIFY(messages / batchSize >= reported);
            QVERIFY(messages / batchSize <= reported + 1);
            QCOMPARE(number("SELECT count(*) FROM annotation"), messages);
            QCOMPARE(number("SELECT count(*) FROM message_words('words')"), messages);
            QCOMPARE(number("SELECT count(*) FROM pragma_quick_check WHERE quick_check <> 'ok'"), 0);
            QCOMPARE(number("SELECT count(*) FROM pragma_foreign_key_check"), 0);
        }
    }

    // Whenever it dies, the workspace is whole under one of the two keys and refuses the other.
    void aKeyChangeIsWholeOrNot()
    {
        Fixture fixture;
        for (int i = 0; i < 100; ++i)
            fixture.put(customer("C-" + std::to_string(i), "Maria Hoffmann"));
        std::filesystem::create_directory(fixture.folder() / "backups");
        fixture.closeWriter();
        must(fixture.workspace().seal());
        std::filesystem::copy_file(fixture.folder() / "workspace.db", fixture.folder() / "backups" / "old.db");
        const auto folder = fixture.folder();
        fixture.workspace() = must(Workspace::create(folder / "other", keyOf('k'), Fixture::clock())); // lets go
        int underNewKey = 0;
        // At least 15 times, and until it has died under the new key a few times.
        for (int run = 0; run < 15 || (underNewKey < 2 && run < 300); ++run) {
            killWhile([&] { rekeyUntilKilled(folder); }, static_cast<useconds_t>(5000 + run * 37997 % 700000));
            char key = 'k';
            auto workspace = Workspace::open(folder, keyOf('k'), Fixture::clock());
            if (!workspace) {
                QCOMPARE(codeOf(workspace), std::string("workspace_wrong_key"));
                key = 'n';
                ++underNewKey;
                workspace = Workspace::open(folder, keyOf('n'), Fixture::clock());
            }
            QCOMPARE(codeOf(workspace), std::string("none"));
            QCOMPARE(must(workspace->info()).counts.at("customer"), 100);
            QCOMPARE(codeOf(Workspace::open(folder, keyOf(key == 'k' ? 'n' : 'k'), Fixture::clock())), std::string("workspace_wrong_key"));
            if (key == 'n')
                must(workspace->rekey(keyOf('k')));
            QVERIFY(!std::filesystem::exists(folder / "workspace.db.new"));
            const auto backup = folder / "backups" / "old.db";
            QVERIFY(Connection::open(backup, keyOf('k'), Access::read) || Connection::open(backup, keyOf('n'), Access::read));
        }
        QVERIFY(underNewKey >= 2);
    }

    void creationIsWholeOrNot()
    {
        int missing = 0;
        for (int run = 0; run < 20; ++run) {
            QTemporaryDir temporary;
            const auto folder = std::filesystem::path(temporary.path().toStdString()) / "workspace";
            killWhile([&] { createAndWait(folder); }, static_cast<useconds_t>(run * 5000));
            const auto opened = codeOf(Workspace::open(folder, keyOf('k'), Fixture::clock()));
            if (opened == "none")
                continue;
            QCOMPARE(opened, std::string("workspace_missing"));
            ++missing;
            QCOMPARE(codeOf(Workspace::create(folder, keyOf('k'), Fixture::clock())), std::string("none"));
        }
        QVERIFY(missing > 0);
    }
};

QTEST_GUILESS_MAIN(TestStoreCrash)
#include "test_store_crash.moc"
