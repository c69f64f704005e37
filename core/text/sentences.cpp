#include "core/text/sentences.h"

#include <algorithm>
#include <memory>
#include <string>

#include <unicode/brkiter.h>
#include <unicode/uchar.h>
#include <unicode/utext.h>

#include "core/text/abbreviations.h"
#include "core/text/lines.h"
#include "core/text/utf8.h"

namespace foreword {
namespace {

// ICU's iterators cost too much to make for each text and belong to one thread at a time, so
// each thread keeps one. Only Greek has sentence rules of its own (";" asks there).
icu::BreakIterator* sentenceIterator(bool greek)
{
    static thread_local std::unique_ptr<icu::BreakIterator> cached[2];
    auto& iterator = cached[greek ? 1 : 0];
    if (!iterator) {
        UErrorCode status = U_ZERO_ERROR;
        iterator.reset(icu::BreakIterator::createSentenceInstance(greek ? icu::Locale("el") : icu::Locale::getRoot(), status));
        if (U_FAILURE(status))
            iterator.reset();
    }
    return iterator.get();
}

struct CloseText {
    void operator()(UText* text) const { utext_close(text); }
};

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

bool isWhite(char32_t c)
{
    return u_isUWhiteSpace(static_cast<UChar32>(c)) || c == 0x200B || c == 0xFEFF;
}

char32_t firstOf(std::string_view text)
{
    return text.empty() ? U' ' : codePointAt(text, 0).value;
}

std::string_view firstWord(std::string_view text)
{
    std::size_t end = 0;
    while (end < text.size()) {
        const CodePoint point = codePointAt(text, end);
        if (!u_isalnum(static_cast<UChar32>(point.value)))
            break;
        end += point.length;
    }
    return text.substr(0, end);
}

// Part of a text whose sentences ICU may find without looking at lines: `view` has the bytes of
// the text from `start` on, with soft line ends and quote marks as spaces.
struct Segment {
    std::uint32_t start = 0;
    std::string_view view;
};

// Whether the break that ICU found at `at` ends a sentence.
class BreakJudge {
public:
    explicit BreakJudge(std::string_view segment) : m_text(segment) {}

    bool isEnd(std::size_t pieceStart, std::size_t at) const
    {
        const std::string_view before = m_text.substr(0, at);
        const std::size_t end = trimmedEnd(before);
        const std::string_view next = m_text.substr(at);
        if (end == at && !endsWithoutSpace(before, next))
            return false;
        if (end == 0 || before[end - 1] != '.')
            return true;
        return !isAbbreviated(before.substr(0, end - 1), next, pieceStart);
    }

private:
    std::string_view m_text;

    static std::size_t trimmedEnd(std::string_view text)
    {
        std::size_t end = text.size();
        while (end > 0) {
            const std::size_t previous = previousCodePoint(text, end);
            if (!isWhite(codePointAt(text, previous).value))
                break;
            end = previous;
        }
        return end;
    }

    static std::string_view lastToken(std::string_view before)
    {
        constexpr std::size_t longest = 200;
        const std::string_view near = before.size() > longest ? before.substr(before.size() - longest) : before;
        const auto space = near.find_last_of(" \t\n(");
        return space == std::string_view::npos ? near : near.substr(space + 1);
    }

    // "Hallo!Wie geht das?" is two sentences, "example.com/a?b=c" is none.
    static bool endsWithoutSpace(std::string_view before, std::string_view next)
    {
        const std::string_view token = lastToken(before);
        if (token.find("://") != std::string_view::npos || token.starts_with("www.") || token.find('@') != std::string_view::npos)
            return false;
        const char32_t last = codePointAt(before, previousCodePoint(before, before.size())).value;
        if (last == 0x3002 || last == 0xFF01 || last == 0xFF1F)
            return true;
        const char32_t first = firstOf(next);
        return (last == '!' || last == '?') && (u_isupper(static_cast<UChar32>(first)) || first == 0xBF || first == 0xA1);
    }

    // `before` is what stands in front of the full stop.
    static bool isAbbreviated(std::string_view before, std::string_view next, std::size_t pieceStart)
    {
        const std::string_view token = lastToken(before);
        if (token.empty() || token.size() > 12)
            return false;
        const std::string folded = foldLatin(token);
        if (std::ranges::all_of(folded, isDigit))
            return isOrdinal(folded, next, before.size() - token.size() <= pieceStart);
        if (std::ranges::find(abbreviations::always, folded) != abbreviations::always.end())
            return true;
        if (isDigit(next.front()) && std::ranges::find(abbreviations::beforeNumber, folded) != abbreviations::beforeNumber.end())
            return true;
        return isInitial(token, before, before.size() - token.size() <= pieceStart);
    }

    // The number of a list item, or of a day or floor.
    static bool isOrdinal(std::string_view digits, std::string_view next, bool aloneInPiece)
    {
        if (digits.size() > 2)
            return false;
        const std::string word = foldLatin(firstWord(next));
        return aloneInPiece || std::ranges::find(abbreviations::afterOrdinal, word) != abbreviations::afterOrdinal.end()
            || next.front() == '-' || next.front() == '/';
    }

    // "z. B.", "d. h.", "J. Smith": one letter, small, or at the start, or after a letter or a name.
    static bool isInitial(std::string_view token, std::string_view before, bool first)
    {
        const CodePoint letter = codePointAt(token, 0);
        if (letter.length != token.size() || !u_isalpha(static_cast<UChar32>(letter.value)))
            return false;
        if (first || u_islower(static_cast<UChar32>(letter.value)))
            return true;
        const std::string_view rest = before.substr(0, trimmedEnd(before.substr(0, before.size() - token.size())));
        const std::string_view previous = lastToken(rest);
        return previous.size() <= 2 ? previous.ends_with('.') : u_isupper(static_cast<UChar32>(firstOf(previous))) != 0;
    }
};

class SentenceFinder {
public:
    SentenceFinder(std::string_view text, std::string_view language)
        : m_text(text), m_lines(linesOf(text)), m_greek(language == "el")
    {
    }

    std::vector<Span> run()
    {
        for (std::size_t first = 0; first < m_lines.size();) {
            if (m_lines[first].blank()) {
                ++first;
                continue;
            }
            std::size_t last = first + 1;
            while (last < m_lines.size() && !m_lines[last].blank())
                ++last;
            takeParagraph(first, last);
            first = last;
        }
        return std::move(m_spans);
    }

private:
    std::string_view m_text;
    std::vector<TextLine> m_lines;
    bool m_greek;
    std::vector<Span> m_spans;
    std::string m_scratch;

    // Quote marks and the spaces around them.
    static std::size_t prefixLength(std::string_view content)
    {
        const auto first = content.find_first_not_of("> \t");
        const auto mark = content.find('>');
        return mark < first ? std::min(first, content.size()) : 0;
    }

    std::string_view words(std::size_t line) const
    {
        const auto content = m_lines[line].content(m_text);
        return content.substr(prefixLength(content));
    }

    static bool startsListItem(std::string_view words)
    {
        if (bulletLength(words) > 0)
            return true;
        const auto digits = std::min(words.find_first_not_of("0123456789"), words.size());
        if (digits > 0 && digits <= 2 && digits + 1 < words.size())
            return (words[digits] == '.' || words[digits] == ')') && words[digits + 1] == ' ';
        return words.size() > 2 && words[1] == ')' && words[2] == ' ';
    }

    // Mailers break lines at a width; people break them where a thought ends. A line was broken
    // by width if the next line's first word would not have fitted into the widest line.
    bool isSoftEnd(std::size_t line, std::size_t width) const
    {
        const auto here = words(line);
        const auto next = words(line + 1);
        if (here.empty() || next.empty() || startsListItem(next) || here.ends_with(':'))
            return false;
        const bool quoted = prefixLength(m_lines[line].content(m_text)) > 0;
        if (quoted != (prefixLength(m_lines[line + 1].content(m_text)) > 0))
            return false;
        const auto word = std::min(next.find(' '), next.size());
        if (here.size() >= 50 && width >= 60 && width <= 130 && here.size() + 1 + word > width)
            return true;
        const bool open = std::string_view(".!?;").find(here.back()) == std::string_view::npos;
        return open && here.size() >= 40 && u_islower(static_cast<UChar32>(firstOf(next)));
    }

    void takeParagraph(std::size_t first, std::size_t last)
    {
        std::size_t width = 0;
        for (std::size_t i = first; i < last; ++i)
            width = std::max(width, words(i).size());
        while (first < last) {
            std::size_t end = first + 1;
            while (end < last && isSoftEnd(end - 1, width))
                ++end;
            takeSegment(first, end);
            first = end;
        }
    }

    // The lines [first, last) as one run of text.
    void takeSegment(std::size_t first, std::size_t last)
    {
        const std::uint32_t start = m_lines[first].start;
        const std::string_view raw = m_text.substr(start, m_lines[last - 1].contentEnd - start);
        const std::size_t prefix = prefixLength(m_lines[first].content(m_text));
        if (last - first == 1) {
            split({static_cast<std::uint32_t>(start + prefix), raw.substr(prefix)});
            return;
        }
        m_scratch.assign(raw);
        for (std::size_t i = first; i < last; ++i) {
            const std::size_t from = m_lines[i].start - start;
            std::fill_n(m_scratch.begin() + static_cast<std::ptrdiff_t>(from), prefixLength(m_lines[i].content(m_text)), ' ');
        }
        std::ranges::replace_if(m_scratch, [](char c) { return c == '\n' || c == '\r'; }, ' ');
        split({start, m_scratch});
    }

    void split(const Segment& segment)
    {
        icu::BreakIterator* iterator = mayHoldSeveral(segment.view) ? sentenceIterator(m_greek) : nullptr;
        UErrorCode status = U_ZERO_ERROR;
        const std::unique_ptr<UText, CloseText> text(
            iterator ? utext_openUTF8(nullptr, segment.view.data(), static_cast<std::int64_t>(segment.view.size()), &status) : nullptr);
        if (iterator && U_SUCCESS(status))
            iterator->setText(text.get(), status);
        if (!iterator || U_FAILURE(status)) {
            take(segment, 0, segment.view.size());
            return;
        }
        const BreakJudge judge(segment.view);
        std::size_t start = 0;
        for (auto at = iterator->next(); at != icu::BreakIterator::DONE; at = iterator->next()) {
            const auto end = static_cast<std::size_t>(at);
            if (end == segment.view.size() || judge.isEnd(start, end)) {
                take(segment, start, end);
                start = end;
            }
        }
    }

    // A sentence's end inside the text needs one of these; most chat lines have none.
    static bool mayHoldSeveral(std::string_view view)
    {
        const auto isMark = [](char c) { return c == '.' || c == '!' || c == '?' || c == ';' || static_cast<unsigned char>(c) >= 0xD8; };
        return std::ranges::any_of(view.substr(0, view.size() - 1), isMark);
    }

    static bool isWhiteAt(std::string_view view, std::size_t at) { return isWhite(codePointAt(view, at).value); }

    // Emoji and other symbols at the start, with the spaces after them: they belong to the
    // sentence before. All of it if there are no words.
    static std::size_t symbolsAt(std::string_view piece)
    {
        std::size_t at = 0;
        std::size_t end = 0; // after the last symbol that a space follows
        while (at < piece.size()) {
            const CodePoint point = codePointAt(piece, at);
            const auto c = static_cast<UChar32>(point.value);
            const auto type = u_charType(c);
            if (isWhite(point.value))
                end = at + point.length;
            else if (type != U_OTHER_SYMBOL && type != U_MODIFIER_SYMBOL && !u_hasBinaryProperty(c, UCHAR_VARIATION_SELECTOR) && c != 0x200D)
                break;
            at += point.length;
        }
        return at == piece.size() ? at : end;
    }

    static bool hasWords(std::string_view piece)
    {
        for (std::size_t at = 0; at < piece.size();) {
            const CodePoint point = codePointAt(piece, at);
            if (u_isalnum(static_cast<UChar32>(point.value)))
                return true;
            at += point.length;
        }
        return false;
    }

    static std::size_t bulletLength(std::string_view words)
    {
        for (const std::string_view bullet : {"- ", "* ", "+ ", "• ", "· ", "– ", "— "}) {
            if (words.starts_with(bullet))
                return bullet.size();
        }
        return 0;
    }

    // Of the segment's bytes [start, end), the sentence without white space around it.
    void take(const Segment& segment, std::size_t start, std::size_t end)
    {
        const std::string_view view = segment.view;
        const bool first = start == 0;
        while (start < end && isWhiteAt(view, start))
            start += codePointAt(view, start).length;
        if (first)
            start += std::min(bulletLength(view.substr(start)), end - start);
        while (end > start && isWhiteAt(view, previousCodePoint(view, end)))
            end = previousCodePoint(view, end);
        // An emoji or a bracket belongs to what it follows.
        if (!first && !m_spans.empty() && m_spans.back().start >= segment.start) {
            const auto piece = view.substr(start, end - start);
            const std::size_t symbols = hasWords(piece) ? symbolsAt(piece) : piece.size();
            if (symbols > 0)
                extendLast(segment, start, start + symbols);
            start += symbols;
        }
        if (start < end)
            m_spans.push_back({static_cast<std::uint32_t>(segment.start + start), static_cast<std::uint32_t>(segment.start + end)});
    }

    void extendLast(const Segment& segment, std::size_t start, std::size_t end)
    {
        while (end > start && isWhiteAt(segment.view, previousCodePoint(segment.view, end)))
            end = previousCodePoint(segment.view, end);
        m_spans.back().end = static_cast<std::uint32_t>(segment.start + end);
    }
};

} // namespace

std::vector<Span> sentencesOf(std::string_view text, std::string_view language)
{
    return SentenceFinder(text, language).run();
}

} // namespace foreword
