#include "core/desk/live_conversation.h"

#include <algorithm>
#include <chrono>

#include "core/desk/decision_input.h"
#include "core/ingest/interchange.h"
#include "core/ingest/json_value.h"
#include "core/ingest/preparing.h"
#include "core/model/names.h"

namespace foreword {
namespace {

bool has(const JsonValue& object, std::string_view name)
{
    return std::ranges::find(object.members, name, &JsonMember::name) != object.members.end();
}

JsonValue textValue(std::string text)
{
    JsonValue value;
    value.kind = JsonValue::Kind::string;
    value.text = std::move(text);
    return value;
}

void setMissing(JsonValue& object, std::string_view name, std::string text)
{
    if (!has(object, name))
        object.members.push_back({std::string(name), textValue(std::move(text))});
}

bool isMessage(const JsonValue& object)
{
    const auto type = std::ranges::find(object.members, "type", &JsonMember::name);
    return type != object.members.end() && type->value.kind == JsonValue::Kind::string && type->value.text == "message";
}

JsonValue someCustomer()
{
    JsonValue customer;
    customer.kind = JsonValue::Kind::object;
    customer.members = {{"source", textValue(std::string(liveSource))}, {"id", textValue(std::string(liveSource))}};
    return customer;
}

// A record of the interchange format, from a line that need not say what a message always is, made
// fit to be kept as ingest does it.
Result<PreparedRecord> readLine(std::string_view line, Timestamp now, int& unnamed)
{
    FOREWORD_TRY(JsonValue object, parseJson(line));
    if (object.kind != JsonValue::Kind::object)
        return fail(ErrorCode::not_an_object);
    if (!has(object, "type")) {
        setMissing(object, "type", "message");
        std::erase_if(object.members, [](const JsonMember& member) { return member.name == "channel"; });
    }
    setMissing(object, "source", std::string(liveSource));
    if (isMessage(object)) {
        if (!has(object, "id"))
            setMissing(object, "id", "live-" + std::to_string(++unnamed));
        setMissing(object, "interaction", std::string(liveSource));
        setMissing(object, "at", now.toString());
    } else if (!has(object, "customer")) {
        object.members.push_back({"customer", someCustomer()});
    }
    FOREWORD_TRY(auto record, recordOf(object));
    return prepareRecord(std::move(record));
}

HistoryMessage plainMessage(MessageRecord record, std::vector<Redaction> redactions)
{
    HistoryMessage message;
    message.key = std::move(record.key);
    message.sender = record.sender;
    message.senderName = std::move(record.senderName);
    message.at = record.at;
    message.visibility = record.visibility;
    message.text = std::move(record.text);
    message.redactions = std::move(redactions);
    return message;
}

} // namespace

LiveConversation::LiveConversation(const Definitions& definitions, History history, std::vector<OfferRecord> offers, ConsentChannel channel,
                                   Timestamp now)
    : m_definitions(definitions), m_kept(std::make_unique<KeptHistory>(definitions, std::move(history), now)), m_offers(std::move(offers)),
      m_channel(channel)
{
    // What stood before the conversation is known; what the first line changes is news.
    if (!this->history().records.empty())
        remember(decideNow());
}

Decision LiveConversation::decideNow() const
{
    return decide(m_definitions.charter, m_definitions.dictionary,
                  makeDecisionInput(m_definitions.dictionary, m_definitions.charter, m_kept->view(), m_offers, m_channel));
}

// What the next change of posture is told from.
void LiveConversation::remember(const Decision& decision)
{
    m_before.posture = decision.posture;
    m_before.postureReason = decision.postureReason;
}

Arrival LiveConversation::add(MessageRecord record, std::vector<Redaction> redactions)
{
    Arrival taken{Arrival::Kind::message, record.key.id, record.at};
    const std::string interaction = record.interaction;
    m_kept->moveTo(latestWith(taken));
    m_kept->add(plainMessage(std::move(record), std::move(redactions)), interaction);
    return taken;
}

Arrival LiveConversation::add(EventRecord event)
{
    Arrival taken{Arrival::Kind::event, event.name, event.at};
    m_kept->moveTo(latestWith(taken));
    m_kept->add(std::move(event));
    return taken;
}

Arrival LiveConversation::add(InteractionRecord interaction)
{
    Arrival taken = arrivalOf(interaction);
    m_kept->moveTo(latestWith(taken));
    m_kept->add(std::move(interaction));
    return taken;
}

Timestamp LiveConversation::latestWith(const Arrival& arrival) const
{
    return std::max(m_kept->view().asOf(), arrival.at);
}

Result<Arrival> LiveConversation::apply(std::string_view line, Timestamp now)
{
    FOREWORD_TRY(auto prepared, readLine(line, now, m_unnamed));
    Record& record = prepared.record;
    if (auto* message = std::get_if<MessageRecord>(&record))
        return add(std::move(*message), std::move(prepared.redactions));
    if (auto* event = std::get_if<EventRecord>(&record))
        return add(std::move(*event));
    if (auto* interaction = std::get_if<InteractionRecord>(&record))
        return add(std::move(*interaction));
    return fail(ErrorCode::bad_value,
                {{"field", "type"}, {"value", std::string(recordTypeNames[record.index()])}, {"allowed", "message, event, interaction"}});
}

Result<LiveStep> LiveConversation::take(std::string_view line, Timestamp now)
{
    const auto start = std::chrono::steady_clock::now();
    FOREWORD_TRY(const Arrival taken, apply(line, now));
    LiveStep step;
    step.id = taken.name;
    step.decision = decideNow();
    step.change = postureChange(m_before, step.decision, {taken}, m_kept->view().asOf());
    remember(step.decision);
    step.micros = std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::steady_clock::now() - start).count();
    return step;
}

} // namespace foreword
