// Which words name an order, job or invoice, and what of an event's data does.
#include "core/annotate/references.h"
#include "tests/core/annotate/events.h"

using namespace foreword;
using namespace foreword::test;

class ReferencesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void names_data();
    void names();
    void subjects_data();
    void subjects();
};

void ReferencesTest::names_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("reference");
    QTest::addColumn<bool>("named");
    const auto row = [](const char* text, const char* reference, bool named) {
        QTest::addRow("%s in %s", reference, text) << QString::fromUtf8(text) << QString::fromUtf8(reference) << named;
    };
    row("Order BX 82406 is packed.", "BX-82406", true);
    row("order bx82406, packed", "BX-82406", true);
    row("Order BX–82406 is packed.", "bx/82406", true);
    row("Order 82406", "82406", true);
    row("Order BX82406", "82406", true);
    row("4711", "4711", true);
    row("Order 14711", "4711", false);
    row("Order 47112", "4711", false);
    row("Order ABX-82406", "BX-82406", false);
    row("Order BX-824061", "BX-82406", false);
    row("Order 82, 406 and 7", "82406", false);
    row("Bestellung GRÖSSE-4711", "4711", true);
    row("", "4711", false);
}

void ReferencesTest::names()
{
    QFETCH(QString, text);
    QFETCH(QString, reference);
    QFETCH(bool, named);
    QCOMPARE(namesReference(text.toStdString(), reference.toStdString()), named);
}

void ReferencesTest::subjects_data()
{
    QTest::addColumn<QString>("data");
    QTest::addColumn<bool>("subject");
    QTest::addColumn<bool>("named"); // in the matter
    QTest::newRow("an order") << R"({"order":"qx-2203"})" << true << true;
    QTest::newRow("another order") << R"({"order":"QX-2204"})" << true << false;
    QTest::newRow("part of a number") << R"({"order":"220"})" << false << false;
    QTest::newRow("part of a longer one") << R"({"order":"1200"})" << true << false;
    QTest::newRow("a day") << R"({"day_of_it":"2026-03-05"})" << false << false;
    QTest::newRow("its time") << R"({"at":"5 March 2026","new_date":"7 March 2026","slot":"QX-2203"})" << false << false;
    QTest::newRow("money") << R"({"amount":"GBP 11200","currency":"GBP 11200"})" << false << false;
    QTest::newRow("a channel") << R"({"channel":"sms-2203","method":"QX-2203"})" << false << false;
    QTest::newRow("nothing") << "{}" << false << false;
}

void ReferencesTest::subjects()
{
    QFETCH(QString, data);
    QFETCH(bool, subject);
    QFETCH(bool, named);
    const History history = test::history({agent("Your box QX 2203 for 11200 points arrives on 2026-03-05.")});
    const HistoryView view(history, time("2026-03-20T10:00:00Z"));
    const EventRecord record = happened("delivery_done", "2026-03-04T10:00:00Z", data.toStdString());
    const EventFacts event = factsOf(record);
    QCOMPARE(hasSubject(event), subject);
    QCOMPARE(namesSubjectOf(view, 0, event), named);
    QCOMPARE(isOfAnother(view, 0, event), subject && !named);
}

QTEST_APPLESS_MAIN(ReferencesTest)
#include "test_references.moc"
