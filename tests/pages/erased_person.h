// A person with something in every field, in words that nobody else uses, among others who stay.
#pragma once

#include <string>
#include <utility>
#include <vector>

namespace foreword::pages {

// Two customer records of one person; what hangs on each, one interaction without its own record
// of the messages' order, HTML, and the names of attachments.
inline const std::string& personLines()
{
    static const std::string lines =
        R"({"type":"customer","source":"crm","id":"Q-7741","names":["Žofie Quixbrandová"],"emails":["zofie.quixbrand@example.org"],"phones":["+44 7700 900555"],"addresses":[{"street":"Wyverngasse 9","city":"Krötzlau","postcode":"ZX9 4QQ","country":"GB"}],"birth_date":"1971-03-29","external_ids":{"loyalty":"LX93Q77"},"attributes":{"note":"sammelt Xylographien","language":"de"}})"
        "\n"
        R"({"type":"customer","source":"helpdesk","id":"zqx-login","names":["Quixbrandová, Žofie"],"emails":["ZOFIE.QUIXBRAND@example.org"]})"
        "\n"
        R"({"type":"interaction","source":"helpdesk","id":"I-zqx-1","customer":{"source":"crm","id":"Q-7741"},"channel":"email","kind":"complaint","subject":"Mein Zwölfkantschlüssel fehlt","status":"open","opened_at":"2026-10-01T09:00:00+02:00","tags":["vipzqx"]})"
        "\n"
        R"({"type":"interaction","source":"helpdesk","id":"I-zqx-2","customer":{"source":"helpdesk","id":"zqx-login"},"channel":"chat","kind":"fault","subject":"Re: Jupiterlampe","status":"closed","opened_at":"2026-10-02T09:00:00+02:00"})"
        "\n"
        R"({"type":"message","source":"helpdesk","interaction":"I-zqx-1","id":"M-zqx-1","sender":"customer","sender_name":"Žofie Quixbrandová","at":"2026-10-01T09:00:00+02:00","text":"Ich beschwere mich zum dritten Mal: der Quastenflosser im Keller ist defekt. Meine Auftragsnummer ist QX-889911. Anhang: Jalousiekurbel_defekt.pdf"})"
        "\n"
        R"({"type":"message","source":"helpdesk","interaction":"I-zqx-1","id":"M-zqx-2","sender":"agent","sender_name":"Agent Wozzeck","at":"2026-10-01T10:00:00+02:00","html":"<p>Guten Tag Frau <b>Quixbrandov&aacute;</b>,</p><p>wir liefern die <i>Yttriumdüse</i> bis Freitag.</p><!-- Vorgang Fjordzettel --><img alt=\"Hintergrundbild Gneisquader\" src=\"x.png\">"})"
        "\n"
        R"({"type":"message","source":"helpdesk","interaction":"I-zqx-2","id":"M-zqx-3","sender":"customer","sender_name":"","at":"2026-10-02T09:00:00+02:00","text":"Meine Karte 4111 1111 1111 1111 wurde belastet, wegen der Polkappenheizung."})"
        "\n"
        R"({"type":"consent","source":"crm","customer":{"source":"crm","id":"Q-7741"},"purpose":"marketing-zqx","channel":"any","status":"objected","at":"2026-01-01T00:00:00Z"})"
        "\n"
        R"({"type":"event","source":"billing","id":"E-zqx-1","customer":{"source":"crm","id":"Q-7741"},"name":"payment_missed","at":"2026-09-01T00:00:00Z","data":{"reference":"EVQX4411","note":"Kürbiskernöl"}})"
        "\n"
        R"({"type":"event","source":"billing","customer":{"source":"helpdesk","id":"zqx-login"},"name":"outage","at":"2026-09-02T00:00:00Z","data":{"place":"Ginsterklamm"}})"
        "\n";
    return lines;
}

// The same person as it once was: updated later, so that old rows were written over.
inline const std::string& formerLines()
{
    static const std::string lines =
        R"({"type":"customer","source":"crm","id":"Q-7741","names":["Žofie Altquappová"],"emails":["altquapp@example.org"],"phones":["+44 7700 900556"],"birth_date":"1971-03-29"})"
        "\n"
        R"({"type":"interaction","source":"helpdesk","id":"I-zqx-1","customer":{"source":"crm","id":"Q-7741"},"channel":"email","kind":"complaint","subject":"Früherer Vulkanbetreff","status":"open","opened_at":"2026-10-01T09:00:00+02:00"})"
        "\n"
        // Moves to another interaction later: its row goes and comes.
        R"({"type":"message","source":"helpdesk","interaction":"I-zqx-1","id":"M-zqx-3","sender":"customer","at":"2026-10-02T09:00:00+02:00","text":"Urwortvorher stand hier."})"
        "\n";
    return lines;
}

// Everything that must not be found. Words of the search index stand without the beginning they
// share with a neighbour, so the middles of words are looked for too.
inline const std::vector<std::string>& traces()
{
    static const std::vector<std::string> all = {
        "Quixbrandová",   "quixbrandova",  "uixbrand",  "Žofie",        "zofie",        "Altquapp",       "altquapp",
        "ltquapp",        "900555",        "900556",    "Wyverngasse",  "Krötzlau",     "ZX9 4QQ",        "1971-03-29",
        "LX93Q77",        "Xylograph",     "Q-7741",    "Q7741",        "zqx-login",    "ZQXLOGIN",       "I-zqx",
        "M-zqx",          "E-zqx",         "vipzqx",    "Zwölfkant",    "zwolfkant",    "Jupiterlampe",   "Quastenflosser",
        "quastenflosser", "uastenfloss",   "QX-889911", "qx-889911",    "889911",       "Jalousiekurbel", "alousiekurb",
        "Wozzeck",        "Yttriumd",      "yttriumd",  "ttriumd",      "Fjordzettel",  "Gneisquader",    "Polkappenheizung",
        "olkappenheiz",   "marketing-zqx", "EVQX4411",  "Kürbiskern",   "Ginsterklamm", "Vulkanbetreff",  "Urwortvorher",
        "Zirbelkiefer",   "rwortvorher",   "4111",      "Olivenpresse",
    };
    return all;
}

// A trace of each stage that is there before the erasure, so that its absence means something.
inline const std::vector<std::string>& presentBefore()
{
    static const std::vector<std::string> all = {
        "Quixbrandová",     "uixbrand",       "zofie.quixbrand@example.org",
        "Wyverngasse",      "LX93Q77",        "Xylograph",
        "Q-7741",           "I-zqx-1",        "M-zqx-2",
        "Zwölfkant",        "Quastenflosser", "uastenfloss",
        "889911",           "Jalousiekurbel", "Yttriumd",
        "Polkappenheizung", "EVQX4411",       "Ginsterklamm",
        "Entwurf mit Zirb", "Olivenpresse",
    };
    return all;
}

// A line of a file in which `n` and `m` stand where $n and $m are.
inline std::string filled(std::string line, const std::string& n, const std::string& m)
{
    for (const auto& [mark, word] : {std::pair("$n", &n), std::pair("$m", &m)}) {
        for (auto at = line.find(mark); at != std::string::npos; at = line.find(mark))
            line.replace(at, 2, *word);
    }
    return line + '\n';
}

// Others, enough of them that pages are split and filled again; one shares a telephone number.
inline std::string otherLines(int from, int to)
{
    std::string lines;
    for (int i = from; i < to; ++i) {
        const std::string n = std::to_string(i);
        lines += filled(
            R"({"type":"customer","source":"crm","id":"P-$n","names":["Person Nummer$n"],"emails":["p$n@example.com"],"phones":["$m"]})", n,
            i == 3 ? "+44 7700 900777" : "");
        lines +=
            filled(R"({"type":"interaction","source":"helpdesk","id":"T-$n","customer":{"source":"crm","id":"P-$n"},"channel":"email",)"
                   R"("kind":"fault","subject":"Thema $n","status":"open","opened_at":"2026-10-01T09:00:00Z"})",
                   n, "");
        const std::string rest(static_cast<std::size_t>(40 * (i % 7)), 'x');
        for (int m = 0; m < 6; ++m) {
            std::string line = filled(
                R"({"type":"message","source":"helpdesk","interaction":"T-$n","id":"N-$n-$m","sender":"customer",)"
                R"("at":"2026-10-01T09:0$m:00Z","text":"Nachricht $m von Nummer$n mit Worten wie Leitung, Ausfall und Rechnung. $x"})",
                n, std::to_string(m));
            lines += line.replace(line.find("$x"), 2, rest);
        }
    }
    return lines;
}

inline const std::string& offerLine()
{
    static const std::string line =
        R"({"type":"offer","source":"marketing","id":"glas-9","name":"Glasfaser Angebotswort","kind":"upsell","channels":["agent"],"value":2})"
        "\n";
    return line;
}

} // namespace foreword::pages
