#include "core/store/telling.h"

#include "core/store/query.h"
#include "core/store/references.h"

namespace foreword {
namespace {

Result<> makePending(Connection& connection, std::int64_t conversation)
{
    Query forget(connection,
                 "UPDATE annotation SET dictionary = NULL, items = x'' WHERE dictionary IS NOT NULL AND message >= ?1 AND message < ?2");
    const std::int64_t first = conversation * messagesPerConversation;
    return forget.with(first, first + messagesPerConversation).run();
}

Result<bool> hasMessages(Connection& connection, std::int64_t conversation)
{
    Query any(connection, "SELECT row FROM message WHERE row >= ?1 AND row < ?2 LIMIT 1");
    const std::int64_t first = conversation * messagesPerConversation;
    FOREWORD_TRY(const auto row, any.with(first, first + messagesPerConversation).number());
    return row.has_value();
}

} // namespace

Result<> tellAnew(Connection& connection, std::optional<std::int64_t> customer)
{
    if (!customer)
        return {};
    Query forget(connection,
                 "UPDATE annotation SET dictionary = NULL, items = x'' WHERE dictionary IS NOT NULL AND message IN "
                 "(SELECT m.row FROM interaction i JOIN conversation v ON v.row = i.row JOIN message m ON m.conversation = v.row "
                 "WHERE i.customer = ?1 AND v.told = '')");
    return forget.with(*customer).run();
}

Result<std::optional<std::int64_t>> customerOf(Connection& connection, std::int64_t conversation)
{
    Query find(connection, "SELECT customer FROM interaction WHERE row = ?1 AND customer IS NOT NULL");
    return find.with(conversation).number();
}

Result<> forgetTold(Connection& connection, std::int64_t conversation)
{
    Query forget(connection, "UPDATE conversation SET told = '', told_at = 0 WHERE row = ?1");
    FOREWORD_CHECK(forget.with(conversation).run());
    FOREWORD_CHECK(makePending(connection, conversation));
    FOREWORD_TRY(const auto customer, customerOf(connection, conversation));
    return tellAnew(connection, customer);
}

Result<> tellAnewIn(Connection& connection, std::int64_t conversation, std::optional<std::int64_t> before, std::optional<std::int64_t> now)
{
    if (before == now)
        return {};
    FOREWORD_TRY(const bool any, hasMessages(connection, conversation));
    if (!any)
        return {};
    FOREWORD_CHECK(makePending(connection, conversation));
    FOREWORD_CHECK(tellAnew(connection, before));
    return tellAnew(connection, now);
}

} // namespace foreword
