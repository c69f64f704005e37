#include <random>

#include <QTest>

#include "core/text/lines.h"
#include "core/text/utf8.h"

using namespace foreword;

class TestUtf8 : public QObject {
    Q_OBJECT

private slots:
    void tellsValidity_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<bool>("valid");
        QTest::newRow("empty") << QByteArray("") << true;
        QTest::newRow("ascii") << QByteArray("plain words, more than eight") << true;
        QTest::newRow("two, three, four bytes") << QByteArray("\xC3\xBC\xE2\x82\xAC\xF0\x9F\x98\x80") << true;
        QTest::newRow("last code point") << QByteArray("\xF4\x8F\xBF\xBF") << true;
        QTest::newRow("past the last") << QByteArray("\xF4\x90\x80\x80") << false;
        QTest::newRow("continuation alone") << QByteArray("a\x80") << false;
        QTest::newRow("cut short") << QByteArray("abcdefgh\xE2\x82") << false;
        QTest::newRow("overlong slash") << QByteArray("\xC0\xAF") << false;
        QTest::newRow("overlong, three bytes") << QByteArray("\xE0\x80\xAF") << false;
        QTest::newRow("overlong, four bytes") << QByteArray("\xF0\x80\x80\xAF") << false;
        QTest::newRow("surrogate") << QByteArray("\xED\xA0\x80") << false;
        QTest::newRow("latin-1") << QByteArray("Gr\xFC\xDF"
                                               "e")
                                 << false;
        QTest::newRow("five bytes") << QByteArray("\xF8\x88\x80\x80\x80") << false;
    }

    void tellsValidity()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(bool, valid);
        QCOMPARE(isValidUtf8({bytes.constData(), static_cast<std::size_t>(bytes.size())}), valid);
    }

    void repairsAndReadsAnything()
    {
        std::mt19937 random(1);
        for (int i = 0; i < 3000; ++i) {
            std::string bytes;
            for (unsigned n = random() % 30; n > 0; --n)
                bytes.push_back(static_cast<char>(random() % 3 == 0 ? random() % 128 : random() % 256));
            const std::string repaired = repairUtf8(bytes);
            QVERIFY(isValidUtf8(repaired));
            QVERIFY(repaired.find('\0') == std::string::npos);
            QCOMPARE(repairUtf8(repaired), repaired);
            std::string copy;
            for (std::size_t at = 0; at < repaired.size(); at += codePointAt(repaired, at).length)
                appendUtf8(copy, codePointAt(repaired, at).value);
            QCOMPARE(copy, repaired);
        }
        QCOMPARE(repairUtf8("a\xFF"
                            "b"),
                 std::string("a\uFFFD"
                             "b"));
        QCOMPARE(repairUtf8(std::string("a\0b", 3)),
                 std::string("a\uFFFD"
                             "b"));
    }

    void foldsLatin()
    {
        QCOMPARE(foldLatin("Pr\u00DCFziffer Stra\u00DFe \u00C9crit\u00A0: ca\u00F1\u00F3n"),
                 std::string("prufziffer strasse ecrit : canon"));
        QCOMPARE(foldLatin("don\u2019t \u2013 \u0152uvre e\u0301t\u00E9 \u0141\u00F3d\u017A"), std::string("don't - oeuvre ete \u0142odz"));
        QCOMPARE(foldLatin("\u041F\u0440\u0438\u0432\u0435\u0442 \u4F60"), std::string("\u043F\u0440\u0438\u0432\u0435\u0442 \u4F60"));
    }

    void linesCoverTheText()
    {
        const std::string text = "one\r\n\r\n  \ntwo \u00A0\nthree";
        const auto lines = linesOf(text);
        QCOMPARE(lines.size(), std::size_t(5));
        std::uint32_t at = 0;
        for (const TextLine& line : lines) {
            QCOMPARE(line.start, at);
            at = line.end;
        }
        QCOMPARE(std::size_t(at), text.size());
        QCOMPARE(lines[0].content(text), std::string_view("one"));
        QVERIFY(lines[1].blank() && lines[2].blank());
        QCOMPARE(lines[3].content(text), std::string_view("two"));
        QVERIFY(linesOf("").empty());
    }
};

QTEST_GUILESS_MAIN(TestUtf8)
#include "test_utf8.moc"
