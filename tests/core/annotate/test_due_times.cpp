// What an agent's words about time come to, against the time of the message.
#include "tests/core/annotate/reading.h"

using namespace foreword;
using namespace foreword::test;

class DueTimesTest : public QObject {
    Q_OBJECT

private slots:
    void due_data();
    void due();
};

void DueTimesTest::due_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<QString>("said");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("due"); // empty: none
    const auto row = [](const char* language, const char* text, const char* due, const char* said = "2026-11-03T10:00:00+01:00") {
        QTest::addRow("%s %.50s %s", language, text, said) << language << said << text << due; // a Tuesday
    };
    row("en", "We'll call you back today.", "2026-11-03T23:59:59+01:00");
    row("en", "We'll call you back tomorrow.", "2026-11-04T23:59:59+01:00");
    row("en", "We will call you tomorrow at 14:00.", "2026-11-04T14:00:00+01:00");
    row("en", "We will call you tomorrow morning.", "2026-11-04T12:00:00+01:00");
    row("en", "I'll email you by Friday.", "2026-11-06T23:59:59+01:00");
    row("en", "I'll email you by Tuesday.", "2026-11-10T23:59:59+01:00");
    row("en", "The technician visit is booked for 5 Nov 14:00.", "2026-11-05T14:00:00+01:00");
    row("en", "The visit is booked for Thursday 5 November at 2pm.", "2026-11-05T14:00:00+01:00");
    row("en", "A technician will come today, Tuesday 3 November, at 14:00.", "2026-11-03T14:00:00+01:00");
    row("en", "We will refund you in November.", "2026-11-30T23:59:59+01:00");
    row("en", "We will refund you within 48hrs.", "2026-11-05T10:00:00+01:00");
    row("en", "We will refund you within 3 working days.", "2026-11-06T23:59:59+01:00");
    row("en", "We will refund you within 5 working days.", "2026-11-10T23:59:59+01:00");
    row("en", "We will refund you within 5 days.", "2026-11-08T23:59:59+01:00");
    row("en", "We will call you in 30 minutes.", "2026-11-03T10:30:00+01:00");
    row("en", "We will call you within 24 hours.", "2026-11-04T10:00:00+01:00");
    row("en", "We will send it by the end of the month.", "2026-11-30T23:59:59+01:00");
    row("en", "We will send it by the end of the week.", "2026-11-08T23:59:59+01:00");
    row("en", "We will send it next week.", "2026-11-15T23:59:59+01:00");
    row("en", "We will send it in two weeks.", "2026-11-17T23:59:59+01:00");
    row("en", "We will call you at 4pm.", "2026-11-03T16:00:00+01:00");
    row("en", "We'll send it on 5 January.", "2027-01-05T23:59:59+01:00", "2026-12-20T10:00:00+01:00");
    row("en", "We'll send it by 12/11/2026.", "2026-11-12T23:59:59+01:00");
    row("en", "We will call you tomorrow between 8 and 1.", "2026-11-04T13:00:00+01:00");
    row("en", "We will call you tomorrow between 8 and 11.", "2026-11-04T11:00:00+01:00");
    row("en", "We'll send it by Tuesday the first of December.", "2026-12-01T23:59:59+01:00");
    row("en", "We'll send it in the first week.", "");
    row("en", "We'll send it mid-December.", "2026-12-20T23:59:59+01:00");
    row("en", "We'll send it by early January.", "2027-01-10T23:59:59+01:00", "2026-12-20T10:00:00+01:00");
    row("en", "We'll send it before Christmas.", "2026-12-24T23:59:59+01:00");
    row("en", "We'll send you a Christmas card.", "");
    row("en", "We'll call you back soon.", "");
    row("en", "We'll let you know as soon as possible.", "");
    row("en", "As you wrote yesterday, we'll look into it.", "");
    row("en", "We'll call you tomorrow.", "2026-11-01T23:59:59-05:00", "2026-10-31T23:30:00-05:00");
    row("de", "Wir rufen Sie morgen zurück.", "2026-11-04T23:59:59+01:00");
    row("de", "Wir melden uns bis Freitag bei Ihnen.", "2026-11-06T23:59:59+01:00");
    row("de", "Der Techniker kommt am 5. November um 14 Uhr.", "2026-11-05T14:00:00+01:00");
    row("de", "Wir erstatten den Betrag innerhalb von 3 Werktagen.", "2026-11-06T23:59:59+01:00");
    row("de", "Wir melden uns bald.", "");
    row("es", "Le llamaremos mañana.", "2026-11-04T23:59:59+01:00");
    row("es", "El técnico irá el 5 de noviembre a las 14:00.", "2026-11-05T14:00:00+01:00");
    row("es", "Le devolveremos el importe en 3 días laborables.", "2026-11-06T23:59:59+01:00");
    row("es", "Le enviaremos la factura antes del viernes.", "2026-11-06T23:59:59+01:00");
    row("fr", "Nous vous rappelons demain.", "2026-11-04T23:59:59+01:00");
    row("fr", "Le technicien passera le 5 novembre à 14h30.", "2026-11-05T14:30:00+01:00");
    row("fr", "Nous vous rembourserons sous 3 jours ouvrés.", "2026-11-06T23:59:59+01:00");
    row("fr", "Nous vous contacterons avant vendredi.", "2026-11-06T23:59:59+01:00");
    row("fr", "Nous vous contacterons bientôt.", "");
}

void DueTimesTest::due()
{
    QFETCH(QString, language);
    QFETCH(QString, said);
    QFETCH(QString, text);
    QFETCH(QString, due);
    std::vector<HistoryMessage> conversation = messages({agent(text.toStdString(), said.toStdString())}, language.toStdString());
    annotateAll(conversation);
    const auto promises = found(conversation.front(), AnnotationKind::promise);
    QVERIFY(!promises.empty());
    QString first;
    for (const Annotation& promise : promises) {
        if (promise.due && first.isEmpty())
            first = QString::fromStdString(promise.due->toString());
    }
    QCOMPARE(first, due);
}

QTEST_GUILESS_MAIN(DueTimesTest)
#include "test_due_times.moc"
