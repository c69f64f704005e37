#include "core/identity/profile_names.h"

#include <algorithm>

#include "core/identity/letters.h"
#include "core/identity/nicknames.h"
#include "core/identity/person_name.h"
#include "core/text/lines.h"

namespace foreword {
namespace {

// A comma leaves no doubt; e-mail and given name outweigh what two more records write.
constexpr int commaWeight = 8;
constexpr int hintWeight = 3;
constexpr int mostWritten = 2;

std::string withoutBrackets(std::string_view name)
{
    std::string out;
    int depth = 0;
    for (const char c : name) {
        if (c == '(')
            ++depth;
        else if (c == ')' && depth > 0)
            --depth;
        else if (depth == 0)
            out.push_back(c);
    }
    while (out.find("  ") != std::string::npos)
        out.replace(out.find("  "), 2, " ");
    const auto text = std::string(trimmed(out));
    return text.empty() ? std::string(trimmed(name)) : text;
}

std::string joined(const std::vector<std::string>& words)
{
    std::string out;
    for (const auto& word : words)
        out.append(out.empty() ? "" : " ").append(word);
    return out;
}

bool isInitial(const std::string& word)
{
    return word.size() == 1;
}

bool shortens(const std::string& a, const std::string& b)
{
    return a == b || withoutUmlautE(a) == withoutUmlautE(b) || (isInitial(a) && b.starts_with(a));
}

// Positive where the first word alone is known as a given name, negative where the last is.
int givenNameHint(const std::vector<std::string>& words)
{
    if (words.size() < 2 || isInitial(words.front()) || isInitial(words.back()))
        return 0;
    const auto& names = Nicknames::builtIn();
    return int(names.isGivenName(words.front())) - int(names.isGivenName(words.back()));
}

// The last word first: the family name of most names is one word.
std::string turned(const std::string& shown)
{
    const auto space = shown.rfind(' ');
    return shown.substr(space + 1) + " " + shown.substr(0, space);
}

} // namespace

std::string shownName(std::string_view name)
{
    return inReadingOrder(withoutBrackets(name));
}

bool isShorterForm(std::string_view a, std::string_view b)
{
    const auto shorter = nameWords(a);
    auto longer = nameWords(b);
    if (shorter.empty() || shorter.size() > longer.size() || std::ranges::all_of(shorter, isInitial))
        return false;
    // Whole words first, so that an initial does not take one from them.
    for (const bool initials : {false, true}) {
        for (const auto& word : shorter) {
            if (isInitial(word) != initials)
                continue;
            const auto found = std::ranges::find_if(longer, [&](const std::string& other) { return shortens(word, other); });
            if (found == longer.end())
                return false;
            longer.erase(found);
        }
    }
    return true;
}

NameOrder::NameOrder(const std::vector<CustomerRecord>& records)
{
    for (const auto& record : records) {
        for (const auto& name : record.names) {
            const auto plain = withoutBrackets(name);
            m_forms.push_back(nameWords(inReadingOrder(plain)));
            const auto words = joined(m_forms.back());
            ++m_written[words];
            if (inReadingOrder(plain) != plain)
                m_certain.insert(words);
        }
        for (const auto& email : record.emails) {
            if (auto words = wordsOf(std::string_view(email).substr(0, email.find('@'))); words.size() > 1)
                m_addresses.push_back(std::move(words));
        }
    }
}

// "m.hoffmann" and "maria.hoffmann": given name, then a family name of them.
bool NameOrder::addressesAgree(const std::vector<std::string>& name) const
{
    return std::ranges::any_of(m_addresses, [&](const std::vector<std::string>& address) {
        const auto isLast = [&](const std::string& word) { return withoutUmlautE(word) == withoutUmlautE(address.back()); };
        return shortens(address.front(), name.front()) && std::any_of(name.begin() + 1, name.end(), isLast);
    });
}

int NameOrder::evidenceFor(std::string_view shown) const
{
    const auto words = nameWords(shown);
    if (words.size() < 2)
        return 0;
    const auto sequence = joined(words);
    const auto written = m_written.find(sequence);
    int evidence = written == m_written.end() ? 0 : std::min(written->second, mostWritten);
    evidence += m_certain.contains(sequence) ? commaWeight : 0;
    evidence += addressesAgree(words) ? hintWeight : 0;
    return evidence + hintWeight * givenNameHint(words);
}

// Shorter or longer forms of the name in which the last word leads, and those in which it does not.
int NameOrder::formsThatTurn(const std::vector<std::string>& name) const
{
    int turning = 0;
    for (const auto& form : m_forms) {
        const auto first = std::ranges::find(form, name.front());
        const auto last = std::ranges::find(form, name.back());
        if (form.size() != name.size() && first != form.end() && last != form.end())
            turning += last < first ? 1 : -1;
    }
    return turning;
}

std::string NameOrder::inOrder(std::string shown) const
{
    const auto words = nameWords(shown);
    // Titles stand where they stand.
    if (words.size() < 2 || wordsOf(shown).size() != words.size() || m_certain.contains(joined(words)))
        return shown;
    const int hint = givenNameHint(words);
    const bool pair = words.size() == 2 && hint < 0 && addressesAgree({words.back(), words.front()});
    return pair || (hint <= 0 && formsThatTurn(words) > 0) ? turned(shown) : shown;
}

} // namespace foreword
