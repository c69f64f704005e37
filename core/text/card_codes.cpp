#include "core/text/card_codes.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>

#include <unicode/uchar.h>

#include "core/text/lines.h"
#include "core/text/number_words.h"
#include "core/text/utf8.h"

namespace foreword {
namespace {

// If none of these is in the folded text, no code is named in it.
// clang-format off
constexpr auto stems = std::to_array<std::string_view>({
    "cvv", "cvc", "cvn", "ccv", "csc", "cid", "cav", "secur", "sicherheit", "pruf", "pruef", "segur", "crypto", "cripto", "verif", "the back",
    "ruckseite", "rueckseite", "revers", "dorso", "au dos", "au verso", "atras", "l'arriere", "card code", "kartencode",
    "signature strip", "signature panel", "unterschrift", "firma", "zone de signature",
});
// clang-format on

// Names of the code; a name of several words has them in order.
// clang-format off
constexpr auto names = std::to_array<std::string_view>({
    "cvv", "cvv2", "cvc", "cvc2", "ccv", "cvn", "cvn2", "csc", "cid", "cav", "cav2", "security code", "security number", "security digits",
    "card code", "card verification", "verification value", "sicherheitscode", "sicherheitsnummer", "sicherheitszahl", "kartencode",
    "prufnummer", "pruefnummer", "kartenprufnummer", "kartenpruefnummer", "kreditkartenprufnummer", "prufziffer", "prufziffern",
    "pruefziffer", "pruefziffern", "kartenprufziffer", "kartenprufziffern", "kartenprufcode", "prufcode", "codigo de seguridad",
    "numero de seguridad", "clave de seguridad", "codigo de verificacion de la tarjeta", "criptograma", "cryptogramme", "crypto",
    "code de securite", "numero de securite", "code de verification de la carte", "digits on the back", "numbers on the back",
    "number on the back", "code on the back", "ziffern auf der ruckseite", "ziffern auf der rueckseite", "zahlen auf der ruckseite",
    "nummer auf der ruckseite", "digitos del reverso", "digitos de atras", "numeros de atras", "numeros del reverso", "cifras del reverso",
    "digitos del dorso", "chiffres au dos", "chiffres au verso", "numeros au dos", "chiffres a l'arriere",
    "signature strip", "signature panel", "unterschriftsfeld", "unterschriftenfeld", "unterschriftsstreifen", "panel de firma",
    "banda de firma", "zone de signature",
});
// clang-format on

// What may stand between the name and the digits, in any number up to a few.
// clang-format off
constexpr auto fillers = std::to_array<std::string_view>({
    "is", "was", "its", "it's", "it", "are", "number", "no", "nr", "num", "code", "my", "the", "your", "on", "card", "of", "for",
    "back", "digit", "digits", "three", "four", "last", "und", "and", "lautet", "lauten", "ist", "sind", "war", "der", "die", "das",
    "auf", "von", "meine", "meiner", "meines", "karte", "kreditkarte", "ruckseite", "stellig", "stellige", "ziffern", "letzten", "drei",
    "visa", "mastercard", "amex", "es", "son", "era", "el", "la", "los", "de", "del", "mi", "tarjeta", "tres", "digitos", "cifras",
    "reverso", "atras", "y", "est", "sont", "le", "les", "ma", "carte", "du", "au", "dos", "verso", "visuel", "chiffres", "trois",
    "numero", "c'est", "here", "so", "also", "e", "cvv", "cvc", "cvv2", "cvc2", "crypto", "a", "to", "verification", "value",
});
// clang-format on

// "3 digits", "100 times", "250 euros": a number of something.
// clang-format off
constexpr auto units = std::to_array<std::string_view>({
    "digit", "digits", "ziffern", "stellig", "stellige", "stelligen", "stellen", "digitos", "cifras", "chiffres", "times", "days", "hours",
    "minutes", "weeks", "months", "mal", "tage", "tagen", "stunden", "minuten", "wochen", "euro", "euros", "eur", "usd", "gbp", "dollars",
    "pounds", "veces", "dias", "horas", "minutos", "semanas", "fois", "jours", "heures", "semaines", "mois", "numbers", "letters",
    "people", "customers",
});

constexpr auto expiryWords = std::to_array<std::string_view>({
    "exp", "expiry", "expires", "expiration", "expiring", "date", "valid", "until", "thru", "through", "gultig", "bis", "ablauf", "ablaufdatum",
    "vence", "caduca", "caducidad", "vencimiento", "fecha", "expire", "valable", "fin", "jusqu'au", "jusque", "on", "is", "the", "und",
    "and", "y", "et",
});
// clang-format on

template <std::size_t N>
bool isOneOf(std::string_view word, const std::array<std::string_view, N>& list)
{
    return std::ranges::find(list, word) != list.end();
}

enum class TokenKind { word, figures, mark };

struct Token {
    TokenKind kind = TokenKind::mark;
    Span span;
    std::string folded; // of a word or mark
    int digits = 0;     // of figures
};

// Words, figures and marks; spaces separate and are left out, a line end is a mark.
std::vector<Token> tokensOf(std::string_view text)
{
    std::vector<Token> tokens;
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint point = codePointAt(text, at);
        const auto c = static_cast<UChar32>(point.value);
        Token token;
        token.span = {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + point.length)};
        at += point.length;
        if (u_isUWhiteSpace(c) && c != '\n')
            continue;
        if (u_isalnum(c)) {
            bool letters = !u_isdigit(c);
            bool figures = !letters;
            while (at < text.size()) {
                const CodePoint next = codePointAt(text, at);
                const auto n = static_cast<UChar32>(next.value);
                const bool apostrophe = (n == '\'' || n == 0x2019) && letters && !figures;
                if (!u_isalnum(n) && !apostrophe && u_charType(n) != U_NON_SPACING_MARK)
                    break;
                letters = letters || u_isalpha(n);
                figures = figures || u_isdigit(n);
                token.digits += u_isdigit(n) ? 1 : 0;
                at += next.length;
            }
            token.span.end = static_cast<std::uint32_t>(at);
            token.digits += u_isdigit(c) ? 1 : 0;
            token.kind = figures && !letters ? TokenKind::figures : TokenKind::word;
        }
        if (token.kind != TokenKind::figures)
            token.folded = foldLatin(text.substr(token.span.start, std::min<std::size_t>(token.span.length(), 40)));
        tokens.push_back(std::move(token));
    }
    return tokens;
}

bool isDigitWord(const Token& token)
{
    const auto value = token.kind == TokenKind::word ? numberWord(token.folded) : std::nullopt;
    return value && *value < 10;
}

class CodeFinder {
public:
    explicit CodeFinder(std::string_view text) : m_tokens(tokensOf(text)) {}

    std::vector<Span> named() const
    {
        std::vector<Span> found;
        for (std::size_t i = 0; i < m_tokens.size(); ++i) {
            const std::size_t length = nameLength(i);
            if (length == 0)
                continue;
            auto code = after(i + length);
            if (!code)
                code = before(i);
            if (code)
                found.push_back(*code);
        }
        return found;
    }

    // The text starts right after a card number, where a bare "code 123" says enough.
    std::optional<Span> namedBriefly() const
    {
        constexpr auto brief = std::to_array<std::string_view>({"code", "codigo", "clave", "security", "sec", "prufziffern", "back"});
        for (std::size_t i = 0; i < m_tokens.size(); ++i) {
            if (isOneOf(m_tokens[i].folded, brief)) {
                if (auto code = after(i + 1))
                    return code;
            }
        }
        return std::nullopt;
    }

    // The text starts right after a card number: "12/26 123", "exp. 12/2026, 123".
    std::optional<Span> afterExpiry() const
    {
        std::size_t i = skipExpiryWords(0);
        if (!isFigures(i, 1, 2))
            return std::nullopt;
        const std::size_t year = i + 1 < m_tokens.size() && isJoint(m_tokens[i + 1]) ? i + 2 : i + 1;
        if (!isFigures(year, 2, 2) && !isFigures(year, 4, 4))
            return std::nullopt;
        i = skipExpiryWords(year + 1);
        return isFigures(i, 3, 4) && endsAlone(i) ? std::optional(m_tokens[i].span) : std::nullopt;
    }

private:
    std::vector<Token> m_tokens;

    static bool isJoint(const Token& token) { return token.folded == "/" || token.folded == "-" || token.folded == "."; }

    bool isFigures(std::size_t i, int least, int most) const
    {
        return i < m_tokens.size() && m_tokens[i].kind == TokenKind::figures && m_tokens[i].digits >= least && m_tokens[i].digits <= most;
    }

    std::size_t skipExpiryWords(std::size_t i) const
    {
        constexpr std::size_t mostSkipped = 8;
        const std::size_t limit = std::min(m_tokens.size(), i + mostSkipped);
        while (i < limit && m_tokens[i].kind != TokenKind::figures
               && (m_tokens[i].kind == TokenKind::mark || isOneOf(m_tokens[i].folded, expiryWords)))
            ++i;
        return i;
    }

    // Tokens of the name that starts at `i`, the longest that fits; 0 if none does.
    std::size_t nameLength(std::size_t i) const
    {
        std::size_t best = 0;
        if (m_tokens[i].kind != TokenKind::word)
            return 0;
        for (const std::string_view name : names) {
            if (!name.starts_with(m_tokens[i].folded))
                continue;
            std::size_t length = 0;
            std::string_view rest = name;
            while (!rest.empty() && i + length < m_tokens.size() && rest.starts_with(m_tokens[i + length].folded)) {
                const auto size = m_tokens[i + length].folded.size();
                if (size < rest.size() && rest[size] != ' ')
                    break;
                rest.remove_prefix(std::min(size + 1, rest.size()));
                ++length;
            }
            if (rest.empty())
                best = std::max(best, length);
        }
        return best;
    }

    static bool isMarkBetween(const Token& token)
    {
        constexpr std::string_view marks = ":=-#().,;*\"'/\n>";
        return token.kind == TokenKind::mark && token.folded.size() == 1 && marks.find(token.folded) != std::string_view::npos;
    }

    bool isCountOfDigits(std::size_t i) const
    {
        const std::size_t next = i + 1 < m_tokens.size() && m_tokens[i + 1].folded == "-" ? i + 2 : i + 1;
        return next < m_tokens.size() && isOneOf(m_tokens[next].folded, units);
    }

    bool isFiller(std::size_t i) const
    {
        const Token& token = m_tokens[i];
        return isMarkBetween(token) || (token.kind == TokenKind::word && isOneOf(token.folded, fillers))
            || (isFigures(i, 1, 1) && isCountOfDigits(i));
    }

    std::optional<Span> after(std::size_t i) const
    {
        constexpr std::size_t mostFillers = 9;
        const std::size_t limit = std::min(m_tokens.size(), i + mostFillers);
        bool nextLine = false;
        for (; i < limit; ++i) {
            if (const std::size_t end = codeEnd(i); end > i) {
                // "Send the security code.\n2024 was …" is no code; a line of its own is one.
                const bool alone = end == m_tokens.size() || m_tokens[end].folded == "\n";
                return !nextLine || alone ? std::optional(spanOf(i, end)) : std::nullopt;
            }
            if (!isFiller(i) || isFullStop(i))
                return std::nullopt;
            nextLine = nextLine || m_tokens[i].folded == "\n";
        }
        return std::nullopt;
    }

    // "Nr." and "no." have one that ends nothing.
    bool isFullStop(std::size_t i) const
    {
        constexpr auto shortened = std::to_array<std::string_view>({"nr", "no", "num", "n"});
        return m_tokens[i].folded == "." && (i == 0 || !isOneOf(m_tokens[i - 1].folded, shortened));
    }

    // "123 is the CVV", "the code 123 (CVV)"
    std::optional<Span> before(std::size_t name) const
    {
        constexpr std::size_t mostFillers = 4;
        for (std::size_t i = name; i > 0 && name - i <= mostFillers;) {
            --i;
            if (isFigures(i, 3, 4))
                return standsAlone(i, i) ? std::optional(m_tokens[i].span) : std::nullopt;
            if (!isFiller(i) || m_tokens[i].folded == "." || m_tokens[i].folded == "\n")
                return std::nullopt;
        }
        return std::nullopt;
    }

    Span spanOf(std::size_t first, std::size_t end) const { return {m_tokens[first].span.start, m_tokens[end - 1].span.end}; }

    // Where three or four digits that start at token `i` end: figures in one piece, or one by
    // one, in words too. `i` if there are none.
    std::size_t codeEnd(std::size_t i) const
    {
        if (isFigures(i, 3, 4))
            return standsAlone(i, i) ? i + 1 : i;
        std::size_t end = i;
        std::size_t count = 0;
        while (end < m_tokens.size() && count < 5) {
            if (isFigures(end, 1, 1) || isDigitWord(m_tokens[end]))
                ++count;
            else if (count == 0 || !(m_tokens[end].folded == "-" || m_tokens[end].folded == ","))
                break;
            ++end;
        }
        while (end > i && m_tokens[end - 1].kind == TokenKind::mark)
            --end;
        return (count == 3 || count == 4) && standsAlone(i, end - 1) ? end : i;
    }

    static bool isBinding(std::string_view mark) { return mark == "." || mark == "," || mark == ":" || mark == "/" || mark == "-"; }

    static bool isCurrency(std::string_view mark) { return mark == "%" || mark == "\u20AC" || mark == "$" || mark == "\u00A3"; }

    bool touches(std::size_t first, std::size_t second) const { return m_tokens[first].span.end == m_tokens[second].span.start; }

    // Not part of an amount, a time, a date or a longer number, and not a number of something.
    bool standsAlone(std::size_t first, std::size_t last) const { return startsAlone(first) && endsAlone(last); }

    bool startsAlone(std::size_t first) const
    {
        if (first == 0)
            return true;
        const Token& previous = m_tokens[first - 1];
        const bool number = first > 1 && touches(first - 2, first - 1) && m_tokens[first - 2].kind == TokenKind::figures;
        return previous.kind != TokenKind::figures && !isCurrency(previous.folded)
            && !(touches(first - 1, first) && isBinding(previous.folded) && number);
    }

    bool endsAlone(std::size_t last) const
    {
        if (last + 1 >= m_tokens.size())
            return true;
        const Token& next = m_tokens[last + 1];
        const bool number = last + 2 < m_tokens.size() && touches(last + 1, last + 2) && m_tokens[last + 2].kind == TokenKind::figures;
        return next.kind != TokenKind::figures && !isCurrency(next.folded) && !isOneOf(next.folded, units)
            && !(touches(last, last + 1) && isBinding(next.folded) && number);
    }
};

bool namesACode(std::string_view text)
{
    const std::string folded = foldLatin(text);
    return std::ranges::any_of(stems, [&folded](std::string_view stem) { return folded.find(stem) != std::string::npos; });
}

} // namespace

std::vector<Span> findCardCodes(std::string_view text, const CardNumbers& cards)
{
    std::vector<Span> codes;
    if (!cards.otherDigits)
        return codes;
    if (namesACode(text))
        codes = CodeFinder(text).named();
    constexpr std::size_t reach = 80; // expiry and code follow the number
    for (const Span& card : cards.spans) {
        const CodeFinder tail(text.substr(card.end, reach));
        auto code = tail.afterExpiry();
        if (!code)
            code = tail.namedBriefly();
        if (code)
            codes.push_back({code->start + card.end, code->end + card.end});
    }
    std::ranges::sort(codes);
    const auto overlaps = [](const Span& a, const Span& b) { return a.overlaps(b); };
    codes.erase(std::ranges::unique(codes, overlaps).begin(), codes.end());
    return codes;
}

} // namespace foreword
