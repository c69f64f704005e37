#include "core/desk/conversation.h"

#include <algorithm>

#include <nlohmann/json.hpp>

#include "core/annotate/conversation_language.h"
#include "core/annotate/signal_evaluation.h"
#include "core/brief/brief_maker.h"
#include "core/model/names.h"
#include "core/text/language.h"
#include "core/text/redaction.h"

namespace foreword {
namespace {

using nlohmann::json;

Result<std::string> stringField(const json& object, const char* field, const std::string& path, bool required)
{
    const auto found = object.find(field);
    if (found == object.end() || found->is_null()) {
        if (required)
            return fail(ErrorCode::missing_field, {{"field", path}});
        return std::string();
    }
    if (!found->is_string())
        return fail(ErrorCode::wrong_field_type, {{"field", path}, {"expected", "a string"}});
    return found->get<std::string>();
}

template <class E>
Result<E> namedField(const json& object, const char* field, const std::string& path)
{
    FOREWORD_TRY(const std::string name, stringField(object, field, path, true));
    if (const auto value = fromName<E>(name))
        return *value;
    return fail(ErrorCode::bad_value, {{"field", path}, {"value", name}, {"allowed", allNames<E>()}});
}

Result<HistoryMessage> parseMessage(const json& object, const std::string& path)
{
    if (!object.is_object())
        return fail(ErrorCode::wrong_field_type, {{"field", path}, {"expected", "an object"}});
    HistoryMessage message;
    FOREWORD_TRY(message.key.id, stringField(object, "id", path + ".id", true));
    FOREWORD_TRY(message.sender, namedField<Sender>(object, "sender", path + ".sender"));
    if (const auto found = object.find("visibility"); found != object.end() && !found->is_null()) {
        FOREWORD_TRY(message.visibility, namedField<Visibility>(object, "visibility", path + ".visibility"));
    }
    FOREWORD_TRY(const std::string at, stringField(object, "at", path + ".at", true));
    const auto time = Timestamp::parse(at);
    if (!time)
        return fail(ErrorCode::bad_time, {{"field", path + ".at"}});
    message.at = *time;
    FOREWORD_TRY(std::string text, stringField(object, "text", path + ".text", true));
    auto redacted = redactCardData(std::move(text));
    message.text = std::move(redacted.text);
    message.redactions = std::move(redacted.redactions);
    return message;
}

// A conversation happens in one interaction, in the channel of its first message.
Result<InteractionRecord> interactionOf(const json& line, const std::string& id, const std::vector<HistoryMessage>& messages)
{
    InteractionRecord interaction;
    interaction.key.id = id;
    const auto& first = line.at("messages");
    if (!first.empty() && first.front().contains("channel")) {
        FOREWORD_TRY(interaction.channel, namedField<Channel>(first.front(), "channel", "messages[0].channel"));
    }
    if (!messages.empty())
        interaction.openedAt = std::ranges::min_element(messages, {}, &HistoryMessage::at)->at;
    return interaction;
}

Result<json> parseObject(std::string_view line)
{
    auto object = json::parse(line, nullptr, false);
    if (object.is_discarded())
        return fail(ErrorCode::bad_json, {{"detail", "syntax"}});
    if (!object.is_object())
        return fail(ErrorCode::not_an_object);
    return object;
}

// Where no message tells it, the hint for a short one is what all together are written in.
void tellLanguages(std::vector<HistoryMessage>& messages, const std::string& given)
{
    std::vector<const HistoryMessage*> all;
    std::string text;
    for (const auto& message : messages) {
        all.push_back(&message);
        text.append(message.text).append("\n");
    }
    const auto told = given.empty() ? toldByCustomer(all) : std::nullopt;
    const std::string hint = given.empty() ? hintFor(all, told, told ? std::string() : detectLanguage(text)) : given;
    for (auto& message : messages)
        message.language = given.empty() ? languageOf(message, hint) : given;
}

} // namespace

Result<Conversation> parseConversation(std::string_view line)
{
    FOREWORD_TRY(const json object, parseObject(line));
    Conversation conversation;
    FOREWORD_TRY(conversation.id, stringField(object, "conversation_id", "conversation_id", true));
    FOREWORD_TRY(const std::string language, stringField(object, "language", "language", false));
    const auto list = object.find("messages");
    if (list == object.end())
        return fail(ErrorCode::missing_field, {{"field", "messages"}});
    if (!list->is_array())
        return fail(ErrorCode::wrong_field_type, {{"field", "messages"}, {"expected", "an array"}});

    auto& messages = conversation.history.messages;
    for (std::size_t i = 0; i < list->size(); ++i) {
        FOREWORD_TRY(auto message, parseMessage((*list)[i], "messages[" + std::to_string(i) + "]"));
        messages.push_back(std::move(message));
    }
    // Lines of a transcript may share a time: their order is the order they were given in.
    std::ranges::stable_sort(messages, {}, &HistoryMessage::at);
    FOREWORD_TRY(auto interaction, interactionOf(object, conversation.id, messages));
    conversation.history.interactions.push_back(std::move(interaction));
    tellLanguages(messages, language);
    return conversation;
}

void annotateConversation(Conversation& conversation, const Annotator& annotator)
{
    auto& messages = conversation.history.messages;
    for (std::size_t i = 0; i < messages.size(); ++i) {
        messages[i].annotations = annotator.annotate(messages, i);
        messages[i].dictionaryVersion = annotator.version();
    }
}

Timestamp endOf(const Conversation& conversation)
{
    const auto& messages = conversation.history.messages;
    return messages.empty() ? Timestamp() : messages.back().at;
}

std::vector<Signal> conversationSignals(const Conversation& conversation, const Dictionary& dictionary, std::optional<Timestamp> asOf)
{
    auto signals = evaluateSignals(dictionary, conversation.history, {asOf.value_or(endOf(conversation)), ConsentChannel::agent});
    std::erase_if(signals, [&](const Signal& signal) {
        const auto* entry = dictionary.find(signal.id);
        return !entry || std::ranges::find(entry->evidence, "text") == entry->evidence.end();
    });
    return signals;
}

Brief conversationBrief(const Conversation& conversation, std::optional<Timestamp> asOf)
{
    return makeBrief(conversation.history, asOf.value_or(endOf(conversation)));
}

} // namespace foreword
