#include "core/text/plain_words.h"

#include <algorithm>
#include <array>
#include <span>

namespace foreword {
namespace {

// Folded and in order of letters.
// clang-format off
constexpr auto german = std::to_array<std::string_view>({
    "abend", "aber", "also", "april", "auch", "august", "beim", "bevor", "bitte", "bleiben", "bleibt", "daher", "damit", "danke", "dann",
    "darf", "dass", "datum", "dein", "deine", "denn", "deshalb", "dezember", "dich", "dienstag", "diese", "diesem", "diesen", "dieser",
    "dieses", "doch", "donnerstag", "dort", "durch", "durfen", "eine", "einem", "einen", "einer", "eines", "entschuldigen",
    "entschuldigung", "erst", "euch", "euer", "eure", "falls", "februar", "freitag", "freundlichen", "geben", "geehrte", "geehrter",
    "gegen", "gehen", "geht", "gemacht", "gern", "gerne", "gestern", "gewunscht", "gibt", "grussen", "guten", "habe", "haben", "hallo",
    "hast", "hatte", "hatten", "heute", "hier", "ihnen", "ihre", "ihrem", "ihren", "ihrer", "immer", "informieren", "jahr", "januar",
    "jedoch", "jene", "jener", "jenes", "jetzt", "juli", "juni", "kann", "kein", "keine", "keinem", "keinen", "keiner", "kommen",
    "kommst", "kommt", "konnen", "konnte", "konnten", "lassen", "lasst", "leider", "liebe", "lieber", "machen", "macht", "marz", "mehr",
    "mein", "meine", "meinem", "meinen", "meiner", "mich", "minute", "minuten", "mittag", "mitteilen", "mittwoch", "mochte", "mochten",
    "monat", "monats", "montag", "morgen", "muss", "mussen", "nach", "nachdem", "nachmittag", "nacht", "nehmen", "neue", "neuen", "neuer",
    "neues", "nicht", "nimmt", "noch", "november", "obwohl", "oder", "ohne", "oktober", "samstag", "schon", "sehr", "sein", "seine",
    "seinen", "seiner", "seit", "september", "sich", "sind", "sobald", "soll", "sollen", "sollte", "somit", "sondern", "sonnabend",
    "sonntag", "statt", "stunde", "stunden", "trotz", "uber", "ubermorgen", "ueber", "uhrzeit", "unser", "unsere", "unserem", "unseren",
    "unserer", "unter", "vereinbart", "vormittag", "wahrend", "waren", "wegen", "weil", "wenn", "werden", "wieder", "will", "wird",
    "wirst", "wissen", "woche", "wochen", "wollen", "wollte", "worden", "wunsch", "wurde", "wurden", "zeit", "zeitfenster", "zwischen",
});
constexpr auto english = std::to_array<std::string_view>({
    "about", "after", "afternoon", "again", "against", "agreed", "also", "although", "always", "another", "apologies", "apologise",
    "apologize", "april", "aren", "asked", "august", "back", "because", "been", "before", "being", "between", "both", "came", "cannot",
    "come", "comes", "coming", "could", "couldn", "date", "dates", "dear", "december", "didn", "does", "doesn", "doing", "done", "during",
    "each", "even", "evening", "ever", "every", "february", "first", "friday", "from", "gets", "getting", "give", "given", "gives",
    "glad", "goes", "going", "gone", "hadn", "happy", "hasn", "have", "haven", "having", "hello", "here", "hour", "hours", "inform",
    "informed", "instead", "into", "itself", "january", "july", "june", "just", "keep", "keeps", "kept", "kind", "kindly", "know",
    "known", "last", "lets", "made", "make", "makes", "many", "march", "might", "mine", "minute", "minutes", "monday", "month", "months",
    "more", "morning", "most", "much", "must", "never", "next", "night", "noon", "note", "noted", "november", "october", "once", "only",
    "onto", "other", "ours", "over", "please", "regards", "request", "requested", "same", "saturday", "september", "shall", "should",
    "shouldn", "since", "slot", "some", "soon", "sorry", "still", "such", "sunday", "take", "taken", "takes", "tell", "than", "thank",
    "thanks", "that", "their", "theirs", "them", "then", "there", "these", "they", "this", "those", "though", "through", "thursday",
    "thus", "till", "time", "times", "today", "told", "tomorrow", "tonight", "tuesday", "under", "unfortunately", "until", "upon", "very",
    "wasn", "wednesday", "week", "weeks", "well", "went", "were", "what", "when", "where", "whether", "which", "while", "whom", "whose",
    "will", "wish", "wished", "with", "within", "without", "would", "wouldn", "year", "yesterday", "your", "yours", "yourself",
});
constexpr auto spanish = std::to_array<std::string_view>({
    "abril", "acordado", "agosto", "algo", "algun", "alguna", "anos", "ante", "aquel", "aquella", "aunque", "ayer", "bajo", "buenas",
    "buenos", "cada", "como", "comunicamos", "contra", "cuando", "dado", "damos", "debe", "deben", "deja", "dejar", "desde", "deseo",
    "diciembre", "disculpas", "disculpe", "domingo", "donde", "durante", "ellas", "ellos", "enero", "entre", "esas", "esos", "esta",
    "estaba", "estan", "estara", "estas", "este", "estimada", "estimado", "esto", "estos", "favor", "febrero", "fecha", "finalmente",
    "franja", "fuera", "fueron", "gracias", "haber", "habia", "habra", "hace", "hacen", "hacer", "hacia", "hasta", "hecho", "hemos",
    "hola", "hora", "horas", "informamos", "jueves", "julio", "junio", "lamentamos", "lamento", "lunes", "manana", "martes", "marzo",
    "mayo", "mediante", "menos", "mientras", "miercoles", "minuto", "minutos", "misma", "mismo", "noche", "nosotros", "noviembre",
    "nuestra", "nuestras", "nuestro", "nuestros", "nueva", "nuevo", "octubre", "otra", "otras", "otro", "otros", "para", "pero",
    "peticion", "podemos", "podra", "porque", "proxima", "proximo", "puede", "pueden", "pues", "sabado", "saber", "sale", "saludos",
    "segun", "semana", "semanas", "senor", "senora", "sentimos", "septiembre", "sera", "seran", "sido", "siendo", "siento", "sino",
    "sobre", "solo", "suya", "suyo", "tambien", "tarde", "tendra", "tenemos", "tengo", "tiene", "tienen", "toda", "todas", "todo",
    "todos", "tras", "unas", "unos", "usted", "ustedes", "vendra", "venir", "viene", "vienen", "viernes", "vosotros", "vuestro",
});
constexpr auto french = std::to_array<std::string_view>({
    "ainsi", "allez", "allons", "alors", "annee", "aout", "apres", "aura", "aurez", "auront", "aussi", "autre", "autres", "avait",
    "avant", "avec", "avez", "avons", "avril", "bien", "bonjour", "bonsoir", "cela", "celle", "celui", "cette", "ceux", "chaque", "cher",
    "chere", "chez", "comme", "contre", "convenu", "cordialement", "creneau", "dans", "date", "decembre", "deja", "demain", "demande",
    "depuis", "desole", "desolee", "desoles", "devez", "devons", "dimanche", "doit", "donc", "dont", "elle", "elles", "encore", "entre",
    "etaient", "etait", "etre", "excuses", "faire", "fait", "faites", "fera", "fevrier", "finalement", "heure", "heures", "hier",
    "horaire", "informons", "janvier", "jeudi", "jour", "jours", "juillet", "juin", "jusqu", "jusque", "laquelle", "lequel", "leur",
    "leurs", "lors", "lorsque", "lundi", "madame", "mais", "malheureusement", "mardi", "mars", "matin", "meme", "merci", "mercredi",
    "mettre", "midi", "minute", "minutes", "moins", "mois", "monsieur", "notre", "nous", "nouveau", "nouvelle", "novembre", "nuit",
    "octobre", "parce", "part", "passe", "passera", "pendant", "peut", "peuvent", "plus", "plutot", "pour", "pouvez", "pouvons", "prend",
    "prochain", "prochaine", "puisque", "quand", "quel", "quelle", "quelles", "quels", "samedi", "sans", "savoir", "selon", "semaine",
    "semaines", "septembre", "sera", "serait", "serons", "seront", "soir", "sont", "souhait", "sous", "tandis", "tous", "tout", "toute",
    "toutes", "tres", "vendredi", "venir", "vers", "veuillez", "viendra", "vient", "vont", "votre", "vous",
});
// clang-format on

struct List {
    std::string_view language;
    std::span<const std::string_view> words;
};
constexpr std::array<List, 4> lists = {{{"de", german}, {"en", english}, {"es", spanish}, {"fr", french}}};

static_assert(std::ranges::all_of(lists, [](const List& list) { return std::ranges::is_sorted(list.words); }));

} // namespace

bool isPlainWord(std::string_view folded, std::string_view language)
{
    const std::string_view word = folded.substr(0, folded.find('\''));
    const bool known = std::ranges::find(lists, language, &List::language) != lists.end();
    return std::ranges::any_of(
        lists, [&](const List& list) { return (!known || list.language == language) && std::ranges::binary_search(list.words, word); });
}

} // namespace foreword
