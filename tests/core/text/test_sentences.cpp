#include <random>
#include <thread>

#include <QTest>

#include "core/text/sentences.h"
#include "core/text/utf8.h"

using namespace foreword;

namespace {

QStringList sentences(const QString& text, const char* language)
{
    const std::string bytes = text.toStdString();
    QStringList out;
    for (const Span& span : sentencesOf(bytes, language))
        out << QString::fromStdString(std::string(span.in(bytes)));
    return out;
}

} // namespace

class TestSentences : public QObject {
    Q_OBJECT

private slots:
    void splits_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<QString>("marked"); // "|" stands where a sentence ends
        const auto row = [](const char* language, const char* marked) {
            QTest::newRow(marked) << QString(language) << QString::fromUtf8(marked);
        };

        row("en", "Hello.| Where is my order?| It is late!");
        row("en", "One sentence without an end");
        row("en", "Mr. Smith called at 5 p.m. on Friday.| He paid 3.50 for No. 5 Berlin Road.");
        row("en", "I said no.| You did it anyway.");
        row("en", "See https://example.com/a?b=c&d=e.f for more.| Thanks.");
        row("en", "Write to help@example.com.| Or call.");
        row("en", "e.g. Paris or i.e. London are fine.| Yes.");
        row("en", "Version 11.1.2 and 4.1 fail.| Both do.");
        row("en", "Still nothing\u2026 Why?| Tell me.");
        row("en", "Really?!| No.");
        row("en", "He said \"It works.\"| It does not.");
        row("en", "It broke \U0001F621\U0001F621| ");
        row("en", "Great! \U0001F600| Thanks :)");
        row("en", "Ref. 4711 is mine.| Dr. Jones has it.");
        row("en", "J. Smith signed.| A. B. Carter did not.");
        row("de", "Ich komme am 5. November.| Das kostet z. B. 5,50 Euro.");
        row("de", "Am 3. und 5. Mai war niemand da.| Wann kommt jemand?");
        row("de", "Siehe Nr. 7 und ggf. Anlage 2.| Dr. M\u00FCller ruft ca. 10 Uhr an.");
        row("de", "Das ist die 2. Mahnung.| Ich zahle nicht.");
        row("de", "Hallo!|Wie geht das?| Danke.");
        row("de", "Der Router, d. h. das alte Modell, ist defekt bzw. Schrott.| Bitte tauschen.");
        row("es", "El Sr. Garc\u00EDa llam\u00F3 a las 5.| \u00BFQu\u00E9 pas\u00F3?| \u00A1Nada!");
        row("es", "Vea la p\u00E1g. 3 y p. ej. Madrid.| Gracias.");
        row("fr", "M. Dupont et Mme. Martin ont appel\u00E9.| C'est le n. 5 \u00E0 Lyon.");
        row("fr", "O\u00F9 est mon colis ?| Je l'attends.");

        // Line ends.
        row("en", "chat line one|\nchat line two|\nchat line three");
        row("en", "First paragraph without a full stop|\n\nSecond paragraph");
        row("en", "I tried:|\n- restarting it|\n- another cable|\n1. a new router|\n2. the old one");
        row("en",
            "I have been waiting for the engineer since Monday and nobody has told\nme when he will come, which is a nuisance.| Please answer.");
        row("en",
            "I have been waiting for the engineer since Monday and nobody has called.|\nPlease tell me when he will come, for I must take a day off for it soon.");
        row("de",
            "Seit Montag warte ich auf den Techniker und niemand hat mir bisher\nBescheid gegeben, wann er kommen wird, was wirklich sehr l\u00E4stig ist.");
        row("en", "> I have been waiting for the engineer since Monday and nobody has told\n> me when he will come.");
    }

    void splits()
    {
        QFETCH(QString, language);
        QFETCH(QString, marked);
        QStringList expected;
        for (const QString& part : marked.split('|')) {
            QString sentence = part.trimmed();
            if (sentence.startsWith("> ") || sentence.startsWith("- "))
                sentence = sentence.mid(2);
            if (!sentence.isEmpty())
                expected << sentence;
        }
        QCOMPARE(sentences(QString(marked).remove('|'), qPrintable(language)), expected);
    }

    // In order, not empty, inside the text, on whole letters, no white space at the ends, no
    // blank line inside; what is left out is white space, quote marks or bullets.
    void keepsItsPromises()
    {
        std::mt19937 random(9);
        const std::vector<std::string> pieces = {"Hello",      ".",
                                                 "!",          "?",
                                                 " ",          "  ",
                                                 "\n",         "\n\n",
                                                 "\r\n",       "z. B.",
                                                 "5.",         "November",
                                                 "\u00FC",     "\u3002",
                                                 "\U0001F600", "> ",
                                                 "- ",         "https://example.com/a?b",
                                                 "e.g.",       "\u00A0",
                                                 "\u2026",     "word word word word word word word word word word word word",
                                                 ":",          "No.",
                                                 "\xFF"};
        for (int i = 0; i < 4000; ++i) {
            std::string text;
            for (unsigned n = random() % 25; n > 0; --n)
                text += pieces[random() % pieces.size()];
            std::size_t at = 0;
            for (const Span& span : sentencesOf(text, i % 2 == 0 ? "de" : "")) {
                QVERIFY(span.start >= at && span.end > span.start && span.end <= text.size());
                QVERIFY(text.find_first_not_of(" \t\r\n>-\xC2\xA0", at) >= span.start);
                const std::string sentence(span.in(text));
                QVERIFY(sentence.front() != ' ' && sentence.back() != ' ' && sentence.back() != '\n' && sentence.back() != '\r');
                QVERIFY(sentence.find("\n\n") == std::string::npos);
                QVERIFY(!isUtf8Continuation(sentence.front()));
                at = span.end;
            }
            QVERIFY(text.find_first_not_of(" \t\r\n>-\xC2\xA0", at) == std::string::npos);
        }
        QVERIFY(sentencesOf("", "en").empty());
        QVERIFY(sentencesOf(" \n\n \t", "en").empty());
    }

    void worksInSeveralThreads()
    {
        std::vector<std::thread> threads;
        std::vector<std::size_t> counts(4);
        for (std::size_t t = 0; t < counts.size(); ++t) {
            threads.emplace_back([t, &counts] {
                for (int i = 0; i < 500; ++i)
                    counts[t] += sentencesOf("One. Two! Three? Four.", "en").size();
            });
        }
        for (std::thread& thread : threads)
            thread.join();
        for (const std::size_t count : counts)
            QCOMPARE(count, std::size_t(2000));
    }

    void staysFastOnHostileText_data()
    {
        QTest::addColumn<QByteArray>("unit");
        int number = 0;
        for (const char* unit : {"! ", ". ", "1. ", "z. B. ", "a.", "?a", "x\n", "> ", "\xE2\x80\xA6",
                                 "word word word word word word word word word word word\n"})
            QTest::addRow("%d", ++number) << QByteArray(unit);
    }

    void staysFastOnHostileText()
    {
        QFETCH(QByteArray, unit);
        std::string text;
        while (text.size() < 2'000'000)
            text.append(unit.constData(), static_cast<std::size_t>(unit.size()));
        QElapsedTimer timer;
        timer.start();
        sentencesOf(text, "de");
        QVERIFY2(timer.elapsed() < 10'000, qPrintable(QString::number(timer.elapsed())));
    }
};

QTEST_GUILESS_MAIN(TestSentences)
#include "test_sentences.moc"
