// What the programs leave outside the workspace: a log without a customer's words, tokens or
// keys at any level, no temporary files, no crash dumps.
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <sys/inotify.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include "app/platform/log_output.h"
#include "app/platform/process.h"
#include "tests/sources/fake_tracker.h"

namespace {

struct Ran {
    int status = -1;
    QByteArray out, err;
};

// Words of a customer, in every field, and secrets: none may be seen outside.
const QList<QByteArray> markers = {"Quexolotl", "quexolotl", "Wyvernstein", "xylographie", "1-28-good", "7777777777"};

const QByteArray lines =
    R"({"type":"customer","source":"crm","id":"Quexolotl-1","names":["Wyvernstein Quexolotl"],"emails":["quexolotl@example.com"],)"
    R"("attributes":{"note":"xylographie"}})"
    "\n"
    R"({"type":"interaction","source":"h","id":"Quexolotl-i","customer":{"source":"crm","id":"Quexolotl-1"},"channel":"email",)"
    R"("kind":"complaint","subject":"Quexolotl","status":"open","opened_at":"2026-01-01T00:00:00Z","tags":["xylographie"]})"
    "\n"
    R"({"type":"message","source":"h","id":"Quexolotl-m","interaction":"Quexolotl-i","sender":"customer",)"
    R"("at":"2026-01-01T00:00:00Z","text":"My xylographie is broken, says Wyvernstein. I complain for the third time."})"
    "\n";

// Files that are made in a folder while it lives, also those that are gone again.
class Watch {
public:
    explicit Watch(const QString& folder) : m_inotify(::inotify_init1(IN_NONBLOCK | IN_CLOEXEC))
    {
        ::inotify_add_watch(m_inotify, folder.toLocal8Bit().constData(), IN_CREATE | IN_MOVED_TO);
    }
    ~Watch() { ::close(m_inotify); }
    Watch(const Watch&) = delete;
    Watch& operator=(const Watch&) = delete;
    bool sawAnything() const
    {
        char buffer[4096];
        return ::read(m_inotify, buffer, sizeof buffer) > 0;
    }

private:
    int m_inotify;
};

} // namespace

class TestLog : public QObject {
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    QString m_log = m_folder.filePath(QStringLiteral("foreword.log"));
    QString m_temp = m_folder.filePath(QStringLiteral("temp"));
    QString m_workspace = m_folder.filePath(QStringLiteral("workspace"));
    QByteArray m_errors; // everything said on standard error

    QString write(const QString& name, const QByteArray& content)
    {
        QFile file(m_folder.filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
            qFatal("cannot write %s", qPrintable(name));
        return file.fileName();
    }

    QByteArray log() const
    {
        QFile file(m_log);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    QStringList options() const
    {
        return {QStringLiteral("--workspace"), m_workspace,
                QStringLiteral("--key-file"),  m_folder.filePath(QStringLiteral("key")),
                QStringLiteral("--log-level"), QStringLiteral("trace"),
                QStringLiteral("--log-file"),  m_log};
    }

    Ran run(const QStringList& arguments)
    {
        QProcess process;
        auto environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("TMPDIR"), m_temp);
        environment.insert(QStringLiteral("SQLITE_TMPDIR"), m_temp);
        process.setProcessEnvironment(environment);
        process.setWorkingDirectory(m_temp);
        process.start(QStringLiteral(FOREWORDCTL), options() + arguments);
        if (!process.waitForFinished(120000))
            qFatal("forewordctl did not end");
        Ran ran{process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1, process.readAllStandardOutput(),
                process.readAllStandardError()};
        m_errors += ran.err;
        return ran;
    }

    void everythingOnce()
    {
        QCOMPARE(run({QStringLiteral("workspace"), QStringLiteral("init")}).status, 0);
        QCOMPARE(run({QStringLiteral("import"), write(QStringLiteral("all.jsonl"), lines)}).status, 0);
        const auto bad = lines
            + R"({"type":"message","source":"h","id":"x","interaction":"y","sender":"Quexolotl is no sender","text":1})"
              "\n{\"Wyvernstein\n";
        QCOMPARE(run({QStringLiteral("import"), write(QStringLiteral("bad.jsonl"), bad)}).status, 3);
        for (const char* command : {"find", "show", "brief", "decide", "export"})
            QCOMPARE(run({QString::fromLatin1(command), QStringLiteral("crm:Quexolotl-1")}).status, 0);
        QCOMPARE(run({QStringLiteral("find"), QStringLiteral("xylographie")}).status, 0);
    }

    void pullOnce(bool malformed)
    {
        FakeTracker tracker;
        if (malformed)
            tracker.instead = [](const std::string& question, const ServedRequest&) -> std::optional<std::string> {
                return question == "contents" ? std::optional(httpAnswer(200, "{\"Quexolotl\": [\"Wyvernstein")) : std::nullopt;
            };
        const QString name = malformed ? QStringLiteral("broken") : QStringLiteral("tracker");
        QCOMPARE(run({QStringLiteral("source"), QStringLiteral("add"), QStringLiteral("rt"), name, QStringLiteral("--url"),
                      QString::fromStdString(tracker.url()), QStringLiteral("--option"), QStringLiteral("allow_http=yes"),
                      QStringLiteral("--token-file"), write(QStringLiteral("token"), "1-28-good\n")})
                     .status,
                 0);
        const auto pulled = run({QStringLiteral("pull"), name, QStringLiteral("--customer"), QString::fromLatin1(helen)});
        QVERIFY2(pulled.status == (malformed ? 1 : 0), pulled.err.constData());
    }

private Q_SLOTS:
    void initTestCase()
    {
        QDir().mkpath(m_temp);
        write(QStringLiteral("key"), QByteArray(64, '7') + '\n');
    }

    void nothingOfACustomerGetsOut()
    {
        const Watch watch(m_temp);
        everythingOnce();
        pullOnce(false);
        pullOnce(true);
        QCOMPARE(run({QStringLiteral("erase"), QStringLiteral("crm:Quexolotl-1"), QStringLiteral("--yes")}).status, 0);
        const auto text = log();
        // It says what happened …
        for (const char* said : {"command=import", "type=message added=1", "rejected line=4", "command=brief", "command=pull",
                                 "pull records=", "failed code=answer_malformed", "erased tombstones="})
            QVERIFY2(text.contains(said), qPrintable(QString::fromUtf8(text) + QLatin1String(" lacks ") + QLatin1String(said)));
        // … and of whom nothing.
        for (const auto& marker : markers + QList<QByteArray>{"helen", "Helen", "baker", "1111"}) {
            QVERIFY2(!text.contains(marker), marker.constData());
            QVERIFY2(!m_errors.contains(marker), (marker + " in " + m_errors).constData());
        }
        QVERIFY(!watch.sawAnything());
        QVERIFY(QDir(m_temp).isEmpty());
        // The search would have found them.
        QVERIFY(QByteArray(lines).contains(markers.front()));
    }

    void theLogIsForItsOwnerOnly()
    {
        const auto mask = ::umask(0);
        QFile::remove(m_log);
        QCOMPARE(run({QStringLiteral("workspace"), QStringLiteral("info")}).status, 0);
        ::umask(mask);
        QCOMPARE(QFileInfo(m_log).permissions() & (QFile::ReadGroup | QFile::ReadOther | QFile::WriteGroup | QFile::WriteOther),
                 QFile::Permissions());
    }

    void levelsAreKept()
    {
        QFile::remove(m_log);
        QCOMPARE(run({QStringLiteral("--log-level"), QStringLiteral("loud"), QStringLiteral("workspace"), QStringLiteral("info")}).status,
                 2);
        const auto quiet = foreword::openLog({"error", m_log.toStdString()});
        QVERIFY(quiet);
        quiet->info("unheard");
        quiet->error("heard", {{"code", foreword::ErrorCode::disk_full}, {"count", 7}, {"word", "plain"}});
        QVERIFY(!log().contains("unheard"));
        QVERIFY2(log().trimmed().endsWith("error heard code=disk_full count=7 word=plain"), log().constData());
        const auto nowhere = foreword::openLog({"info", (m_folder.path() + QStringLiteral("/none/x.log")).toStdString()});
        QVERIFY(nowhere || nowhere.error().code == foreword::ErrorCode::file_unwritable);
    }

    void itIsTurnedOver()
    {
        QFile::remove(m_log);
        const auto log = foreword::openLog({"info", m_log.toStdString()});
        QVERIFY(log);
        for (int i = 0; i < 120000; ++i)
            log->info("a line that is written so often that the file is full", {{"number", i}});
        const QDir folder(m_folder.path());
        const auto files = folder.entryInfoList({QStringLiteral("foreword*.log")}, QDir::Files);
        QVERIFY(files.size() >= 2);
        QVERIFY(files.size() <= 4);
        for (const auto& file : files) {
            QVERIFY(file.size() <= 5 * 1024 * 1024);
            QCOMPARE(file.permissions() & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
        }
    }

    void noCrashDumps()
    {
        QProcess process;
        process.start(QStringLiteral(FOREWORDCTL), {QStringLiteral("signals"), QStringLiteral("-")});
        QVERIFY(process.waitForStarted());
        QFile limits(QStringLiteral("/proc/%1/limits").arg(process.processId()));
        const auto none = [&limits] {
            limits.close();
            return limits.open(QIODevice::ReadOnly)
                && QString::fromUtf8(limits.readAll()).contains(QRegularExpression(QStringLiteral("Max core file size\\s+0\\s+0\\s")));
        };
        QTRY_VERIFY(none());
        process.closeWriteChannel();
        QVERIFY(process.waitForFinished());

        // Here, where the process itself can be asked.
        foreword::forbidCrashDumps();
        rlimit limit{1, 1};
        QCOMPARE(::getrlimit(RLIMIT_CORE, &limit), 0);
        QCOMPARE(limit.rlim_cur, rlim_t(0));
        QCOMPARE(limit.rlim_max, rlim_t(0));
        QCOMPARE(::prctl(PR_GET_DUMPABLE), 0);
    }
};

QTEST_GUILESS_MAIN(TestLog)
#include "test_log.moc"
