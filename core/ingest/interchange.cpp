#include "core/ingest/interchange.h"

#include <algorithm>
#include <array>

#include "core/ingest/field_reader.h"

namespace foreword {
namespace {

RecordKey readKey(FieldReader& fields)
{
    RecordKey key;
    key.source = fields.key("source");
    key.id = fields.key("id");
    return key;
}

RecordKey readReference(FieldReader& fields, std::string_view name)
{
    RecordKey key;
    fields.child(name, [&key](FieldReader& reference) { key = readKey(reference); });
    return key;
}

CustomerRecord readCustomer(FieldReader& fields)
{
    CustomerRecord r;
    r.key = readKey(fields);
    r.names = fields.texts("names");
    r.emails = fields.texts("emails");
    r.phones = fields.texts("phones");
    fields.each("addresses", [&r](FieldReader& address) {
        Address a;
        a.street = address.text("street", Need::optional);
        a.city = address.text("city", Need::optional);
        a.postcode = address.text("postcode", Need::optional);
        a.country = address.text("country", Need::optional);
        if (a != Address())
            r.addresses.push_back(std::move(a));
    });
    r.birthDate = fields.date("birth_date");
    r.externalIds = fields.scalars("external_ids");
    r.attributes = fields.scalars("attributes");
    return r;
}

InteractionRecord readInteraction(FieldReader& fields)
{
    InteractionRecord r;
    r.key = readKey(fields);
    r.customer = readReference(fields, "customer");
    r.channel = fields.choice<Channel>("channel");
    r.kind = fields.choice<InteractionKind>("kind", InteractionKind::other);
    r.subject = fields.text("subject", Need::optional);
    r.status = fields.choice<InteractionStatus>("status", InteractionStatus::open);
    r.openedAt = fields.requiredTime("opened_at");
    r.closedAt = fields.time("closed_at", Need::optional);
    r.tags = fields.texts("tags");
    return r;
}

MessageRecord readMessage(FieldReader& fields)
{
    MessageRecord r;
    r.key = readKey(fields);
    r.interaction = fields.key("interaction");
    r.sender = fields.choice<Sender>("sender");
    r.senderName = fields.text("sender_name", Need::optional);
    r.at = fields.requiredTime("at");
    r.visibility = fields.choice<Visibility>("visibility", Visibility::visible);
    if (fields.has("text") && fields.has("html"))
        fields.badValue("html", {}, "text or html, not both");
    else if (!fields.has("text") && !fields.has("html"))
        fields.missing("text");
    r.text = fields.text("text", Need::optional, FieldLimits::text);
    r.html = fields.text("html", Need::optional, FieldLimits::text);
    return r;
}

ConsentRecord readConsent(FieldReader& fields)
{
    ConsentRecord r;
    r.source = fields.key("source");
    r.id = fields.text("id", Need::optional, FieldLimits::key);
    r.customer = readReference(fields, "customer");
    r.purpose = fields.key("purpose");
    r.channel = fields.choice<ConsentChannel>("channel");
    r.status = fields.choice<ConsentStatus>("status");
    r.basis = fields.choice<ConsentBasis>("basis", ConsentBasis::none);
    r.at = fields.requiredTime("at");
    return r;
}

// An offer is made where consent is asked for or where a conversation is.
bool isOfferChannel(std::string_view name)
{
    return fromName<ConsentChannel>(name) || fromName<Channel>(name);
}

OfferRecord readOffer(FieldReader& fields)
{
    OfferRecord r;
    r.key = readKey(fields);
    r.name = fields.text("name", Need::optional);
    r.kind = fields.choice<OfferKind>("kind");
    r.channels = fields.texts("channels");
    if (const auto bad = std::ranges::find_if_not(r.channels, isOfferChannel); bad != r.channels.end())
        fields.badValue("channels", *bad, allNames<ConsentChannel>() + ", chat, social, visit");
    r.validFrom = fields.time("valid_from", Need::optional);
    r.validTo = fields.time("valid_to", Need::optional);
    r.value = fields.number("value");
    r.selectedBy = fields.texts("selected_by");
    r.credit = fields.flag("credit");
    r.complex = fields.flag("complex");
    return r;
}

EventRecord readEvent(FieldReader& fields)
{
    EventRecord r;
    r.source = fields.key("source");
    r.id = fields.text("id", Need::optional, FieldLimits::key);
    r.customer = readReference(fields, "customer");
    r.name = fields.key("name");
    r.at = fields.requiredTime("at");
    r.data = fields.object("data");
    return r;
}

template <class R>
Result<Record> finished(FieldReader& fields, R record)
{
    record.updatedAt = fields.time("updated_at", Need::optional);
    fields.finish();
    if (auto error = fields.error())
        return fail(std::move(*error));
    return Record(std::move(record));
}

} // namespace

Result<Record> parseRecord(std::string_view line)
{
    FOREWORD_TRY(const JsonValue value, parseJson(line));
    return recordOf(value);
}

Result<Record> recordOf(const JsonValue& value)
{
    if (value.kind != JsonValue::Kind::object)
        return fail(ErrorCode::not_an_object);
    FieldReader fields(value);
    const std::string type = fields.key("type");
    if (type == "customer")
        return finished(fields, readCustomer(fields));
    if (type == "interaction")
        return finished(fields, readInteraction(fields));
    if (type == "message")
        return finished(fields, readMessage(fields));
    if (type == "consent")
        return finished(fields, readConsent(fields));
    if (type == "offer")
        return finished(fields, readOffer(fields));
    if (type == "event")
        return finished(fields, readEvent(fields));
    if (auto error = fields.error())
        return fail(std::move(*error));
    fields.badValue("type", type, {});
    return fail(ErrorCode::unknown_type, {{"field", "type"}, {"value", std::string(fields.error()->param("value"))}});
}

} // namespace foreword
