#include "core/model/names.h"
#include "tests/core/annotate/reading.h"

using namespace foreword;
using namespace foreword::test;

class AnnotatorTest : public QObject {
    Q_OBJECT

private slots:
    void facts_data();
    void facts();
    void whatIsNoFact_data();
    void whatIsNoFact();
    void onlyTheCustomerTellsFacts();
    void bareAnswersAreWhatWasAskedFor();
    void kindsOfStatements_data();
    void kindsOfStatements();
    void sentencesCarryZoneAndWeight();
    void everyAnnotationIsWithinTheText();
    void languageIsGuessedFromLittleWords();
    void unsupportedLanguagesAreOnlySplit();
    void hostileTextIsSurvived_data();
    void hostileTextIsSurvived();
    void annotationsAreOrderedAndRepeatable();
};

void AnnotatorTest::facts_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QString>("words");
    QTest::addColumn<QString>("value");
    const auto row = [](const char* language, const char* text, FactKind kind, const char* words, const char* value) {
        QTest::addRow("%s %.40s", language, text)
            << language << text << QString::fromUtf8(nameOf(kind).data(), static_cast<qsizetype>(nameOf(kind).size())) << words << value;
    };
    row("en", "My order number is A-77120.", FactKind::orderOrBookingRef, "A-77120", "A77120");
    row("en", "Booking reference XK4T9P, please.", FactKind::orderOrBookingRef, "XK4T9P", "XK4T9P");
    row("en", "The serial number is 88XZ2201.", FactKind::accountOrDeviceId, "88XZ2201", "88XZ2201");
    row("en", "account 5501877 is mine", FactKind::accountOrDeviceId, "5501877", "5501877");
    row("en", "You took £62.50 twice.", FactKind::amount, "£62.50", "£62.50");
    row("en", "It cost 40 euros.", FactKind::amount, "40 euros", "40 euros");
    row("en", "Write to sample.person@example.com.", FactKind::contactDetail, "sample.person@example.com", "sample.person@example.com");
    row("en", "Ring me on 07700 900123.", FactKind::contactDetail, "07700 900123", "07700900123");
    row("en", "It happened on 5 November.", FactKind::dateOrTime, "5 November", "2025-11-05");
    row("en", "Leaving tomorrow.", FactKind::dateOrTime, "tomorrow", "2026-03-03");
    row("en", "I fly from Toronto to Gatwick.", FactKind::placeOrRoute, "Toronto to Gatwick", "toronto to gatwick");
    row("en", "I am on flight BA2038 later.", FactKind::placeOrRoute, "BA2038", "BA2038");
    row("en", "My iPhone 7 will not charge.", FactKind::deviceOrProduct, "iPhone 7", "iphone 7");
    row("en", "The error code is E418.", FactKind::errorText, "E418", "E418");
    row("en", "The message says \"no route to host\".", FactKind::errorText, "no route to host", "no route to host");
    row("en", "My train from Leeds to York was late.", FactKind::placeOrRoute, "Leeds to York", "leeds to york");
    row("en", "We were flying out of BHX all day.", FactKind::placeOrRoute, "BHX", "bhx");
    row("en", "I am stuck in Row 22 at Gate 14.", FactKind::placeOrRoute, "Gate 14", "gate 14");
    row("en", "Please use 118 Harrow Rise from now on.", FactKind::placeOrRoute, "118 Harrow Rise", "118 harrow rise");
    row("en", "i am at 61 juniper hill now", FactKind::placeOrRoute, "61 juniper hill", "61 juniper hill");
    row("en", "My new address is 61 juniper hill, thanks.", FactKind::placeOrRoute, "61 juniper hill", "61 juniper hill");
    row("en", "It went to 12b St Johns Road, Leeds.", FactKind::placeOrRoute, "12b St Johns Road", "12b st johns road");
    row("en", "DELIVER IT TO 61 JUNIPER HILL AND NOT HERE", FactKind::placeOrRoute, "61 JUNIPER HILL", "61 juniper hill");
    row("en", "21 juniper avenue harwick", FactKind::placeOrRoute, "21 juniper avenue", "21 juniper avenue");
    row("de", "Bitte an die Tannenstr. 7 schicken.", FactKind::placeOrRoute, "Tannenstr. 7", "tannenstr 7");
    row("es", "Ahora vivo en la Avda. de la Paz 3.", FactKind::placeOrRoute, "Avda. de la Paz 3", "avda de la paz 3");
    row("de", "Ich wohne Lange Straße 12.", FactKind::placeOrRoute, "Lange Straße 12", "lange strasse 12");
    row("es", "Ahora vivo en la calle Mayor 12.", FactKind::placeOrRoute, "calle Mayor 12", "calle mayor 12");
    row("es", "Envíenlo a la Avenida de la Constitución, 3, por favor.", FactKind::placeOrRoute, "Avenida de la Constitución, 3",
        "avenida de la constitucion 3");
    row("fr", "J'habite 8 rue Émile Zola.", FactKind::placeOrRoute, "8 rue Émile Zola", "8 rue emile zola");
    row("fr", "J'habite rue des Tilleuls 8.", FactKind::placeOrRoute, "rue des Tilleuls 8", "rue des tilleuls 8");
    row("de", "Wir wohnen in der Lindenstraße 4.", FactKind::placeOrRoute, "Lindenstraße 4", "lindenstrasse 4");
    row("fr", "Je déménage au 26 quai des Tilleuls.", FactKind::placeOrRoute, "26 quai des Tilleuls", "26 quai des tilleuls");
    row("en", "I pay by direct debit.", FactKind::otherFact, "pay by direct debit", "pay by direct debit");
    row("en", "Please answer by post only.", FactKind::otherFact, "by post only", "by post only");
    row("en", "I lost my job in spring.", FactKind::otherFact, "lost my job", "lost my job");
    row("de", "Bitte nur per Brief.", FactKind::otherFact, "nur per Brief", "nur per brief");
    row("es", "Ella tiene 81 años.", FactKind::otherFact, "tiene 81 años", "tiene 81 anos");
    row("es", "Ella no tiene móvil.", FactKind::otherFact, "no tiene móvil", "no tiene movil");
    row("fr", "Répondez-moi par écrit.", FactKind::otherFact, "par écrit", "par ecrit");
    row("en", "My postcode is M1 1AE.", FactKind::placeOrRoute, "M1 1AE", "M11AE");
    row("en", "The zip is 60007 by the way.", FactKind::placeOrRoute, "60007", "60007");
    row("en", "We are in Harlow, Essex.", FactKind::placeOrRoute, "Harlow, Essex", "harlow essex");
    row("en", "The Leeds airport was closed.", FactKind::placeOrRoute, "Leeds", "leeds");
    row("en", "My Brother 4410 jams.", FactKind::deviceOrProduct, "Brother 4410", "brother 4410");
    row("en", "An error message saying that the card cannot be read comes up.", FactKind::errorText, "the card cannot be read comes up",
        "the card cannot be read comes up");
    row("en", "The passenger name is Ada Bell.", FactKind::contactDetail, "Ada Bell", "ada bell");
    row("en", "It has been broken for 18months.", FactKind::dateOrTime, "18months", "18months");
    row("en", "I moved two days ago.", FactKind::dateOrTime, "two days ago", "2026-02-28");
    row("en", "It began in July.", FactKind::dateOrTime, "July", "july");
    row("en", "I am writing on behalf of my mother.", FactKind::otherFact, "on behalf of my mother", "on behalf of my mother");
    row("en", "It is for a 3 year old.", FactKind::otherFact, "3 year old", "3 year old");
    row("en", "I have been a gold member for ages.", FactKind::otherFact, "gold member", "gold member");
    row("de", "Ich schreibe im Namen meiner Mutter.", FactKind::otherFact, "im Namen meiner Mutter", "im namen meiner mutter");
    row("de", "Ich wohne in 10115 Berlin.", FactKind::placeOrRoute, "10115 Berlin", "10115 berlin");
    row("de", "Wir haben seit Dienstag kein Warmwasser.", FactKind::otherFact, "kein Warmwasser", "kein warmwasser");
    row("de", "Ich heiße Ada Bell.", FactKind::contactDetail, "Ada Bell", "ada bell");
    row("es", "Escribo en nombre de mi madre.", FactKind::otherFact, "en nombre de mi madre", "en nombre de mi madre");
    row("es", "Compré la cafetera por internet.", FactKind::otherFact, "Compré la cafetera por internet",
        "compre la cafetera por internet");
    row("fr", "Je suis en fauteuil roulant.", FactKind::otherFact, "fauteuil roulant", "fauteuil roulant");
    row("fr", "Mon nom est Ada Bell.", FactKind::contactDetail, "Ada Bell", "ada bell");
    row("de", "Meine Bestellnummer ist 4471920.", FactKind::orderOrBookingRef, "4471920", "4471920");
    row("de", "Die Kundennummer lautet 90118.", FactKind::accountOrDeviceId, "90118", "90118");
    row("de", "Am 5. Mai war niemand da.", FactKind::dateOrTime, "5. Mai", "2026-05-05");
    row("es", "El pedido 5512 no llega.", FactKind::orderOrBookingRef, "5512", "5512");
    row("es", "Me cobraron 30 euros.", FactKind::amount, "30 euros", "30 euros");
    row("fr", "Ma commande 77812 est là.", FactKind::orderOrBookingRef, "77812", "77812");
    row("fr", "Rendez-vous le 12 avril.", FactKind::dateOrTime, "12 avril", "2026-04-12");
}

void AnnotatorTest::facts()
{
    QFETCH(QString, language);
    QFETCH(QString, text);
    QFETCH(QString, kind);
    QFETCH(QString, words);
    QFETCH(QString, value);
    std::vector<HistoryMessage> conversation = messages({customer(text.toStdString())}, language.toStdString());
    annotateAll(conversation);
    QStringList seen;
    for (const Annotation& fact : found(conversation.front(), AnnotationKind::fact)) {
        seen << QString::fromStdString(fact.label + " " + quote(conversation.front(), fact) + " = " + fact.value);
    }
    QVERIFY2(seen.contains(kind + " " + words + " = " + value), qPrintable(seen.join("; ")));
}

// What looks like a time, a place or a product and would only fill the brief.
void AnnotatorTest::whatIsNoFact_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<QString>("text");
    for (const auto& [language, text] : std::initializer_list<std::pair<const char*, const char*>>{
             {"en", "I only need a minute."},
             {"en", "I was on hold for 25 minutes."},
             {"en", "It stops once an hour."},
             {"en", "It is still broken today."},
             {"en", "The next day nobody came."},
             {"en", "I asked at 7 but got nothing."},
             {"en", "WHY DOES NOBODY EVER ANSWER ME HERE"},
             {"en", "Tried 3 shops so far."},
             {"en", "Waiting since 2017 is no fun."},
             {"en", "I got an email from Northwind with nothing in it."},
             {"en", "@NorthwindHelp I was sent to Northwind again."},
             {"en", "I could not get hold@of anybody."},
             {"en", "I am 100% sure."},
             {"en", "I am moving to another place."},
             {"en", "Your 3 vans drive to the depot past my house."},
             {"en", "3 vans drive to the depot past my house"},
             {"en", "I bought a 500 GB drive from you."},
             {"en", "i bought a 500 gb drive"},
             {"en", "You sent 2 people way too many."},
             {"en", "It was a 3 way split of the bill."},
             {"en", "There are 4 close calls so far."},
             {"es", "Han cortado la calle 3 veces."},
             {"es", "Es un camino largo y 2 vecinos se quejan."},
             {"fr", "Il me faut 2 places de parking."},
             {"fr", "Je voudrais 1 place de parking."},
             {"de", "Auf dem Weg 2 Mal angerufen."},
             {"en", "My 3 kids walk that way."},
             {"en", "We had 4 visits and 2 were close."},
             {"en", "My account closes on the 12th."},
             {"en", "It is the June one that is wrong."},
             {"de", "Bitte mit Register 4 weitermachen."},
             {"de", "Das dauert nur eine Minute."},
             {"de", "Heute geht es nicht."},
             {"de", "Das ist in Ordnung."},
             {"de", "Es fällt einmal pro Stunde aus."},
             {"es", "Solo necesito un minuto."},
             {"es", "Hoy no funciona."},
             {"fr", "Il me faut une minute."},
             {"fr", "Aujourd'hui rien ne marche."},
         })
        QTest::addRow("%s %.40s", language, text) << language << text;
}

void AnnotatorTest::whatIsNoFact()
{
    QFETCH(QString, language);
    QFETCH(QString, text);
    std::vector<HistoryMessage> conversation = messages({customer(text.toStdString())}, language.toStdString());
    annotateAll(conversation);
    QStringList seen;
    for (const Annotation& fact : found(conversation.front(), AnnotationKind::fact))
        seen << QString::fromStdString(fact.label + " " + quote(conversation.front(), fact));
    QVERIFY2(seen.isEmpty(), qPrintable(seen.join("; ")));
}

void AnnotatorTest::onlyTheCustomerTellsFacts()
{
    std::vector<HistoryMessage> conversation = messages({agent("Your order number is A-77120 and we took £62.50.")});
    annotateAll(conversation);
    QVERIFY(found(conversation.front(), AnnotationKind::fact).empty());
}

void AnnotatorTest::bareAnswersAreWhatWasAskedFor()
{
    std::vector<HistoryMessage> conversation = messages({agent("Which store was it?"), customer("nashville"), customer("yes")});
    annotateAll(conversation);
    const auto told = found(conversation[1], AnnotationKind::fact, "place_or_route");
    QCOMPARE(told.size(), std::size_t(1));
    QCOMPARE(quote(conversation[1], told.front()), std::string("nashville"));
    QVERIFY(found(conversation[2], AnnotationKind::fact).empty());
    std::vector<HistoryMessage> unasked = messages({agent("Hello."), customer("nashville")});
    annotateAll(unasked);
    QVERIFY(found(unasked[1], AnnotationKind::fact).empty());
}

void AnnotatorTest::kindsOfStatements_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<bool>("ours");
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("label");
    QTest::addColumn<bool>("present");
    const auto row = [](const char* language, bool ours, const char* text, AnnotationKind kind, const char* label, bool present) {
        QTest::addRow("%s %.45s", language, text) << language << ours << text << static_cast<int>(kind) << label << present;
    };
    using enum AnnotationKind;
    row("en", true, "We'll call you back tomorrow.", promise, "callback", true);
    row("en", true, "I will refund the charge.", promise, "refund", true);
    row("en", true, "The technician visit is booked for 5 Nov 14:00.", promise, "visit", true);
    row("en", true, "We will let you know as soon as it is fixed.", promise, "update", true);
    row("en", true, "I'll pass this on to the team.", promise, "feedback", true);
    row("en", true, "DM us your number and we'll look into it.", promise, "investigation", true);
    row("en", true, "We'd be happy to help you with that.", promise, "", false);
    row("en", true, "Please let me know if it works.", promise, "", false);
    row("en", true, "We will not call you again.", promise, "callback", false);
    row("en", false, "I will call you back tomorrow.", promise, "", false);
    row("en", true, "Your refund has been issued.", fulfilment, "refund", true);
    row("en", false, "The engineer came this morning.", fulfilment, "visit", true);
    row("en", true, "Your refund has not been issued.", fulfilment, "refund", false);
    row("en", true, "Has your refund been issued?", fulfilment, "", false);
    row("en", true, "Your refund has been issued, anything else?", fulfilment, "refund", true);
    row("en", true, "Cancelled, Conor.", fulfilment, "done", true);
    // A kind says more than that something was done, and what is of a kind stands apart.
    row("en", true, "I've refunded it.", fulfilment, "done", false);
    row("en", true, "All changed, and I've checked the name.", fulfilment, "done", true);
    row("en", true, "All changed, and I've checked the name.", fulfilment, "investigation", true);
    row("en", true, "I've checked the line and I've blocked the card.", fulfilment, "investigation", true);
    row("en", true, "I've checked the line and I've blocked the card.", fulfilment, "done", true);
    row("en", false, "I already reset the router twice.", tried, "", true);
    row("en", true, "I've checked with the depot.", tried, "", true);
    row("en", true, "Could you send me your order number?", question, "order_or_booking_ref", true);
    row("en", true, "What is your email address?", question, "contact_detail", true);
    row("en", true, "Which model do you have?", question, "device_or_product", true);
    row("en", true, "Here is your order number.", question, "order_or_booking_ref", false);
    row("en", false, "Can I pay by card?", question, "", true);
    row("en", false, "That fixed it, thank you.", resolution, "resolved", true);
    row("en", false, "All sorted now.", resolution, "resolved", true);
    row("en", false, "That did not fix it.", resolution, "resolved", false);
    row("en", false, "Still not working.", resolution, "refused", true);
    row("en", false, "Ok, will do.", resolution, "accepted", true);
    row("en", false, "Please send me the invoice.", request, "", true);
    row("de", true, "Wir rufen Sie morgen zurück.", promise, "callback", true);
    row("de", true, "Der Techniker kommt am Freitag.", promise, "visit", true);
    row("de", true, "Wie lautet Ihre Kundennummer?", question, "account_or_device_id", true);
    row("en", true, "I've asked the depot and will let you know what they say.", tried, "", false);
    row("en", false, "The serial number, I wrote it in the mail.", tried, "", false);
    row("en", false, "I wrote to them about it on Monday.", tried, "", true);
    row("de", false, "Die Seriennummer habe ich schon in der Mail geschrieben.", tried, "", false);
    row("es", false, "El número ya lo he escrito en el correo.", tried, "", false);
    row("es", false, "Ya he escrito dos veces a la tienda.", tried, "", true);
    row("fr", false, "Le numéro, je l'ai écrit dans le mail.", tried, "", false);
    row("fr", false, "J'ai écrit deux fois au magasin.", tried, "", true);
    row("de", false, "Ich habe den Router schon neu gestartet.", tried, "", true);
    row("de", false, "Jetzt funktioniert es wieder, danke.", resolution, "resolved", true);
    row("es", true, "Le llamaremos mañana.", promise, "callback", true);
    row("es", true, "¿Me puede dar el número de pedido?", question, "order_or_booking_ref", true);
    row("de", false, "Ich hab die Therme zweimal entlüftet.", tried, "", true);
    row("de", false, "Der Techniker sagte mir, es sei die Pumpe.", tried, "", true);
    row("de", false, "Wenn ich sie entlüftet habe, melde ich mich.", tried, "", false);
    row("de", true, "Ich habe Ihnen 20 Euro gutgeschrieben.", tried, "", true);
    row("es", false, "Ya he reiniciado el router.", tried, "", true);
    row("es", false, "Desenchufé la caja y nada.", tried, "", true);
    row("es", false, "La operadora me dijo que esperase.", tried, "", true);
    row("fr", true, "Nous vous rappelons demain.", promise, "callback", true);
    row("fr", true, "Quel est votre numéro de commande ?", question, "order_or_booking_ref", true);
    row("fr", false, "J'ai déjà redémarré la box.", tried, "", true);
    row("fr", false, "J'ai rallumé la chaudière deux fois.", tried, "", true);
    row("fr", false, "Le technicien m'a promis un appel.", tried, "", true);
}

void AnnotatorTest::kindsOfStatements()
{
    QFETCH(QString, language);
    QFETCH(bool, ours);
    QFETCH(QString, text);
    QFETCH(int, kind);
    QFETCH(QString, label);
    QFETCH(bool, present);
    std::vector<HistoryMessage> conversation =
        messages({{ours ? Sender::agent : Sender::customer, text.toStdString()}}, language.toStdString());
    annotateAll(conversation);
    QStringList seen;
    for (const Annotation& a : conversation.front().annotations)
        seen << QString("%1:%2").arg(static_cast<int>(a.kind)).arg(QString::fromStdString(a.label));
    QVERIFY2(!found(conversation.front(), static_cast<AnnotationKind>(kind), label.toStdString()).empty() == present,
             qPrintable(seen.join(" ")));
}

void AnnotatorTest::sentencesCarryZoneAndWeight()
{
    std::vector<HistoryMessage> conversation =
        messages({customer("Hello there.\nThe boiler in the kitchen has lost pressure twice since the visit on Monday.\n\n"
                           "> We hope you are happy with the visit.\n")});
    annotateAll(conversation);
    const auto sentences = found(conversation.front(), AnnotationKind::sentence);
    QVERIFY(sentences.size() >= 3);
    const auto body = found(conversation.front(), AnnotationKind::sentence, "body");
    const auto quoted = found(conversation.front(), AnnotationKind::sentence, "quoted");
    QCOMPARE(body.size(), std::size_t(2));
    QCOMPARE(quoted.size(), std::size_t(1));
    QVERIFY(body[1].weight > body[0].weight);
    QCOMPARE(quoted[0].weight, 0);
    QCOMPARE(body[0].value, std::string("en"));
}

void AnnotatorTest::everyAnnotationIsWithinTheText()
{
    std::vector<HistoryMessage> conversation =
        messages({customer("  Grüße! Où est mon paquet n° A-77120 ?!! 😡 Réponse «non livré» £5 – 07700 900123\n\n\n> alt\n-- \nX")}, "fr");
    annotateAll(conversation);
    QVERIFY(!conversation.front().annotations.empty());
    for (const Annotation& annotation : conversation.front().annotations)
        QVERIFY(Citation::of(conversation.front().messageKey(), conversation.front().text, annotation.span).has_value());
}

void AnnotatorTest::languageIsGuessedFromLittleWords()
{
    QVERIFY(says({customer("Can I speak to your manager please?")}, "", "human_requested"));
    QVERIFY(says({customer("Ich möchte bitte mit einem Mitarbeiter sprechen.")}, "", "human_requested"));
    QVERIFY(says({customer("Je voudrais parler à un conseiller, merci.")}, "", "human_requested"));
}

void AnnotatorTest::unsupportedLanguagesAreOnlySplit()
{
    std::vector<HistoryMessage> conversation = messages({customer("Habari, nimeagiza jiko. Litafika lini?")}, "sw");
    annotateAll(conversation);
    QCOMPARE(conversation.front().annotations.size(), std::size_t(2));
    for (const Annotation& annotation : conversation.front().annotations) {
        QVERIFY(annotation.kind == AnnotationKind::sentence);
        QVERIFY(annotation.value.empty());
    }
}

void AnnotatorTest::hostileTextIsSurvived_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("space") << QByteArray(" \n\t \n");
    QTest::newRow("not UTF-8") << QByteArray("my order \xff\xfe number is \xc3( 12345 \xe2\x82");
    QTest::newRow("zero bytes") << QByteArray("stop\0me\0", 8);
    QTest::newRow("one long word") << QByteArray(20000, 'a');
    QTest::newRow("many numbers") << QByteArray("1 ").repeated(5000);
    QTest::newRow("many commas") << QByteArray("no, ").repeated(3000);
    QTest::newRow("huge number") << QByteArray("in 99999999999999999999999 days on 99/99/9999 at 99:99");
    QTest::newRow("quotes") << QByteArray("error \"").repeated(500);
}

void AnnotatorTest::hostileTextIsSurvived()
{
    QFETCH(QByteArray, text);
    for (const char* language : {"en", "de", "es", "fr", ""}) {
        std::vector<HistoryMessage> conversation = messages({agent("Would you like to complain?"), customer(text.toStdString())}, language);
        annotateAll(conversation);
        for (const Annotation& annotation : conversation.back().annotations)
            QVERIFY(annotation.span.start < annotation.span.end && annotation.span.end <= conversation.back().text.size());
    }
}

void AnnotatorTest::annotationsAreOrderedAndRepeatable()
{
    std::vector<HistoryMessage> conversation =
        messages({customer("I emailed you twice. My order A-77120 is still missing, please call me on 07700 900123!"),
                  agent("We'll call you today.")});
    annotateAll(conversation);
    for (const HistoryMessage& message : conversation) {
        QVERIFY(std::ranges::is_sorted(message.annotations, {}, [](const Annotation& a) { return a.span.start; }));
        const std::size_t index = static_cast<std::size_t>(&message - conversation.data());
        QVERIFY(annotator().annotate(conversation, index) == message.annotations);
    }
}

QTEST_GUILESS_MAIN(AnnotatorTest)
#include "test_annotator.moc"
