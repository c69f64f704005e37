#include "core/text/folded_text.h"

#include <array>

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/utf8.h>

namespace foreword {
namespace {

constexpr UChar32 endOfText = -1;

// A letter without case and marks, as UTF-8. Computed by ICU once for the letters that the
// supported languages use; the rest is folded when met.
std::string foldLetter(UChar32 letter)
{
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2* normalizer = icu::Normalizer2::getNFKDInstance(status);
    if (U_FAILURE(status))
        return {};
    icu::UnicodeString parts = normalizer->normalize(icu::UnicodeString(letter).foldCase(), status);
    icu::UnicodeString kept;
    for (int32_t i = 0; U_SUCCESS(status) && i < parts.length(); i = parts.moveIndex32(i, 1)) {
        if (u_charType(parts.char32At(i)) != U_NON_SPACING_MARK)
            kept.append(parts.char32At(i));
    }
    std::string folded;
    kept.toUTF8String(folded);
    return folded;
}

constexpr std::size_t tableSize = 0x250;

const std::array<std::string, tableSize>& foldTable()
{
    static const std::array<std::string, tableSize> table = [] {
        std::array<std::string, tableSize> made;
        for (std::size_t letter = 0; letter < tableSize; ++letter)
            made[letter] = foldLetter(static_cast<UChar32>(letter));
        return made;
    }();
    return table;
}

bool isLetter(UChar32 c)
{
    if (c < 0x80)
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
    return c != endOfText && (u_isalpha(c) || u_charType(c) == U_NON_SPACING_MARK);
}

bool isDigit(UChar32 c)
{
    return c >= '0' && c <= '9';
}

bool isApostrophe(UChar32 c)
{
    return c == '\'' || c == 0x2019 || c == 0x02BC || c == '`' || c == 0x00B4;
}

bool isHyphen(UChar32 c)
{
    return c == '-' || c == 0x2010 || c == 0x2011;
}

// The variation selector and the joiners only shape the picture.
bool isPicturePart(UChar32 c)
{
    return c == 0xFE0F || c == 0x200D || (c >= 0x1F3FB && c <= 0x1F3FF);
}

bool isPicture(UChar32 c)
{
    return (c >= 0x1F300 && c <= 0x1FAFF) || (c >= 0x2600 && c <= 0x27BF);
}

class Reader {
public:
    Reader(std::string_view text, Elision elision, std::uint32_t offset, std::string& letters, std::vector<FoldedToken>& tokens)
        : m_text(text), m_elision(elision), m_offset(offset), m_letters(letters), m_tokens(tokens), m_fold(foldTable())
    {
    }

    void read()
    {
        while (m_at < m_text.size())
            step();
    }

private:
    UChar32 peek(std::size_t at, std::size_t& next) const
    {
        if (at >= m_text.size()) {
            next = at;
            return endOfText;
        }
        const unsigned char first = static_cast<unsigned char>(m_text[at]);
        if (first < 0x80) {
            next = at + 1;
            return first;
        }
        int32_t i = static_cast<int32_t>(at);
        UChar32 c = 0;
        U8_NEXT(m_text.data(), i, static_cast<int32_t>(m_text.size()), c);
        next = static_cast<std::size_t>(i);
        return c;
    }

    UChar32 peek(std::size_t at) const
    {
        std::size_t next = 0;
        return peek(at, next);
    }

    void step()
    {
        std::size_t next = 0;
        const UChar32 c = peek(m_at, next);
        if (c == 'h' && linkHere())
            return;
        if (isLetter(c))
            return word();
        if (isDigit(c))
            return number();
        if (c == '@' && (isLetter(peek(next)) || isDigit(peek(next))))
            return run(TokenKind::handle, next, [](UChar32 x) { return isLetter(x) || isDigit(x); });
        if (c == '&')
            return ampersand(next);
        if (isPicture(c))
            return picture(c, next);
        if ((c == ':' || c == ';') && emoticon(next))
            return;
        if ((c == '!' || c == '?') && (peek(next) == '!' || peek(next) == '?'))
            return outcry();
        separate(c, next);
    }

    bool linkHere()
    {
        const std::string_view rest = m_text.substr(m_at, 8);
        if (!rest.starts_with("http://") && !rest.starts_with("https://"))
            return false;
        run(TokenKind::link, m_at, [](UChar32 x) { return x > ' ' && x != '<' && x != '>' && x != '"'; });
        return true;
    }

    template <class Belongs>
    void run(TokenKind kind, std::size_t next, Belongs belongs)
    {
        std::size_t after = next;
        while (true) {
            std::size_t following = 0;
            const UChar32 c = peek(after, following);
            if (c == endOfText || !belongs(c))
                break;
            after = following;
        }
        begin(kind);
        for (std::size_t i = m_at; i < after; ++i)
            m_letters.push_back(m_text[i] >= 'A' && m_text[i] <= 'Z' ? static_cast<char>(m_text[i] + 32) : m_text[i]);
        end(after);
    }

    void begin(TokenKind kind)
    {
        FoldedToken token;
        token.span.start = m_offset + static_cast<std::uint32_t>(m_at);
        token.start = static_cast<std::uint32_t>(m_letters.size());
        token.kind = kind;
        token.before = m_tokens.empty() ? TokenBreak::strong : m_break;
        m_tokens.push_back(token);
        m_break = TokenBreak::none;
    }

    void end(std::size_t after)
    {
        FoldedToken& token = m_tokens.back();
        token.span.end = m_offset + static_cast<std::uint32_t>(after);
        token.length = static_cast<std::uint32_t>(m_letters.size()) - token.start;
        m_at = after;
        if (token.length == 0)
            m_tokens.pop_back();
    }

    void fold(UChar32 c)
    {
        if (c >= 'a' && c <= 'z')
            m_letters.push_back(static_cast<char>(c));
        else if (static_cast<std::size_t>(c) < tableSize)
            m_letters += m_fold[static_cast<std::size_t>(c)];
        else
            m_letters += foldLetter(c);
    }

    void word()
    {
        const std::size_t from = m_at;
        begin(TokenKind::word);
        std::size_t at = m_at;
        std::size_t next = 0;
        for (UChar32 c = peek(at, next); c != endOfText; c = peek(at, next)) {
            if (isLetter(c) || isDigit(c)) {
                fold(c);
                at = next;
            } else if (isApostrophe(c) && isLetter(peek(next))) {
                if (ownApostrophe(next)) {
                    end(at);
                    return ending(next);
                }
                if (m_elision == Elision::split) {
                    end(at);
                    m_at = next;
                    return;
                }
                m_letters.push_back('\'');
                at = next;
            } else if (isHyphen(c) && isLetter(peek(next))) {
                at = next;
            } else {
                break;
            }
        }
        if (peek(at) == '@' && isLetter(peek(at + 1)))
            return mail(from, at);
        end(at);
    }

    // "'s" that ends a word: "dad's", "it's", "geht's".
    bool ownApostrophe(std::size_t next) const
    {
        std::size_t after = 0;
        const UChar32 c = peek(next, after);
        return (c == 's' || c == 'S') && !isLetter(peek(after)) && !isDigit(peek(after));
    }

    void ending(std::size_t next)
    {
        begin(TokenKind::word);
        m_letters += "'s";
        end(next + 1);
    }

    void mail(std::size_t from, std::size_t at)
    {
        m_letters.resize(m_tokens.back().start);
        const TokenBreak before = m_tokens.back().before;
        m_tokens.pop_back();
        m_at = from;
        run(TokenKind::mail, at + 1,
            [](UChar32 x) { return isLetter(x) || isDigit(x) || x == '.' || x == '-'; });
        m_tokens.back().before = before;
        trimDots();
    }

    // An address at the end of a sentence does not own its full stop.
    void trimDots()
    {
        FoldedToken& token = m_tokens.back();
        while (token.length > 0 && m_letters.back() == '.') {
            m_letters.pop_back();
            --token.length;
            --token.span.end;
            --m_at;
        }
    }

    void number()
    {
        begin(TokenKind::number);
        std::size_t at = m_at;
        while (true) {
            std::size_t next = 0;
            const UChar32 c = peek(at, next);
            const bool between = (c == '.' || c == ',' || c == ':' || c == '/' || isHyphen(c)) && isDigit(peek(next));
            if (!isDigit(c) && !isLetter(c) && !between)
                break;
            fold(c);
            at = next;
        }
        end(at);
    }

    void ampersand(std::size_t next)
    {
        for (const std::string_view entity : {"amp;", "lt;", "gt;", "quot;"}) {
            if (m_text.substr(next).starts_with(entity)) {
                m_at = next + entity.size();
                return;
            }
        }
        begin(TokenKind::word);
        m_letters.push_back('&');
        end(next);
    }

    void picture(UChar32 c, std::size_t next)
    {
        begin(TokenKind::emoji);
        fold(c);
        std::size_t following = 0;
        while (isPicturePart(peek(next, following)))
            next = following;
        end(next);
    }

    bool emoticon(std::size_t next)
    {
        std::size_t after = next;
        if (peek(next) == '-')
            after = next + 1;
        const UChar32 mouth = peek(after);
        if (mouth != '(' && mouth != ')')
            return false;
        begin(TokenKind::emoji);
        m_letters += mouth == '(' ? ":(" : ":)";
        end(after + 1);
        return true;
    }

    // "!!!" and "?!" are "!!" and "??": they say how something is meant.
    void outcry()
    {
        std::size_t after = m_at;
        bool asks = false;
        while (peek(after) == '!' || peek(after) == '?')
            asks = m_text[after++] == '?' || asks;
        m_break = TokenBreak::strong;
        begin(TokenKind::emoji);
        m_letters += asks ? "??" : "!!";
        end(after);
        m_break = TokenBreak::strong;
    }

    void separate(UChar32 c, std::size_t next)
    {
        TokenBreak found = TokenBreak::none;
        if (c == ',' || c == '(' || c == ')' || c == '\n' || c == 0x2026 || c == '/')
            found = TokenBreak::comma;
        else if (c == '.' && (peek(next) == '.' || (m_at > 0 && (m_text[m_at - 1] == '.' || isDigit(m_text[m_at - 1])))))
            found = TokenBreak::comma;
        else if (c == '.' || c == '!' || c == '?' || c == ';' || c == ':' || c == 0x2013 || c == 0x2014)
            found = TokenBreak::strong;
        else if (c == '-' && m_at > 0 && m_text[m_at - 1] == ' ')
            found = TokenBreak::strong;
        if (found > m_break)
            m_break = found;
        m_at = next;
    }

    std::string_view m_text;
    Elision m_elision;
    std::uint32_t m_offset;
    std::string& m_letters;
    std::vector<FoldedToken>& m_tokens;
    const std::array<std::string, tableSize>& m_fold;
    std::size_t m_at = 0;
    TokenBreak m_break = TokenBreak::none;
};

} // namespace

FoldedText::FoldedText(std::string_view text, Elision elision, std::uint32_t offset)
{
    m_letters.reserve(text.size() + 8);
    m_tokens.reserve(text.size() / 4 + 4);
    Reader(text, elision, offset, m_letters, m_tokens).read();
}

} // namespace foreword
