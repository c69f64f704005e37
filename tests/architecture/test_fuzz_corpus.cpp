// First files of fuzz targets are a few, written by hand: a target that is started by hand keeps
// all it finds in its first folder, and thousands of inputs once came into the tree that way.
#include <QDir>
#include <QTest>

namespace {
constexpr int mostFiles = 20;
constexpr qint64 largest = 64 * 1024;
} // namespace

class TestFuzzCorpus : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void firstFilesAreFewAndSmall()
    {
        const QDir corpus(QStringLiteral(FOREWORD_SOURCE_DIR "/tests/fuzz/corpus"));
        const auto targets = corpus.entryInfoList(QDir::Dirs | QDir::NoDotAndDotDot);
        QVERIFY(!targets.isEmpty());
        for (const QFileInfo& target : targets) {
            const auto files = QDir(target.filePath()).entryInfoList(QDir::Files);
            QVERIFY2(!files.isEmpty() && files.size() <= mostFiles,
                     qPrintable(QStringLiteral("%1: %2 files").arg(target.fileName()).arg(files.size())));
            for (const QFileInfo& file : files)
                QVERIFY2(file.size() <= largest, qPrintable(file.filePath()));
        }
    }
};

QTEST_APPLESS_MAIN(TestFuzzCorpus)
#include "test_fuzz_corpus.moc"
