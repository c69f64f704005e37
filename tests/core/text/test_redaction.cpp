#include <random>

#include <QTest>

#include "core/text/redaction.h"
#include "core/text/utf8.h"

using namespace foreword;

namespace {

// The text with each redaction written as [kind:words], for comparing at a glance.
QString marked(const std::string& text)
{
    const Redacted redacted = redactCardData(text);
    std::string out;
    std::size_t at = 0;
    for (const Redaction& redaction : redacted.redactions) {
        out.append(text, at, redaction.span.start - at);
        out.append("[").append(redaction.kind == "card_code" ? "code:" : "card:").append(redaction.span.in(text)).append("]");
        at = redaction.span.end;
    }
    return QString::fromStdString(out.append(text, at));
}

std::string withLuhnDigit(std::string digits)
{
    for (char last = '0'; last <= '9'; ++last) {
        int sum = 0;
        const std::string all = digits + last;
        for (std::size_t i = 0; i < all.size(); ++i) {
            const int digit = all[all.size() - 1 - i] - '0';
            sum += i % 2 == 0 ? digit : (digit > 4 ? 2 * digit - 9 : 2 * digit);
        }
        if (sum % 10 == 0)
            return all;
    }
    return digits;
}

} // namespace

class TestRedaction : public QObject {
    Q_OBJECT

private slots:
    // `marked` has brackets around what must be found; without them, nothing must be.
    void finds_data()
    {
        QTest::addColumn<QString>("expected");
        const auto row = [](const char* expected) { QTest::newRow(expected) << QString::fromUtf8(expected); };

        // Card numbers of the schemes' test ranges, in the spellings people use.
        row("[card:4111111111111111]");
        row("my visa is [card:4111 1111 1111 1111], thanks");
        row("[card:4111-1111-1111-1111]");
        row("[card:4111.1111.1111.1111]");
        row("[card:4111/1111/1111/1111]");
        row("[card:4111 - 1111 - 1111 - 1111]");
        row("[card:4111\n1111\n1111\n1111]");
        row("[card:4111 1111\r\n1111 1111]");
        row("> card [card:4111 1111\n> 1111 1111]\n> thanks");
        row("[card:4111\u00A01111\u00A01111\u00A01111]");
        row("[card:4111\u20131111\u20131111\u20131111]");
        row("[card:4111\u200B1111\u200B1111\u200B1111]");
        row("[card:4111\t1111\t1111\t1111]");
        row("[card:4111, 1111, 1111, 1111]");
        row("[card:4 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1]");
        row("[card:41 11 11 11 11 11 11 11]");
        row("[card:4111 11111111 1111]");
        row("[card:5555 5555 5555 4444] und danke");
        row("[card:2223 0031 2200 3222]");
        row("[card:3782 822463 10005] is my amex");
        row("[card:378282246310005]");
        row("[card:3056 930902 5904]");
        row("[card:6011 0009 9013 9424]");
        row("[card:3530 1113 3330 0000]");
        row("[card:4222222222222]");
        row("Visa[card:4111111111111111]");
        row("cardno[card:4111 1111 1111 1111]");
        row("https://pay.example.com/?pan=[card:4111111111111111]&x=1");
        row("[card:\uFF14\uFF11\uFF11\uFF11 \uFF11\uFF11\uFF11\uFF11 \uFF11\uFF11\uFF11\uFF11 \uFF11\uFF11\uFF11\uFF11]");
        row("[card:4\uFE0F\u20E31\uFE0F\u20E31\uFE0F\u20E31\uFE0F\u20E31\uFE0F\u20E31\uFE0F\u20E31\uFE0F\u20E31\uFE0F\u20E31\uFE0F\u20E31\uFE0F\u20E31\uFE0F\u20E31\uFE0F\u20E31\uFE0F\u20E31\uFE0F\u20E31\uFE0F\u20E31]");
        row("two: [card:4111111111111111] and [card:5555555555554444]");
        row("from 3/2024 on: [card:4111 1111 1111 1111] 12/27");
        // A long number that fits an issuer counts, whatever stands in front.
        row("order [card:4111 1111 1111 1111]");
        row("tracking number [card:5555555555554444]");

        // In words and mixed.
        row("it's [card:four one one one one one one one one one one one one one one one]");
        row("[card:four one one one, one one one one, one one one one, one one one one]");
        row("[card:four triple one, quadruple one, 1111 double one one one]");
        row("[card:four two four two double four two four two four two four two four two two] no wait");
        row("[card:4111 one one one one 1111 double one eleven]");
        row("[card:five five oh oh oh oh oh oh oh oh oh oh oh oh oh four]");
        row("[card:forty-one eleven eleven eleven eleven eleven eleven eleven]");
        row("meine Nummer: [card:vier eins eins eins eins eins eins eins eins eins eins eins eins eins eins eins] danke");
        row("[card:f\u00FCnf f\u00FCnf f\u00FCnf f\u00FCnf f\u00FCnf f\u00FCnf f\u00FCnf f\u00FCnf f\u00FCnf f\u00FCnf f\u00FCnf f\u00FCnf vier vier vier vier]");
        row("[card:zwo zwo zwo drei null null drei eins zwo zwo null null drei zwo zwo zwo]");
        row("[card:einundvierzig elf elf elf elf elf elf elf]");
        row("es la [card:cuatro uno uno uno uno uno uno uno uno uno uno uno uno uno uno uno]");
        row("[card:cuarenta y uno once once once once once once once]");
        row("c'est le [card:quatre un un un un un un un un un un un un un un un]");
        row("[card:quarante et un onze onze onze onze onze onze onze]");
        row("[card:cinquante-cinq cinquante-cinq cinquante-cinq cinquante-cinq cinquante-cinq cinquante-cinq quarante-quatre quarante-quatre]");

        // Card codes, named.
        row("CVV [code:123]");
        row("cvv: [code:123]");
        row("CVC2 is [code:9876].");
        row("my security code is [code:123]");
        row("the security code on the back of my card is [code:123], ok?");
        row("the three digits on the back are [code:seven three nine]");
        row("CVV (3 digits): [code:123]");
        row("[code:123] is the cvv");
        row("cvv one two three four five");
        row("CVV\n[code:123]\nthanks");
        row("Pr\u00FCfnummer [code:123]");
        row("die Kartenpr\u00FCfnummer lautet [code:123]");
        row("Der Sicherheitscode auf der R\u00FCckseite ist [code:eins zwei drei].");
        row("Pr\u00FCfziffer Nr. [code:4711]");
        row("el c\u00F3digo de seguridad es el [code:123]");
        row("el cvv es [code:604], renovad el abono");
        row("le cryptogramme visuel est [code:123]");
        row("cryptogramme : [code:123]");
        row("les trois chiffres au dos sont [code:un deux trois]");
        row("code de s\u00E9curit\u00E9 : [code:123]");
        row("[card:4111 1111 1111 1111] exp 12/27 cvv [code:123]");
        row("[card:4111 1111 1111 1111] 12/27 [code:123]");
        row("[card:4111 1111 1111 1111], code [code:311], go");

        // Near misses.
        row("4111 1111 1111 1112");
        row("my loyalty number is 4111 1111 1111 1112");
        row("0000 0000 0000 0000");
        row("order 12345678");
        row("order 1234567890123 arrived");
        row("Call +44 7700 900123 or 0161 496 0023");
        row("+49 1512 3456789 01");
        row("0049 1512 3456785");
        row("GB29 NWBK 6016 1331 9268 19");
        row("IBAN: DE89 3704 0044 0532 0130 00");
        row("DE89370400440532013000");
        row("FR14 2004 1010 0505 0001 3M02 606");
        row("IBAN ES91 2100 0418 4502 0005 1332");
        row("1Z 999 AA1 01 2345 6784");
        row("9400111899223197428490");
        row("JJD000390007882823372");
        row("imei of the phone is 490154203237518");
        row("ISBN 978-3-16-148410-0");
        row("550e8400-e29b-41d4-a716-446655440000");
        row("da39a3ee5e6b4b0d3255bfef95601890afd80709");
        row("2023-11-05 14:30:22.111 and 2024-01-02 10:00");
        row("1999 2003 2007 2012");
        row("52.520008, 13.404954");
        row("it cost 1.234.567,89 EUR");
        row("192.168.100.200 10.0.0.1");
        row("**** **** **** 1111");
        row("one of the two said three or four times: five, six");
        row("error code 418, manual page 739");
        row("how long is the security code you text me valid for? ten minutes or thirty");
        row("Where do I find the CVV? Front or back?");
        row("please never give me the three digits on the back");
        row("The CVV has 3 digits");
        row("enter the 3-digit security code");
        row("security code 100 times wrong");
        row("Send the security code.\n2024 was a bad year");
        row("CVV 12/26");
        row("CVV: 12.50");
        row("the verification code 123456");
        row("Pr\u00FCfnummer folgt in 120 Minuten");
        row("el c\u00F3digo de seguridad caduca en 300 segundos");
    }

    void finds()
    {
        QFETCH(QString, expected);
        QString text = expected;
        text.remove("[card:").remove("[code:").remove(']');
        QCOMPARE(marked(text.toStdString()), expected);
    }

    void masksOneAsteriskAByte()
    {
        const Redacted redacted = redactCardData("a \uFF14\uFF11111111 11111111 b");
        QCOMPARE(QString::fromStdString(redacted.text), QString("a ") + QString(21, '*') + " b");
        QCOMPARE(redacted.redactions.size(), std::size_t(1));
        QCOMPARE(redacted.redactions[0].span.start, 2U);
        QCOMPARE(redacted.redactions[0].span.end, 23U);
        QCOMPARE(QString::fromStdString(redacted.redactions[0].kind), QString("card_number"));
    }

    // Every valid number of every issuer range is found in every usual spelling.
    void findsEveryIssuedNumber()
    {
        std::mt19937 random(7);
        const std::vector<std::pair<std::string, std::size_t>> ranges = {
            {"4", 16},  {"51", 16},   {"55", 16}, {"2221", 16}, {"2720", 16}, {"34", 15}, {"37", 15}, {"6011", 16}, {"65", 16},
            {"36", 14}, {"3528", 16}, {"62", 16}, {"62", 19},   {"50", 16},   {"67", 18}, {"4", 13},  {"4", 19}};
        for (const auto& [prefix, length] : ranges) {
            for (int i = 0; i < 50; ++i) {
                std::string digits = prefix;
                while (digits.size() + 1 < length)
                    digits.push_back(static_cast<char>('0' + random() % 10));
                digits = withLuhnDigit(digits);
                for (const std::string gap : {"", " ", "-", ".", "/", "\n"}) {
                    std::string spelled;
                    for (std::size_t d = 0; d < digits.size(); ++d)
                        spelled.append(d > 0 && d % 4 == 0 && d + 4 <= length ? gap : "").push_back(digits[d]);
                    if (gap == "\n" && length != 16)
                        continue;
                    const Redacted redacted = redactCardData("it is " + spelled + ", ok");
                    QVERIFY2(redacted.text == "it is " + std::string(spelled.size(), '*') + ", ok", spelled.c_str());
                }
            }
        }
    }

    void leavesNumbersThatFailTheCheck()
    {
        std::mt19937 random(11);
        for (int i = 0; i < 500; ++i) {
            std::string digits = "4";
            while (digits.size() < 15)
                digits.push_back(static_cast<char>('0' + random() % 10));
            digits = withLuhnDigit(digits);
            digits.back() = digits.back() == '9' ? '0' : static_cast<char>(digits.back() + 1);
            QVERIFY2(redactCardData("order " + digits).redactions.empty(), digits.c_str());
        }
    }

    // Whatever comes in: same length, valid UTF-8 stays valid, spans in order and on whole
    // letters, nothing else changes.
    void keepsLengthAndUtf8()
    {
        std::mt19937 random(3);
        const std::vector<std::string> pieces = {"4111",
                                                 "1111",
                                                 "4111111111111111",
                                                 "four",
                                                 "double",
                                                 "eins",
                                                 "quatre",
                                                 "vingt",
                                                 " ",
                                                 "-",
                                                 ".",
                                                 "\n",
                                                 ",",
                                                 "cvv",
                                                 "123",
                                                 "is",
                                                 "\u00FC",
                                                 "\u00A0",
                                                 "\uFF14",
                                                 "\U0001F600",
                                                 "\uFE0F",
                                                 "security code",
                                                 "12/27",
                                                 "GB29",
                                                 "+",
                                                 "/",
                                                 "*",
                                                 "> ",
                                                 "no4111",
                                                 "x",
                                                 "\u00E9"};
        for (int i = 0; i < 4000; ++i) {
            std::string text;
            for (unsigned n = random() % 40; n > 0; --n)
                text += pieces[random() % pieces.size()];
            const Redacted redacted = redactCardData(text);
            QCOMPARE(redacted.text.size(), text.size());
            QVERIFY(isValidUtf8(redacted.text));
            std::size_t at = 0;
            for (const Redaction& redaction : redacted.redactions) {
                QVERIFY(redaction.span.start >= at && redaction.span.start < redaction.span.end && redaction.span.end <= text.size());
                QVERIFY(!isUtf8Continuation(text[redaction.span.start]));
                QCOMPARE(redacted.text.substr(at, redaction.span.start - at), text.substr(at, redaction.span.start - at));
                QCOMPARE(redacted.text.substr(redaction.span.start, redaction.span.length()), std::string(redaction.span.length(), '*'));
                at = redaction.span.end;
            }
            QCOMPARE(redacted.text.substr(at), text.substr(at));
        }
    }

    void staysFastOnHostileText_data()
    {
        QTest::addColumn<QByteArray>("unit");
        QTest::newRow("digits") << QByteArray("4 ");
        QTest::newRow("one number") << QByteArray("4");
        QTest::newRow("cards") << QByteArray("4111 1111 1111 1111 cvv 123 ");
        QTest::newRow("words") << QByteArray("four double ");
        QTest::newRow("names") << QByteArray("cvv security code is ");
        QTest::newRow("IBANs") << QByteArray("GB29 NWBK 6016 ");
        QTest::newRow("letters") << QByteArray("a");
    }

    void staysFastOnHostileText()
    {
        QFETCH(QByteArray, unit);
        std::string text;
        while (text.size() < 2'000'000)
            text.append(unit.constData(), static_cast<std::size_t>(unit.size()));
        QElapsedTimer timer;
        timer.start();
        redactCardData(text);
        QVERIFY2(timer.elapsed() < 20'000, qPrintable(QString::number(timer.elapsed())));
    }
};

QTEST_GUILESS_MAIN(TestRedaction)
#include "test_redaction.moc"
