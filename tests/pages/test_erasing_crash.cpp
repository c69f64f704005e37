// Killed at any moment of an erasure, the customer is whole, or gone without a trace once the
// workspace is opened again. Never in between.
#include "erased_person.h"
#include "page_fixture.h"

#include <chrono>
#include <csignal>

#include <sys/wait.h>
#include <unistd.h>

#include "core/store/file_care.h"

using namespace foreword;
using namespace foreword::pages;

namespace {

[[noreturn]] void eraseAndWait(const fs::path& folder, std::int64_t person)
{
    const auto workspace = Workspace::open(folder, Secret(keyOf('k')), *pages::clock());
    if (workspace && workspace->erase(person)) {
        for (;;)
            ::pause();
    }
    std::_Exit(1);
}

void killWhileErasing(const fs::path& folder, std::int64_t person, useconds_t moment)
{
    const pid_t child = ::fork();
    if (child == 0)
        eraseAndWait(folder, person);
    ::usleep(moment);
    ::kill(child, SIGKILL);
    ::waitpid(child, nullptr, 0);
}

bool anyTrace(const std::vector<Page>& pages)
{
    return std::ranges::any_of(traces(), [&](const auto& trace) { return !placesOf(pages, trace).empty(); });
}

} // namespace

class TestErasingCrash : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void wholeOrGone()
    {
        Fixture fixture;
        fixture.import(otherLines(0, 40) + personLines() + otherLines(40, 60));
        const auto person = must(fixture.bench().resolve("crm:Q-7741"));
        fixture.close();
        fs::create_directory(fixture.folder() / "backups");
        must(FileCare(*fixture.connect()).copyTo(fixture.folder() / "backups" / "workspace-schema-3-earlier.db"));
        must(fixture.workspace().seal());
        const auto counts = must(fixture.workspace().info()).counts;

        // How long a whole one takes here: the moments to die at are spread over it.
        useconds_t whole = 0;
        {
            const auto start = std::chrono::steady_clock::now();
            Fixture undisturbed(fixture.folder(), keyOf('k'));
            must(undisturbed.workspace().erase(person));
            whole = static_cast<useconds_t>(
                std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::steady_clock::now() - start).count());
        }
        int unharmed = 0, gone = 0;
        constexpr int least = 40;
        for (int run = 0; run < least || ((unharmed == 0 || gone == 0) && run < 10 * least); ++run) {
            QTemporaryDir temporary;
            const auto folder = fs::path(temporary.path().toStdString()) / "copy";
            fs::copy(fixture.folder(), folder, fs::copy_options::recursive);
            killWhileErasing(folder, person, static_cast<useconds_t>(whole * static_cast<unsigned>(run % least + 1) / least));

            const auto workspace = must(Workspace::open(folder, Secret(keyOf('k')), *pages::clock()));
            const auto now = must(workspace.info()).counts;
            const auto after = decrypt(folder, keyOf('k'));
            QVERIFY(!placesOf(after, "Nummer7").empty());
            QVERIFY(!fs::exists(folder / "workspace.db.new"));
            if (now == counts) {
                ++unharmed;
                QVERIFY(!placesOf(after, "Quastenflosser").empty());
                must(workspace.erase(person)); // and it can still be done
                continue;
            }
            ++gone;
            QCOMPARE(now.at("customer"), 60);
            QCOMPARE(now.at("message"), 360);
            QVERIFY(!anyTrace(after));
        }
        QVERIFY(unharmed > 0);
        QVERIFY(gone > 0);
    }
};

QTEST_GUILESS_MAIN(TestErasingCrash)
#include "test_erasing_crash.moc"
