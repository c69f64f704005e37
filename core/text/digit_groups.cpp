#include "core/text/digit_groups.h"

#include <algorithm>
#include <optional>

#include <unicode/uchar.h>

#include "core/text/lines.h"
#include "core/text/number_words.h"
#include "core/text/utf8.h"

namespace foreword {
namespace {

enum class CharKind { digit, letter, ignorable, space, newline, quoteMark, dash, dot, slash, comma, other };

struct Char {
    CharKind kind = CharKind::other;
    std::uint8_t length = 1;
    char digit = '0';
};

CharKind asciiKind(char c)
{
    if (c >= '0' && c <= '9')
        return CharKind::digit;
    if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'))
        return CharKind::letter;
    switch (c) {
    case ' ':
    case '\t':
    case '\r': return CharKind::space;
    case '\n': return CharKind::newline;
    case '>': return CharKind::quoteMark;
    case '-':
    case '_':
    case '|': return CharKind::dash;
    case '.': return CharKind::dot;
    case '/':
    case '\\': return CharKind::slash;
    case ',': return CharKind::comma;
    default: return CharKind::other;
    }
}

CharKind otherKind(char32_t c)
{
    // Invisible joiners, soft hyphens and the parts of keycap emoji do not end a number.
    if ((c >= 0x200B && c <= 0x200F) || c == 0x2060 || c == 0xFEFF || c == 0x00AD || c == 0x034F || c == 0xFE0F || c == 0x20E3)
        return CharKind::ignorable;
    if ((c >= 0x2010 && c <= 0x2015) || c == 0x2212 || c == 0x00B7 || c == 0x2022)
        return CharKind::dash;
    if (c == 0x2028 || c == 0x2029 || c == 0x0085)
        return CharKind::newline;
    if (c == 0x2026)
        return CharKind::dot;
    const auto point = static_cast<UChar32>(c);
    if (u_isUWhiteSpace(point))
        return CharKind::space;
    return u_isalpha(point) ? CharKind::letter : CharKind::other;
}

Char charAt(std::string_view text, std::size_t at)
{
    const char c = text[at];
    if (static_cast<unsigned char>(c) < 0x80)
        return {asciiKind(c), 1, c};
    const CodePoint point = codePointAt(text, at);
    if (u_isdigit(static_cast<UChar32>(point.value)))
        return {CharKind::digit, point.length, static_cast<char>('0' + u_charDigitValue(static_cast<UChar32>(point.value)))};
    return {otherKind(point.value), point.length, '0'};
}

std::string digitsOf(int value)
{
    std::string out;
    if (value > 9)
        out.push_back(static_cast<char>('0' + value / 10));
    out.push_back(static_cast<char>('0' + value % 10));
    return out;
}

class RunReader {
public:
    RunReader(std::string_view text, const std::function<void(const DigitRun&)>& take) : m_text(text), m_take(take) {}

    void read()
    {
        for (std::size_t at = 0; at < m_text.size();) {
            const Char c = charAt(m_text, at);
            if (c.kind == CharKind::digit || c.kind == CharKind::letter) {
                at = readChunk(at);
                continue;
            }
            if (!m_run.empty() || m_repeat)
                addToGap(c.kind);
            at += c.length;
        }
        flush();
    }

private:
    std::string_view m_text;
    const std::function<void(const DigitRun&)>& m_take;
    DigitRun m_run;
    std::optional<int> m_repeat; // "double" was read, and no digit yet
    std::size_t m_repeatStart = 0;
    GroupGap m_gap = GroupGap::none;
    int m_gapMarks = 0;
    bool m_afterNewline = false;

    void flush()
    {
        if (!m_run.empty())
            m_take(m_run);
        m_run.clear();
        m_repeat.reset();
        clearGap();
    }

    void clearGap()
    {
        m_gap = GroupGap::none;
        m_gapMarks = 0;
        m_afterNewline = false;
    }

    void widenGap(GroupGap mark)
    {
        if (m_gap == GroupGap::none || m_gap == GroupGap::space || m_gap == mark)
            m_gap = mark;
        else if (m_gap != GroupGap::line)
            m_gap = GroupGap::mixed;
    }

    // Spaces around a mark do not change what the mark is; a few marks are a gap, more are not.
    void addToGap(CharKind kind)
    {
        constexpr int mostMarks = 8;
        if (kind == CharKind::ignorable)
            return;
        if (kind == CharKind::other || (kind == CharKind::quoteMark && !m_afterNewline) || ++m_gapMarks > mostMarks) {
            flush();
            return;
        }
        switch (kind) {
        case CharKind::newline:
            if (m_gap == GroupGap::line)
                flush();
            else
                m_gap = GroupGap::line;
            m_afterNewline = true;
            return;
        case CharKind::dash: widenGap(GroupGap::dash); break;
        case CharKind::dot: widenGap(GroupGap::dot); break;
        case CharKind::slash: widenGap(GroupGap::slash); break;
        case CharKind::comma: widenGap(GroupGap::comma); break;
        default:
            if (m_gap == GroupGap::none)
                m_gap = GroupGap::space;
        }
    }

    // A chunk is letters and digits that touch. Returns where it ends.
    std::size_t readChunk(std::size_t start)
    {
        std::size_t end = start;
        std::size_t groups = 0;
        std::size_t letters = 0;
        bool inDigits = false;
        Span digits;
        while (end < m_text.size()) {
            const Char c = charAt(m_text, end);
            if (c.kind == CharKind::digit) {
                if (!inDigits) {
                    ++groups;
                    digits.start = static_cast<std::uint32_t>(end);
                }
                digits.end = static_cast<std::uint32_t>(end + c.length);
            } else if (c.kind == CharKind::letter) {
                ++letters;
            } else if (c.kind != CharKind::ignorable) {
                break;
            }
            if (c.kind != CharKind::ignorable)
                inDigits = c.kind == CharKind::digit;
            end += c.length;
        }
        if (groups == 0)
            readWord(start, end);
        else if (groups > 1)
            flush();
        else
            readFigures(digits, digits.start > start, letters > 0 && !inDigits);
        return end;
    }

    void readFigures(Span span, bool letterBefore, bool letterAfter)
    {
        if (letterBefore)
            flush();
        DigitGroup group;
        group.span = span;
        for (std::size_t at = span.start; at < span.end;) {
            const Char c = charAt(m_text, at);
            if (c.kind == CharKind::digit)
                group.digits.push_back(c.digit);
            at += c.length;
        }
        group.letterBefore = letterBefore;
        group.letterAfter = letterAfter;
        add(std::move(group));
        if (letterAfter)
            flush();
    }

    void readWord(std::size_t start, std::size_t end)
    {
        constexpr std::size_t longest = 24;
        const std::string folded = end - start <= longest ? foldLatin(m_text.substr(start, end - start)) : std::string();
        if (const auto value = numberWord(folded)) {
            addNumberWord(start, end, *value, folded);
        } else if (const auto times = repeatWord(folded)) {
            if (m_repeat)
                flush();
            m_repeat = times;
            m_repeatStart = start;
        } else if (isSpokenFiller(folded) && (!m_run.empty() || m_repeat)) {
            widenGap(GroupGap::mixed);
        } else {
            flush();
        }
    }

    void addNumberWord(std::size_t start, std::size_t end, int value, std::string_view folded)
    {
        if (!m_run.empty() && m_run.back().word && !m_repeat && m_gap != GroupGap::comma && m_gap != GroupGap::dot) {
            DigitGroup& last = m_run.back();
            if (const auto joined = last.value < 0 ? std::nullopt : joinedNumber(last.value, value, folded)) {
                last.value = *joined;
                last.digits = digitsOf(*joined);
                last.span.end = static_cast<std::uint32_t>(end);
                clearGap();
                return;
            }
        }
        DigitGroup group;
        group.span = {static_cast<std::uint32_t>(start), static_cast<std::uint32_t>(end)};
        group.digits = digitsOf(value);
        group.value = value;
        group.word = true;
        add(std::move(group));
    }

    void add(DigitGroup group)
    {
        if (m_repeat && group.digits.size() == 1) {
            group.digits.assign(static_cast<std::size_t>(*m_repeat), group.digits[0]);
            group.span.start = static_cast<std::uint32_t>(m_repeatStart);
            group.word = true;
            group.value = -1;
            m_repeat.reset();
        } else if (m_repeat) {
            flush();
        }
        group.gap = m_run.empty() ? GroupGap::none : m_gap;
        clearGap();
        m_run.push_back(std::move(group));
    }
};

} // namespace

void forEachDigitRun(std::string_view text, const std::function<void(const DigitRun&)>& take)
{
    RunReader(text, take).read();
}

} // namespace foreword
