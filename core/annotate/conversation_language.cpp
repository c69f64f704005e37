#include "core/annotate/conversation_language.h"

#include "core/model/language_attributes.h"
#include "core/text/language.h"
#include "core/text/lines.h"
#include "core/text/zones.h"

namespace foreword {
namespace {

// What the writer wrote themselves, or everything where there is nothing of it.
std::string ownWords(std::string_view text)
{
    std::string words;
    for (const ZoneSpan& part : zonesOf(text)) {
        if (part.zone == Zone::body)
            words.append(part.span.in(text));
    }
    return trimmed(words).empty() ? std::string(text) : words;
}

// "de", "DE", "de-AT" and "de_AT" are "de"; anything else is nobody's code.
std::string languageCode(std::string_view value)
{
    std::string code(value.substr(0, 2));
    for (char& c : code) {
        c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
        if (c < 'a' || c > 'z')
            return {};
    }
    const bool whole = value.size() == 2 || (value.size() > 2 && (value[2] == '-' || value[2] == '_'));
    return whole ? code : std::string();
}

} // namespace

std::optional<ToldLanguage> toldByCustomer(ConversationMessages messages, std::size_t first, const std::optional<ToldLanguage>& before)
{
    if (before && (first >= messages.size() || before->at < messages[first]->at))
        return before;
    // The lines of a transcript may share a time: then what told may stand among those before.
    while (first > 0 && first < messages.size() && messages[first - 1]->at == messages[first]->at)
        --first;
    for (std::size_t i = first; i < messages.size(); ++i) {
        if (messages[i]->sender != Sender::customer)
            continue;
        if (auto guess = guessLanguage(ownWords(messages[i]->text)); guess.tells())
            return ToldLanguage{std::move(guess.language), messages[i]->at};
    }
    return {};
}

std::string declaredLanguage(const std::map<std::string, std::string>& attributes)
{
    for (const char* name : languageAttributes) {
        const auto attribute = attributes.find(name);
        if (attribute == attributes.end())
            continue;
        if (auto code = languageCode(trimmed(attribute->second)); !code.empty())
            return code;
    }
    return {};
}

std::string hintFor(ConversationMessages messages, const std::optional<ToldLanguage>& told, const std::string& known)
{
    if (told)
        return told->language;
    if (!known.empty())
        return known;
    for (const HistoryMessage* message : messages) {
        if (message->sender == Sender::customer)
            continue;
        if (auto guess = guessLanguage(ownWords(message->text)); guess.tells())
            return guess.language;
    }
    return {};
}

std::string languageOf(const HistoryMessage& message, std::string_view hint)
{
    return detectLanguage(ownWords(message.text), hint);
}

} // namespace foreword
