#include "core/text/signature.h"

#include <algorithm>
#include <array>
#include <string>

#include <unicode/uchar.h>

#include "core/text/signature_phrases.h"
#include "core/text/utf8.h"

namespace foreword {
namespace {

using namespace signature_phrases;

template <std::size_t N>
bool isOneOf(std::string_view word, const std::array<std::string_view, N>& list)
{
    return std::ranges::find(list, word) != list.end();
}

template <std::size_t N>
bool startsWithAny(std::string_view line, const std::array<std::string_view, N>& list)
{
    return std::ranges::any_of(list, [line](std::string_view phrase) { return line.starts_with(phrase); });
}

std::string_view withoutMarks(std::string_view line)
{
    while (!line.empty() && std::string_view(",.!;:- ").find(line.back()) != std::string_view::npos)
        line.remove_suffix(1);
    return line;
}

std::vector<std::string_view> wordsOf(std::string_view line)
{
    std::vector<std::string_view> words;
    while (!line.empty()) {
        const auto start = line.find_first_not_of(" \t,|/()");
        if (start == std::string_view::npos)
            break;
        const auto end = line.find_first_of(" \t,|/()", start);
        words.push_back(line.substr(start, end - start));
        line = end == std::string_view::npos ? std::string_view() : line.substr(end);
    }
    return words;
}

bool startsUpper(std::string_view word)
{
    const auto first = static_cast<UChar32>(codePointAt(word, 0).value);
    return u_isupper(first) || u_isdigit(first);
}

bool startsLetter(std::string_view word)
{
    return u_isalpha(static_cast<UChar32>(codePointAt(word, 0).value));
}

bool isAddressWord(std::string_view word)
{
    return word.find('@') != std::string_view::npos || word.starts_with("http") || word.starts_with("www.");
}

// Names, titles and addresses: few words, each with a capital or a digit in front.
bool isNameLike(std::string_view line, std::size_t mostWords)
{
    const auto words = wordsOf(line);
    if (words.empty() || words.size() > mostWords)
        return false;
    return std::ranges::all_of(words, [](std::string_view word) {
        const std::string folded = foldLatin(withoutMarks(word));
        if (isOneOf(folded, speech))
            return false;
        return startsUpper(word) || isAddressWord(word) || isOneOf(folded, connectors) || !startsLetter(word);
    });
}

// "Tel.: 0170 1234567", "E-Mail: …"
bool isContactLine(std::string_view folded)
{
    const auto end = folded.find_first_of(" .:");
    if (end == std::string_view::npos || !isOneOf(folded.substr(0, end), contactLabels))
        return isAddressWord(folded) && folded.find(' ') == std::string_view::npos;
    const auto rest = folded.substr(end);
    return rest.starts_with(':') || rest.starts_with(".") || rest.find_first_of("0123456789@") != std::string_view::npos;
}

bool isMobileLine(std::string_view content, std::string_view folded)
{
    constexpr std::size_t mostWords = 10;
    if (content.size() > 100 || !startsWithAny(folded, mobileLines))
        return false;
    const auto words = wordsOf(folded);
    return words.size() <= mostWords
        && std::ranges::none_of(words, [](std::string_view word) { return isOneOf(withoutMarks(word), speech); });
}

enum class LineKind { signature, reference, postscript, words };

// `first`: right below the closing, where a name in lower case is one too.
LineKind kindOf(std::string_view content, bool first)
{
    const std::string folded = foldLatin(content.substr(0, 120));
    if (folded.starts_with("ps") || folded.starts_with("p.s") || folded.starts_with("pd:") || folded.starts_with("p.d"))
        return LineKind::postscript;
    if (startsWithAny(folded, disclaimers))
        return LineKind::signature;
    if (content.size() > 100 || content.find('?') != std::string_view::npos)
        return LineKind::words;
    if (isMobileLine(content, folded))
        return LineKind::signature;
    if (startsWithAny(folded, references))
        return LineKind::reference;
    if (isContactLine(folded) || isNameLike(content, 8))
        return LineKind::signature;
    const auto words = wordsOf(withoutMarks(content));
    const bool loneName = first && words.size() == 1 && words[0].size() <= 20 && !isOneOf(foldLatin(words[0]), speech);
    return loneName ? LineKind::signature : LineKind::words;
}

enum class Closing { none, thanks, formula };

Closing closingOf(std::string_view content)
{
    if (content.empty() || content.size() > 240)
        return Closing::none;
    const std::string folded = foldLatin(content);
    const auto line = withoutMarks(folded);
    if (startsWithAny(line, formalFrench) || isOneOf(line, closings))
        return Closing::formula;
    if (isOneOf(line, thanks))
        return Closing::thanks;
    for (const auto formula : closings) {
        if (line.size() > formula.size() + 1 && line.starts_with(formula) && (line[formula.size()] == ',' || line[formula.size()] == ' ')) {
            // Folding may change the length, so the rest is taken by words.
            const auto words = wordsOf(content);
            const auto skip = wordsOf(formula).size();
            if (words.size() > skip && words.size() <= skip + 4
                && isNameLike(content.substr(static_cast<std::size_t>(words[skip].data() - content.data())), 4))
                return Closing::formula;
        }
    }
    return Closing::none;
}

class SignatureFinder {
public:
    SignatureFinder(std::string_view text, const std::vector<TextLine>& lines, std::size_t first, std::size_t last,
                    std::vector<Zone>& zones)
        : m_text(text), m_lines(lines), m_first(first), m_last(last), m_zones(zones)
    {
    }

    void run()
    {
        while (m_first < m_last && m_lines[m_first].blank())
            ++m_first;
        takeMobileLines();
        takeDelimited();
        takeMobileLines();
        takeDisclaimer();
        takeClosing();
    }

private:
    std::string_view m_text;
    const std::vector<TextLine>& m_lines;
    std::size_t m_first;
    std::size_t m_last; // what is below has its zone
    std::vector<Zone>& m_zones;

    std::string_view content(std::size_t i) const { return m_lines[i].content(m_text); }

    void takeFrom(std::size_t i)
    {
        std::fill(m_zones.begin() + static_cast<std::ptrdiff_t>(i), m_zones.begin() + static_cast<std::ptrdiff_t>(m_last), Zone::signature);
        m_last = i;
    }

    // Index of the last line with words, or m_last.
    std::size_t lastWords() const
    {
        for (std::size_t i = m_last; i > m_first; --i) {
            if (!m_lines[i - 1].blank())
                return i - 1;
        }
        return m_last;
    }

    void takeMobileLines()
    {
        for (std::size_t i = lastWords(); i < m_last; i = lastWords()) {
            const auto line = trimmed(content(i));
            if (!isMobileLine(line, foldLatin(line.substr(0, 120))))
                return;
            takeFrom(i);
        }
    }

    // "-- " is the standard delimiter (RFC 3676, 4.3); without its space it counts above few
    // and short lines only.
    void takeDelimited()
    {
        constexpr std::size_t mostLines = 12;
        for (std::size_t i = m_first + 1; i < m_last; ++i) {
            if (content(i) != "--")
                continue;
            const bool standard = m_text.substr(m_lines[i].start).starts_with("-- ");
            if (m_last - i <= (standard ? 3 * mostLines : mostLines) && (standard || allShort(i + 1))) {
                takeFrom(i);
                return;
            }
        }
    }

    bool allShort(std::size_t from) const
    {
        for (std::size_t i = from; i < m_last; ++i) {
            if (content(i).size() > 100)
                return false;
        }
        return true;
    }

    // The last paragraph, if it is the lawyers'.
    void takeDisclaimer()
    {
        const std::size_t last = lastWords();
        if (last == m_last)
            return;
        std::size_t start = last;
        while (start > m_first && !m_lines[start - 1].blank())
            --start;
        if (start > m_first && startsWithAny(foldLatin(trimmed(content(start)).substr(0, 80)), disclaimers))
            takeFrom(start);
    }

    // The topmost closing near the end below which nothing but a signature stands.
    void takeClosing()
    {
        constexpr std::size_t mostLines = 14;
        const std::size_t top = m_last - m_first > mostLines ? m_last - mostLines : m_first + 1;
        for (std::size_t i = std::max(top, m_first + 1); i < m_last; ++i) {
            const Closing closing = closingOf(trimmed(content(i)));
            if (closing != Closing::none && markBelow(i, closing))
                return;
        }
    }

    // Marks the closing at `i` and the signature lines below; false and no change if words
    // stand among them.
    bool markBelow(std::size_t i, Closing closing)
    {
        std::vector<std::size_t> found;
        if (closing == Closing::formula)
            found.push_back(i);
        std::size_t named = 0;
        for (std::size_t j = i + 1; j < m_last; ++j) {
            if (m_lines[j].blank()) {
                continue;
            }
            const LineKind kind = kindOf(trimmed(content(j)), named == 0);
            if (kind == LineKind::words)
                return false;
            if (kind == LineKind::postscript)
                break;
            if (kind == LineKind::signature)
                found.push_back(j);
            ++named;
        }
        for (const std::size_t j : found)
            m_zones[j] = Zone::signature;
        return !found.empty();
    }
};

} // namespace

void markSignature(std::string_view text, const std::vector<TextLine>& lines, std::size_t first, std::size_t last, std::vector<Zone>& zones)
{
    SignatureFinder(text, lines, first, last, zones).run();
}

} // namespace foreword
