// An import that is killed, interrupted or runs out of disk at any moment leaves a sound
// workspace with whole records only, and the next run completes it to what an undisturbed
// import gives.
//
// FOREWORD_KILL_ROUNDS sets how often each kind of end is tried (ctest: 5; the full run: 50),
// FOREWORD_KILL_SEED the moments; both are printed.
#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <csignal>
#include <memory>
#include <random>

#include <sys/resource.h>
#include <unistd.h>

#include "core/ingest/interchange.h"
#include "tests/bench/generated_history.h"
#include "workspace_dump.h"

using namespace foreword;
using namespace foreword::apptest;

namespace {

constexpr int customers = 40;
constexpr int messages = 2000; // several batches

int fromEnvironment(const char* name, int otherwise)
{
    bool number = false;
    const int value = qEnvironmentVariableIntValue(name, &number);
    return number ? value : otherwise;
}

// A company's history, with a consent and an event a customer.
QByteArray generatedLines()
{
    QByteArray lines;
    bench::CompanyPlan plan{customers, messages, *Timestamp::parse("2026-11-09T10:00:00+01:00"), 7};
    const auto write = [&lines](const Record& record) { lines.append(QByteArray::fromStdString(canonicalLine(record))).append('\n'); };
    bench::generateCompany(plan, [&](const Record& record) {
        write(record);
        const auto* customer = std::get_if<CustomerRecord>(&record);
        if (!customer)
            return;
        ConsentRecord consent;
        consent.source = "crm";
        consent.customer = customer->key;
        consent.purpose = "marketing";
        consent.at = plan.asOf;
        write(consent);
        EventRecord event;
        event.source = "billing";
        event.customer = customer->key;
        event.name = "payment_missed";
        event.at = plan.asOf;
        event.data = "{}";
        write(event);
    });
    return lines;
}

// One workspace and what happens to it.
class Attempt {
public:
    explicit Attempt(const QString& keyFile, const QString& file) : m_keyFile(keyFile), m_file(file)
    {
        QProcess process;
        process.start(QStringLiteral(FOREWORDCTL),
                      {QStringLiteral("workspace"), QStringLiteral("init"), QStringLiteral("--workspace"), workspace(),
                       QStringLiteral("--key-file"), m_keyFile});
        if (!process.waitForFinished(60000) || process.exitCode() != 0)
            qFatal("no workspace: %s", process.readAllStandardError().constData());
    }

    QString workspace() const { return m_folder.filePath(QStringLiteral("workspace")); }
    rlim_t fileBytes() const { return static_cast<rlim_t>(QFileInfo(workspace() + QStringLiteral("/workspace.db")).size()); }
    WorkspaceDump dump() const { return dumpWorkspace(workspace().toStdString()); }
    // Until the import has begun to write, which is the earliest moment at which it surely listens.
    void waitUntilItWrites() const
    {
        QFileInfo log(workspace() + QStringLiteral("/workspace.db-wal"));
        for (int turn = 0; log.size() == 0; ++turn, log.refresh()) {
            if (turn == 120000)
                qFatal("the import does not begin to write");
            ::usleep(500);
        }
    }

    std::unique_ptr<QProcess> start(rlim_t largestFile = RLIM_INFINITY) const
    {
        auto process = std::make_unique<QProcess>();
        process->setChildProcessModifier([largestFile] {
            const rlimit limit{largestFile, largestFile};
            ::setrlimit(RLIMIT_FSIZE, &limit);
        });
        process->start(QStringLiteral(FOREWORDCTL),
                       {QStringLiteral("import"), m_file, QStringLiteral("--json"), QStringLiteral("--workspace"), workspace(),
                        QStringLiteral("--key-file"), m_keyFile});
        if (!process->waitForStarted(60000))
            qFatal("forewordctl does not start");
        return process;
    }

    // To the end, undisturbed.
    QJsonObject complete() const
    {
        const auto process = start();
        if (!process->waitForFinished(120000) || process->exitStatus() != QProcess::NormalExit || process->exitCode() != 0)
            qFatal("the import failed: %s", process->readAllStandardError().constData());
        return QJsonDocument::fromJson(process->readAllStandardOutput()).object();
    }

private:
    QTemporaryDir m_folder;
    QString m_keyFile, m_file;
};

QString firstOf(const std::vector<std::string>& faults)
{
    return faults.empty() ? QString() : QString::fromStdString(faults.front());
}

bool isPartOf(const std::set<std::string>& part, const std::set<std::string>& whole)
{
    return std::ranges::includes(whole, part);
}

} // namespace

class TestImportInterrupted : public QObject {
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    QString m_keyFile, m_file;
    WorkspaceDump m_whole;
    qint64 m_duration = 0; // microseconds
    rlim_t m_emptyBytes = 0, m_wholeBytes = 0; // of the workspace's file
    int m_rounds = 0;
    std::mt19937 m_random;

    qint64 moment() { return static_cast<qint64>(m_random() % static_cast<std::uint32_t>(m_duration + m_duration / 20)); }

    // What must hold whenever it ended, and what the next run makes of it. How many records were there.
    std::size_t checkAndComplete(const Attempt& attempt)
    {
        const auto partial = attempt.dump();
        if (!partial.faults.empty() || !isPartOf(partial.records, m_whole.records))
            qFatal("not sound: %s", qPrintable(firstOf(partial.faults)));
        attempt.complete();
        if (!(attempt.dump() == m_whole))
            qFatal("the next run does not complete it");
        return partial.records.size();
    }

private slots:
    void initTestCase()
    {
        m_rounds = fromEnvironment("FOREWORD_KILL_ROUNDS", 5);
        const int seed = fromEnvironment("FOREWORD_KILL_SEED", 1);
        m_random.seed(static_cast<unsigned>(seed));
        m_keyFile = m_folder.filePath(QStringLiteral("key"));
        m_file = m_folder.filePath(QStringLiteral("history.jsonl"));
        const auto write = [](const QString& name, const QByteArray& content) {
            QFile file(name);
            QVERIFY(file.open(QIODevice::WriteOnly) && file.write(content) == content.size());
        };
        write(m_keyFile, QByteArray("6b").repeated(32)); // 'k'
        write(m_file, generatedLines());

        const Attempt attempt(m_keyFile, m_file);
        m_emptyBytes = attempt.fileBytes();
        QElapsedTimer timer;
        timer.start();
        attempt.complete();
        m_duration = timer.nsecsElapsed() / 1000;
        m_wholeBytes = attempt.fileBytes();
        m_whole = attempt.dump();
        QCOMPARE(firstOf(m_whole.faults), QString());
        QVERIFY(m_whole.records.size() > customers * 3 + messages);
        qInfo("%d rounds of each kind, seed %d, an import takes %lld ms", m_rounds, seed, static_cast<long long>(m_duration / 1000));
    }

    void importingAgainChangesNothing()
    {
        const Attempt attempt(m_keyFile, m_file);
        attempt.complete();
        const auto again = attempt.complete();
        for (const auto* change : {"added", "updated"}) {
            const auto counts = again[QLatin1String(change)].toObject();
            QVERIFY(!counts.isEmpty());
            for (const auto& count : counts)
                QCOMPARE(count.toInt(), 0);
        }
        QVERIFY(attempt.dump() == m_whole);
    }

    void killed()
    {
        std::size_t least = m_whole.records.size(), most = 0;
        for (int round = 0; round < m_rounds; ++round) {
            const Attempt attempt(m_keyFile, m_file);
            const auto process = attempt.start();
            ::usleep(static_cast<useconds_t>(moment()));
            process->kill();
            QVERIFY(process->waitForFinished(60000));
            const auto found = checkAndComplete(attempt);
            least = std::min(least, found);
            most = std::max(most, found);
        }
        qInfo("found between %zu and %zu of %zu records", least, most, m_whole.records.size());
    }

    // Ctrl-C and a request to terminate: in order, with a word on what is in.
    void interrupted()
    {
        int inOrder = 0;
        for (int round = 0; round < m_rounds; ++round) {
            const Attempt attempt(m_keyFile, m_file);
            const auto process = attempt.start();
            if (round < 2)
                attempt.waitUntilItWrites();
            else
                ::usleep(static_cast<useconds_t>(moment()));
            ::kill(static_cast<pid_t>(process->processId()), round % 2 == 0 ? SIGINT : SIGTERM);
            QVERIFY(process->waitForFinished(60000));
            const auto said = process->readAllStandardError();
            const auto found = checkAndComplete(attempt);
            if (process->exitStatus() == QProcess::CrashExit) {
                QVERIFY(found == 0 || found == m_whole.records.size()); // it had not begun to listen, or was done
                continue;
            }
            if (process->exitCode() == 0) {
                QCOMPARE(found, m_whole.records.size());
                continue;
            }
            ++inOrder;
            QCOMPARE(process->exitCode(), 1);
            QVERIFY2(said.contains("Cancelled."), said.constData());
            QVERIFY2(said.contains(found == 0 && !said.contains("holds") ? "Nothing was written" : "Run it again to go on"),
                     said.constData());
        }
        qInfo("%d of %d ended in order", inOrder, m_rounds);
        QVERIFY(inOrder > 0);
    }

    // The second one does not wait for a batch.
    void interruptedTwice()
    {
        for (int round = 0; round < std::max(1, m_rounds / 5); ++round) {
            const Attempt attempt(m_keyFile, m_file);
            const auto process = attempt.start();
            ::usleep(static_cast<useconds_t>(moment()));
            for (int i = 0; i < 2; ++i)
                ::kill(static_cast<pid_t>(process->processId()), SIGINT);
            QVERIFY(process->waitForFinished(60000));
            checkAndComplete(attempt);
        }
    }

    // Where it stops is set between what an empty workspace needs and what the whole import does.
    void theDiskIsFull()
    {
        for (const rlim_t percent : {10, 40, 70}) {
            const rlim_t limit = m_emptyBytes + (m_wholeBytes - m_emptyBytes) * percent / 100;
            const Attempt attempt(m_keyFile, m_file);
            const auto process = attempt.start(limit);
            QVERIFY(process->waitForFinished(60000));
            const auto said = process->readAllStandardError();
            QVERIFY2(process->exitStatus() == QProcess::NormalExit, "killed instead of told");
            QVERIFY2(said.contains("The disk is full"), said.constData());
            QCOMPARE(process->exitCode(), 1);
            checkAndComplete(attempt);
        }
    }
};

QTEST_GUILESS_MAIN(TestImportInterrupted)
#include "test_import_interrupted.moc"
