// Charters on the command line: what is refused, where and how to mend it, with the status of the
// contract; what stays in force meanwhile; tests and differences.
#include <QJsonArray>
#include <QRegularExpression>
#include <QTest>

#include "tests/app/ctl_fixture.h"

using namespace foreword::apptest;

class TestCtlPolicy : public QObject, private Ctl {
    Q_OBJECT

private:
    // The shipped charter with the first `from` after `where` another; the line of `at` in it.
    QByteArray changed(const QString& where, const QString& from, const QString& to)
    {
        QByteArray text = m_shipped;
        const auto at = text.indexOf(from.toUtf8(), text.indexOf(where.toUtf8()));
        if (at < 0)
            qFatal("%s is not in the charter", qPrintable(from));
        return text.replace(at, from.toUtf8().size(), to.toUtf8());
    }

    static int lineOf(const QByteArray& text, const QString& words)
    {
        return static_cast<int>(text.first(text.indexOf(words.toUtf8())).count('\n')) + 1;
    }

    static QByteArray pack(const QByteArray& days)
    {
        return "extends = \"default\"\nversion = \"ours.1\"\nowner = \"Us\"\n[[rule]]\nid = \"OURS\"\ntitle = \"Ours\"\nrank = \"P4\"\n"
               "when = { all = [\"human_requested\", \"lifecycle_not_ready\"] }\noffer = \"hold\"\nuntil = { days = "
            + days
            + " }\nsay = \"Ours.\"\n[[test]]\nname = \"ours\"\nrule = \"OURS\"\nkind = \"marketing\"\n"
              "signals = { human_requested = \"suspected\", lifecycle_not_ready = \"confirmed\" }\n"
              "expect = { offer = \"hold\", conversation = \"escalate\" }\n";
    }

    QByteArray m_shipped;

private Q_SLOTS:
    void initTestCase()
    {
        QFile file(QStringLiteral(FOREWORD_SOURCE_DIR "/resources/charter.toml"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        m_shipped = file.readAll();
        QCOMPARE(importSample().status, 0);
    }

    void refuses_data()
    {
        QTest::addColumn<QString>("where");
        QTest::addColumn<QString>("from");
        QTest::addColumn<QString>("to");
        QTest::addColumn<QString>("at"); // words on the line that is named
        QTest::addColumn<QString>("field");
        QTest::addColumn<QString>("remedy");
        const auto row = [](const char* name, const char* where, const char* from, const char* to, const char* at, const char* field,
                            const char* remedy) { QTest::newRow(name) << where << from << to << at << field << remedy; };
        row("for good by words alone", "\"R-150\"", "until = { working_days = 10 }\n", "", "[[rule]]\nid = \"R-150\"", "until",
            "Add 'until'");
        row("unknown signal", "\"R-310\"", "[\"open_complaint\"]", "[\"open_complaint\", \"bad_mood\"]", "[[rule]]\nid = \"R-310\"", "when",
            "Mend the name");
        row("unknown kind", "\"R-510\"", "[\"upsell\"]", "[\"cross_sell\"]", "cross_sell", "kinds", "Use marketing");
        row("override without an end", "\"R-210\"", ", max_hours = 24", "", "[[rule]]\nid = \"R-210\"", "override.max_hours", "Add it");
        row("one id for two rules", "\"R-421\"", "R-421", "R-420", "[[rule]]\nid = \"R-420\"\ntitle = \"Fourth", "id", "of its own");
        row("goal without a target", "\"G-1\"", "at_least = 98\n", "", "[[goal]]", "at_least", "Add it");
        row("goal without a measure", "\"G-1\"", "measure = \"promises_kept\"\n", "", "[[goal]]", "measure", "Add it");
        row("target past all", "\"G-1\"", "98", "150", "at_least = 150", "at_least", "from 0 to 100");
        row("no such day", "\"DE\"", "2025-04-18", "\"2025-02-30\"", "2025-02-30", "holidays", "a date such as");
        row("its own test fails", "Complaint near its time limit leaves marketing", "offer = \"allow\", conversation",
            "offer = \"hold\", conversation", "[[test]]\nname = \"Complaint near its time limit leaves marketing\"", "expect",
            "Mend the rule or the test");
        row("unit of a duration", "\"R-320\"", "days = 90", "weeks = 13", "weeks = 13", "weeks", "Known: event");
        row("duration in words", "\"R-320\"", "days = 90", "days = \"90 d\"", "90 d", "days", "a whole number");
        row("value tier in a condition", "\"R-510\"", "min_state = \"suspected\"", "value_tier = \"gold\"", "value_tier = \"gold\"",
            "value_tier", "never gates");
        row("use that is not permitted", "\"R-410\"", "conversation = \"escalate\"", "conversation = \"escalate\"\noffer = \"allow\"",
            "[[rule]]\nid = \"R-410\"", "when", "Change what the rule does");
        row("safety of a low rank", "\"R-010\"", "\"P0\"", "\"P5\"", "[[rule]]\nid = \"R-010\"", "rank", "Mend the entry");
    }

    void refuses()
    {
        QFETCH(QString, where);
        QFETCH(QString, from);
        QFETCH(QString, to);
        QFETCH(QString, at);
        QFETCH(QString, field);
        QFETCH(QString, remedy);
        const auto text = changed(where, from, to);
        const auto file = write(QStringLiteral("bad.toml"), text);
        const auto ran =
            run({QStringLiteral("policy"), QStringLiteral("check"), file, QStringLiteral("--json"), QStringLiteral("--as-of"), asOf});
        QCOMPARE(ran.status, 3);
        QJsonObject found;
        for (const auto& error : ran.json()[QStringLiteral("errors")].toArray()) {
            QCOMPARE(error[QStringLiteral("file")].toString(), file);
            QVERIFY(error[QStringLiteral("line")].toInt() > 0);
            if (error[QStringLiteral("field")].toString() == field && error[QStringLiteral("message")].toString().contains(remedy))
                found = error.toObject();
        }
        QVERIFY2(!found.isEmpty(), ran.out.constData());
        QCOMPARE(found[QStringLiteral("line")].toInt(), lineOf(text, at));
        const auto line =
            QStringLiteral("forewordctl: %1:%2: %3").arg(file).arg(lineOf(text, at)).arg(found[QStringLiteral("message")].toString());
        QVERIFY2(QString::fromUtf8(ran.err).split(QLatin1Char('\n')).contains(line), ran.err.constData());
    }

    void theLastGoodOneIsNamedWhereItDecides()
    {
        const auto file = write(QStringLiteral("ours.toml"), pack("3"));
        QCOMPARE(with({QStringLiteral("policy"), QStringLiteral("use"), file}).status, 0);
        const QStringList decide{QStringLiteral("decide"), QStringLiteral("crm:C-20417")};
        const auto before = with(decide);
        QCOMPARE(before.err, QByteArray());
        write(QStringLiteral("ours.toml"), pack("\"three\""));
        const auto after = with(decide);
        QCOMPARE(after.status, 0);
        QCOMPARE(after.out, before.out);
        QVERIFY2(after.err.contains("2026.11.4+ours.1 stays in force") && after.err.contains("ours.toml:10"), after.err.constData());
        QCOMPARE(with({QStringLiteral("policy"), QStringLiteral("check")}).status, 3);
        QCOMPARE(with({QStringLiteral("policy"), QStringLiteral("use"), file}).status, 3);
        QVERIFY(with({QStringLiteral("policy"), QStringLiteral("show")}).err.contains("ours.toml:10"));
        QCOMPARE(with({QStringLiteral("policy"), QStringLiteral("use"), QStringLiteral("default")}).status, 0);
        QCOMPARE(with(decide).err, QByteArray());
    }

    void testsTellWhatCameOut()
    {
        auto file = write(QStringLiteral("failing.toml"),
                          changed(QStringLiteral("Complaint near its time limit leaves marketing"),
                                  QStringLiteral("offer = \"allow\", conversation"), QStringLiteral("offer = \"hold\", conversation")));
        auto ran = run({QStringLiteral("policy"), QStringLiteral("test"), file, QStringLiteral("--as-of"), asOf});
        QCOMPARE(ran.status, 3);
        QVERIFY2(ran.out.contains("(R-311): expected hold, escalate, found allow, escalate\n"), ran.out.constData());
        QVERIFY2(ran.out.contains("106 of 107 tests passed\n"), ran.out.constData());
        // A rule that none of its tests wakes is untested, though they all pass.
        auto silent = pack("3");
        silent.replace("human_requested = \"suspected\"", "human_requested = \"absent\"")
            .replace("offer = \"hold\", conversation = \"escalate\"", "offer = \"hold\", conversation = \"normal\"");
        file = write(QStringLiteral("silent.toml"), silent);
        ran = run({QStringLiteral("policy"), QStringLiteral("test"), file, QStringLiteral("--as-of"), asOf});
        QCOMPARE(ran.status, 3);
        QVERIFY2(ran.out.contains("108 of 108 tests passed\n"), ran.out.constData());
        QVERIFY2(ran.err.contains("Rule OURS has no test."), ran.err.constData());
    }

    void differencesByChannel()
    {
        const auto file =
            write(QStringLiteral("caps.toml"),
                  changed(QStringLiteral("[settings]"), QStringLiteral("contact_days = 7"), QStringLiteral("contact_days = 90")));
        const QStringList diff{QStringLiteral("policy"), QStringLiteral("diff"), QStringLiteral("in-force"), file};
        const auto agent = with(diff);
        QCOMPARE(agent.status, 0);
        QCOMPARE(agent.json()[QStringLiteral("changed")].toInt(-1), 0);
        const auto email = with(diff + QStringList{QStringLiteral("--channel"), QStringLiteral("email")});
        QCOMPARE(email.json()[QStringLiteral("channel")].toString(), QStringLiteral("email"));
        QVERIFY2(email.json()[QStringLiteral("by_rule")].toObject()[QStringLiteral("R-520")].toInt() > 0, email.out.constData());
        QCOMPARE(with(diff + QStringList{QStringLiteral("--channel"), QStringLiteral("pigeon")}).status, 2);
    }
};

QTEST_GUILESS_MAIN(TestCtlPolicy)
#include "test_ctl_policy.moc"
