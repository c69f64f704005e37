// The include rule of ARCHITECTURE.md: app -> ui -> core/desk -> the rest of core -> core/base,
// arrows inside core run down the flow and never back, core has no Qt, and the headers of a
// library stay in the room that adapts it, and what differs between systems in its two places.
#include <QDirIterator>
#include <QRegularExpression>
#include <QTest>

namespace {

const QStringList coreRooms{QStringLiteral("base"),     QStringLiteral("model"),   QStringLiteral("text"),   QStringLiteral("store"),
                            QStringLiteral("net"),      QStringLiteral("sources"), QStringLiteral("ingest"), QStringLiteral("annotate"),
                            QStringLiteral("identity"), QStringLiteral("brief"),   QStringLiteral("policy"), QStringLiteral("health"),
                            QStringLiteral("evaluate"), QStringLiteral("desk")};

struct Include {
    QString from; // path inside the project
    QString what;
    int line = 0;
};

QList<Include> includesOf(const QString& root, const QString& folder)
{
    static const QRegularExpression pattern(QStringLiteral("^\\s*#\\s*include\\s*[<\"]([^>\"]+)[>\"]"));
    QList<Include> found;
    QDirIterator files(root + QLatin1Char('/') + folder, {QStringLiteral("*.h"), QStringLiteral("*.cpp")}, QDir::Files,
                       QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        if (!file.open(QIODevice::ReadOnly))
            qFatal("cannot read %s", qPrintable(file.fileName()));
        const auto lines = QString::fromUtf8(file.readAll()).split(QLatin1Char('\n'));
        for (int i = 0; i < lines.size(); ++i) {
            if (const auto match = pattern.match(lines[i]); match.hasMatch())
                found.append({file.fileName().mid(root.size() + 1), match.captured(1), i + 1});
        }
    }
    return found;
}

QString roomOf(const QString& path)
{
    return path.section(QLatin1Char('/'), 1, 1);
}

bool isQt(const QString& header)
{
    static const QRegularExpression qt(QStringLiteral("^(Qt[A-Z]\\w*/)?Q[A-Za-z]\\w*$|^q[a-z]\\w*\\.h$"));
    return qt.match(header).hasMatch();
}

bool isOfOneSystem(const QString& header)
{
    static const QRegularExpression system(QStringLiteral(
        "^(sys|linux|mach|arpa|netinet|asm|bits)/|^(unistd|fcntl|windows|winsock2|io|direct|process|dlfcn|poll|pthread|pwd|grp|signal|spawn|termios"
        "|shlobj|wincrypt|csignal)(\\.h)?$"));
    return system.match(header).hasMatch();
}

bool startsWithAny(const QString& text, std::initializer_list<const char*> prefixes)
{
    return std::any_of(prefixes.begin(), prefixes.end(), [&](const char* p) { return text.startsWith(QLatin1String(p)); });
}

bool knowsTheSystem(const QString& from)
{
    return startsWithAny(from, {"app/platform/", "core/base/platform/"});
}

// Why this include breaks the rule; empty if it does not.
QString violation(const Include& include)
{
    const QString& from = include.from;
    const QString& what = include.what;
    const QString top = from.section(QLatin1Char('/'), 0, 0);
    if (top == QLatin1String("core")) {
        if (isQt(what))
            return QStringLiteral("core has no Qt");
        if (startsWithAny(what, {"ui/", "app/"}))
            return QStringLiteral("core knows neither ui nor app");
        const qsizetype own = coreRooms.indexOf(roomOf(from));
        if (own < 0)
            return QStringLiteral("the room is not in the flow");
        if (what.startsWith(QLatin1String("core/")) && coreRooms.indexOf(roomOf(what)) > own)
            return QStringLiteral("an arrow back in the flow");
    }
    if (top == QLatin1String("ui") && what.startsWith(QLatin1String("core/"))
        && !startsWithAny(what, {"core/desk/", "core/model/", "core/base/"}))
        return QStringLiteral("ui calls core/desk only");
    if (top == QLatin1String("ui") && what.startsWith(QLatin1String("app/")))
        return QStringLiteral("ui knows no app");
    if (top == QLatin1String("app") && what.startsWith(QLatin1String("core/"))
        && !startsWithAny(what, {"core/desk/", "core/model/", "core/base/"}))
        return QStringLiteral("app calls core/desk only");
    if (startsWithAny(what, {"sqlite3", "sqlcipher"}) && !from.startsWith(QLatin1String("core/store/")))
        return QStringLiteral("SQL stays in core/store");
    if (what.startsWith(QLatin1String("Poco/")) && !startsWithAny(from, {"core/net/", "core/sources/"}))
        return QStringLiteral("Poco stays in core/net and core/sources");
    if (isOfOneSystem(what) && !knowsTheSystem(from))
        return QStringLiteral("what differs between systems stays in app/platform and core/base/platform");
    return {};
}

} // namespace

class TestIncludes : public QObject {
    Q_OBJECT

private slots:
    void everyIncludeKeepsTheRule()
    {
        const QString root = QStringLiteral(FOREWORD_SOURCE_DIR);
        QStringList broken;
        int seen = 0;
        for (const auto* folder : {"core", "ui", "app"}) {
            for (const auto& include : includesOf(root, QLatin1String(folder))) {
                ++seen;
                if (const auto why = violation(include); !why.isEmpty())
                    broken.append(QStringLiteral("%1:%2 includes %3: %4").arg(include.from).arg(include.line).arg(include.what, why));
            }
        }
        QVERIFY2(seen > 100, "the test reads the tree");
        QVERIFY2(broken.isEmpty(), qPrintable(broken.join(QLatin1Char('\n'))));
    }

    void onlyPlatformCodeAsksForTheSystem()
    {
        static const QRegularExpression question(
            QStringLiteral("^\\s*#\\s*(if|ifdef|ifndef|elif)\\b.*\\b(_WIN32|_WIN64|__linux__|__APPLE__|__unix__|_MSC_VER|Q_OS_\\w+)\\b"),
            QRegularExpression::MultilineOption);
        QVERIFY(question.match(QStringLiteral("int a;\n#ifdef _WIN32\n")).hasMatch());
        QVERIFY(question.match(QStringLiteral("#if defined(Q_OS_WIN)\n")).hasMatch());
        const QString root = QStringLiteral(FOREWORD_SOURCE_DIR);
        QStringList asking;
        for (const auto* folder : {"core", "ui", "app"}) {
            QDirIterator files(root + QLatin1Char('/') + QLatin1String(folder), {QStringLiteral("*.h"), QStringLiteral("*.cpp")},
                               QDir::Files, QDirIterator::Subdirectories);
            while (files.hasNext()) {
                QFile file(files.next());
                QVERIFY(file.open(QIODevice::ReadOnly));
                const auto from = file.fileName().mid(root.size() + 1);
                if (!knowsTheSystem(from) && question.match(QString::fromUtf8(file.readAll())).hasMatch())
                    asking.append(from);
            }
        }
        QVERIFY2(asking.isEmpty(), qPrintable(asking.join(QLatin1Char('\n'))));
    }

    void theRuleCatchesWhatItForbids_data()
    {
        QTest::addColumn<QString>("from");
        QTest::addColumn<QString>("what");
        QTest::addColumn<bool>("allowed");
        const auto row = [](const char* from, const char* what, bool allowed) {
            QTest::addRow("%s -> %s", from, what) << QString::fromLatin1(from) << QString::fromLatin1(what) << allowed;
        };
        row("core/brief/brief_maker.cpp", "core/model/brief.h", true);
        row("core/model/brief.h", "core/brief/brief_maker.h", false);
        row("core/text/zones.cpp", "QString", false);
        row("core/text/zones.cpp", "QtCore/QString", false);
        row("core/annotate/annotator.cpp", "sqlite3.h", false);
        row("core/store/connection.cpp", "sqlite3.h", true);
        row("ui/shell/main_window.cpp", "core/store/workspace.h", false);
        row("ui/shell/main_window.cpp", "core/desk/desk.h", true);
        row("ui/shell/main_window.cpp", "Poco/Net/HTTPClientSession.h", false);
        row("core/store/files.cpp", "unistd.h", false);
        row("core/store/files.cpp", "sys/file.h", false);
        row("core/store/files.cpp", "sqlite3.h", true);
        row("core/base/platform/files_posix.cpp", "unistd.h", true);
        row("app/ctl/progress_line.cpp", "io.h", false);
        row("app/platform/terminal.cpp", "sys/ioctl.h", true);
        row("app/ctl/session.cpp", "core/store/workspace.h", false);
        row("app/ctl/session.cpp", "core/desk/workbench.h", true);
    }

    void theRuleCatchesWhatItForbids()
    {
        QFETCH(QString, from);
        QFETCH(QString, what);
        QFETCH(bool, allowed);
        QCOMPARE(violation({from, what, 1}).isEmpty(), allowed);
    }
};

QTEST_GUILESS_MAIN(TestIncludes)
#include "test_includes.moc"
