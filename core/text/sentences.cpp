#include "core/text/sentences.h"

#include <algorithm>
#include <memory>
#include <string>

#include <unicode/brkiter.h>
#include <unicode/uchar.h>
#include <unicode/utext.h>

#include "core/text/lines.h"
#include "core/text/sentence_breaks.h"
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

// Part of a text whose sentences ICU may find without looking at lines: `view` has the bytes of
// the text from `start` on, with soft line ends and quote marks as spaces.
struct Segment {
    std::uint32_t start = 0;
    std::string_view view;
};

class SentenceFinder {
public:
    SentenceFinder(std::string_view text, std::string_view language) : m_text(text), m_lines(linesOf(text)), m_greek(language == "el") {}

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
        return open && here.size() >= 40 && u_islower(static_cast<UChar32>(codePointAt(next, 0).value));
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
        std::size_t start = 0;
        for (auto at = iterator->next(); at != icu::BreakIterator::DONE; at = iterator->next()) {
            const auto end = static_cast<std::size_t>(at);
            if (end == segment.view.size() || isSentenceEnd(segment.view, start, end)) {
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

    static bool isWhiteAt(std::string_view view, std::size_t at) { return isWhiteSpace(codePointAt(view, at).value); }

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
            if (isWhiteSpace(point.value))
                end = at + point.length;
            else if (type != U_OTHER_SYMBOL && type != U_MODIFIER_SYMBOL && !u_hasBinaryProperty(c, UCHAR_VARIATION_SELECTOR)
                     && c != 0x200D)
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
        const auto skipSpace = [&] {
            while (start < end && isWhiteAt(view, start))
                start += codePointAt(view, start).length;
        };
        skipSpace();
        if (first)
            start += std::min(bulletLength(view.substr(start)), end - start);
        skipSpace();
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
