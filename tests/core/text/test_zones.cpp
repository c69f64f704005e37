#include <random>

#include <QTest>

#include "core/text/utf8.h"
#include "core/text/zones.h"

using namespace foreword;

namespace {

// One letter a line: b body, q quoted, s signature. Blank lines are left out.
QString zonesByLine(const std::string& text)
{
    QString out;
    std::size_t at = 0;
    const auto zones = zonesOf(text);
    while (at < text.size()) {
        const std::size_t end = std::min(text.find('\n', at), text.size());
        for (const ZoneSpan& zone : zones) {
            if (zone.span.start <= at && at < zone.span.end && text.find_first_not_of(" \r\n", at) < end)
                out += zone.zone == Zone::body ? 'b' : zone.zone == Zone::quoted ? 'q' : 's';
        }
        at = end + 1;
    }
    return out;
}

} // namespace

class TestZones : public QObject {
    Q_OBJECT

private slots:
    void tellsZones_data()
    {
        QTest::addColumn<QString>("expected");
        QTest::addColumn<QString>("text");
        const auto row = [](const char* name, const char* expected, const char* text) {
            QTest::newRow(name) << QString(expected) << QString::fromUtf8(text);
        };
        quotations(row);
        ownWords(row);
        signatures(row);
        noSignatures(row);
    }

    void tellsZones()
    {
        QFETCH(QString, text);
        QFETCH(QString, expected);
        QCOMPARE(zonesByLine(text.toStdString()), expected);
        QCOMPARE(zonesByLine(QString(text).replace("\n", "\r\n").toStdString()), expected);
    }

    void coversTheTextWithoutGaps()
    {
        std::mt19937 random(5);
        const std::vector<std::string> lines = {"",
                                                "Hello",
                                                "> quoted",
                                                ">> twice",
                                                "-- ",
                                                "--",
                                                "Kind regards",
                                                "Maria Hoffmann",
                                                "From: a@example.com",
                                                "Sent: today",
                                                "Subject: x",
                                                "On 3 Nov 2025 at 10:02, A <a@example.com> wrote:",
                                                "Am 3. Nov. 2025 um 10:02 schrieb B:",
                                                "___________",
                                                "-----Original Message-----",
                                                "Tel. 0170 1234567",
                                                "Gr\u00FC\u00DFe",
                                                "\u00A0",
                                                "Sent from my iPhone",
                                                "Is it there?",
                                                ">",
                                                "\r"};
        for (int i = 0; i < 3000; ++i) {
            std::string text;
            for (unsigned n = random() % 20; n > 0; --n)
                text += lines[random() % lines.size()] + (random() % 5 == 0 ? "\r\n" : "\n");
            if (!text.empty() && random() % 2 == 0)
                text.pop_back();
            std::uint32_t at = 0;
            for (const ZoneSpan& zone : zonesOf(text)) {
                QCOMPARE(zone.span.start, at);
                QVERIFY(zone.span.end > zone.span.start);
                at = zone.span.end;
            }
            QCOMPARE(at, static_cast<std::uint32_t>(text.size()));
        }
        QVERIFY(zonesOf("").empty());
    }

    void staysFastOnHostileText_data()
    {
        QTest::addColumn<QByteArray>("unit");
        for (const char* unit : {"\n", "> \n", "From: x\n", "On 3 Nov\n", "-- \n", "Regards\nAb\n", ">1\n", "a",
                                 "From: ", "reply above this line\n", "____\n"})
            QTest::newRow(unit) << QByteArray(unit);
    }

    void staysFastOnHostileText()
    {
        QFETCH(QByteArray, unit);
        std::string text;
        while (text.size() < 2'000'000)
            text.append(unit.constData(), static_cast<std::size_t>(unit.size()));
        QElapsedTimer timer;
        timer.start();
        zonesOf(text);
        QVERIFY2(timer.elapsed() < 10'000, qPrintable(QString::number(timer.elapsed())));
    }

private:
    using Row = std::function<void(const char*, const char*, const char*)>;

    static void quotations(const Row& row)
    {
        row("quote marks", "bqq", "No, still broken.\n> Is it fixed?\n> Let us know.");
        row("answers between quotations", "qbqb", "> Is it fixed?\nNo.\n> Which model?\nThe small one.");
        row("nested marks", "bqq", "Yes\n>> first\n>second");
        row("English attribution", "bqq",
            "Thanks, works.\n\nOn Mon, 3 Nov 2025 at 10:02, Support <help@example.com> wrote:\n\nPlease restart it.");
        row("English attribution, wrapped", "bqqq",
            "Works.\nOn Mon, Nov 3, 2025 at 10:02 AM Customer Support\n<help@example.com> wrote:\n> Please restart it.");
        row("attribution over quote marks, then own words", "bqqb", "Hi\nOn 4 Feb I wrote:\n> Use the old address.\nThat is wrong.");
        row("German attribution", "bqq",
            "Geht nicht.\nAm 03.11.2025 um 10:02 schrieb Kundendienst <hilfe@example.com>:\nBitte neu starten.");
        row("German attribution, long date", "bqq", "Nein.\nAm Mo., 3. Nov. 2025 um 10:02 Uhr schrieb Kundendienst:\nBitte neu starten.");
        row("German attribution, name first", "bqq",
            "Nein.\nKundendienst <hilfe@example.com> schrieb am Mo., 3. Nov. 2025, 10:02:\nBitte neu starten.");
        row("French attribution", "bqq",
            "Non.\nLe lun. 3 nov. 2025 \u00E0 10:02, Support <aide@example.com> a \u00E9crit :\nRed\u00E9marrez.");
        row("French attribution, no-break space", "bqq", "Non.\nLe 03/11/2025 \u00E0 10:02, Support a \u00E9crit\u00A0:\nRed\u00E9marrez.");
        row("Spanish attribution", "bqq", "No.\nEl lun, 3 nov 2025 a las 10:02, Soporte (<ayuda@example.com>) escribi\u00F3:\nReinicie.");
        row("Gmail attribution without words", "bqq", "Ok\n2025-11-03 10:02 GMT+01:00 Support <help@example.com>:\nPlease restart it.");
        row("Outlook separator", "bqqq", "Done.\n\n-----Original Message-----\nFrom: Support\nPlease restart it.");
        row("German separator", "bqq", "Erledigt.\n-----Urspr\u00FCngliche Nachricht-----\nBitte neu starten.");
        row("Spanish separator", "bqq", "Hecho.\n-----Mensaje original-----\nReinicie.");
        row("French separator", "bqq", "Fait.\n-----Message d'origine-----\nRed\u00E9marrez.");
        row("Gmail forward", "bqqq",
            "See below.\n---------- Forwarded message ---------\nFrom: Support <help@example.com>\nPlease restart it.");
        row("Apple forward", "bqq", "Siehe unten.\n\nAnfang der weitergeleiteten Nachricht:\n\nBitte neu starten.");
        row("English mail head", "bqqqqq",
            "Done.\nFrom: Support <help@example.com>\nSent: Monday, 3 November 2025 10:02\nTo: Maria\nSubject: Router\n\nPlease restart it.");
        row("German mail head", "bqqqqqq",
            "Erledigt.\n________________________________\nVon: Kundendienst\nGesendet: Montag, 3. November 2025 10:02\nAn: Maria\nBetreff: Router\nBitte neu starten.");
        row("bold mail head", "bqqqqq",
            "Fait.\n*De :* Support\n*Envoy\u00E9 :* lundi 3 novembre 2025 10:02\n*\u00C0 :* Maria\n*Objet :* Routeur\nRed\u00E9marrez.");
        row("Spanish mail head", "bqqqqq",
            "Hecho.\nDe: Soporte\nEnviado el: lunes, 3 de noviembre de 2025 10:02\nPara: Mar\u00EDa\nAsunto: Router\nReinicie.");
        row("mail head with date", "bqqqqq", "Ok\nFrom: Support\nDate: Mon, 3 Nov 2025\nTo: Maria\nSubject: Router\nPlease restart it.");
        row("mail head in one line", "bqq", "Ok\nFrom: Support Sent: Monday To: Maria Subject: Router\nPlease restart it.");
        row("GMX mail head", "bqqqqq",
            "Ok\nGesendet: Montag, 3. November 2025 um 10:02 Uhr\nVon: Support <hilfe@example.com>\nAn: maria@example.com\nBetreff: Router\nBitte neu starten.");
        row("helpdesk line below words", "bqq", "My answer.\n##- Please type your reply above this line -##\nYour request was updated.");
        row("helpdesk line on top", "qb", "##- Please type your reply above this line -##\nYour request was updated.");
        row("everything is quoted", "qq", "> Is it fixed?\n> Let us know.");
    }

    // Looks like a quotation and is not.
    static void ownWords(const Row& row)
    {
        row("plain", "bb", "Hello,\nwhere is my order?");
        row("a story", "bbb", "On 5 May your colleague wrote:\nWe will call you.\nNobody did.");
        row("German story", "bb", "Am Montag schrieb Ihr Kollege:\nWir rufen an.");
        row("greater than", "bb", "> 50 euros for nothing\nthat is too much");
        row("face", "bb", ">:( still broken\nagain");
        row("arrow", "bb", "-> restarted it\n=> no change");
        row("journey", "bbbb", "From: London\nTo: Paris\nDate: 5 May\nTwo seats please");
        row("contact form", "bbbb", "From: Maria <maria@example.com>\nSubject: Router\nMessage:\nIt is broken.");
        row("German form", "bbb", "Name: Maria\nDatum: 5. Mai\nBetreff: Router");
        row("words of a separator", "bb", "This is my original message:\nit is broken");
        row("from in a sentence", "bb", "From: the shop I got nothing.\nSent it back.");
        row("ruled line", "bbb", "First\n----------\nSecond");
    }

    static void signatures(const Row& row)
    {
        row("delimiter", "bsss", "It is broken.\n-- \nMaria Hoffmann\nwww.example.com");
        row("delimiter without space", "bss", "It is broken.\n--\nMaria Hoffmann");
        row("closing and name", "bss", "It is broken.\n\nKind regards,\nMaria Hoffmann");
        row("closing with name in the line", "bs", "It is broken.\nBest regards, Maria");
        row("lower-case name", "bss", "it is broken\nregards\nmaria");
        row("closing alone", "bs", "It is broken.\nRegards");
        row("German", "bsssss",
            "Das Ger\u00E4t ist defekt.\n\nMit freundlichen Gr\u00FC\u00DFen\n\nMaria Hoffmann\nLeiterin Einkauf\nTel.: +49 30 23125 000\nBeispielstra\u00DFe 5, 10115 Berlin");
        row("German, short", "bss", "Das Ger\u00E4t ist defekt.\nVG\nMaria");
        row("German, with place", "bss", "Wann kommt es?\nViele Gr\u00FC\u00DFe aus Berlin\nMaria");
        row("Spanish", "bss", "No funciona.\nUn saludo,\nMar\u00EDa L\u00F3pez");
        row("Spanish, formal", "bss", "No funciona.\nAtentamente,\nMar\u00EDa L\u00F3pez");
        row("French", "bsss", "Rien ne marche.\nCordialement,\nMarie Dupont\nT\u00E9l. 01 99 00 12 34");
        row("French, formal", "bss",
            "Rien ne marche.\nJe vous prie d'agr\u00E9er, Madame, Monsieur, l'expression de mes salutations distingu\u00E9es.\nMarie Dupont");
        row("thanks stay words, the name does not", "bbs", "It is broken.\nMany thanks,\nMaria Hoffmann");
        row("above a quotation", "bssqq",
            "It is broken.\nRegards\nMaria\nOn 3 Nov 2025 at 10:02, Support <help@example.com> wrote:\nRestart it.");
        row("telephone", "bs", "It is broken.\nSent from my iPhone");
        row("telephone, German", "bs", "Kaputt.\nVon meinem iPhone gesendet");
        row("telephone, Spanish", "bs", "Roto.\nEnviado desde mi iPhone");
        row("telephone, French", "bs", "Cass\u00E9.\nEnvoy\u00E9 de mon iPhone");
        row("app", "bs", "Broken.\nGet Outlook for Android");
        row("closing and telephone", "bsss", "Broken.\nRegards\nMaria\n\nSent from my Galaxy");
        row("disclaimer", "bsss",
            "Broken.\nKind regards\nMaria\n\nThis email and any attachments are confidential and intended for the addressee only. If you have received it in error, please delete it.");
        row("reference stays body", "bssb", "Broken.\nRegards\nMaria Hoffmann\nCustomer number: 4711");
        row("postscript stays body", "bssb", "Broken.\nRegards\nMaria\nPS: please call before noon");
    }

    static void noSignatures(const Row& row)
    {
        row("thanks alone", "b", "Thanks!");
        row("thanks to someone", "bb", "It works now.\nThanks Maria");
        row("words below thanks", "bbb", "It is broken.\nThanks\nPlease call me back tomorrow");
        row("question below regards", "bbb", "It is broken.\nRegards\nWhen will you answer?");
        row("sentence below regards", "bbb", "It is broken.\nRegards\nI am still waiting for the engineer you promised me last week.");
        row("nothing above", "bb", "Kind regards\nMaria");
        row("dashes between words", "bbb",
            "First part.\n--\nSecond part, which says at some length that the replacement engine that you sent to us has not helped at all.");
        row("inline regards", "bb", "Give my regards to Tom.\nIt works.");
        row("name in the middle", "bbb", "Hello,\nMaria Hoffmann\nwas on the phone.");
        row("telephone in words", "bb", "Broken.\nSent from my wife's account, so please answer me.");
    }
};

QTEST_GUILESS_MAIN(TestZones)
#include "test_zones.moc"
