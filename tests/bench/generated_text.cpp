#include "tests/bench/generated_text.h"

#include <algorithm>
#include <array>
#include <span>

namespace foreword::bench {
namespace {

using Texts = std::span<const char* const>;

// {t} a thing, {w} when, {n} a reference, {p} a product, {a} an amount, {s} a street.
struct Language {
    std::string_view code;
    Texts customer, agent, things, times;
};

// clang-format off
constexpr auto enCustomer = std::to_array<const char*>({
    "The {t} dropped out again {w} and only came back after an hour.", "I restarted the {t} twice and changed the cable.",
    "My order number is {n} and it was due {w}.", "Nobody has answered my last letter about the {t}.",
    "Could you tell me when the technician is coming?", "The bill shows {a} although we agreed on {a}.", "Thank you, that worked.",
    "I am at home {w}.", "The {p} has the serial {n} on its underside.", "We moved to {s} {w} and need the {t} there.",
    "It says error {n} when I try to sign in.", "Your colleague promised to call me back {w}.", "The {p} that I ordered was never delivered.",
    "I would like to have {a} credited to my account.", "Since the update the {t} is slow in the evening.", "Is there a manual for the {p}?",
    "My neighbour on {s} has the same trouble with the {t}.", "Please send the invoice {n} to my new address.", "I can not read the {t} any more.",
    "What does the {p} cost after the first year?", "The parcel was left in the rain on {s}.", "I have paid {a} twice by mistake.",
    "This is the third time I write about this and nobody has answered.", "Please stop sending me letters about the {p}.",
    "Yes, that is right.", "I sent you a picture of the {t} {w}.",
});
constexpr auto enAgent = std::to_array<const char*>({
    "Thank you for writing to us.", "I have reset the {t} and changed the channel.", "I will call you back {w} about the {a}.",
    "A technician is booked {w}.", "Could you give me the serial number of the {p}?", "The replacement {p} was sent this morning.",
    "I am sorry that this took so long.", "Is there anything else that I can do for you?", "Your reference is {n}.",
    "We have credited {a} to your account.", "There is work on the line near {s} {w}.", "Please switch the {t} off for a minute and on again.",
    "I see the order {n} in our system.", "The price of the {p} is {a} a month.", "I have passed this on to the department for the {t}.",
});
constexpr auto enThings = std::to_array<const char*>({"router", "connection", "television box", "telephone line", "account", "meter", "card", "contract", "app", "socket", "antenna", "remote control", "mailbox", "password", "heating", "subscription"});
constexpr auto enTimes = std::to_array<const char*>({"on Monday", "on Tuesday", "yesterday", "last week", "this morning", "at seven", "by Friday", "in September", "on Thursday between eight and twelve", "tomorrow", "two days ago", "after four in the afternoon"});

constexpr auto deCustomer = std::to_array<const char*>({
    "Die Sache mit: {t} ist {w} wieder ausgefallen.", "Ich habe alles zweimal neu gestartet, es geht um: {t}.", "Meine Bestellnummer lautet {n}.",
    "Auf meinen letzten Brief hat niemand geantwortet.", "Wann kommt der Techniker in die {s}?", "Auf der Rechnung stehen {a}, vereinbart waren {a}.",
    "Danke, jetzt funktioniert es.", "Ich bin {w} zu Hause.", "Das {p} hat die Seriennummer {n}.", "Wir sind {w} in die {s} gezogen.",
    "Beim Anmelden erscheint der Fehler {n}.", "Ihr Kollege wollte mich {w} zurückrufen.", "Das bestellte {p} ist nie angekommen.",
    "Seit dem Update ist abends alles langsam, vor allem: {t}.", "Gibt es eine Anleitung für das {p}?", "Bitte schicken Sie die Rechnung {n} an meine neue Adresse.",
    "Ich habe {a} versehentlich doppelt überwiesen.", "Ja, das stimmt.", "Ich möchte mit einem Menschen sprechen.",
});
constexpr auto deAgent = std::to_array<const char*>({
    "Vielen Dank für Ihre Nachricht.", "Ich habe die Einstellungen geprüft und neu gesetzt, Stichwort: {t}.", "Ich rufe Sie {w} wegen der {a} zurück.",
    "Ein Techniker ist {w} eingeplant.", "Nennen Sie mir bitte die Seriennummer des {p}.", "Das Ersatzgerät {p} ging heute auf die Reise.",
    "Es tut mir leid, dass es so lange gedauert hat.", "Kann ich sonst noch etwas für Sie tun?", "Ihr Zeichen ist {n}.", "Wir haben Ihnen {a} gutgeschrieben.",
});
constexpr auto deThings = std::to_array<const char*>({"Anschluss", "Verbindung", "Fernseher", "Telefonleitung", "Kundenkonto", "Zähler", "Karte", "Vertrag", "Steckdose", "Empfang", "Fernbedienung", "Postfach", "Kennwort", "Heizung", "Abonnement"});
constexpr auto deTimes = std::to_array<const char*>({"am Montag", "am Dienstag", "gestern", "letzte Woche", "heute früh", "um sieben", "bis Freitag", "im September", "am Donnerstag zwischen acht und zwölf", "morgen", "vor zwei Tagen", "nach vier Uhr nachmittags"});

constexpr auto frCustomer = std::to_array<const char*>({
    "La panne est revenue {w}, toujours la même chose : {t}.", "Mon numéro de commande est {n}.", "Personne n'a répondu à ma dernière lettre.",
    "Quand le technicien vient-il rue {s} ?", "La facture indique {a} au lieu de {a}.", "Merci, cela fonctionne.", "Je suis à la maison {w}.",
    "Le {p} porte le numéro de série {n}.", "Nous avons déménagé rue {s} {w}.", "Votre collègue devait me rappeler {w}.", "Le {p} n'est jamais arrivé.",
});
constexpr auto frAgent = std::to_array<const char*>({
    "Merci de nous avoir écrit.", "Je vous rappelle {w} au sujet des {a}.", "Un technicien passera {w}.", "Votre référence est {n}.",
    "Le remplacement du {p} est parti ce matin.", "Puis-je faire autre chose pour vous ?", "Nous avons vérifié ce point : {t}.",
});
constexpr auto frThings = std::to_array<const char*>({"connexion", "téléviseur", "ligne", "compte", "compteur", "carte", "contrat", "prise", "télécommande", "mot de passe", "chauffage", "abonnement"});
constexpr auto frTimes = std::to_array<const char*>({"lundi", "mardi", "hier", "la semaine dernière", "ce matin", "à sept heures", "avant vendredi", "en septembre", "demain", "il y a deux jours"});

constexpr auto esCustomer = std::to_array<const char*>({
    "El fallo volvió {w}, otra vez lo mismo: {t}.", "Mi número de pedido es {n}.", "Nadie ha contestado a mi última carta.",
    "¿Cuándo viene el técnico a la calle {s}?", "La factura dice {a} en vez de {a}.", "Gracias, ya funciona.", "Estoy en casa {w}.",
    "El {p} tiene el número de serie {n}.", "Nos mudamos a la calle {s} {w}.", "Su compañero iba a llamarme {w}.", "El {p} nunca llegó.",
});
constexpr auto esAgent = std::to_array<const char*>({
    "Gracias por escribirnos.", "Le llamo {w} por los {a}.", "Un técnico irá {w}.", "Su referencia es {n}.", "El {p} nuevo salió esta mañana.",
    "¿Puedo ayudarle en algo más?", "Hemos revisado este punto: {t}.",
});
constexpr auto esThings = std::to_array<const char*>({"conexión", "televisor", "línea", "cuenta", "contador", "tarjeta", "contrato", "enchufe", "mando", "contraseña", "calefacción", "suscripción"});
constexpr auto esTimes = std::to_array<const char*>({"el lunes", "el martes", "ayer", "la semana pasada", "esta mañana", "a las siete", "antes del viernes", "en septiembre", "mañana", "hace dos días"});
// clang-format on

constexpr auto languages = std::to_array<Language>({
    {"en", enCustomer, enAgent, enThings, enTimes},
    {"de", deCustomer, deAgent, deThings, deTimes},
    {"fr", frCustomer, frAgent, frThings, frTimes},
    {"es", esCustomer, esAgent, esThings, esTimes},
});

constexpr auto syllables = std::to_array<const char*>({
    "bal", "cor",  "dun", "el",  "far", "gos", "hal", "ir",  "jor", "kes", "lum", "mar", "nor", "or",
    "pel", "quin", "ras", "sol", "tan", "ul",  "ven", "wen", "xan", "yor", "zel", "bri", "cla", "dre",
    "fen", "gra",  "hol", "kan", "lir", "mon", "nel", "par", "ros", "sta", "tir", "vol",
});

// How often of a hundred messages so many sentences.
constexpr std::array<int, 9> lengths = {34, 30, 18, 8, 4, 2, 2, 1, 1};

const char* pick(Texts texts, std::mt19937& random)
{
    return texts[random() % texts.size()];
}

std::string reference(std::mt19937& random)
{
    std::string text;
    for (int i = 0; i < 2; ++i)
        text.push_back(static_cast<char>('A' + random() % 26));
    return text + "-" + std::to_string(10000 + random() % 990000);
}

std::string amount(std::mt19937& random)
{
    return std::to_string(1 + random() % 180) + "." + std::to_string(10 + random() % 90);
}

std::string filled(std::string_view sentence, const Language& language, std::mt19937& random)
{
    std::string text;
    for (std::size_t i = 0; i < sentence.size(); ++i) {
        if (sentence[i] != '{') {
            text.push_back(sentence[i]);
            continue;
        }
        switch (sentence[i + 1]) {
        case 't': text.append(pick(language.things, random)); break;
        case 'w': text.append(pick(language.times, random)); break;
        case 'n': text.append(reference(random)); break;
        case 'a': text.append(amount(random)); break;
        default: text.append(inventedName(random)); break;
        }
        i += 2;
    }
    return text;
}

} // namespace

std::string_view anyLanguage(std::mt19937& random)
{
    const auto share = random() % 100;
    return share < 55 ? "en" : share < 80 ? "de" : share < 90 ? "fr" : "es";
}

std::string inventedName(std::mt19937& random)
{
    std::string name;
    for (auto left = 2 + random() % 3; left > 0; --left)
        name.append(pick(syllables, random));
    name.front() = static_cast<char>(name.front() - 'a' + 'A');
    return name;
}

std::string writtenBy(Sender sender, std::string_view code, std::mt19937& random)
{
    const auto& language = *std::ranges::find(languages, code, &Language::code);
    std::size_t sentences = 1;
    for (int share = static_cast<int>(random() % 100) - lengths[0]; share >= 0; share -= lengths[sentences++]) {}
    std::string text;
    for (; sentences > 0; --sentences)
        text.append(text.empty() ? "" : " ")
            .append(filled(pick(sender == Sender::customer ? language.customer : language.agent, random), language, random));
    return text;
}

} // namespace foreword::bench
