// What followers of the sources hear: the last is always how it stands.
#include <QTest>

#include "core/desk/sync_board.h"

using namespace foreword;

namespace {

// Pulled only when told to, which nobody does here.
SavedSource source(const char* name)
{
    SavedSource made;
    made.name = name;
    made.kind = "rt";
    made.options = {{"every", "off"}};
    return made;
}

} // namespace

class TestSyncBoard : public QObject {
    Q_OBJECT

private Q_SLOTS:
    // Somebody is told how it stands while it changes.
    void theLastThatIsHeardIsTheNewest()
    {
        const auto refuses = [](const auto&) -> Result<> { return fail(ErrorCode::cancelled); };
        SyncBoard board({refuses, *loadBuiltInDefinitions(), std::make_shared<FixedClock>(Timestamp()), {}, pauseBeforeSync});
        board.adopt({source("a")});
        bool once = false;
        board.follow({}, [&](const std::vector<SourceStatus>&) {
            if (std::exchange(once, false))
                board.adopt({source("a"), source("b")});
        });
        std::vector<std::size_t> heard;
        board.follow({}, [&](const std::vector<SourceStatus>& statuses) { heard.push_back(statuses.size()); });
        once = true;
        board.adopt({source("a")});
        QCOMPARE(heard, (std::vector<std::size_t>{1, 1, 2}));
        QCOMPARE(board.statuses().size(), std::size_t(2));
    }

    void whoCancelledHearsNothing()
    {
        const auto refuses = [](const auto&) -> Result<> { return fail(ErrorCode::cancelled); };
        SyncBoard board({refuses, *loadBuiltInDefinitions(), std::make_shared<FixedClock>(Timestamp()), {}, pauseBeforeSync});
        CancelSource cancel;
        int heard = 0;
        board.follow(cancel.token(), [&](const std::vector<SourceStatus>&) { ++heard; });
        QCOMPARE(heard, 1);
        cancel.cancel();
        board.adopt({source("a")});
        QCOMPARE(heard, 1);
    }
};

QTEST_GUILESS_MAIN(TestSyncBoard)
#include "test_sync_board.moc"
