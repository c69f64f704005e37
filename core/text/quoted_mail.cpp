#include "core/text/quoted_mail.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>

namespace foreword {
namespace {

using Lines = std::vector<TextLine>;

// Lines longer than this are nobody's separator or header.
constexpr std::size_t longestMark = 400;

// clang-format off
constexpr auto separators = std::to_array<std::string_view>({
    "original message", "original appointment", "original-nachricht", "originalnachricht", "ursprungliche nachricht",
    "urspruengliche nachricht", "mensaje original", "message d'origine", "message original", "message initial",
    "forwarded message", "weitergeleitete nachricht", "mensaje reenviado", "message transfere", "message reexpedie",
});

constexpr auto forwardings = std::to_array<std::string_view>({
    "begin forwarded message:", "anfang der weitergeleiteten nachricht:", "anfang der weitergeleiteten e-mail:",
    "debut du message reexpedie :", "debut du message transfere :", "debut du message reexpedie:",
    "inicio del mensaje reenviado:",
});

constexpr auto replyAbove = std::to_array<std::string_view>({
    "reply above this line", "reply above the line", "write above this line", "oberhalb dieser zeile", "oberhalb dieser linie",
    "au-dessus de cette ligne", "por encima de esta linea", "encima de esta linea",
});
// clang-format on

enum Label : unsigned { from = 1, sent = 2, date = 4, to = 8, subject = 16, other = 32 };

struct LabelName {
    std::string_view name;
    Label label;
};

// clang-format off
constexpr auto labelNames = std::to_array<LabelName>({
    {"from", from}, {"von", from}, {"de", from}, {"expediteur", from}, {"remitente", from},
    {"sent", sent}, {"gesendet", sent}, {"enviado", sent}, {"enviado el", sent}, {"envoye", sent}, {"envoye le", sent},
    {"date", date}, {"datum", date}, {"fecha", date},
    {"to", to}, {"an", to}, {"para", to}, {"a", to}, {"destinataire", to},
    {"subject", subject}, {"betreff", subject}, {"asunto", subject}, {"objet", subject}, {"sujet", subject},
    {"cc", other}, {"bcc", other}, {"kopie", other}, {"copie", other}, {"reply-to", other}, {"antwort an", other},
    {"importance", other}, {"prioritat", other}, {"wichtigkeit", other}, {"attachments", other}, {"anlagen", other},
});
// clang-format on

bool hasAny(std::string_view folded, const auto& phrases)
{
    return std::ranges::any_of(phrases, [folded](std::string_view phrase) { return folded.find(phrase) != std::string_view::npos; });
}

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

std::string_view withoutAny(std::string_view text, std::string_view marks)
{
    const auto first = text.find_first_not_of(marks);
    if (first == std::string_view::npos)
        return {};
    return text.substr(first, text.find_last_not_of(marks) - first + 1);
}

// "-----Original Message-----"; the dashes tell it from a sentence with those words.
bool isSeparator(std::string_view content)
{
    const auto line = trimmed(content);
    if (line.size() > 120 || line.empty() || (std::string_view("-_=*").find(line.front()) == std::string_view::npos && line.back() != ':'))
        return false;
    const std::string folded = foldLatin(line);
    if (std::ranges::find(forwardings, folded) != forwardings.end())
        return true;
    const bool ruled = folded.starts_with("--") || folded.starts_with("__") || folded.starts_with("==") || folded.starts_with("**");
    return ruled && std::ranges::find(separators, withoutAny(folded, "-_=* :")) != separators.end();
}

bool isRule(std::string_view content)
{
    const auto line = trimmed(content);
    return line.size() >= 5 && line.find_first_not_of("_-=*") == std::string_view::npos;
}

// "> text" is a quotation; "> 50 euros" or ">:(" alone may be the writer's own.
enum class QuoteMark { none, doubtful, sure };

QuoteMark quoteMark(std::string_view content)
{
    const auto line = trimmed(content);
    if (!line.starts_with('>'))
        return QuoteMark::none;
    const auto rest = line.substr(1);
    if (rest.empty() || rest.front() == '>')
        return QuoteMark::sure;
    const auto word = trimmed(rest);
    const char first = word.front();
    const bool letter = (first >= 'a' && first <= 'z') || (first >= 'A' && first <= 'Z') || static_cast<unsigned char>(first) >= 0x80;
    if (rest.front() == ' ' && !isDigit(first) && first != '=')
        return QuoteMark::sure;
    return letter ? QuoteMark::sure : QuoteMark::doubtful;
}

// Reads "*Von:* Kundendienst" as its label.
std::optional<Label> headerLabel(std::string_view folded)
{
    const auto line = withoutAny(folded.substr(0, 40), "*|> \t");
    const auto colon = line.find(':');
    if (colon == std::string_view::npos)
        return std::nullopt;
    const auto name = withoutAny(line.substr(0, colon), "* \t");
    const auto found = std::ranges::find(labelNames, name, &LabelName::name);
    return found == labelNames.end() ? std::nullopt : std::optional(found->label);
}

// A mail's head needs a sender, a time and what makes it a mail: "From: London, To: Paris,
// Date: 5 May" is a journey, and a contact form has no time.
bool isMailHead(unsigned labels, bool address)
{
    const bool timed = (labels & (sent | date)) != 0;
    const bool mailLike = (labels & (sent | subject)) != 0 || address;
    return (labels & from) != 0 && timed && mailLike && (labels & (to | subject)) != 0;
}

class QuoteFinder {
public:
    QuoteFinder(std::string_view text, const Lines& lines, std::vector<Zone>& zones) : m_text(text), m_lines(lines), m_zones(zones) {}

    void run()
    {
        for (std::size_t i = 0; i < m_lines.size(); ++i) {
            const auto content = m_lines[i].content(m_text);
            if (content.empty())
                continue;
            if (content.size() > longestMark) {
                m_ownWords = true;
                continue;
            }
            if (isQuoteLine(i)) {
                mark(i, i + 1);
                continue;
            }
            if (isSeparator(content) || startsMailHead(i)) {
                markBelow(i);
                return;
            }
            if (isReplyAbove(content)) {
                if (m_ownWords) {
                    markBelow(i);
                    return;
                }
                mark(i, i + 1);
                continue;
            }
            if (const std::size_t length = attributionLength(i); length > 0) {
                if (!isQuoteLine(nextWords(i + length))) {
                    markBelow(i);
                    return;
                }
                mark(i, i + length);
                i += length - 1;
                continue;
            }
            m_ownWords = true;
        }
    }

private:
    std::string_view m_text;
    const Lines& m_lines;
    std::vector<Zone>& m_zones;
    bool m_ownWords = false; // a line above is the writer's own

    std::string_view content(std::size_t i) const { return m_lines[i].content(m_text); }

    void mark(std::size_t first, std::size_t last)
    {
        std::fill(m_zones.begin() + static_cast<std::ptrdiff_t>(first), m_zones.begin() + static_cast<std::ptrdiff_t>(last), Zone::quoted);
    }

    // From `first` to the end, with a ruled line right above it.
    void markBelow(std::size_t first)
    {
        std::size_t above = first;
        while (above > 0 && m_lines[above - 1].blank())
            --above;
        if (above > 0 && isRule(content(above - 1)))
            first = above - 1;
        mark(first, m_lines.size());
    }

    std::size_t nextWords(std::size_t i) const
    {
        while (i < m_lines.size() && m_lines[i].blank())
            ++i;
        return i;
    }

    bool isQuoteLine(std::size_t i) const
    {
        if (i >= m_lines.size())
            return false;
        const QuoteMark own = quoteMark(content(i));
        if (own != QuoteMark::doubtful)
            return own == QuoteMark::sure;
        return (i > 0 && quoteMark(content(i - 1)) != QuoteMark::none)
            || (i + 1 < m_lines.size() && quoteMark(content(i + 1)) != QuoteMark::none);
    }

    static bool isReplyAbove(std::string_view content)
    {
        constexpr auto telling = std::to_array<std::string_view>({"above", "oberhalb", "dessus", "encima"});
        return content.size() <= 160 && hasAny(content, telling) && hasAny(foldLatin(content), replyAbove);
    }

    // The labels follow each other; a value may run on for a line, and Outlook puts blank lines
    // between them.
    bool startsMailHead(std::size_t first) const
    {
        if (content(first).substr(0, 40).find(':') == std::string_view::npos)
            return false;
        const std::string head = foldLatin(content(first));
        if (!headerLabel(head))
            return false;
        if (isMailHeadInOneLine(head))
            return true;
        unsigned labels = 0;
        bool address = false;
        int strangers = 0;
        for (std::size_t i = first; i < m_lines.size() && i < first + 14 && strangers < 2; ++i) {
            if (m_lines[i].blank())
                continue;
            const std::string folded = foldLatin(content(i).substr(0, longestMark));
            const auto label = headerLabel(folded);
            strangers = label ? 0 : strangers + 1;
            labels |= label ? *label : 0U;
            address = address || (label == from && folded.find('@') != std::string::npos);
        }
        return isMailHead(labels, address);
    }

    static bool isMailHeadInOneLine(std::string_view folded)
    {
        unsigned labels = 0;
        for (const auto& [name, label] : labelNames) {
            const auto at = folded.find(std::string(name) + ":");
            if (at != std::string_view::npos && (at == 0 || folded[at - 1] == ' ' || folded[at - 1] == '*'))
                labels |= label;
        }
        return (labels & from) != 0 && (labels & sent) != 0 && (labels & subject) != 0;
    }

    // Lines that make up an attribution at `i`, 0 if there is none; mailers wrap them.
    std::size_t attributionLength(std::size_t i) const
    {
        for (std::size_t length = 1; length <= 3 && i + length <= m_lines.size(); ++length) {
            const auto line = trimmed(content(i + length - 1));
            if (line.empty() || line.size() > longestMark || quoteMark(line) != QuoteMark::none)
                return 0;
            if (length == 1 && !line.ends_with(':') && !opensAttribution(foldLatin(line.substr(0, 8))))
                return 0;
            if (line.ends_with(':'))
                return isAttribution(joined(i, length), isQuoteLine(nextWords(i + length))) ? length : 0;
        }
        return 0;
    }

    static bool opensAttribution(std::string_view folded)
    {
        return folded.starts_with("on ") || folded.starts_with("am ") || folded.starts_with("le ") || folded.starts_with("el ")
            || startsWithDate(folded);
    }

    std::string joined(std::size_t i, std::size_t length) const
    {
        std::string out;
        for (std::size_t j = i; j < i + length; ++j)
            out.append(out.empty() ? "" : " ").append(foldLatin(trimmed(content(j))));
        return out;
    }

    // `folded` ends with a colon. Without quote marks below it must carry a date with a time or
    // an address: "On 5 May your colleague wrote:" is a customer's own story.
    static bool isAttribution(std::string_view folded, bool quoteBelow)
    {
        const auto words = withoutAny(folded, "*_: ");
        const bool address = words.find('@') != std::string_view::npos;
        const bool english = (words.starts_with("on ") && words.ends_with(" wrote")) || (address && words.ends_with(" wrote"));
        const bool german = (words.starts_with("am ") || words.starts_with("den ") || address || startsWithDate(words))
            && (words.find(" schrieb ") != std::string_view::npos || words.ends_with(" schrieb"));
        const bool french = (words.starts_with("le ") || address || startsWithDate(words)) && words.ends_with(" a ecrit");
        const bool spanish = (words.starts_with("el ") || address || startsWithDate(words))
            && (words.ends_with(" escribio") || words.find(" escribio el ") != std::string_view::npos);
        const bool bare = startsWithDate(words) && address && words.ends_with('>');
        if (!(english || german || french || spanish || bare) || std::ranges::none_of(words, isDigit))
            return false;
        return quoteBelow || address || hasTimeAndYear(words);
    }

    static bool startsWithDate(std::string_view words)
    {
        return words.size() > 6 && isDigit(words[0]) && (isDigit(words[1]) || words[1] == '.' || words[1] == '/');
    }

    static bool hasTimeAndYear(std::string_view words)
    {
        bool time = false;
        bool year = false;
        for (std::size_t i = 1; i + 2 < words.size(); ++i) {
            time =
                time || ((words[i] == ':' || words[i] == 'h') && isDigit(words[i - 1]) && isDigit(words[i + 1]) && isDigit(words[i + 2]));
            year = year || (words.substr(i - 1).starts_with("20") && isDigit(words[i + 1]) && isDigit(words[i + 2]))
                || (words[i] == '.' && isDigit(words[i - 1]) && isDigit(words[i + 1]) && isDigit(words[i + 2]));
        }
        return time && year;
    }
};

} // namespace

void markQuotedLines(std::string_view text, const std::vector<TextLine>& lines, std::vector<Zone>& zones)
{
    QuoteFinder(text, lines, zones).run();
}

} // namespace foreword
