#include "tests/bench/scale_queries.h"

#include <algorithm>

namespace foreword::bench {
namespace {

bool beginsLetter(char byte)
{
    return (static_cast<unsigned char>(byte) & 0xc0) != 0x80;
}

// Each beginning of at least so many letters, as it stands in the field after each key.
std::vector<std::string> beginnings(const std::string& text, std::size_t shortest)
{
    std::vector<std::string> all;
    for (std::size_t size = shortest; size <= text.size(); ++size) {
        if (size == text.size() || beginsLetter(text[size]))
            all.push_back(text.substr(0, size));
    }
    return all;
}

std::vector<std::string> wordsOf(const std::string& text)
{
    std::vector<std::string> words;
    for (std::size_t at = 0; at < text.size();) {
        const auto end = std::min(text.find(' ', at), text.size());
        if (end > at + 3)
            words.push_back(text.substr(at, end - at));
        at = end + 1;
    }
    return words;
}

} // namespace

void ScaleQueries::learn(const Record& record)
{
    if (++m_seen % m_every != 0)
        return;
    if (const auto* customer = std::get_if<CustomerRecord>(&record))
        learnCustomer(*customer);
    else if (const auto* message = std::get_if<MessageRecord>(&record))
        learnText(message->text);
}

void ScaleQueries::learnCustomer(const CustomerRecord& record)
{
    auto& identifiers = queries["identifier"];
    identifiers.push_back(record.key.source + ":" + record.key.id);
    identifiers.insert(identifiers.end(), record.emails.begin(), record.emails.end());
    identifiers.insert(identifiers.end(), record.phones.begin(), record.phones.end());
    for (const auto& [kind, id] : record.externalIds)
        identifiers.push_back(id);

    const auto& name = record.names.front();
    queries["name"].push_back(name);
    queries["name with a typo"].push_back(misspelt(name));
    for (auto& typed : beginnings(name, 1))
        queries["name as it is typed"].push_back(std::move(typed));
}

void ScaleQueries::learnText(const std::string& text)
{
    const auto words = wordsOf(text);
    if (words.size() < 2)
        return;
    const auto at = m_random() % (words.size() - 1);
    const auto pair = words[at] + " " + words[at + 1];
    queries["words of the history"].push_back(pair);
    queries["words of the history"].push_back(words[m_random() % words.size()]);
    for (auto& typed : beginnings(pair, 1))
        queries["words as they are typed"].push_back(std::move(typed));
}

// A letter left out, doubled or swapped with the next, not at the beginning.
std::string ScaleQueries::misspelt(std::string word)
{
    const auto ascii = [&](std::size_t at) { return static_cast<unsigned char>(word[at]) < 0x80 && word[at] != ' '; };
    for (int tries = 0; tries < 20; ++tries) {
        const auto at = 1 + m_random() % (word.size() - 2);
        if (!ascii(at) || !ascii(at + 1))
            continue;
        switch (m_random() % 3) {
        case 0: word.erase(at, 1); break;
        case 1: word.insert(at, 1, word[at]); break;
        default: std::swap(word[at], word[at + 1]); break;
        }
        break;
    }
    return word;
}

} // namespace foreword::bench
