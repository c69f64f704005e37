#include "core/text/language.h"

#include <algorithm>
#include <array>
#include <cstdio> // CLD2's header uses FILE without including it

#include <cld2/public/compact_lang_det.h>
#include <cld2/public/encodings.h>

#include "core/text/lines.h"

namespace foreword {
namespace {

// CLD2 reads this much at most; more says nothing new.
constexpr std::size_t enough = 4096;

struct Telling {
    std::string_view word;
    std::string_view language;
};

// Words that are a whole message at times and too short for CLD2. Folded; only those that
// mean what they mean in one of the languages we read.
// clang-format off
constexpr auto tellingWords = std::to_array<Telling>({
    {"thanks", "en"}, {"thank", "en"}, {"thx", "en"}, {"hello", "en"}, {"cancel", "en"}, {"unsubscribe", "en"}, {"yes", "en"},
    {"please", "en"}, {"refund", "en"}, {"cheers", "en"}, {"sure", "en"}, {"yeah", "en"}, {"help", "en"},
    {"danke", "de"}, {"bitte", "de"}, {"ja", "de"}, {"nein", "de"}, {"kundigung", "de"}, {"kundigen", "de"}, {"hilfe", "de"},
    {"guten", "de"}, {"genau", "de"}, {"mitarbeiter", "de"}, {"widerruf", "de"}, {"dankeschon", "de"}, {"abmelden", "de"},
    {"gracias", "es"}, {"hola", "es"}, {"ayuda", "es"}, {"cancelar", "es"}, {"buenas", "es"},
    {"merci", "fr"}, {"bonjour", "fr"}, {"oui", "fr"}, {"resilier", "fr"}, {"resiliation", "fr"}, {"aide", "fr"}, {"bonsoir", "fr"},
    {"remboursement", "fr"}, {"d'accord", "fr"},
});
// clang-format on

bool isRead(std::string_view language)
{
    return language == "en" || language == "de" || language == "es" || language == "fr";
}

// A short text all of whose telling words agree.
std::string byTellingWords(std::string_view text)
{
    constexpr std::size_t shortText = 60;
    std::string_view found;
    if (text.size() > shortText)
        return {};
    const std::string folded = foldLatin(text);
    for (std::string_view rest = folded; !rest.empty();) {
        const auto start = rest.find_first_not_of(" \t\r\n.,!?:;()");
        if (start == std::string_view::npos)
            break;
        const auto end = std::min(rest.find_first_of(" \t\r\n.,!?:;()", start), rest.size());
        const auto entry = std::ranges::find(tellingWords, rest.substr(start, end - start), &Telling::word);
        if (entry != tellingWords.end()) {
            if (!found.empty() && found != entry->language)
                return {};
            found = entry->language;
        }
        rest.remove_prefix(end);
    }
    return std::string(found);
}

// A language we do not read switches the reading off, so a few words are not enough for it.
constexpr int manyLetters = 60;
constexpr int someLetters = 24;

std::string_view beginning(std::string_view text)
{
    std::size_t length = std::min(text.size(), enough);
    while (length > 0 && length < text.size() && (static_cast<unsigned char>(text[length]) & 0xC0) == 0x80)
        --length;
    return text.substr(0, length);
}

LanguageGuess guessWith(std::string_view text, std::string_view hint)
{
    const std::string hintCode(hint);
    const CLD2::CLDHints hints{nullptr, nullptr, CLD2::UNKNOWN_ENCODING,
                               hint.empty() ? CLD2::UNKNOWN_LANGUAGE : CLD2::GetLanguageFromName(hintCode.c_str())};
    CLD2::Language top[3];
    int percent[3];
    double score[3];
    LanguageGuess guess;
    bool reliable = false;
    int valid = 0;
    const auto language = CLD2::ExtDetectLanguageSummaryCheckUTF8(text.data(), static_cast<int>(text.size()), true, &hints, 0, top, percent,
                                                                  score, nullptr, &guess.letters, &reliable, &valid);
    const std::string_view code = CLD2::LanguageCode(language);
    // "zh-Hant" is "zh"; what has three letters has no code in ISO 639-1.
    if (reliable && language != CLD2::UNKNOWN_LANGUAGE && (code.size() == 2 || code.substr(2).starts_with('-')))
        guess.language = code.substr(0, 2);
    return guess;
}

} // namespace

bool LanguageGuess::tells() const
{
    return !language.empty() && letters >= (isRead(language) ? someLetters : manyLetters);
}

LanguageGuess guessLanguage(std::string_view text)
{
    return guessWith(beginning(text), {});
}

std::string detectLanguage(std::string_view text, std::string_view hint)
{
    const std::string_view start = beginning(text);
    LanguageGuess guess = guessWith(start, {});
    if (!guess.language.empty() && (guess.letters >= manyLetters || guess.language == hint))
        return guess.language;
    if (!hint.empty())
        guess = guessWith(start, hint);
    if (!guess.language.empty() && (isRead(guess.language) || guess.letters >= manyLetters))
        return guess.language;
    if (std::string told = byTellingWords(text); !told.empty())
        return told;
    return std::string(hint.substr(0, 2));
}

} // namespace foreword
