#include <QtTest>

#include "core/brief/polish.h"
#include "core/text/utf8.h"

using namespace foreword;

class PolishTest : public QObject {
    Q_OBJECT

private slots:
    void polishes_data();
    void polishes();
    void countsNoItems_data();
    void countsNoItems();
    void shortensLongOnes();
    void cutsNoNumberInTwo();
    void shortensWhatHasNoSpaces();
};

void PolishTest::polishes_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
    QTest::newRow("plain") << "The boiler is cold." << "The boiler is cold.";
    QTest::newRow("handle") << "@shop where is my parcel?" << "where is my parcel?";
    QTest::newRow("greeting") << "Hi there, the boiler is cold." << "the boiler is cold.";
    QTest::newRow("name in greeting") << "Hello Mr Lund, the boiler is cold." << "the boiler is cold.";
    QTest::newRow("only a greeting") << "Good morning" << "";
    QTest::newRow("handle and greeting") << "@12345 Hi! It broke." << "It broke.";
    QTest::newRow("good is no greeting") << "Good service costs money." << "Good service costs money.";
    QTest::newRow("german") << "Sehr geehrte Damen und Herren, die Heizung ist kalt." << "die Heizung ist kalt.";
    QTest::newRow("spanish") << "Buenos días, la caldera está fría." << "la caldera está fría.";
    QTest::newRow("inverted mark") << "Hola, ¿dónde está mi pedido?" << "¿dónde está mi pedido?";
    QTest::newRow("french") << "Bonjour, la chaudière est froide." << "la chaudière est froide.";
    QTest::newRow("initials") << "We'll take a look. ^AC" << "We'll take a look.";
    QTest::newRow("link and initials") << "Send us a note /MT https://example.com/x" << "Send us a note";
    QTest::newRow("white space") << "  one\n\n two\tthree " << "one two three";
    QTest::newRow("amount kept") << "£62 was taken." << "£62 was taken.";
    QTest::newRow("entity") << "cats &amp; dogs" << "cats & dogs";
    QTest::newRow("nothing") << "" << "";
}

void PolishTest::polishes()
{
    QFETCH(QString, text);
    QFETCH(QString, expected);
    QCOMPARE(QString::fromStdString(polished(text.toStdString())), expected);
}

void PolishTest::countsNoItems_data()
{
    QTest::addColumn<QString>("message");
    QTest::addColumn<QString>("sentence");
    QTest::addColumn<QString>("expected");
    QTest::newRow("of a list") << "Two things:\n1. It is cold.\n2. It drips." << "2. It drips." << "It drips.";
    QTest::newRow("the first") << "1) It is cold.\n2) It drips." << "1) It is cold." << "It is cold.";
    QTest::newRow("an ordinal") << "Guten Tag,\n2. Mahnung kam gestern." << "2. Mahnung kam gestern." << "2. Mahnung kam gestern.";
    QTest::newRow("other marks") << "1) It is cold.\n2. Mahnung kam." << "2. Mahnung kam." << "2. Mahnung kam.";
    QTest::newRow("not at the line's beginning") << "1. a b\nI paid 2. It drips." << "2. It drips." << "2. It drips.";
    QTest::newRow("a figure") << "1. a b\n2.5 litres leaked." << "2.5 litres leaked." << "2.5 litres leaked.";
    QTest::newRow("nothing behind it") << "1. a b\n2." << "2." << "2.";
}

void PolishTest::countsNoItems()
{
    QFETCH(QString, message);
    QFETCH(QString, sentence);
    QFETCH(QString, expected);
    const std::string text = message.toStdString();
    const std::size_t start = text.rfind(sentence.toStdString());
    const Span span{static_cast<std::uint32_t>(start), static_cast<std::uint32_t>(start + sentence.toStdString().size())};
    QCOMPARE(QString::fromStdString(polished(text, span)), expected);
}

void PolishTest::cutsNoNumberInTwo()
{
    const std::string before =
        "the meter was read twice, in spring and in autumn, and what was due after all of it was paid in the same week";
    const std::string text =
        before + " and then there came another letter about a further sum of all in all 105,90 euros for the whole year";
    const std::string cut = polished(text);
    QVERIFY(cut.size() < text.size());
    QVERIFY2(cut.find("105") == std::string::npos || cut.find("105,90") != std::string::npos, cut.c_str());
}

void PolishTest::shortensWhatHasNoSpaces()
{
    std::string text;
    for (int i = 0; i < 100; ++i)
        text += "水";
    const std::string cut = polished(text);
    QVERIFY(cut.size() < text.size());
    QVERIFY(isValidUtf8(cut));
    QVERIFY(cut.ends_with("水…"));
    QVERIFY(polished(std::string(6000, 'A')).size() < 300);
    // A word before it says nothing alone.
    for (const std::string before : {"see ", "the link is ", "a, b, c: "}) {
        const std::string behind = polished(before + std::string(6000, 'A') + " is what I got.");
        QVERIFY2(behind.size() > 150 && behind.size() < 300, behind.c_str());
        QVERIFY(behind.starts_with(before + "A"));
    }
    const std::string mixed = polished("das " + text);
    QVERIFY(isValidUtf8(mixed));
    QVERIFY(mixed.starts_with("das 水水"));
}

void PolishTest::shortensLongOnes()
{
    std::string text;
    for (int i = 0; i < 60; ++i)
        text += i == 25 ? "clause, " : "wörter ";
    const QString shortened = QString::fromStdString(polished(text));
    QVERIFY(shortened.endsWith(QString::fromUtf8("…")));
    QVERIFY(shortened.size() < 210);
    QVERIFY(!shortened.contains(QChar::ReplacementCharacter));
}

QTEST_GUILESS_MAIN(PolishTest)
#include "test_polish.moc"
