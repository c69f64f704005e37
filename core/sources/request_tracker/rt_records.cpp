#include "core/sources/request_tracker/rt_records.h"

#include <algorithm>

#include "core/model/names.h"

namespace foreword {
namespace {

constexpr const char* systemAccount = "RT_System";

// A field named "Channel" tells how the customer came; all else came by mail.
Channel channelOf(const RtTicket& ticket)
{
    const auto field = std::ranges::find(ticket.fields, "Channel", &RtCustomField::name);
    if (field == ticket.fields.end() || field->values.empty())
        return Channel::email;
    return fromName<Channel>(field->values.front()).value_or(Channel::email);
}

// "Customer ID" as the key of an external id: "customer_id".
std::string keyOf(std::string name)
{
    std::ranges::transform(name, name.begin(), [](char c) {
        if (c >= 'A' && c <= 'Z')
            return static_cast<char>(c + 32);
        return c == ' ' ? '_' : c;
    });
    return name;
}

bool isEmpty(const Address& address)
{
    return address == Address{};
}

} // namespace

CustomerRecord RtRecords::customer(const RtUser& user) const
{
    CustomerRecord record;
    record.key = {m_source, std::to_string(user.id)};
    if (!user.realName.empty())
        record.names = {user.realName};
    if (!user.email.empty())
        record.emails = {user.email};
    record.phones = user.phones;
    if (!isEmpty(user.address))
        record.addresses = {user.address};
    if (const auto id = user.field(m_options.customerField); !id.empty())
        record.externalIds[keyOf(m_options.customerField)] = id;
    if (!user.name.empty() && user.name != user.email)
        record.externalIds["account"] = user.name;
    if (!user.organization.empty())
        record.attributes["organization"] = user.organization;
    if (!user.language.empty())
        record.attributes["language"] = user.language;
    record.updatedAt = user.updatedAt;
    return record;
}

InteractionRecord RtRecords::interaction(const RtTicket& ticket) const
{
    InteractionRecord record;
    record.key = {m_source, std::to_string(ticket.id)};
    const auto customer = ticket.hasRequestor(ticket.creator) ? ticket.creator : ticket.requestors.front().id;
    record.customer = {m_source, std::to_string(customer)};
    record.channel = channelOf(ticket);
    record.kind = kindOf(m_options, ticket.queue);
    record.subject = ticket.subject;
    record.status = statusOf(m_options, ticket.status);
    record.openedAt = ticket.createdAt;
    if (!isUnderway(record.status))
        record.closedAt = ticket.resolvedAt;
    if (!ticket.queue.empty())
        record.tags.push_back("queue:" + ticket.queue);
    for (const auto& field : ticket.fields) {
        for (const auto& value : field.values)
            record.tags.push_back(field.name + ":" + value);
    }
    record.updatedAt = ticket.updatedAt;
    return record;
}

std::optional<Sender> RtRecords::sender(const RtTransaction& transaction, const RtTicket& ticket) const
{
    if (m_options.bots.contains(transaction.creatorAccount))
        return Sender::bot;
    if (transaction.creatorAccount == systemAccount)
        return Sender::system;
    if (ticket.hasRequestor(transaction.creator))
        return Sender::customer;
    return std::nullopt;
}

MessageRecord RtRecords::message(RtMessage message, Sender sender) const
{
    const auto& transaction = message.transaction;
    MessageRecord record;
    record.key = {m_source, std::to_string(transaction.id)};
    record.interaction = std::to_string(transaction.ticket);
    record.sender = sender;
    record.senderName = transaction.creatorName.empty() ? transaction.creatorAccount : transaction.creatorName;
    record.at = transaction.createdAt;
    record.visibility = transaction.internal ? Visibility::internal : Visibility::visible;
    (message.html ? record.html : record.text) = std::move(message.content);
    return record;
}

} // namespace foreword
