#include "core/store/rows.h"

#include <algorithm>
#include <tuple>

#include "core/store/annotation_codec.h"
#include "core/store/json_fields.h"
#include "core/store/query.h"
#include "core/store/references.h"
#include "core/store/sqlite_error.h"

namespace foreword {
namespace {

Failure badBytes(const char* what, std::int64_t message)
{
    return fail(damaged(std::string(what) + " of message row " + std::to_string(message)));
}

Result<> readAnnotations(const Query& row, const DictionaryVersions& versions, HistoryMessage& message)
{
    if (row.null(11))
        return {};
    const auto version = versions.find(row.integer(11));
    auto annotations = decodeAnnotations(row.blob(12), message.text.size());
    if (version == versions.end() || !annotations)
        return badBytes("annotations", message.row);
    message.dictionaryVersion = version->second;
    message.annotations = std::move(*annotations);
    return {};
}

Result<HistoryMessage> readMessage(const Query& row, const DictionaryVersions& versions)
{
    HistoryMessage message;
    message.row = row.integer(0);
    message.key = {row.string(1), row.string(2)};
    FOREWORD_TRY(message.sender, row.value(3, Sender::system));
    FOREWORD_TRY(message.visibility, row.value(4, Visibility::internal));
    message.at = row.time(5);
    message.language = row.string(7);
    message.senderName = row.string(8);
    message.text = row.string(10);
    auto redactions = decodeRedactions(row.blob(9), message.text.size());
    if (!redactions)
        return badBytes("redactions", message.row);
    message.redactions = std::move(*redactions);
    FOREWORD_CHECK(readAnnotations(row, versions, message));
    return message;
}

} // namespace

Result<PersonRecord> readCustomer(Connection& connection, std::int64_t row)
{
    Query query(connection,
                "SELECT source, ext_id, person, updated_at, updated_offset, birth_date, names, emails, phones, addresses, "
                "external_ids, attributes FROM customer WHERE row = ?1");
    FOREWORD_TRY(const bool found, query.with(row).next());
    if (!found)
        return fail(ErrorCode::internal, {{"detail", "no such customer record"}});
    PersonRecord out;
    out.row = row;
    out.person = query.integer(2);
    out.record.key = {query.string(0), query.string(1)};
    out.record.updatedAt = query.maybeTime(3);
    out.record.birthDate = query.string(5);
    FOREWORD_TRY(out.record.names, listFromJson(query.text(6)));
    FOREWORD_TRY(out.record.emails, listFromJson(query.text(7)));
    FOREWORD_TRY(out.record.phones, listFromJson(query.text(8)));
    FOREWORD_TRY(out.record.addresses, addressesFromJson(query.text(9)));
    FOREWORD_TRY(out.record.externalIds, mapFromJson(query.text(10)));
    FOREWORD_TRY(out.record.attributes, mapFromJson(query.text(11)));
    return out;
}

Result<DictionaryVersions> readDictionaries(Connection& connection)
{
    Query query(connection, "SELECT row, version FROM dictionary");
    DictionaryVersions versions;
    for (;;) {
        FOREWORD_TRY(const bool more, query.next());
        if (!more)
            return versions;
        versions.emplace(query.integer(0), query.string(1));
    }
}

Result<> readMessages(Connection& connection, std::int64_t conversation, std::uint32_t interaction, const DictionaryVersions& versions,
                      std::vector<HistoryMessage>& messages)
{
    Query query(connection,
                "SELECT m.row, m.source, m.ext_id, m.sender, m.visibility, m.at, m.at_offset, m.language, m.sender_name, "
                "m.redactions, m.text, a.dictionary, a.items "
                "FROM message m LEFT JOIN annotation a ON a.message = m.row WHERE m.row >= ?1 AND m.row < ?2 ORDER BY m.row");
    const std::int64_t first = conversation * messagesPerConversation;
    query.with(first, first + messagesPerConversation);
    for (;;) {
        FOREWORD_TRY(const bool more, query.next());
        if (!more)
            return {};
        FOREWORD_TRY(auto message, readMessage(query, versions));
        message.interaction = interaction;
        messages.push_back(std::move(message));
    }
}

void sortMessages(std::vector<HistoryMessage>& messages)
{
    std::ranges::sort(messages,
                      [](const HistoryMessage& a, const HistoryMessage& b) { return std::tie(a.at, a.key) < std::tie(b.at, b.key); });
}

} // namespace foreword
