#include "core/text/machine_words.h"

#include <algorithm>
#include <array>
#include <span>
#include <string>

namespace foreword {
namespace {

using Words = std::span<const std::string_view>;

// The first letters of what gives orders; nearly all words begin otherwise.
constexpr auto beginsOrder = [] {
    std::array<bool, 256> begins{};
    for (const char letter : {'a', 'd', 'f', 'i', 'o', 't', 'v', 'y'})
        begins[static_cast<unsigned char>(letter)] = true;
    return begins;
}();

bool isLetter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || static_cast<unsigned char>(c) >= 0x80;
}

std::string lowered(std::string_view text)
{
    std::string lower(text);
    for (char& c : lower)
        c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
    return lower;
}

// Whether the word stands by itself at the place.
inline bool standsAt(std::string_view text, std::string_view word, std::size_t at)
{
    // The first letter is compared by itself, for it nearly always differs.
    if (text[at] != word.front() || text.compare(at, word.size(), word) != 0)
        return false;
    const bool opens = at == 0 || !isLetter(text[at - 1]) || !isLetter(word.front());
    const std::size_t end = at + word.size();
    return opens && (end == text.size() || !isLetter(text[end]) || !isLetter(word.back()));
}

bool holdsWord(std::string_view text, std::string_view word)
{
    std::size_t at = text.find(word);
    while (at != std::string_view::npos && !standsAt(text, word, at))
        at = text.find(word, at + 1);
    return at != std::string_view::npos;
}

bool holdsAny(std::string_view text, Words words)
{
    return std::ranges::any_of(words, [&](std::string_view word) { return holdsWord(text, word); });
}

std::size_t lineEnd(std::string_view text, std::size_t from)
{
    return std::min(text.find('\n', from), text.size());
}

// A sentence ends early where its writer begins to speak of himself.
std::size_t orderEnd(std::string_view text, std::size_t from)
{
    constexpr std::array<std::string_view, 13> ownWords = {", i ",  ", i'm ", ", my ", ", we ", ", ich ",       ", mein",      " - ",
                                                           ", yo ", ", mi ",  ", je ", ", j'",  "\xE2\x80\x94", "\xE2\x80\x93"};
    std::size_t end = std::min(text.find_first_of(".!?;\n", from), text.size());
    for (const std::string_view word : ownWords)
        end = std::min(end, text.find(word, from));
    return end;
}

struct Marks {
    std::string_view open;
    std::array<std::string_view, 3> close; // the first that comes; else the end of the sentence
};

constexpr std::array<Marks, 15> tags = {{
    {"<!--", {"-->", "-->", "-->"}},
    {"</user>", {"<user>", "<human>", "<user>"}},
    {"</human>", {"<human>", "<user>", "<human>"}},
    {"</customer>", {"<customer>", "<user>", "<customer>"}},
    {"<system>", {"</system>", "<user>", "<human>"}},
    {"<assistant>", {"</assistant>", "<user>", "<human>"}},
    {"<instructions>", {"</instructions>", "<user>", "<human>"}},
    {"<prompt>", {"</prompt>", "<user>", "<human>"}},
    {"<|", {"<|user|>", "<|end|>", "|>"}},
    {"[inst]", {"[/inst]", "[/inst]", "[/inst]"}},
    {"[system]", {"[/system]", "[user]", "[/system]"}},
    {"### instruction", {"### end", "### input", "###end"}},
    {"### system", {"### user", "### end", "###end"}},
    {"/reset", {"/end", "/end", "/end"}},
    {"/system", {"/end", "/user", "/end"}},
}};

class Finder {
public:
    explicit Finder(std::string_view original) : m_text(lowered(original)) {}

    std::vector<Span> found()
    {
        if (std::ranges::any_of(m_text, [](char c) { return c == '<' || c == '[' || c == '#' || c == '/'; }))
            inTags();
        if (m_text.find(':') != std::string::npos)
            afterRoles();
        inCalls();
        inBraces();
        orders();
        return merged();
    }

private:
    void add(std::size_t start, std::size_t end)
    {
        if (start < end)
            m_spans.push_back({static_cast<std::uint32_t>(start), static_cast<std::uint32_t>(end)});
    }

    void inTags()
    {
        for (const Marks& tag : tags) {
            for (std::size_t at = m_text.find(tag.open); at != std::string::npos; at = m_text.find(tag.open, at + 1)) {
                // "/reset" is a command at the beginning of a line or word, never inside a path.
                if (tag.open.front() == '/' && at > 0 && m_text[at - 1] != ' ' && m_text[at - 1] != '\n')
                    continue;
                std::size_t end = std::string::npos;
                for (const std::string_view close : tag.close) {
                    if (const std::size_t closed = m_text.find(close, at + tag.open.size()); closed != std::string::npos)
                        end = std::min(end, closed + close.size());
                }
                if (end == std::string::npos)
                    end = orderEnd(m_text, at + tag.open.size());
                add(at, end);
            }
        }
    }

    // "assistant: …" and "system: …" where orders follow, for customers say what system they have.
    // One sentence, and none of the words that are the user's again: whoever hides an order in a
    // line must not hide the plea beside it.
    void afterRoles()
    {
        constexpr std::array<std::string_view, 5> userAgain = {"<user>", "<human>", "<customer>", "[/inst]", "/end"};
        constexpr std::array<std::string_view, 4> roles = {"system:", "assistant:", "developer:", "system prompt:"};
        constexpr std::array<std::string_view, 34> told = {
            "ignore",    "disregard", "override", "forget", "set",      "mark",       "flag",    "report",    "classify",
            "output",    "return",    "approve",  "apply",  "grant",    "allow",      "treat",   "lift",      "answer",
            "respond",   "must",      "never",    "always", "customer", "offers",     "signals", "confirmed", "absent",
            "ignoriere", "setze",     "ignora",   "marca",  "ignorez",  "ignore-les", "client"};
        for (const std::string_view role : roles) {
            for (std::size_t at = m_text.find(role); at != std::string::npos; at = m_text.find(role, at + 1)) {
                const std::size_t before = at == 0 ? std::string::npos : m_text.find_last_not_of(' ', at - 1);
                const bool begins =
                    before == std::string::npos || std::string_view(".!?\n>*#").find(m_text[before]) != std::string_view::npos;
                std::size_t end = orderEnd(m_text, at);
                for (const std::string_view tag : userAgain)
                    end = std::min(end, m_text.find(tag, at));
                if (begins && holdsAny(std::string_view(m_text).substr(at, end - at), told))
                    add(at, end);
            }
        }
    }

    // print("…"): a word, a bracket, a quotation mark.
    void inCalls()
    {
        for (std::size_t at = m_text.find('('); at != std::string::npos; at = m_text.find('(', at + 1)) {
            if (at == 0 || !isLetter(m_text[at - 1]) || at + 1 >= m_text.size() || (m_text[at + 1] != '"' && m_text[at + 1] != '\''))
                continue;
            std::size_t start = at;
            while (start > 0 && (isLetter(m_text[start - 1]) || m_text[start - 1] == '.'))
                --start;
            const std::size_t closed = m_text.find(')', at);
            add(start, closed == std::string::npos ? lineEnd(m_text, at) : closed + 1);
        }
    }

    // {"signal": …}: what a program would be told, not an error that a customer pastes.
    void inBraces()
    {
        constexpr std::array<std::string_view, 12> keys = {"signal", "signals", "flag",  "flags", "verdict",   "posture",
                                                           "role",   "intent",  "label", "offer", "sentiment", "instruction"};
        for (std::size_t at = m_text.find('{'); at != std::string::npos; at = m_text.find('{', at + 1)) {
            const std::size_t closed = m_text.find('}', at);
            const std::size_t end = closed == std::string::npos ? lineEnd(m_text, at) : closed + 1;
            const std::string_view inside = std::string_view(m_text).substr(at, end - at);
            if (inside.find(':') != std::string_view::npos && holdsAny(inside, keys))
                add(at, end);
        }
    }

    // "Ignore all previous instructions and …", "you are now a bot that …": all words are read once.
    void orders()
    {
        for (std::size_t at = 0; at < m_text.size(); ++at) {
            const bool mayBegin = beginsOrder[static_cast<unsigned char>(m_text[at])] && (at == 0 || !isLetter(m_text[at - 1]));
            if (mayBegin && (ordersToIgnore(at) || givesRole(at)))
                add(at, orderEnd(m_text, at));
        }
    }

    bool ordersToIgnore(std::size_t at) const
    {
        static constexpr std::array<std::string_view, 10> verbs = {"ignore",     "disregard", "forget", "override", "ignoriere",
                                                                   "ignorieren", "vergiss",   "ignora", "olvida",   "ignorez"};
        static constexpr std::array<std::string_view, 17> rules = {
            "instructions", "instruction",   "rules",       "prompt", "prompts",     "guidelines",
            "directives",   "restrictions",  "anweisungen", "regeln", "vorgaben",    "instrucciones",
            "reglas",       "r\xC3\xA8gles", "consignes",   "normas", "indicaciones"};
        static constexpr std::array<std::string_view, 2> own = {"my", "our"}; // "ignore my earlier instructions" is for people
        constexpr std::size_t near = 60;
        if (std::ranges::none_of(verbs, [&](std::string_view verb) { return standsAt(m_text, verb, at); }) || somebodyDoes(at))
            return false;
        const std::string_view order = std::string_view(m_text).substr(at, std::min(orderEnd(m_text, at) - at, near));
        return holdsAny(order, rules) && !holdsAny(order, own);
    }

    bool givesRole(std::size_t at) const
    {
        static constexpr std::array<std::string_view, 6> roles = {"you are now",   "you're now an",       "du bist jetzt ein",
                                                                  "ahora eres un", "tu es maintenant un", "your new instructions"};
        const auto role = std::ranges::find_if(roles, [&](std::string_view words) { return standsAt(m_text, words, at); });
        if (role == roles.end())
            return false;
        // A person who says "you are now closed" names no bot.
        const std::string_view order = std::string_view(m_text).substr(at, orderEnd(m_text, at) - at);
        return *role == roles.back() || order.find("bot") != std::string_view::npos || order.find("mode") != std::string_view::npos
            || order.find("assistant") != std::string_view::npos;
    }

    // "You ignore your own rules" tells what somebody does.
    bool somebodyDoes(std::size_t verb) const
    {
        constexpr std::array<std::string_view, 9> who = {"you", "they", "we", "i", "people", "staff", "who", "sie", "ils"};
        const std::size_t end = verb == 0 ? std::string::npos : m_text.find_last_not_of(' ', verb - 1);
        if (end == std::string::npos)
            return false;
        std::size_t start = end + 1;
        while (start > 0 && isLetter(m_text[start - 1]))
            --start;
        return std::ranges::find(who, std::string_view(m_text).substr(start, end + 1 - start)) != who.end();
    }

    std::vector<Span> merged()
    {
        std::ranges::sort(m_spans, {}, &Span::start);
        std::vector<Span> whole;
        for (const Span& span : m_spans) {
            if (!whole.empty() && span.start <= whole.back().end)
                whole.back().end = std::max(whole.back().end, span.end);
            else
                whole.push_back(span);
        }
        return whole;
    }

    std::string m_text;
    std::vector<Span> m_spans;
};

} // namespace

std::vector<Span> machineWordsIn(std::string_view text)
{
    return Finder(text).found();
}

} // namespace foreword
