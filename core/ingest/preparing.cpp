#include "core/ingest/preparing.h"

#include <algorithm>
#include <array>
#include <set>
#include <utility>

#include "core/base/hash.h"
#include "core/ingest/interchange.h"
#include "core/ingest/json_value.h"
#include "core/text/html_text.h"
#include "core/text/lines.h"
#include "core/text/redaction.h"
#include "core/text/utf8.h"

namespace foreword {
namespace {

void repair(std::string& text)
{
    text = repairUtf8(std::move(text));
}

void repair(RecordKey& key)
{
    repair(key.source);
    repair(key.id);
}

void repair(std::vector<std::string>& texts)
{
    for (std::string& text : texts)
        repair(text);
}

// Free text: repaired and masked.
void clean(std::string& text)
{
    repair(text);
    text = redactCardData(std::move(text)).text;
}

void clean(std::vector<std::string>& texts)
{
    for (std::string& text : texts)
        clean(text);
}

bool namesPaymentCard(std::string_view name)
{
    constexpr auto words = std::to_array<std::string_view>({"credit", "debit", "payment", "cardnumber", "card_number", "card_no", "pan",
                                                            "kredit", "zahlungskarte", "tarjeta", "carte_bancaire", "carte_bleue"});
    const std::string folded = foldLatin(name);
    return std::ranges::any_of(words, [&folded](std::string_view word) { return folded.find(word) != std::string::npos; });
}

bool holdsCardNumber(std::string_view text)
{
    const Redacted redacted = redactCardData(std::string(text));
    return std::ranges::any_of(redacted.redactions, [](const Redaction& redaction) { return redaction.kind == "card_number"; });
}

// Masked ones would be equal and link strangers, so one that is a card's number is dropped.
void cleanIdentifiers(std::vector<std::string>& identifiers)
{
    repair(identifiers);
    std::erase_if(identifiers, holdsCardNumber);
}

// An id is the number of something, so that only those of card issuers count, unless its name
// says that it is a card's.
bool isCard(const std::string& name, const std::string& id)
{
    return holdsCardNumber("account " + id) || (namesPaymentCard(name) && !redactCardData(id).redactions.empty());
}

void cleanIds(std::map<std::string, std::string>& ids)
{
    std::map<std::string, std::string> kept;
    for (auto& [name, value] : ids) {
        std::string kind = name;
        clean(kind);
        std::string id = repairUtf8(value);
        if (!isCard(kind, id))
            kept.insert_or_assign(std::move(kind), std::move(id));
    }
    ids = std::move(kept);
}

void cleanValues(std::map<std::string, std::string>& values)
{
    std::map<std::string, std::string> kept;
    for (auto& [name, value] : values) {
        std::string kind = name;
        clean(kind);
        clean(value);
        kept.insert_or_assign(std::move(kind), std::move(value));
    }
    values = std::move(kept);
}

void cleanData(JsonValue& value);

// Two names that are equal when masked would be one member twice: the first stays.
void cleanMembers(JsonValue& object)
{
    std::set<std::string> names;
    auto members = std::exchange(object.members, {});
    for (auto& [name, member] : members) {
        std::string masked = redactCardData(name).text;
        cleanData(member);
        if (names.insert(masked).second)
            object.members.emplace_back(std::move(masked), std::move(member));
    }
}

// Strings are masked in place; a number that is a card's becomes a string of asterisks.
void cleanData(JsonValue& value)
{
    if (value.kind == JsonValue::Kind::string || value.kind == JsonValue::Kind::number) {
        Redacted redacted = redactCardData(std::move(value.text));
        value.text = std::move(redacted.text);
        if (!redacted.redactions.empty())
            value.kind = JsonValue::Kind::string;
    }
    for (JsonValue& item : value.items)
        cleanData(item);
    cleanMembers(value);
}

Result<> cleanRecord(CustomerRecord& r)
{
    repair(r.key);
    clean(r.names);
    cleanIdentifiers(r.emails);
    cleanIdentifiers(r.phones);
    for (Address& address : r.addresses) {
        clean(address.street);
        clean(address.city);
        clean(address.postcode);
        clean(address.country);
    }
    clean(r.birthDate);
    cleanIds(r.externalIds);
    cleanValues(r.attributes);
    return {};
}

Result<> cleanRecord(InteractionRecord& r)
{
    repair(r.key);
    repair(r.customer);
    clean(r.subject);
    clean(r.tags);
    return {};
}

// The text itself is masked by prepareRecord, which keeps where.
Result<> cleanRecord(MessageRecord& r)
{
    repair(r.key);
    repair(r.interaction);
    clean(r.senderName);
    if (!r.html.empty())
        r.text = htmlToText(r.html);
    r.html.clear();
    repair(r.text);
    return {};
}

Result<> cleanRecord(ConsentRecord& r)
{
    repair(r.source);
    repair(r.id);
    repair(r.customer);
    clean(r.purpose);
    return {};
}

Result<> cleanRecord(OfferRecord& r)
{
    repair(r.key);
    clean(r.name);
    clean(r.channels);
    clean(r.selectedBy);
    return {};
}

Result<> cleanRecord(EventRecord& r)
{
    repair(r.source);
    repair(r.id);
    repair(r.customer);
    clean(r.name);
    if (r.data.empty() || r.data == "{}") {
        r.data = "{}";
        return {};
    }
    repair(r.data);
    auto data = parseJson(r.data);
    if (!data || data->kind != JsonValue::Kind::object)
        return fail(ErrorCode::bad_value, {{"field", "data"}, {"value", "…"}, {"allowed", "a JSON object"}});
    cleanData(*data);
    r.data.clear();
    appendCanonical(r.data, *data);
    return {};
}

} // namespace

Result<PreparedRecord> prepareRecord(Record record)
{
    FOREWORD_CHECK(std::visit([](auto& r) { return cleanRecord(r); }, record));
    PreparedRecord prepared;
    if (auto* message = std::get_if<MessageRecord>(&record)) {
        Redacted redacted = redactCardData(std::move(message->text));
        message->text = std::move(redacted.text);
        prepared.redactions = std::move(redacted.redactions);
    }
    const std::string line = canonicalLine(record);
    prepared.hash = sha256Hex(line);
    prepared.bytes = line.size();
    prepared.record = std::move(record);
    return prepared;
}

} // namespace foreword
