#include "core/store/tables.h"

#include <algorithm>
#include <set>

#include "core/store/annotation_codec.h"
#include "core/store/json_fields.h"
#include "core/store/query.h"
#include "core/store/references.h"
#include "core/store/rows.h"
#include "core/store/sqlite_error.h"
#include "core/store/telling.h"

namespace foreword {
namespace {

// The next conversation with a message annotated by `dictionary` (nothing: not at all), at or
// after a row. One look into an index.
Result<std::optional<std::int64_t>> nextConversation(Connection& connection, std::optional<std::int64_t> dictionary, std::int64_t from)
{
    Query next(connection,
               dictionary ? "SELECT message FROM annotation WHERE dictionary = ?2 AND message >= ?1 ORDER BY message LIMIT 1"
                          : "SELECT message FROM annotation WHERE dictionary IS NULL AND message >= ?1 ORDER BY message LIMIT 1");
    const std::int64_t least = from * messagesPerConversation;
    FOREWORD_TRY(const auto message, (dictionary ? next.with(least, *dictionary) : next.with(least)).number());
    if (!message)
        return message;
    return std::optional(*message / messagesPerConversation);
}

// The first `limit` conversations with such a message.
Result<> collect(Connection& connection, std::optional<std::int64_t> dictionary, std::size_t limit, std::set<std::int64_t>& found)
{
    std::int64_t from = 0;
    for (std::size_t i = 0; i < limit; ++i) {
        FOREWORD_TRY(const auto next, nextConversation(connection, dictionary, from));
        if (!next)
            return {};
        found.insert(*next);
        from = *next + 1;
    }
    return {};
}

Result<std::int64_t> dictionaryRow(Connection& connection, std::string_view version)
{
    Query find(connection, "SELECT row FROM dictionary WHERE version = ?1");
    FOREWORD_TRY(const auto found, find.with(version).number());
    if (found)
        return *found;
    Query insert(connection, "INSERT INTO dictionary (version) VALUES (?1) RETURNING row");
    FOREWORD_TRY(const auto added, insert.with(version).number());
    return added.value_or(0);
}

// A span that runs past its text would be damage when it is read.
Result<> checkSpans(Connection& connection, std::int64_t messageRow, const Annotations& annotations)
{
    Query size(connection, "SELECT octet_length(text) FROM message WHERE row = ?1");
    FOREWORD_TRY(const auto bytes, size.with(messageRow).number());
    if (!bytes)
        return fail(ErrorCode::internal, {{"detail", "annotations of a message that is not there"}});
    const auto fits = [&](const Annotation& annotation) {
        return annotation.span.start <= annotation.span.end && annotation.span.end <= *bytes;
    };
    if (!std::ranges::all_of(annotations, fits))
        return fail(ErrorCode::internal, {{"detail", "an annotation past the end of its message"}});
    return {};
}

Result<> readTold(Connection& connection, PendingConversation& conversation)
{
    Query query(connection,
                "SELECT v.told, v.told_at, c.attributes FROM conversation v LEFT JOIN interaction i ON i.row = v.row "
                "LEFT JOIN customer c ON c.row = i.customer WHERE v.row = ?1");
    FOREWORD_TRY(const bool found, query.with(conversation.interactionRow).next());
    if (!found)
        return fail(damaged("the conversation of message row " + std::to_string(conversation.messages.front().row)));
    if (std::string told = query.string(0); !told.empty())
        conversation.told = ToldLanguage{std::move(told), Timestamp::fromMicros(query.integer(1), 0)};
    if (query.null(2))
        return {};
    FOREWORD_TRY(conversation.customer, mapFromJson(query.text(2)));
    return {};
}

} // namespace

Result<std::vector<PendingConversation>> AnnotationTable::pending(std::string_view version, int limit) const
{
    const auto most = static_cast<std::size_t>(std::max(limit, 0));
    FOREWORD_TRY(auto transaction, Transaction::read(m_connection));
    FOREWORD_TRY(const DictionaryVersions versions, readDictionaries(m_connection));
    std::set<std::int64_t> rows;
    FOREWORD_CHECK(collect(m_connection, std::nullopt, most, rows));
    for (const auto& [row, other] : versions) {
        if (other != version)
            FOREWORD_CHECK(collect(m_connection, row, most, rows));
    }
    std::vector<PendingConversation> conversations;
    for (const std::int64_t row : rows) {
        if (conversations.size() == most)
            break;
        PendingConversation& conversation = conversations.emplace_back();
        conversation.interactionRow = row;
        FOREWORD_CHECK(readMessages(m_connection, row, 0, versions, conversation.messages));
        sortMessages(conversation.messages);
        for (HistoryMessage& message : conversation.messages)
            message.annotations.clear();
        FOREWORD_CHECK(readTold(m_connection, conversation));
    }
    FOREWORD_CHECK(transaction.commit());
    return conversations;
}

Result<> AnnotationTable::put(std::int64_t messageRow, std::string_view version, const Annotations& annotations)
{
    FOREWORD_CHECK(checkSpans(m_connection, messageRow, annotations));
    FOREWORD_TRY(const auto dictionary, dictionaryRow(m_connection, version));
    const std::string items = encodeAnnotations(annotations);
    Query update(m_connection, "UPDATE annotation SET dictionary = ?2, items = ?3 WHERE message = ?1");
    return update.with(messageRow, dictionary, Blob{items}).run();
}

Result<> AnnotationTable::setLanguage(std::int64_t messageRow, std::string_view language)
{
    Query update(m_connection, "UPDATE message SET language = ?2 WHERE row = ?1");
    return update.with(messageRow, language).run();
}

Result<> AnnotationTable::setTold(std::int64_t interactionRow, const std::optional<ToldLanguage>& told, bool othersRely)
{
    Query update(m_connection, "UPDATE conversation SET told = ?2, told_at = ?3 WHERE row = ?1");
    FOREWORD_CHECK(
        update.with(interactionRow, told ? std::string_view(told->language) : std::string_view(), told ? told->at.micros() : 0).run());
    if (!othersRely)
        return {};
    FOREWORD_TRY(const auto customer, customerOf(m_connection, interactionRow));
    return tellAnew(m_connection, customer);
}

Result<std::string> AnnotationTable::toldElsewhere(std::int64_t interactionRow) const
{
    Query first(m_connection,
                "SELECT v.told FROM interaction mine JOIN interaction i ON i.customer = mine.customer "
                "JOIN conversation v ON v.row = i.row WHERE mine.row = ?1 AND v.told <> '' "
                "ORDER BY v.told_at, v.source, v.ext_id LIMIT 1");
    FOREWORD_TRY(const bool found, first.with(interactionRow).next());
    return found ? first.string(0) : std::string();
}

} // namespace foreword
