#include <QtTest>

#include "core/text/folded_text.h"

using namespace foreword;

class FoldedTextTest : public QObject {
    Q_OBJECT

private slots:
    void words_data();
    void words();
    void spansPointAtTheOriginal();
    void breaksAreSeen();
    void kindsAreTold();
    void offsetsCountFromTheWholeText();
    void brokenBytesSeparate();
};

static QString joined(const FoldedText& text)
{
    QStringList words;
    for (std::size_t i = 0; i < text.size(); ++i)
        words << QString::fromStdString(std::string(text.word(i)));
    return words.join('|');
}

void FoldedTextTest::words_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("split");
    QTest::addColumn<QString>("expected");
    QTest::newRow("case and accents") << "Überprüfung ÉTÉ niño" << false << "uberprufung|ete|nino";
    QTest::newRow("sharp s") << "Straße GROẞ" << false << "strasse|gross";
    QTest::newRow("apostrophes") << "don’t DON'T" << false << "don't|don't";
    QTest::newRow("possessive apart") << "my dad's phone, it's" << false << "my|dad|'s|phone|it|'s";
    QTest::newRow("elision") << "j'ai qu’on l'été" << true << "j|ai|qu|on|l|ete";
    QTest::newRow("hyphens") << "e-mail co-worker" << false << "email|coworker";
    QTest::newRow("numbers") << "14:00 19,90 12/05/2026 5." << false << "14:00|19,90|12/05/2026|5";
    QTest::newRow("mixed") << "BA2038 6am 7QLM2" << false << "ba2038|6am|7qlm2";
    QTest::newRow("entity") << "cats &amp; dogs & co" << false << "cats|dogs|&|co";
    QTest::newRow("outcry") << "what?! no!!!" << false << "what|??|no|!!";
    QTest::newRow("smile") << "ok :) not :-(" << false << "ok|:)|not|:(";
    QTest::newRow("empty") << "" << false << "";
    QTest::newRow("marks only") << " ...,;- " << false << "";
}

void FoldedTextTest::words()
{
    QFETCH(QString, text);
    QFETCH(bool, split);
    QFETCH(QString, expected);
    const std::string bytes = text.toStdString();
    QCOMPARE(joined(FoldedText(bytes, split ? Elision::split : Elision::keep)), expected);
}

void FoldedTextTest::spansPointAtTheOriginal()
{
    const std::string text = "Ça m’énerve: 62 € weg";
    const FoldedText folded(text, Elision::split);
    QCOMPARE(std::string(folded.token(0).span.in(text)), std::string("Ça"));
    QCOMPARE(std::string(folded.token(2).span.in(text)), std::string("énerve"));
    QCOMPARE(std::string(folded.token(folded.size() - 1).span.in(text)), std::string("weg"));
}

void FoldedTextTest::breaksAreSeen()
{
    const FoldedText text("one, two. three and 5. four");
    QVERIFY(text.token(1).before == TokenBreak::comma);
    QVERIFY(text.token(2).before == TokenBreak::strong);
    QVERIFY(text.token(3).before == TokenBreak::none);
    // "5. November": the full stop of an ordinal ends nothing.
    QVERIFY(text.token(5).before != TokenBreak::strong);
}

void FoldedTextTest::kindsAreTold()
{
    const FoldedText text("@shop write me@example.com. see https://example.com/a 12 😡 yes");
    QVERIFY(text.token(0).kind == TokenKind::handle);
    QVERIFY(text.token(2).kind == TokenKind::mail);
    QCOMPARE(std::string(text.word(2)), std::string("me@example.com"));
    QVERIFY(text.token(4).kind == TokenKind::link);
    QVERIFY(text.token(5).kind == TokenKind::number);
    QVERIFY(text.token(6).kind == TokenKind::emoji);
    QVERIFY(text.token(7).kind == TokenKind::word);
}

void FoldedTextTest::offsetsCountFromTheWholeText()
{
    const std::string whole = "> quoted\nown words";
    const FoldedText part(std::string_view(whole).substr(9), Elision::keep, 9);
    QCOMPARE(std::string(part.token(0).span.in(whole)), std::string("own"));
    QCOMPARE(std::string(part.token(1).span.in(whole)), std::string("words"));
}

void FoldedTextTest::brokenBytesSeparate()
{
    const std::string text = "good\xff\xfe"
                             "bad \xc3";
    const FoldedText folded(text);
    QCOMPARE(joined(folded), QString("good|bad"));
}

QTEST_GUILESS_MAIN(FoldedTextTest)
#include "test_folded_text.moc"
