#include "core/brief/polish.h"

#include <algorithm>
#include <charconv>
#include <cstdlib>
#include <optional>

#include "core/text/folded_text.h"
#include "core/text/utf8.h"

namespace foreword {
namespace {

constexpr std::size_t longest = 200;  // bytes
constexpr std::size_t shortest = 120; // where cutting at a clause is still worth it
constexpr std::size_t greetingWords = 5;
constexpr std::size_t itemDigits = 2; // of an item's number in a list

// Words that open a greeting, in the languages that cue lists exist for.
constexpr std::string_view greetings[] = {"hi",       "hello",    "hey",    "hiya",     "dear",    "greetings", "hallo",
                                          "moin",     "servus",   "hola",   "bonjour",  "bonsoir", "salut",     "sehr",
                                          "liebes",   "liebe",    "guten",  "gruezi",   "buenos",  "buenas",    "estimados",
                                          "estimado", "estimada", "madame", "monsieur", "chere",   "cher",      "good"};
// The second word that makes a greeting of one that could be something else.
constexpr std::string_view greetingSeconds[] = {"morning", "afternoon", "evening", "day",   "geehrte", "geehrter",
                                                "damen",   "tag",       "morgen",  "abend", "dias",    "tardes",
                                                "noches",  "team",      "there",   "all",   "folks"};

template <std::size_t N>
bool oneOf(const std::string_view (&words)[N], std::string_view word)
{
    return std::ranges::find(words, word) != std::end(words);
}

bool needsSecond(std::string_view word)
{
    return word == "good" || word == "sehr" || word == "guten" || word == "buenos" || word == "buenas" || word == "liebe";
}

// Where the sentence starts behind handles and a greeting.
std::size_t contentStart(std::string_view text, const FoldedText& words)
{
    std::size_t at = 0;
    while (at < words.size() && words.token(at).kind == TokenKind::handle)
        ++at;
    if (at < words.size() && oneOf(greetings, words.word(at))) {
        const bool second = at + 1 < words.size() && oneOf(greetingSeconds, words.word(at + 1));
        std::size_t after = at + 1;
        while (after < words.size() && after < at + greetingWords && words.token(after).before == TokenBreak::none)
            ++after;
        const bool ended = after == words.size() || words.token(after).before != TokenBreak::none;
        if (ended && (second || !needsSecond(words.word(at))))
            at = after;
        else if (second)
            at += 2;
        else if (!needsSecond(words.word(at)) && words.word(at) != "dear")
            ++at;
    }
    while (at < words.size() && words.token(at).kind == TokenKind::handle)
        ++at;
    if (at == words.size())
        return text.size();
    std::size_t start = words.token(at).span.start;
    // Signs that belong to the first word: "£62", "(yes", "¿por qué".
    while (start > 0 && static_cast<unsigned char>(text[start - 1]) > ' ' && text[start - 1] != ',' && text[start - 1] != '.'
           && text[start - 1] != '!' && (at == 0 || start > words.token(at - 1).span.end))
        --start;
    return start;
}

// Where it ends before links, an agent's initials ("^AC", "/MT", "*HDV") and space.
std::size_t contentEnd(std::string_view text, std::size_t start)
{
    std::size_t end = text.size();
    const auto dropSpace = [&] {
        while (end > start && static_cast<unsigned char>(text[end - 1]) <= ' ')
            --end;
    };
    bool dropped = true;
    while (dropped) {
        dropSpace();
        dropped = false;
        const std::size_t space = text.substr(0, end).find_last_of(" \n\t");
        const std::size_t word = space == std::string_view::npos ? 0 : space + 1;
        if (word <= start || word >= end)
            continue;
        const std::string_view last = text.substr(word, end - word);
        const bool link = last.starts_with("http://") || last.starts_with("https://");
        const bool initials = (last.front() == '^' || last.front() == '*' || last.front() == '/') && last.size() <= 12;
        if (link || initials) {
            end = word;
            dropped = true;
        }
    }
    return end;
}

void replaceEntity(std::string& text, std::string_view entity, char with)
{
    for (std::size_t at = text.find(entity); at != std::string::npos; at = text.find(entity, at + 1))
        text.replace(at, entity.size(), 1, with);
}

std::string levelled(std::string_view text)
{
    std::string out;
    for (const char c : text) {
        const bool space = static_cast<unsigned char>(c) <= ' ';
        if (!space)
            out.push_back(c);
        else if (!out.empty() && out.back() != ' ')
            out.push_back(' ');
    }
    while (!out.empty() && out.back() == ' ')
        out.pop_back();
    replaceEntity(out, "&amp;", '&');
    replaceEntity(out, "&lt;", '<');
    replaceEntity(out, "&gt;", '>');
    return out;
}

void shorten(std::string& text)
{
    if (text.size() <= longest)
        return;
    std::size_t cut = text.find_last_of(",;:", longest);
    // A mark inside a number or a link ends no clause: half of "105,90" would be another number.
    while (cut != std::string::npos && cut >= shortest && cut + 1 < text.size() && text[cut + 1] != ' ')
        cut = text.find_last_of(",;:", cut - 1);
    if (cut == std::string::npos || cut < shortest)
        cut = text.rfind(' ', longest);
    if (cut == std::string::npos || cut < shortest) {
        // Chinese has no spaces, and neither has what a program pastes, behind a word or two as well.
        cut = longest;
        while (isUtf8Continuation(text[cut]))
            --cut;
    }
    text.resize(cut);
    text += "…";
}

// The figure before the mark of an item ("2. Calls …", "3) …") at the beginning of `line`.
struct Item {
    int number = 0;
    char mark = 0;
    std::size_t length = 0; // with its mark
};

std::optional<Item> itemAt(std::string_view line)
{
    Item item;
    const std::string_view figure = line.substr(0, itemDigits);
    const auto [end, error] = std::from_chars(figure.data(), figure.data() + figure.size(), item.number);
    item.length = static_cast<std::size_t>(end - figure.data()) + 1;
    if (error != std::errc() || item.number < 1 || item.length >= line.size() || line[item.length] != ' ')
        return std::nullopt;
    item.mark = line[item.length - 1];
    return item.mark == '.' || item.mark == ')' ? std::optional(item) : std::nullopt;
}

// "2. Mahnung" is a second reminder, unless the line before or after it begins with 1 or 3.
std::size_t itemLength(std::string_view message, Span sentence)
{
    if (sentence.start > 0 && message[sentence.start - 1] != '\n')
        return 0;
    const auto own = itemAt(sentence.in(message));
    if (!own)
        return 0;
    for (std::size_t line = 0; line != std::string_view::npos && line < message.size();) {
        const auto other = itemAt(message.substr(line));
        if (other && other->mark == own->mark && std::abs(other->number - own->number) == 1)
            return own->length;
        const std::size_t end = message.find('\n', line);
        line = end == std::string_view::npos ? end : end + 1;
    }
    return 0;
}

} // namespace

std::string polished(std::string_view sentence)
{
    const FoldedText words(sentence);
    const std::size_t start = contentStart(sentence, words);
    if (start >= sentence.size())
        return {};
    std::string text = levelled(sentence.substr(start, contentEnd(sentence, start) - start));
    shorten(text);
    return text;
}

std::string polished(std::string_view message, Span sentence)
{
    return polished(sentence.in(message).substr(itemLength(message, sentence)));
}

} // namespace foreword
