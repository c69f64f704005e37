#include "core/model/spoken_line.h"

#include <algorithm>
#include <optional>

namespace foreword {
namespace {

constexpr std::string_view answered = "→", cameOfIt = "←";
constexpr std::size_t comparedWords = 3;
constexpr std::string_view cutOff = "…";
constexpr std::size_t dateLength = 10; // "2026-11-05"

// The next word of a text, which is left without it; empty at the end.
std::string_view takeWord(std::string_view& text)
{
    const std::size_t start = std::min(text.find_first_not_of(" \t\n\r"), text.size());
    const std::size_t end = std::min(text.find_first_of(" \t\n\r", start), text.size());
    const std::string_view word = text.substr(start, end - start);
    text.remove_prefix(end);
    return word;
}

bool hasWords(std::string_view text)
{
    return text.find_first_not_of(" \t\n\r.,;:!?") != std::string_view::npos;
}

// Whether cited words can read like that: a brief leaves words out, but adds none.
bool readsLike(std::string_view cited, std::string_view part)
{
    for (std::size_t i = 0; i < comparedWords; ++i) {
        std::string_view word = takeWord(part);
        // The next one speaks, or this one says more than these words.
        if (i > 0 && (word == answered || word == cameOfIt || !hasWords(cited)))
            return true;
        if (word.ends_with(cutOff))
            word.remove_suffix(cutOff.size());
        const std::size_t at = word.empty() ? 0 : cited.find(word);
        if (at == std::string_view::npos)
            return false;
        cited.remove_prefix(at + word.size());
    }
    return true;
}

std::string_view daysOf(std::string_view text)
{
    const std::size_t open = text.rfind('(');
    if (open == std::string_view::npos || !text.ends_with(')'))
        return {};
    const std::string_view inside = text.substr(open + 1, text.size() - open - 2);
    // Not a telephone number in somebody's own words.
    const bool days = inside.size() >= dateLength && inside.find_first_not_of("0123456789-–×, ") == std::string_view::npos
        && parseDate(inside.substr(inside.size() - dateLength));
    return days ? text.substr(open) : std::string_view();
}

std::string_view withoutSpaces(std::string_view text)
{
    const std::size_t start = std::min(text.find_first_not_of(' '), text.size());
    const std::size_t end = text.find_last_not_of(' ');
    return end == std::string_view::npos ? std::string_view() : text.substr(start, end + 1 - start);
}

// Where the next arrow stands between words; nothing if there is none from there on.
std::optional<std::size_t> nextArrow(std::string_view text, std::size_t from)
{
    for (std::size_t at = text.find(' ', from); at != std::string_view::npos; at = text.find(' ', at + 1)) {
        const std::string_view rest = text.substr(at + 1);
        if (rest.starts_with("→ ") || rest.starts_with("← "))
            return at + 1;
    }
    return std::nullopt;
}

class Taking {
public:
    Taking(const CitedMessages& cited, const Statement& statement)
        : m_cited(cited), m_citations(statement.citations()), m_text(statement.text())
    {
        m_line.days = daysOf(m_text);
        m_text = withoutSpaces(m_text.substr(0, m_text.size() - m_line.days.size()));
    }

    SpokenLine take()
    {
        std::string_view arrow = m_text.starts_with("→ ") ? answered : std::string_view();
        std::size_t start = arrow.empty() ? 0 : arrow.size() + 1;
        const HistoryMessage* said = m_cited.messageOf(m_citations.front());
        for (auto next = nextArrow(m_text, start); next; next = nextArrow(m_text, *next + answered.size())) {
            const std::string_view further = m_text.substr(*next, answered.size()) == answered ? answered : cameOfIt;
            const HistoryMessage* sayer = sayerOf(m_text.substr(*next + further.size()), further);
            if (!sayer)
                continue;
            m_line.parts.push_back({arrow, withoutSpaces(m_text.substr(start, *next - start)), said});
            start = *next + further.size() + 1;
            arrow = further;
            said = sayer;
        }
        m_line.parts.push_back({arrow, withoutSpaces(m_text.substr(start)), said});
        return std::move(m_line);
    }

private:
    // Who said what stands behind an arrow, by the first later citation that reads like it.
    const HistoryMessage* sayerOf(std::string_view part, std::string_view arrow)
    {
        for (std::size_t i = m_next; i < m_citations.size(); ++i) {
            const HistoryMessage* message = m_cited.messageOf(m_citations[i]);
            const Span span = m_citations[i].span();
            if (!message || span.end > message->text.size() || (message->sender == Sender::customer) != (arrow == cameOfIt))
                continue;
            if (readsLike(span.in(message->text), part)) {
                m_next = i + 1;
                return message;
            }
        }
        return nullptr;
    }

    const CitedMessages& m_cited;
    const std::vector<Citation>& m_citations;
    std::string_view m_text;
    std::size_t m_next = 1;
    SpokenLine m_line;
};

std::string_view letters(std::string_view word)
{
    constexpr std::string_view marks = ".,;:-\"'()";
    const std::size_t start = std::min(word.find_first_not_of(marks), word.size());
    const std::size_t end = word.find_last_not_of(marks);
    return end == std::string_view::npos ? std::string_view() : word.substr(start, end + 1 - start);
}

bool holdsWord(std::string_view text, std::string_view wanted)
{
    for (std::string_view word = takeWord(text); !word.empty(); word = takeWord(text)) {
        if (letters(word) == wanted)
            return true;
    }
    return false;
}

} // namespace

SpokenLine spokenLine(const CitedMessages& cited, const Statement& statement)
{
    return Taking(cited, statement).take();
}

bool speaksAsAnother(const HistoryMessage& message, std::string_view customer)
{
    std::string_view name = message.senderName;
    for (std::string_view word = takeWord(name); !word.empty(); word = takeWord(name)) {
        if (!letters(word).empty() && !holdsWord(customer, letters(word)))
            return true;
    }
    return false;
}

} // namespace foreword
