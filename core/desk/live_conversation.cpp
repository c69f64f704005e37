#include "core/desk/live_conversation.h"

#include <algorithm>
#include <chrono>

#include <nlohmann/json.hpp>

#include "core/brief/brief_maker.h"
#include "core/desk/decision_input.h"
#include "core/desk/promise_times.h"
#include "core/ingest/interchange.h"
#include "core/model/names.h"
#include "core/text/language.h"
#include "core/text/redaction.h"

namespace foreword {
namespace {

using nlohmann::json;

constexpr const char* liveSource = "live";

// A record of the interchange format, from a line that need not say what a message always is.
Result<Record> readLine(std::string_view line, Timestamp now, int& unnamed)
{
    auto object = json::parse(line, nullptr, false);
    if (object.is_discarded())
        return fail(ErrorCode::bad_json, {{"detail", "syntax"}});
    if (!object.is_object())
        return fail(ErrorCode::not_an_object);
    if (!object.contains("type")) {
        object["type"] = "message";
        object.erase("channel");
    }
    if (!object.contains("source"))
        object["source"] = liveSource;
    if (object["type"] == "message") {
        if (!object.contains("id"))
            object["id"] = "live-" + std::to_string(++unnamed);
        if (!object.contains("interaction"))
            object["interaction"] = liveSource;
        if (!object.contains("at"))
            object["at"] = now.toString();
    } else if (!object.contains("customer"))
        object["customer"] = {{"source", liveSource}, {"id", liveSource}};
    return parseRecord(object.dump(-1, ' ', false, json::error_handler_t::replace));
}

HistoryMessage plainMessage(MessageRecord record)
{
    HistoryMessage message;
    message.key = std::move(record.key);
    message.sender = record.sender;
    message.senderName = std::move(record.senderName);
    message.at = record.at;
    message.visibility = record.visibility;
    auto redacted = redactCardData(std::move(record.text));
    message.text = std::move(redacted.text);
    message.redactions = std::move(redacted.redactions);
    return message;
}

} // namespace

LiveConversation::LiveConversation(const Definitions& definitions, History history, std::vector<OfferRecord> offers, ConsentChannel channel,
                                   Timestamp now)
    : m_definitions(definitions), m_history(std::move(history)), m_offers(std::move(offers)), m_channel(channel), m_latest(now)
{
    readPromisesAtHome(m_history, m_definitions.charter.calendar());
    // What stood before the conversation is known; what the first line changes is news.
    if (!m_history.records.empty())
        m_last = decideNow();
}

Decision LiveConversation::decideNow() const
{
    return decide(m_definitions.charter, m_definitions.dictionary,
                  makeDecisionInput(m_definitions.dictionary, m_definitions.charter, m_history, m_offers, m_latest, m_channel));
}

Brief LiveConversation::brief() const
{
    return makeBrief(m_history, m_latest);
}

std::uint32_t LiveConversation::interactionNamed(std::string_view id, Timestamp at)
{
    auto& interactions = m_history.interactions;
    const auto found = std::ranges::find_if(interactions, [&](const InteractionRecord& known) { return known.key.id == id; });
    if (found != interactions.end())
        return static_cast<std::uint32_t>(found - interactions.begin());
    InteractionRecord opened;
    opened.key = {liveSource, std::string(id)};
    opened.channel = Channel::chat;
    opened.openedAt = at;
    interactions.push_back(std::move(opened));
    return static_cast<std::uint32_t>(interactions.size() - 1);
}

Result<Arrival> LiveConversation::addMessage(HistoryMessage message, std::string_view interaction)
{
    message.interaction = interactionNamed(interaction, message.at);
    std::string hint;
    for (const auto& earlier : m_history.messages) {
        if (earlier.interaction == message.interaction && !earlier.language.empty())
            hint = earlier.language;
    }
    message.language = detectLanguage(message.text, hint);
    Arrival taken{Arrival::Kind::message, message.key.id, message.at};
    m_history.messages.push_back(std::move(message));
    auto& added = m_history.messages.back();
    added.annotations = m_definitions.annotator.annotate(m_history.messages, m_history.messages.size() - 1);
    added.dictionaryVersion = m_definitions.annotator.version();
    readPromisesAtHome(m_history, m_definitions.charter.calendar(), m_history.messages.size() - 1);
    return taken;
}

Result<Arrival> LiveConversation::apply(std::string_view line, Timestamp now)
{
    FOREWORD_TRY(auto record, readLine(line, now, m_unnamed));
    if (auto* message = std::get_if<MessageRecord>(&record)) {
        const std::string interaction = message->interaction;
        return addMessage(plainMessage(std::move(*message)), interaction);
    }
    if (auto* event = std::get_if<EventRecord>(&record)) {
        Arrival taken{Arrival::Kind::event, event->name, event->at};
        m_history.events.push_back(std::move(*event));
        return taken;
    }
    if (auto* interaction = std::get_if<InteractionRecord>(&record)) {
        Arrival taken = arrivalOf(*interaction);
        m_history.interactions[interactionNamed(interaction->key.id, interaction->openedAt)] = std::move(*interaction);
        return taken;
    }
    return fail(ErrorCode::bad_value,
                {{"field", "type"}, {"value", std::string(recordTypeNames[record.index()])}, {"allowed", "message, event, interaction"}});
}

Result<LiveStep> LiveConversation::take(std::string_view line, Timestamp now)
{
    const auto start = std::chrono::steady_clock::now();
    FOREWORD_TRY(const Arrival taken, apply(line, now));
    m_latest = std::max(m_latest, taken.at);
    LiveStep step;
    step.id = taken.name;
    step.decision = decideNow();
    step.change = postureChange(m_last, step.decision, {taken}, m_latest);
    m_last = step.decision;
    step.micros = std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::steady_clock::now() - start).count();
    return step;
}

} // namespace foreword
