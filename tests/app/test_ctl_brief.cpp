// What forewordctl prints of a brief: under what a conversation is called, who speaks in it, and which
// words a fact was told in.
#include <QTest>

#include "tests/app/ctl_fixture.h"

using namespace foreword::apptest;

namespace {

QByteArray interaction(const char* id, const char* channel, const char* kind, const char* subject, const char* status, const char* opened,
                       const char* closed)
{
    const QString closing = *closed ? QStringLiteral(R"(,"closed_at":"%1")").arg(QLatin1String(closed)) : QString();
    return QStringLiteral(
               R"({"type":"interaction","source":"desk","id":"%1","customer":{"source":"crm","id":"1"},"channel":"%2","kind":"%3","subject":"%4","status":"%5","opened_at":"%6"%7})")
               .arg(QLatin1String(id), QLatin1String(channel), QLatin1String(kind), QLatin1String(subject), QLatin1String(status),
                    QLatin1String(opened), closing)
               .toUtf8()
        + '\n';
}

QByteArray message(const char* interaction, const char* id, const char* sender, const char* name, const char* at, const char* text)
{
    return QStringLiteral(
               R"({"type":"message","source":"desk","interaction":"%1","id":"%2","sender":"%3","sender_name":"%4","at":"%5","text":"%6"})")
               .arg(QLatin1String(interaction), QLatin1String(id), QLatin1String(sender), QLatin1String(name), QLatin1String(at),
                    QString::fromUtf8(text))
               .toUtf8()
        + '\n';
}

QByteArray closedMatters()
{
    return interaction("A", "chat", "billing", "Larger plan for the workshop", "closed", "2026-06-01T09:00:00Z", "2026-06-01T10:00:00Z")
        + message("A", "A-1", "customer", "Bea", "2026-06-01T09:00:00Z", "Please put the workshop on the larger plan.")
        + message("A", "A-2", "bot", "Pip", "2026-06-01T09:01:00Z", "The larger plan for the workshop is active now.")
        + interaction("B", "phone", "fault", "", "closed", "2026-07-01T09:00:00Z", "2026-07-01T10:00:00Z")
        + message("B", "B-1", "customer", "", "2026-07-01T09:00:00Z", "The telephone in the office has no dial tone.")
        + message("B", "B-2", "agent", "Kim", "2026-07-01T09:20:00Z", "I have replaced the cable of the telephone in the office.");
}

QByteArray openMatter()
{
    return interaction("C", "email", "fault", "Router loses its connection", "open", "2026-11-05T09:00:00Z", "")
        + message(
               "C", "C-1", "customer", "Bea", "2026-11-05T09:00:00Z",
               "The router in the workshop loses its connection every night. I restarted the router twice. A visit tomorrow would suit us "
               "best. My order number is 4711-2231.")
        + message("C", "C-2", "system", "", "2026-11-05T09:00:30Z", "Your message has arrived.")
        + message("C", "C-3", "agent", "Kim", "2026-11-05T10:00:00Z", "The line to the workshop shows errors on our side.");
}

} // namespace

class TestCtlBrief : public QObject, private Ctl {
    Q_OBJECT

private:
    // Lines of the section; each section begins at the margin.
    static QStringList section(const QByteArray& out, const QString& title)
    {
        QStringList lines;
        bool inside = false;
        for (const QString& line : QString::fromUtf8(out).split(QLatin1Char('\n'))) {
            if (!line.startsWith(QLatin1Char(' ')))
                inside = line.startsWith(title);
            else if (inside)
                lines.append(line.trimmed());
        }
        return lines;
    }

    QByteArray briefOf(const QString& name, const QByteArray& records, const char* now = "2026-11-06T12:00:00Z")
    {
        const auto workspace = freshWorkspace(name);
        const QByteArray customer = R"({"type":"customer","source":"crm","id":"1","names":["Norman Example"]})";
        const auto imported = import(workspace, {write(name + QStringLiteral(".jsonl"), customer + '\n' + records)});
        if (imported.status != 0)
            qFatal("%s", imported.out.constData());
        return run({QStringLiteral("brief"), QStringLiteral("crm:1"), QStringLiteral("--workspace"), workspace,
                    QStringLiteral("--key-file"), m_keyFile, QStringLiteral("--as-of"), QLatin1String(now)})
            .out;
    }

private slots:
    void eachLineBeginsWithWhatItsConversationIsCalled()
    {
        const auto out = briefOf(QStringLiteral("before"), closedMatters() + openMatter());
        const QStringList before = section(out, QStringLiteral("Before"));
        QVERIFY2(before.size() == 2, out.constData());
        QVERIFY2(before[0].startsWith(
                     QStringLiteral("- phone, fault: The telephone in the office has no dial tone. → we (Kim): I have replaced")),
                 out.constData());
        QVERIFY2(before[1].startsWith(QStringLiteral("- Larger plan for the workshop (chat): Bea: ")), out.constData());
        QVERIFY2(
            before[1].contains(QStringLiteral(" → bot (Pip): The larger plan for the workshop is active now. (2026-06-01) [A-1, A-2]")),
            out.constData());
    }

    void saysWhoSpeaks()
    {
        const auto out = briefOf(QStringLiteral("voices"), openMatter());
        const QString now = section(out, QStringLiteral("Right now")).join(QLatin1Char('\n'));
        QVERIFY2(now.startsWith(QStringLiteral("Router loses its connection (email, open)\n- Bea: ")), out.constData());
        QVERIFY2(now.contains(QStringLiteral("- → we (Kim): The line to the workshop shows errors on our side.")), out.constData());
        const QString tried = section(out, QStringLiteral("Already tried")).join(QLatin1Char('\n'));
        QVERIFY2(tried.contains(QStringLiteral("- Bea, 2026-11-05: ")), out.constData());
    }

    void aFactIsToldInItsSentence()
    {
        const auto out = briefOf(QStringLiteral("told"), openMatter());
        const QStringList told = section(out, QStringLiteral("Already told us"));
        QVERIFY2(told.contains(QStringLiteral("- \"A visit tomorrow would suit us best.\" (tomorrow → 2026-11-06; Bea, 2026-11-05, email "
                                              "\"Router loses its connection\") [C-1]")),
                 out.constData());
        const QByteArray bare = openMatter()
            + message("C", "C-4", "agent", "Kim", "2026-11-05T10:01:00Z", "What is the serial number of the router?")
            + message("C", "C-5", "customer", "", "2026-11-05T10:02:00Z", "88XZ-2201");
        const auto alone = briefOf(QStringLiteral("bare"), bare);
        const QString lines = section(alone, QStringLiteral("Already told us")).join(QLatin1Char('\n'));
        QVERIFY2(lines.contains(QStringLiteral("number: 88XZ-2201 (customer, 2026-11-05, email \"Router loses its connection\") [C-5]")),
                 alone.constData());
    }

    void nothingIsOpenOnlyWhereNothingIsOwed()
    {
        const auto closed = interaction("D", "chat", "fault", "Modem", "closed", "2026-11-05T09:00:00Z", "2026-11-05T10:00:00Z")
            + message("D", "D-1", "customer", "", "2026-11-05T09:00:00Z", "The modem in the hall blinks red.");
        QVERIFY(briefOf(QStringLiteral("closed"), closed).contains("Last time, nothing is open ("));
        const auto owed =
            briefOf(QStringLiteral("owed"),
                    closed + message("D", "D-2", "agent", "Kim", "2026-11-05T09:10:00Z", "We will call you back by 9 November."));
        QVERIFY2(owed.contains("Last time, no conversation is open ("), owed.constData());
        QVERIFY2(owed.contains("- due: We will call you back"), owed.constData());
    }

    void whatHoldsUntilADaySaysSo()
    {
        const auto out = briefOf(QStringLiteral("standing"),
                                 openMatter()
                                     + message("C", "C-9", "agent", "Kim", "2026-11-05T11:00:00Z",
                                               "There will be no reminders and no fees until Friday 4 December."));
        QVERIFY2(out.contains("- until 2026-12-04: There will be no reminders"), out.constData());
    }

    void theHelpSaysWhatTheArrowsMean()
    {
        const auto help = run({QStringLiteral("brief"), QStringLiteral("--help")});
        QVERIFY(help.out.contains("→ leads to what we answered") && help.out.contains("← to what the customer said came of it"));
    }
};

QTEST_MAIN(TestCtlBrief)
#include "test_ctl_brief.moc"
