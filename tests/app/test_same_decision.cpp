// The window and the command line decide alike, byte by byte: the name of a decision is the hash of
// all it says. Also where the system writes numbers the German way.
#include <clocale>

#include <QCoreApplication>
#include <QTest>

#include "core/desk/workbench.h"
#include "core/desk/workspace_desk.h"
#include "tests/app/ctl_fixture.h"
#include "tests/app/opened_workspace.h"

using namespace foreword;

class TestSameDecision : public QObject, apptest::Ctl {
    Q_OBJECT

private:
    std::shared_ptr<const Workspace> open() const { return apptest::openedWorkspace(m_workspace, m_keyFile); }

    // As the window reads a customer: on the desk's own thread, with the answer in the event loop.
    static QString inTheWindow(Desk& desk, std::int64_t person)
    {
        QString id;
        bool answered = false;
        desk.openCustomer(person, {}, [&](const Result<std::shared_ptr<const CustomerView>>& view) {
            answered = true;
            id = view ? QString::fromStdString(decisionId((*view)->decision)) : QString();
        });
        if (!QTest::qWaitFor([&] { return answered; }, 60000))
            qFatal("the desk does not answer");
        return id;
    }

private Q_SLOTS:
    void initTestCase() { QCOMPARE(importSample().status, 0); }

    void cleanupTestCase()
    {
        qunsetenv("LC_ALL");
        std::setlocale(LC_ALL, "C");
    }

    void decidesAlike_data()
    {
        QTest::addColumn<QByteArray>("locale");
        QTest::newRow("plain") << QByteArray("C");
        QTest::newRow("German") << QByteArray("de_DE.UTF-8");
    }

    void decidesAlike()
    {
        QFETCH(QByteArray, locale);
        qputenv("LOCPATH", FOREWORD_SOURCE_DIR "/build/locale");
        qputenv("LC_ALL", locale);
        if (!std::setlocale(LC_ALL, locale.constData()))
            QSKIP("the system does not have this locale");
        const auto definitions = loadBuiltInDefinitions();
        QVERIFY(definitions);
        const auto workspace = open();
        const auto at = Timestamp::parse(apptest::asOf.toStdString());
        const auto desk =
            makeWorkspaceDesk({workspace, *definitions, std::make_shared<FixedClock>(*at),
                               [](std::function<void()> job) {
                                   QMetaObject::invokeMethod(QCoreApplication::instance(), std::move(job), Qt::QueuedConnection);
                               },
                               at, false});
        Workbench bench(workspace, *definitions, std::make_shared<FixedClock>(*at));
        for (const char* customer : {"crm:C-20417", "crm:C-31175", "crm:C-70101", "crm:C-70113", "crm:C-80108", "crm:C-80118"}) {
            const auto person = bench.resolve(customer);
            QVERIFY2(person, customer);
            const auto ran = with({QStringLiteral("decide"), QString::fromLatin1(customer)});
            QCOMPARE(ran.status, 0);
            const auto there = ran.json().value(QStringLiteral("record_id")).toString();
            QCOMPARE(there.size(), 64);
            QCOMPARE(inTheWindow(*desk, *person), there);
            // And the same under every locale.
            QString& known = m_ids[QString::fromLatin1(customer)];
            if (known.isEmpty())
                known = there;
            QCOMPARE(there, known);
        }
    }

private:
    QMap<QString, QString> m_ids;
};

QTEST_GUILESS_MAIN(TestSameDecision)
#include "test_same_decision.moc"
