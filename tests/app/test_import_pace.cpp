#include "app/ctl/import_pace.h"

#include <QTest>

using namespace foreword;
using namespace foreword::ctl;
using namespace std::chrono_literals;

class TestImportPace : public QObject {
    Q_OBJECT

private:
    static ImportProgress progress(bool checking, std::int64_t lines)
    {
        ImportProgress progress;
        progress.file = "/somewhere/crm.jsonl";
        progress.checking = checking;
        progress.lines = progress.passLines = lines;
        progress.bytes = progress.passBytes = static_cast<std::uint64_t>(lines) * 200;
        progress.totalBytes = progress.allBytes = 200'000'000; // a million lines
        return progress;
    }

    // Ten seconds at that many lines a second, from `lines` on.
    static std::int64_t run(ImportPace& pace, ImportPace::TimePoint& now, bool checking, std::int64_t lines, int perSecond)
    {
        for (int i = 0; i <= 20; ++i, now += 500ms, lines += perSecond / 2)
            pace.add(progress(checking, lines), now);
        return lines - perSecond / 2;
    }

private slots:
    void saysNothingTooEarly()
    {
        ImportPace pace;
        const ImportPace::TimePoint now{};
        pace.add(progress(true, 2000), now);
        pace.add(progress(true, 4000), now + 100ms);
        QVERIFY(!pace.linesPerSecond() && !pace.secondsLeft());
        QCOMPARE(pace.text(), std::string("Checking crm.jsonl (pass 1 of 2): 4,000 lines, 0.8 of 200.0 MB"));
    }

    // While checking, the writing that is to come is in the time left.
    void countsBothPasses()
    {
        ImportPace pace;
        ImportPace::TimePoint now{};
        const auto lines = run(pace, now, true, 0, 50'000);
        QCOMPARE(lines, std::int64_t(500'000));
        QVERIFY(qAbs(pace.linesPerSecond().value_or(0) - 50'000) < 1);
        const double left = pace.secondsLeft().value_or(0);
        QVERIFY2(left > 10 + 100 && left < 10 + 600, qPrintable(QString::number(left)));
    }

    // The second pass starts with a guess from the first and then knows better.
    void learnsFromTheSecondPass()
    {
        ImportPace pace;
        ImportPace::TimePoint now{};
        run(pace, now, true, 0, 50'000);
        run(pace, now, true, 500'000, 50'000);
        pace.add(progress(false, 2000), now);
        QVERIFY(pace.secondsLeft().value_or(0) > 100);
        const auto lines = run(pace, now, false, 2000, 4000);
        QVERIFY(qAbs(pace.secondsLeft().value_or(0) - static_cast<double>(1'000'000 - lines) / 4000) < 1);
        QCOMPARE(pace.text(), std::string("Importing crm.jsonl (pass 2 of 2): 42,000 lines, 8.4 of 200.0 MB, 4,000 lines/s, 4 min left"));
    }

    // What slowed down or sped up counts, not the average since the beginning.
    void followsTheLastSeconds()
    {
        ImportPace pace;
        ImportPace::TimePoint now{};
        auto lines = run(pace, now, false, 0, 1000);
        for (int i = 0; i < 3; ++i)
            lines = run(pace, now, false, lines, 10'000);
        QVERIFY(pace.linesPerSecond().value_or(0) > 9000);
    }
};

QTEST_GUILESS_MAIN(TestImportPace)
#include "test_import_pace.moc"
