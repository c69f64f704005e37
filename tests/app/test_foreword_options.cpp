// What foreword says before there is a display: help, its version, and what is wrong with an option.
#include <QProcess>
#include <QtTest>

class TestForewordOptions : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void needNoDisplay_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("said");
        QTest::newRow("help") << QStringList{QStringLiteral("--help")} << 0 << QByteArray("--workspace");
        QTest::newRow("version") << QStringList{QStringLiteral("--version")} << 0 << QByteArray("foreword " FOREWORD_VERSION "\n");
        QTest::newRow("help beside an option of the toolkit")
            << QStringList{QStringLiteral("-platform"), QStringLiteral("xcb"), QStringLiteral("--help")} << 0 << QByteArray("--workspace");
        QTest::newRow("unknown") << QStringList{QStringLiteral("--wrokspace")} << 2 << QByteArray("wrokspace");
        QTest::newRow("bad value") << QStringList{QStringLiteral("--size"), QStringLiteral("big")} << 2 << QByteArray("--size");
    }

    void needNoDisplay()
    {
        QFETCH(QStringList, arguments);
        QFETCH(int, status);
        QFETCH(QByteArray, said);
        QProcess process;
        auto environment = QProcessEnvironment::systemEnvironment();
        environment.remove(QStringLiteral("DISPLAY"));
        environment.remove(QStringLiteral("WAYLAND_DISPLAY"));
        environment.insert(QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("xcb"));
        process.setProcessEnvironment(environment);
        process.start(QStringLiteral(FOREWORD), arguments);
        QVERIFY(process.waitForFinished(60000));
        QCOMPARE(process.exitStatus(), QProcess::NormalExit);
        QCOMPARE(process.exitCode(), status);
        const QByteArray output = process.readAllStandardOutput(), errors = process.readAllStandardError();
        QVERIFY2((status == 0 ? output : errors).contains(said), (output + errors).constData());
        QVERIFY((status == 0 ? errors : output).isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestForewordOptions)
#include "test_foreword_options.moc"
