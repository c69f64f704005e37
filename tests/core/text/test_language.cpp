#include <QTest>

#include "core/text/language.h"

using namespace foreword;

class TestLanguage : public QObject {
    Q_OBJECT

private slots:
    void tells_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("hint");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char* text, const char* hint, const char* expected) {
            QTest::addRow("%s, %s", text, hint) << QString::fromUtf8(text) << QString(hint) << QString(expected);
        };
        row("Where is my order? It should have come on Monday.", "", "en");
        row("Wo bleibt meine Bestellung? Sie sollte am Montag kommen.", "", "de");
        row("\u00BFD\u00F3nde est\u00E1 mi pedido? Deb\u00EDa llegar el lunes.", "", "es");
        row("O\u00F9 est ma commande ? Elle devait arriver lundi.", "", "fr");
        row("Dov'\u00E8 il mio ordine? Doveva arrivare luned\u00EC, ma non l'ho ancora ricevuto.", "", "it");
        row("Gdzie jest moje zam\u00F3wienie? Mia\u0142o przyj\u015B\u0107 w poniedzia\u0142ek.", "", "pl");
        // The words outweigh the hint.
        row("Where is my order? It should have come on Monday.", "de", "en");
        row("Wo bleibt meine Bestellung? Sie sollte am Montag kommen.", "en", "de");
        // Too little to tell: the hint decides, and nothing is guessed without one.
        row("ok", "de", "de");
        row("ok", "", "");
        row("12345", "fr", "fr");
        row("12345", "", "");
        row("STOP", "", "");
        row("STOP", "es", "es");
        row("", "", "");
        row("", "en", "en");
        row("\U0001F600", "", "");
        // A few words are not believed to be of a language that nobody reads here, ...
        row("na kiek da isser ja", "", "de");
        row("Programado para el 3 de agosto a las 00:00.", "", "");
        row("Programado para el 3 de agosto a las 00:00.", "es", "es");
        row("ancora niente", "en", "en");
        // ... but enough of them are.
        row("Il modem non funziona da tre giorni e nessuno mi ha richiamato, sono stanco.", "en", "it");
        row("Gdzie jest moje zam\u00F3wienie? Mia\u0142o przyj\u015B\u0107 w poniedzia\u0142ek.", "de", "pl");
        // Whole messages of one telling word.
        row("Danke!", "", "de");
        row("merci", "", "fr");
        row("Gracias", "", "es");
        row("thanks", "", "en");
        row("K\u00FCndigung", "", "de");
    }

    void tells()
    {
        QFETCH(QString, text);
        QFETCH(QString, hint);
        QFETCH(QString, expected);
        QCOMPARE(QString::fromStdString(detectLanguage(text.toStdString(), hint.toStdString())), expected);
    }

    void tellsWhatElseIsWrittenAround()
    {
        QVERIFY(guessLanguage("Where is my order? It should have come on Monday.").tells());
        QVERIFY(guessLanguage("Gdzie jest moje zam\u00F3wienie? Mia\u0142o przyj\u015B\u0107 w poniedzia\u0142ek.").tells());
        for (const char* few : {"ok", "", "12345", "na kiek da isser ja", "thanks"})
            QVERIFY2(!guessLanguage(few).tells(), few);
    }

    void survivesBrokenAndLongText()
    {
        QVERIFY(detectLanguage("\xFF\xFE\xC3", "de") == "de");
        std::string text;
        while (text.size() < 1'000'000)
            text += "Wo bleibt meine Bestellung? \xC3\xBC";
        QVERIFY(detectLanguage(text) == "de");
    }
};

QTEST_GUILESS_MAIN(TestLanguage)
#include "test_language.moc"
