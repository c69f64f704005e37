// Words that end with a full stop without ending a sentence, in English, German, Spanish and
// French. Folded: lower case, without accents. Data only.
#pragma once

#include <array>
#include <string_view>

namespace foreword::abbreviations {

// Never the end: a name, a number or the rest of the phrase follows.
// clang-format off
inline constexpr auto always = std::to_array<std::string_view>({
    "mr", "mrs", "ms", "dr", "prof", "rev", "hon", "messrs", "st", "mt", "vs", "approx", "dept", "e.g", "i.e", "eg", "ie", "cf",
    "hr", "hrn", "fr", "frl", "nr", "ca", "bzw", "ggf", "evtl", "inkl", "exkl", "zzgl", "abzgl", "vgl", "tel", "max", "min", "art",
    "abs", "abb", "bd", "mio", "mrd", "lt", "gem", "bzgl", "fa", "str", "ges", "zw", "sog", "gg", "geb", "verh", "ehem", "dipl",
    "ing", "z.b", "d.h", "u.a", "z.t", "z.hd", "i.d.r", "o.g", "s.o", "v.a", "u.u", "m.e", "b.z.w", "zb",
    "sr", "sra", "srta", "sres", "dra", "lic", "avda", "av", "pag", "dto", "dpto", "p.ej", "ej", "atte", "cia", "gral", "ud", "uds",
    "mme", "mlle", "mm", "me", "env", "ex", "p.ex", "c.-a-d", "bd", "chap", "fig", "tél", "boul", "jan", "feb", "okt", "nov", "dez",
    "dec", "sept", "sep", "aug", "oct", "janv", "fevr", "juil",
});
// clang-format on

// The end unless a number follows: "No. 5", but "I said no."
// clang-format off
inline constexpr auto beforeNumber = std::to_array<std::string_view>({
    "no", "nos", "n", "num", "p", "pp", "s", "vol", "sec", "ref", "ext", "apt", "aprox", "kap", "pos", "tfno", "telf", "tlf", "mar",
    "apr", "jun", "jul", "op", "cap", "zi", "abt", "para", "art", "ch", "rue",
});
// clang-format on

// "5. November", "5. Stock"
// clang-format off
inline constexpr auto afterOrdinal = std::to_array<std::string_view>({
    "januar", "jan", "februar", "feb", "marz", "maerz", "april", "mai", "juni", "juli", "august", "september", "sept", "oktober", "okt",
    "november", "nov", "dezember", "dez", "stock", "etage", "og", "quartal", "mal", "tag", "tages", "tagen", "woche", "monat", "jahr",
    "rate", "mahnung", "versuch", "anruf", "klasse", "platz", "geburtstag", "anfrage", "nachricht", "reklamation", "kw",
});
// clang-format on

} // namespace foreword::abbreviations
