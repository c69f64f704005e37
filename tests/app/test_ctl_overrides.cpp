// Overriding a rule from the command line and from the window, on one workspace: each sees what
// the other did, and both decide in the same bytes.
#include <QCoreApplication>
#include <QDir>
#include <QJsonArray>
#include <QTest>

#include "core/desk/workbench.h"
#include "core/desk/workspace_desk.h"
#include "tests/app/ctl_fixture.h"

using namespace foreword;
using namespace foreword::apptest;

namespace {

const QString maria = QStringLiteral("crm:C-20417");

// The first offer that a rule stops which may be overridden, and that rule.
struct Stopped {
    QString offer, source, rule;
};

QJsonObject offerNamed(const QJsonObject& decided, const QString& id)
{
    for (const auto& offer : decided[QStringLiteral("offers")].toArray()) {
        if (offer[QStringLiteral("id")] == id)
            return offer.toObject();
    }
    return {};
}

Stopped firstStopped(const QJsonObject& decided)
{
    for (const auto& offer : decided[QStringLiteral("offers")].toArray()) {
        const auto explained = offer[QStringLiteral("explanation")];
        if (offer[QStringLiteral("verdict")] == QStringLiteral("hold")
            && explained[QStringLiteral("released_by")][QStringLiteral("override")] == QStringLiteral("supervisor"))
            return {offer[QStringLiteral("id")].toString(), offer[QStringLiteral("source")].toString(),
                    offer[QStringLiteral("rule")].toString()};
    }
    return {};
}

} // namespace

class TestCtlOverrides : public QObject, private Ctl {
    Q_OBJECT

private:
    QJsonObject decided() { return with({QStringLiteral("decide"), maria}).json(); }

    Ran give(const Stopped& stopped, const QStringList& more = {})
    {
        return with(QStringList{QStringLiteral("override"), QStringLiteral("give"), maria, QStringLiteral("--rule"), stopped.rule,
                                QStringLiteral("--by"), QStringLiteral("Ann Supervisor"), QStringLiteral("--reason"),
                                QStringLiteral("other"), QStringLiteral("--text"), QStringLiteral("Agreed with her on the phone.")}
                    + more);
    }

    // The desk of the window on the same workspace, at the same time.
    std::unique_ptr<Desk> windowDesk()
    {
        auto key = readKeyFile(m_keyFile.toStdString());
        auto workspace = Workspace::open(m_workspace.toStdString(), std::move(*key), SystemClock());
        if (!workspace)
            qFatal("cannot open");
        const auto definitions = loadBuiltInDefinitions();
        const auto now = *Timestamp::parse(asOf.toStdString());
        return makeWorkspaceDesk({std::make_shared<const Workspace>(std::move(*workspace)), *definitions, std::make_shared<FixedClock>(now),
                                  [](std::function<void()> job) { QMetaObject::invokeMethod(qApp, std::move(job), Qt::QueuedConnection); },
                                  std::nullopt, false});
    }

    std::shared_ptr<const CustomerView> inTheWindow(Desk& desk)
    {
        std::shared_ptr<const CustomerView> view;
        desk.findCustomers(maria.toStdString(), 1, {},
                           [&](auto found) { desk.openCustomer(found->front().person, {}, [&](auto opened) { view = *opened; }); });
        if (!QTest::qWaitFor([&] { return view != nullptr; }, 30000))
            qFatal("not opened");
        return view;
    }

private Q_SLOTS:
    void init()
    {
        const auto imported = importSample();
        QVERIFY2(imported.status == 0, imported.err.constData());
    }
    void cleanup() { QVERIFY(QDir(m_workspace).removeRecursively()); }

    void theSameBytesInWindowAndCommandLine()
    {
        const auto desk = windowDesk();
        const auto same = [&] {
            return QString::fromStdString(decisionId(inTheWindow(*desk)->decision)) == decided()[QStringLiteral("record_id")].toString();
        };
        QVERIFY(same());
        const auto before = decided();
        const auto stopped = firstStopped(before);
        QVERIFY(!stopped.rule.isEmpty());
        const auto ran = give(stopped, {QStringLiteral("--role"), QStringLiteral("supervisor"), QStringLiteral("--offer"), stopped.offer});
        QVERIFY2(ran.status == 0, ran.err.constData());
        QVERIFY(decided()[QStringLiteral("record_id")] != before[QStringLiteral("record_id")]);
        QCOMPARE(offerNamed(decided(), stopped.offer)[QStringLiteral("overrides")][0][QStringLiteral("by")].toString(),
                 QStringLiteral("Ann Supervisor"));
        QVERIFY(same());

        // And what the window does, the command line knows.
        const auto view = inTheWindow(*desk);
        QCOMPARE(view->history.overrides.size(), std::size_t(1));
        std::optional<Result<Timestamp>> done;
        desk->takeOverrideBack(view->profile.person, view->history.overrides.front().number, "Jo Agent", {},
                               [&](auto outcome) { done = std::move(outcome); });
        QTRY_VERIFY(done);
        QVERIFY(*done);
        QVERIFY(same());
        QCOMPARE(offerNamed(decided(), stopped.offer)[QStringLiteral("verdict")],
                 offerNamed(before, stopped.offer)[QStringLiteral("verdict")]);
        std::optional<Result<GivenOverride>> given;
        desk->overrideRule({view->profile.person, stopped.rule.toStdString(), {}, "supervisor", "Ann Supervisor", "other", "Agreed.", 3},
                           {}, [&](auto outcome) { given = std::move(outcome); });
        QTRY_VERIFY(given);
        QVERIFY(*given);
        QVERIFY(same());
        const auto list = with({QStringLiteral("override"), QStringLiteral("list"), maria}).json()[QStringLiteral("overrides")].toArray();
        QCOMPARE(list.size(), 2);
        QCOMPARE(list[0][QStringLiteral("taken_back_by")].toString(), QStringLiteral("Jo Agent"));
        QVERIFY(!list[0][QStringLiteral("taken_back_account")].toString().isEmpty());
        QVERIFY(!list[0][QStringLiteral("account")].toString().isEmpty());
        QCOMPARE(list[0][QStringLiteral("role_from")].toString(), QStringLiteral("self_stated"));
        QCOMPARE(list[1][QStringLiteral("taken_back_account")], QJsonValue());
        QCOMPARE(list[1][QStringLiteral("until")].toString(), QStringLiteral("2026-11-09T13:04:00+01:00"));
    }

    void whatIsRefusedSaysWhy()
    {
        const auto stopped = firstStopped(decided());
        const auto agent = give(stopped, {QStringLiteral("--role"), QStringLiteral("agent")});
        QCOMPARE(agent.status, 3);
        QVERIFY2(agent.err.contains("Only a supervisor can override"), agent.err.constData());
        const auto never = give({{}, {}, QStringLiteral("R-110")}, {QStringLiteral("--role"), QStringLiteral("supervisor")});
        QCOMPARE(never.status, 3);
        QVERIFY2(never.err.contains("Nobody can override"), never.err.constData());
        QCOMPARE(
            give(stopped, {QStringLiteral("--role"), QStringLiteral("supervisor"), QStringLiteral("--hours"), QStringLiteral("25")}).status,
            2);
        QCOMPARE(with({QStringLiteral("override"), QStringLiteral("undo"), maria, QStringLiteral("7"), QStringLiteral("--by"),
                       QStringLiteral("Jo")})
                     .status,
                 2);
        QVERIFY(with({QStringLiteral("override"), QStringLiteral("list"), maria}).json()[QStringLiteral("overrides")].toArray().isEmpty());
    }

    void explainedExportedAndErased()
    {
        const auto stopped = firstStopped(decided());
        QCOMPARE(give(stopped, {QStringLiteral("--role"), QStringLiteral("supervisor")}).status, 0);
        const auto line = offerNamed(decided(), stopped.offer)[QStringLiteral("explanation")][QStringLiteral("line")].toString();
        QVERIFY2(line.contains(QStringLiteral("overridden until 2026-11-10T10:04:00+01:00 by supervisor Ann Supervisor")),
                 qPrintable(line));
        const QJsonValue derived = with({QStringLiteral("export"), maria}).json()[QStringLiteral("derived")];
        QCOMPARE(derived[QStringLiteral("overrides")].toArray().size(), 1);
        QCOMPARE(derived[QStringLiteral("overrides")][0][QStringLiteral("rule")].toString(), stopped.rule);
        const auto erased = with({QStringLiteral("erase"), maria, QStringLiteral("--yes")});
        QVERIFY2(erased.status == 0, erased.err.constData());
        QVERIFY2(erased.out.contains("rule_override"), erased.out.constData());
    }
};

QTEST_GUILESS_MAIN(TestCtlOverrides)
#include "test_ctl_overrides.moc"
