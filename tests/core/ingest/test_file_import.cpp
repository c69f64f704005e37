#include <QTest>

#ifndef _WIN32
#include <unistd.h>
#endif

#include "core/ingest/file_import.h"
#include "ingest_fixture.h"

using namespace foreword;
using namespace foreword::ingesttest;

namespace {

std::string codeOf(const Result<ImportOutcome>& outcome)
{
    if (!outcome)
        return errorEntry(outcome.error().code).name;
    return outcome->stopped ? errorEntry(outcome->stopped->code).name : "none";
}

std::string lines(int first, int last)
{
    std::string out;
    for (int n = first; n <= last; ++n)
        out += customerNumber(n) + "\n";
    return out;
}

Result<ImportOutcome> import(Fixture& fixture, const std::vector<std::filesystem::path>& files, const ImportOptions& options = {},
                             const CancelToken& cancel = {}, const FormatLimits& limits = {})
{
    Ingestor ingestor(fixture.connection(), {}, 100);
    return importFiles(files, *jsonLinesFormat(limits), ingestor, options, cancel);
}

} // namespace

class TestFileImport : public QObject {
    Q_OBJECT

private slots:
    void readsWhatFilesLookLike_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<int>("count");
        QTest::newRow("plain") << QByteArray(lines(1, 3).c_str()) << 3;
        QTest::newRow("no last line end") << QByteArray(lines(1, 3).c_str()).chopped(1) << 3;
        QTest::newRow("CRLF") << QByteArray(lines(1, 3).c_str()).replace("\n", "\r\n") << 3;
        QTest::newRow("byte order mark") << QByteArray("\xEF\xBB\xBF") + lines(1, 3).c_str() << 3;
        QTest::newRow("empty lines") << QByteArray("\n\r\n  \n") + lines(1, 3).c_str() + "\n\n" << 3;
        QTest::newRow("empty file") << QByteArray() << 0;
        QTest::newRow("byte order mark alone") << QByteArray("\xEF\xBB\xBF") << 0;
        QTest::newRow("the same record twice") << QByteArray((lines(1, 2) + lines(1, 2)).c_str()) << 2;
    }

    void readsWhatFilesLookLike()
    {
        QFETCH(QByteArray, content);
        QFETCH(int, count);
        Fixture fixture;
        const auto outcome = must(import(fixture, {fixture.file("in.jsonl", content.toStdString())}));
        QVERIFY(outcome.written && outcome.rejected == 0);
        QCOMPARE(fixture.customers().size(), std::size_t(count));
    }

    void lineLengthsAroundBlocksAndLimits()
    {
        Fixture fixture;
        std::string content;
        int count = 0;
        // Lines whose ends fall on, before and after the blocks in which files are read.
        for (const int length : {1024 * 1024 - 2, 1024 * 1024 - 1, 1024 * 1024, 1024 * 1024 + 1, 3 * 1024 * 1024, 200}) {
            std::string line = messageNumber(++count, "x");
            line.replace(line.rfind('x'), 1, static_cast<std::size_t>(length) - line.size(), 'y');
            content += line + (count % 2 == 0 ? "\r\n" : "\n");
        }
        const auto outcome = must(import(fixture, {fixture.file("in.jsonl", content)}));
        QVERIFY(outcome.written);
        QCOMPARE(fixture.messages().size(), std::size_t(count));
    }

    void aBadLineLeavesNothingBehind()
    {
        Fixture fixture;
        const auto good = fixture.file("good.jsonl", lines(1, 300));
        const auto bad =
            fixture.file("bad.jsonl", lines(301, 302) + "\n{\"type\":\"customer\",\"source\":\"crm\"}\nnonsense\n" + lines(303, 303));
        const auto outcome = must(import(fixture, {good, bad}));
        QVERIFY(!outcome.written);
        QVERIFY(outcome.counts.byType.empty());
        QCOMPARE(outcome.rejected, std::int64_t(2));
        QCOMPARE(outcome.lines, std::int64_t(305));
        QCOMPARE(outcome.rejects[0].file, bad.string());
        QCOMPARE(outcome.rejects[0].line, std::int64_t(4));
        QVERIFY(outcome.rejects[0].error.code == ErrorCode::missing_field);
        QCOMPARE(outcome.rejects[1].line, std::int64_t(5));
        QVERIFY(outcome.rejects[1].error.code == ErrorCode::bad_json);
        QVERIFY(fixture.customers().empty());
    }

    void skipBadWritesTheGoodLines()
    {
        Fixture fixture;
        ImportOptions options;
        options.skipBad = true;
        const auto outcome = must(import(fixture, {fixture.file("in.jsonl", "x\n" + lines(1, 3) + "{}\n")}, options));
        QVERIFY(outcome.written);
        QCOMPARE(outcome.rejected, std::int64_t(2));
        QCOMPARE(fixture.customers().size(), std::size_t(3));
        QCOMPARE(outcome.counts.byType.at("customer").added, std::int64_t(3));
    }

    void rejectsLongLinesWithoutReadingThemIn()
    {
        Fixture fixture;
        ImportOptions options;
        options.skipBad = true;
        const FormatLimits limits{1000};
        const std::string exactly = customerNumber(1) + std::string(1000 - customerNumber(1).size(), ' ');
        const auto outcome = must(import(
            fixture, {fixture.file("in.jsonl", exactly + "\r\n" + exactly + " \n" + std::string(3'000'000, 'x') + "\n" + lines(2, 2))},
            options, {}, limits));
        QCOMPARE(outcome.rejected, std::int64_t(2));
        QCOMPARE(outcome.rejects[0].line, std::int64_t(2));
        QVERIFY(outcome.rejects[0].error.code == ErrorCode::line_too_long);
        QCOMPARE(std::string(outcome.rejects[0].error.param("limit")), std::string("1000"));
        QCOMPARE(fixture.customers().size(), std::size_t(2));
    }

    void keepsSomeRejectsAndCountsAll()
    {
        Fixture fixture;
        ImportOptions options;
        options.mostRejects = 10;
        std::string content;
        for (int i = 0; i < 100; ++i)
            content += "x\n";
        const auto outcome = must(import(fixture, {fixture.file("in.jsonl", content)}, options));
        QCOMPARE(outcome.rejects.size(), std::size_t(10));
        QCOMPARE(outcome.rejected, std::int64_t(100));
    }

    void namesFilesThatCannotBeRead()
    {
        Fixture fixture;
        const auto good = fixture.file("good.jsonl", lines(1, 3));
        const auto missing = fixture.folder() / "missing.jsonl";
        const auto outcome = import(fixture, {good, missing});
        QCOMPARE(codeOf(outcome), std::string("file_not_found"));
        QCOMPARE(std::string(outcome.error().param("file")), missing.string());
        QCOMPARE(codeOf(import(fixture, {fixture.folder()})), std::string("unsupported_file"));
        QCOMPARE(codeOf(import(fixture, {fixture.file("in.csv", "a,b\n")})), std::string("unsupported_file"));
        QVERIFY(fixture.customers().empty());
    }

    void refusesUnreadableFiles()
    {
        Fixture fixture;
        const auto file = fixture.file("in.jsonl", lines(1, 1));
        std::filesystem::permissions(file, std::filesystem::perms::none);
#ifndef _WIN32
        // Root reads what it likes, so it is somebody else for as long as the file is asked for.
        constexpr uid_t nobody = 65534;
        const uid_t self = ::geteuid();
        QVERIFY(self != 0 || ::seteuid(nobody) == 0);
        const std::string code = codeOf(import(fixture, {file}));
        QVERIFY(::seteuid(self) == 0);
        QCOMPARE(code, std::string("file_unreadable"));
#else
        QSKIP("Windows has no mode that forbids the owner to read");
#endif
    }

    // A file that another program writes to is never half-believed. The change comes in when
    // the first pass is over, by way of its last progress report.
    void noticesAChangedFile_data()
    {
        QTest::addColumn<QByteArray>("after");
        QTest::addColumn<bool>("keepTime");
        const QByteArray before(lines(1, 500).c_str());
        QTest::newRow("grown") << before + customerNumber(501).c_str() + "\n" << false;
        QTest::newRow("cut") << before.left(1000) << false;
        QTest::newRow("same size, later") << QByteArray(before).replace("Person 7\"", "Nosrep 7\"") << false;
        QTest::newRow("same size and time") << QByteArray(before).replace("Person 7\"", "Nosrep 7\"") << true;
    }

    void noticesAChangedFile()
    {
        QFETCH(QByteArray, after);
        QFETCH(bool, keepTime);
        Fixture fixture;
        const auto file = fixture.file("in.jsonl", lines(1, 500));
        const auto time = std::filesystem::last_write_time(file);
        ImportOptions options;
        options.progress = [&](const ImportProgress& progress) {
            if (!progress.checking || progress.bytes != progress.totalBytes || progress.lines != 500)
                return;
            fixture.file("in.jsonl", after.toStdString());
            std::filesystem::last_write_time(file, keepTime ? time : time + std::chrono::seconds(2));
        };
        QCOMPARE(codeOf(import(fixture, {file}, options)), std::string("file_changed"));
        QVERIFY(fixture.customers().empty());
    }

    void stopsWhenCancelled()
    {
        Fixture fixture;
        CancelSource source;
        ImportOptions options;
        options.progress = [&source](const ImportProgress& progress) {
            if (!progress.checking)
                source.cancel();
        };
        const auto first = fixture.file("1.jsonl", lines(1, 250));
        const auto second = fixture.file("2.jsonl", lines(251, 500));
        QCOMPARE(codeOf(import(fixture, {first, second}, options, source.token())), std::string("cancelled"));
        // Whole batches are there; run again, the rest comes.
        QCOMPARE(fixture.customers().size(), std::size_t(200));
        const auto outcome = must(import(fixture, {first, second}));
        QVERIFY((outcome.counts.byType.at("customer") == TypeCounts{300, 0, 200}));
        QCOMPARE(fixture.customers().size(), std::size_t(500));
    }

    void reportsProgressOfBothPasses()
    {
        Fixture fixture;
        const std::string content = lines(1, 5000);
        std::vector<ImportProgress> seen;
        ImportOptions options;
        options.progress = [&seen](const ImportProgress& progress) { seen.push_back(progress); };
        must(import(fixture, {fixture.file("in.jsonl", content)}, options));
        QCOMPARE(seen.size(), std::size_t(6));
        QVERIFY(seen[0].checking && seen[0].lines == 2000 && seen[0].totalBytes == content.size());
        QVERIFY(seen[2].checking && seen[2].lines == 5000 && seen[2].bytes == content.size());
        QVERIFY(!seen[5].checking && seen[5].bytes == content.size());
    }
};

QTEST_GUILESS_MAIN(TestFileImport)
#include "test_file_import.moc"
