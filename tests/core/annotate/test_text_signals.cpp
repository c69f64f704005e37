// CheckList families (Ribeiro et al. 2020) for each text signal in four languages: said plainly,
// negated, supposed, settled, about others, said by us, and look-alikes. The sentences are our
// own.
#include "tests/core/annotate/reading.h"

using namespace foreword;
using namespace foreword::test;

class TextSignalsTest : public QObject {
    Q_OBJECT

private slots:
    void customerSays_data();
    void customerSays();
    void ourWordsNeverCount_data() { customerSays_data(); }
    void ourWordsNeverCount();
    void quotedWordsNeverCount_data() { customerSays_data(); }
    void quotedWordsNeverCount();
    void quotesAreExactAndNeutralMessagesChangeNothing_data() { customerSays_data(); }
    void quotesAreExactAndNeutralMessagesChangeNothing();
    void deletingTheEvidenceRemovesTheSignal_data() { customerSays_data(); }
    void deletingTheEvidenceRemovesTheSignal();
    void answersToOffers_data();
    void answersToOffers();
    void channelsOfObjections_data();
    void channelsOfObjections();
};

void TextSignalsTest::customerSays_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<QString>("signal");
    QTest::addColumn<bool>("present");
    QTest::addColumn<QString>("text");
    const auto row = [](const char* language, const char* signal, bool present, const char* text) {
        QTest::addRow("%s %s %s: %.40s", language, signal, present ? "yes" : "no", text) << language << signal << present << text;
    };
    // open complaint
    row("en", "open_complaint", true, "I want to make a complaint about how the fitter treated us.");
    row("en", "open_complaint", true, "I'm not complaining, but the third visit ruined the carpet and nobody has told us anything.");
    row("en", "open_complaint", true, "Absolutely appalling service from your depot again.");
    row("en", "open_complaint", true, "This is not good enough, I expect an answer.");
    row("en", "open_complaint", true, "I am still waiting for my parcel and no one answers. Why is it so hard?");
    row("en", "open_complaint", true, "Your driver was rude to my mother.");
    row("en", "open_complaint", true, "Thanks for nothing.");
    row("en", "open_complaint", false, "I'm not complaining, just asking to upgrade.");
    row("en", "open_complaint", false, "If I complained, would somebody read it?");
    row("en", "open_complaint", false, "Last year I complained about the meter, all sorted since.");
    row("en", "open_complaint", false, "Could you tell me the opening hours of the Leeds branch?");
    row("en", "open_complaint", false, "Lovely service, thank you so much, everyone was kind.");
    row("en", "open_complaint", false, "My previous insurer was a nightmare, so I would like a quote from you.");
    row("de", "open_complaint", true, "Ich möchte mich über den Monteur beschweren.");
    row("de", "open_complaint", true, "Das ist eine Frechheit, seit drei Wochen warte ich.");
    row("de", "open_complaint", true, "Ich bin sehr enttäuscht von Ihrem Service.");
    row("de", "open_complaint", false, "Ich will mich nicht beschweren, ich möchte nur den Tarif wechseln.");
    row("de", "open_complaint", false, "Wenn ich mich beschweren würde, wer liest das?");
    row("de", "open_complaint", false, "Welche Öffnungszeiten hat die Filiale?");
    row("es", "open_complaint", true, "Quiero poner una reclamación por el trato del técnico.");
    row("es", "open_complaint", true, "Es una vergüenza, llevo tres semanas esperando.");
    row("es", "open_complaint", true, "Estoy muy decepcionada con su servicio.");
    row("es", "open_complaint", false, "No me quejo, solo quiero cambiar de tarifa.");
    row("es", "open_complaint", false, "¿A qué hora abre la tienda?");
    row("fr", "open_complaint", true, "Je souhaite déposer une réclamation contre votre livreur.");
    row("fr", "open_complaint", true, "C'est inadmissible, trois semaines sans réponse.");
    row("fr", "open_complaint", true, "Je suis très déçue de votre service.");
    row("fr", "open_complaint", false, "Je ne me plains pas, je voudrais juste changer de forfait.");
    row("fr", "open_complaint", false, "À quelle heure ouvre la boutique ?");
    // marketing objection
    row("en", "marketing_objection", true, "Please stop sending me your newsletter.");
    row("en", "marketing_objection", true, "Take me off your mailing list.");
    row("en", "marketing_objection", true, "I do not want to receive any more offers from you.");
    row("en", "marketing_objection", true, "I object to my data being used for profiling.");
    row("en", "marketing_objection", true, "STOP");
    row("en", "marketing_objection", true, "unsubscribe me please");
    row("en", "marketing_objection", false, "I'll stop by the shop on Thursday.");
    row("en", "marketing_objection", false, "Please cancel my appointment on Friday.");
    row("en", "marketing_objection", false, "If I opted out, would I still get my bills?");
    row("en", "marketing_objection", false, "Why did I not get your newsletter this month?");
    row("en", "marketing_objection", false, "Can you stop the paper statements and send them by e-mail instead?");
    row("de", "marketing_objection", true, "Bitte schicken Sie mir keine Werbung mehr.");
    row("de", "marketing_objection", true, "Ich widerspreche der Nutzung meiner Daten zu Werbezwecken.");
    row("de", "marketing_objection", true, "Ich möchte den Newsletter abbestellen.");
    row("de", "marketing_objection", false, "Ich muss meinen Termin am Freitag absagen.");
    row("de", "marketing_objection", false, "Warum bekomme ich keinen Newsletter?");
    row("es", "marketing_objection", true, "Por favor, dejen de enviarme publicidad.");
    row("es", "marketing_objection", true, "No quiero recibir más ofertas.");
    row("es", "marketing_objection", true, "BAJA");
    row("es", "marketing_objection", false, "Tengo que cancelar mi cita del viernes.");
    row("es", "marketing_objection", false, "Estoy de baja médica desde el lunes.");
    row("fr", "marketing_objection", true, "Arrêtez de m'envoyer vos offres.");
    row("fr", "marketing_objection", true, "Je m'oppose à l'utilisation de mes données à des fins de prospection.");
    row("fr", "marketing_objection", true, "Je ne veux plus recevoir de publicité.");
    row("fr", "marketing_objection", false, "Je dois annuler mon rendez-vous de vendredi.");
    // bereavement
    row("en", "bereavement", true, "My mother died last week and I cannot make the appointment.");
    row("en", "bereavement", true, "I need to move my booking, my late husband had made it.");
    row("en", "bereavement", true, "We are travelling to my uncle's funeral.");
    row("en", "bereavement", true, "I lost my dad in March.");
    row("en", "bereavement", false, "I'm running late, is there a late fee?");
    row("en", "bereavement", false, "The car has a dead battery and this heat is killing me.");
    row("en", "bereavement", false, "My dog passed away, please cancel the vet plan.");
    row("en", "bereavement", false, "So sad that the singer died, will you play her album?");
    row("en", "bereavement", false, "My son's phone died again.");
    row("en", "bereavement", false, "I lost my mum's phone number.");
    row("en", "bereavement", false, "The chocolate cake is to die for.");
    row("de", "bereavement", true, "Mein Vater ist vorige Woche gestorben.");
    row("de", "bereavement", true, "Am Freitag ist die Beerdigung meiner Tante.");
    row("de", "bereavement", false, "Mein Akku ist tot.");
    row("de", "bereavement", false, "Unser Hund ist gestorben.");
    row("es", "bereavement", true, "Mi madre falleció la semana pasada.");
    row("es", "bereavement", true, "Vamos al entierro de mi abuelo.");
    row("es", "bereavement", false, "El móvil está muerto.");
    row("es", "bereavement", false, "Voy muy tarde por el atasco.");
    row("fr", "bereavement", true, "Mon père est décédé la semaine dernière.");
    row("fr", "bereavement", true, "Je vais aux obsèques de ma tante.");
    row("fr", "bereavement", false, "La batterie est morte.");
    row("fr", "bereavement", false, "Le chanteur est mort, quelle tristesse.");
    // a person asked for
    row("en", "human_requested", true, "Can I speak to a real person please?");
    row("en", "human_requested", true, "I want to talk to your manager.");
    row("en", "human_requested", true, "Put me through to someone in billing.");
    row("en", "human_requested", true, "Please call me back tomorrow.");
    row("en", "human_requested", true, "I was wondering if I could talk to a human.");
    row("en", "human_requested", false, "No need to put me through to anyone, thanks.");
    row("en", "human_requested", false, "Are you a bot?");
    row("en", "human_requested", false, "Our letting agent needs the certificate.");
    row("en", "human_requested", false, "Please do not call me.");
    row("de", "human_requested", true, "Ich möchte mit einem Mitarbeiter sprechen.");
    row("de", "human_requested", true, "Verbinden Sie mich bitte mit Ihrem Vorgesetzten.");
    row("de", "human_requested", false, "Sind Sie ein Bot?");
    row("es", "human_requested", true, "Quiero hablar con una persona.");
    row("es", "human_requested", true, "Páseme con un supervisor.");
    row("es", "human_requested", false, "¿Eres un bot?");
    row("fr", "human_requested", true, "Je voudrais parler à un conseiller.");
    row("fr", "human_requested", true, "Passez-moi un responsable.");
    row("fr", "human_requested", false, "Êtes-vous un robot ?");
    // repeat contact
    row("en", "repeat_contact", true, "This is the third time I am calling about the same bill.");
    row("en", "repeat_contact", true, "I have already emailed you twice.");
    row("en", "repeat_contact", true, "I have had no reply to my letter.");
    row("en", "repeat_contact", true, "I spoke to your colleague yesterday.");
    row("en", "repeat_contact", false, "I have never contacted you before.");
    row("en", "repeat_contact", false, "It is my first time here, where is the size chart?");
    row("en", "repeat_contact", false, "Should I call if the parcel does not come?");
    row("de", "repeat_contact", true, "Ich schreibe Ihnen jetzt zum dritten Mal.");
    row("de", "repeat_contact", true, "Ich habe schon zweimal angerufen.");
    row("de", "repeat_contact", false, "Ich schreibe Ihnen zum ersten Mal.");
    row("es", "repeat_contact", true, "Es la tercera vez que les escribo.");
    row("es", "repeat_contact", true, "Ya les he llamado dos veces.");
    row("es", "repeat_contact", false, "Es la primera vez que les escribo.");
    row("fr", "repeat_contact", true, "C'est la troisième fois que je vous écris.");
    row("fr", "repeat_contact", true, "Je vous ai déjà appelés deux fois.");
    row("fr", "repeat_contact", false, "C'est la première fois que je vous écris.");
}

void TextSignalsTest::customerSays()
{
    QFETCH(QString, language);
    QFETCH(QString, signal);
    QFETCH(bool, present);
    QFETCH(QString, text);
    QCOMPARE(says({customer(text.toStdString())}, language.toStdString(), signal.toStdString()), present);
}

void TextSignalsTest::ourWordsNeverCount()
{
    QFETCH(QString, language);
    QFETCH(QString, signal);
    QFETCH(QString, text);
    for (const Sender sender : {Sender::agent, Sender::bot, Sender::system})
        QVERIFY(!says({{sender, text.toStdString()}}, language.toStdString(), signal.toStdString()));
}

void TextSignalsTest::quotedWordsNeverCount()
{
    QFETCH(QString, language);
    QFETCH(QString, signal);
    QFETCH(QString, text);
    QVERIFY(!says({customer("Ok.\n\n> " + text.toStdString() + "\n")}, language.toStdString(), signal.toStdString()));
}

void TextSignalsTest::quotesAreExactAndNeutralMessagesChangeNothing()
{
    QFETCH(QString, language);
    QFETCH(QString, text);
    std::vector<Line> lines = {customer(text.toStdString())};
    std::vector<HistoryMessage> before = messages(lines, language.toStdString());
    annotateAll(before);
    for (const Annotation& annotation : before.front().annotations) {
        QVERIFY(Citation::of(before.front().messageKey(), before.front().text, annotation.span).has_value());
        QVERIFY(!quote(before.front(), annotation).empty());
    }
    lines.push_back(agent("12345"));
    lines.push_back(customer("12:30"));
    std::vector<HistoryMessage> after = messages(lines, language.toStdString());
    annotateAll(after);
    QVERIFY(before.front().annotations == after.front().annotations);
    QVERIFY(found(after.back(), AnnotationKind::cue).empty());
}

void TextSignalsTest::deletingTheEvidenceRemovesTheSignal()
{
    QFETCH(QString, language);
    QFETCH(QString, signal);
    QFETCH(bool, present);
    QFETCH(QString, text);
    if (!present)
        return;
    std::vector<HistoryMessage> conversation = messages({customer(text.toStdString())}, language.toStdString());
    annotateAll(conversation);
    std::string left = conversation.front().text;
    for (const Annotation& cue : found(conversation.front(), AnnotationKind::cue, signal.toStdString()))
        left.replace(cue.span.start, cue.span.length(), std::string(cue.span.length(), ' '));
    QVERIFY2(!says({customer(left)}, language.toStdString(), signal.toStdString()), left.c_str());
}

void TextSignalsTest::answersToOffers_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<QString>("signal");
    QTest::addColumn<QString>("offer");
    QTest::addColumn<QString>("answer");
    QTest::addColumn<bool>("present");
    QTest::newRow("en yes person") << "en" << "human_requested" << "Would you like to speak to a manager?" << "yes please" << true;
    QTest::newRow("en no person") << "en" << "human_requested" << "Would you like to speak to a manager?" << "no thanks" << false;
    QTest::newRow("en yes complaint") << "en" << "open_complaint" << "Would you like to complain about it?" << "Yes, please." << true;
    QTest::newRow("en no complaint") << "en" << "open_complaint" << "Would you like to make a complaint?" << "No, all good." << false;
    QTest::newRow("en yes marketing") << "en" << "marketing_objection" << "Shall I take you off our marketing list?" << "yes do" << true;
    QTest::newRow("en yes to something else") << "en" << "human_requested" << "Is the parcel blue?" << "yes" << false;
    QTest::newRow("de yes person") << "de" << "human_requested" << "Möchten Sie mit einem Mitarbeiter sprechen?" << "Ja gerne" << true;
    QTest::newRow("de yes complaint") << "de" << "open_complaint" << "Möchten Sie eine Beschwerde einreichen?" << "Ja bitte" << true;
    QTest::newRow("es yes person") << "es" << "human_requested" << "¿Quiere hablar con un supervisor?" << "sí, por favor" << true;
    QTest::newRow("es no person") << "es" << "human_requested" << "¿Quiere hablar con un supervisor?" << "no hace falta" << false;
    QTest::newRow("es yes complaint") << "es" << "open_complaint" << "¿Desea poner una reclamación?" << "sí" << true;
    QTest::newRow("fr yes person") << "fr" << "human_requested" << "Souhaitez-vous parler à un conseiller ?" << "oui" << true;
    QTest::newRow("fr yes complaint") << "fr" << "open_complaint" << "Souhaitez-vous déposer une réclamation ?" << "Oui, volontiers"
                                      << true;
}

void TextSignalsTest::answersToOffers()
{
    QFETCH(QString, language);
    QFETCH(QString, signal);
    QFETCH(QString, offer);
    QFETCH(QString, answer);
    QFETCH(bool, present);
    const std::string tongue = language.toStdString();
    const std::string name = signal.toStdString();
    QVERIFY(!says({agent(offer.toStdString())}, tongue, name));
    QVERIFY(!says({customer(answer.toStdString())}, tongue, name));
    QCOMPARE(says({agent(offer.toStdString()), customer(answer.toStdString())}, tongue, name), present);
    QCOMPARE(says({bot(offer.toStdString()), customer(answer.toStdString())}, tongue, name), present);
    // An answer that came already is not given twice, and not to another matter's question.
    QVERIFY(!says({agent(offer.toStdString()), customer("12345"), customer(answer.toStdString())}, tongue, name));
    QVERIFY(!says({agent(offer.toStdString()), {Sender::customer, answer.toStdString(), {}, 1}}, tongue, name));
}

void TextSignalsTest::channelsOfObjections_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("scope");
    QTest::newRow("all") << "en" << "Please stop sending me offers." << "";
    QTest::newRow("email") << "en" << "Please stop the marketing emails." << "email";
    QTest::newRow("calls") << "en" << "No more sales calls please." << "phone";
    QTest::newRow("texts") << "en" << "Stop sending me promotional texts." << "sms";
    QTest::newRow("everything") << "en" << "Stop all marketing, emails and everything." << "";
    QTest::newRow("de calls") << "de" << "Ich will keine Werbeanrufe mehr." << "phone";
    QTest::newRow("de all") << "de" << "Bitte keine Werbung mehr." << "";
    QTest::newRow("es email") << "es" << "No quiero recibir el boletín." << "email";
    QTest::newRow("fr sms") << "fr" << "Je ne veux plus recevoir de publicité par SMS." << "sms";
}

void TextSignalsTest::channelsOfObjections()
{
    QFETCH(QString, language);
    QFETCH(QString, text);
    QFETCH(QString, scope);
    std::vector<HistoryMessage> conversation = messages({customer(text.toStdString())}, language.toStdString());
    annotateAll(conversation);
    const auto cues = found(conversation.front(), AnnotationKind::cue, "marketing_objection");
    QVERIFY(!cues.empty());
    QCOMPARE(QString::fromStdString(cues.front().value), scope);
}

QTEST_GUILESS_MAIN(TextSignalsTest)
#include "test_text_signals.moc"
