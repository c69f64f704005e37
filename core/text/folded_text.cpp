#include "core/text/folded_text.h"

#include <unicode/utf8.h>

#include "core/text/folded_letters.h"

namespace foreword {
namespace {

class Reader {
public:
    Reader(std::string_view text, Elision elision, std::uint32_t offset, std::string& letters, std::vector<FoldedToken>& tokens)
        : m_text(text), m_elision(elision), m_offset(offset), m_letters(letters), m_tokens(tokens),
          m_hasAt(text.find('@') != std::string_view::npos)
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
        // NOLINTNEXTLINE(bugprone-inc-dec-in-conditions): so is ICU's macro written
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
        if (m_hasAt && (isFoldedLetter(c) || isAsciiDigit(c)) && mailHere())
            return;
        if (isFoldedLetter(c))
            return word();
        if (isAsciiDigit(c))
            return number();
        if (c == '@' && (isFoldedLetter(peek(next)) || isAsciiDigit(peek(next))))
            return run(TokenKind::handle, next, [](UChar32 x) { return isFoldedLetter(x) || isAsciiDigit(x); });
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

    void word()
    {
        begin(TokenKind::word);
        std::size_t at = m_at;
        std::size_t next = 0;
        for (UChar32 c = peek(at, next); c != endOfText; c = peek(at, next)) {
            if (isFoldedLetter(c) || isAsciiDigit(c)) {
                appendFolded(m_letters, c);
                at = next;
            } else if (isApostrophe(c) && isFoldedLetter(peek(next))) {
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
            } else if (isHyphen(c) && isFoldedLetter(peek(next)) && m_elision == Elision::keep) {
                at = next;
            } else {
                break;
            }
        }
        end(at);
    }

    // "'s" that ends a word: "dad's", "it's", "geht's".
    bool ownApostrophe(std::size_t next) const
    {
        std::size_t after = 0;
        const UChar32 c = peek(next, after);
        return (c == 's' || c == 'S') && !isFoldedLetter(peek(after)) && !isAsciiDigit(peek(after));
    }

    void ending(std::size_t next)
    {
        begin(TokenKind::word);
        m_letters += "'s";
        end(next + 1);
    }

    // "first.last@example.com", from its first letter on.
    bool mailHere()
    {
        std::size_t at = m_at;
        while (at < m_text.size() && isMailByte(m_text[at]))
            ++at;
        if (at >= m_text.size() || m_text[at] != '@' || !domainAt(at + 1))
            return false;
        run(TokenKind::mail, at + 1, [](UChar32 x) { return isFoldedLetter(x) || isAsciiDigit(x) || x == '.' || x == '-'; });
        trimDots();
        return true;
    }

    // "hold@of" is two words written together; a domain has a point inside.
    bool domainAt(std::size_t at) const
    {
        std::size_t point = m_text.size();
        const std::size_t start = at;
        while (at < m_text.size() && isMailByte(m_text[at])) {
            if (m_text[at] == '.' && at > start)
                point = at;
            else if (point < at)
                return true;
            ++at;
        }
        return false;
    }

    static bool isMailByte(char c)
    {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' || c == '_' || c == '+' || c == '-'
            || c == '%';
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
            const bool between = (c == '.' || c == ',' || c == ':' || c == '/' || isHyphen(c)) && isAsciiDigit(peek(next));
            if (!isAsciiDigit(c) && !isFoldedLetter(c) && !between)
                break;
            appendFolded(m_letters, c);
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
        appendFolded(m_letters, c);
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
        const char before = m_at > 0 ? m_text[m_at - 1] : '\0';
        const bool weakDot = c == '.' && (peek(next) == '.' || before == '.' || isAsciiDigit(before));
        const bool dash = c == '-' && before == ' ';
        TokenBreak found = TokenBreak::none;
        if (c == ',' || c == '(' || c == ')' || c == '\n' || c == 0x2026 || c == '/' || weakDot)
            found = TokenBreak::comma;
        else if (c == '.' || c == '!' || c == '?' || c == ';' || c == ':' || c == 0x2013 || c == 0x2014 || dash)
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
    bool m_hasAt; // most texts hold no address, and need not be searched for one
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
