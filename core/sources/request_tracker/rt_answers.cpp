#include "core/sources/request_tracker/rt_answers.h"

#include <algorithm>

namespace foreword {
namespace {

Result<std::vector<RtCustomField>> readCustomFields(const RtFields& fields)
{
    std::vector<RtCustomField> list;
    FOREWORD_TRY(const auto entries, fields.objects("CustomFields"));
    for (const auto& entry : entries) {
        RtCustomField field;
        FOREWORD_TRY(field.name, entry.text("name"));
        FOREWORD_TRY(field.values, entry.texts("values"));
        list.push_back(std::move(field));
    }
    // The server sends them in any order, and differently each time.
    std::ranges::sort(list, {}, &RtCustomField::name);
    return list;
}

Result<Timestamp> requiredTime(const RtFields& fields, const char* name)
{
    FOREWORD_TRY(const auto time, fields.time(name));
    if (!time)
        return fields.malformed(name);
    return *time;
}

Result<Address> readAddress(const RtFields& fields)
{
    Address address;
    FOREWORD_TRY(address.street, fields.text("Address1"));
    FOREWORD_TRY(const auto second, fields.text("Address2"));
    if (!second.empty())
        address.street.append(address.street.empty() ? "" : ", ").append(second);
    FOREWORD_TRY(address.city, fields.text("City"));
    FOREWORD_TRY(address.postcode, fields.text("Zip"));
    FOREWORD_TRY(address.country, fields.text("Country"));
    return address;
}

} // namespace

std::string RtUser::field(const std::string& fieldName) const
{
    const auto found = std::ranges::find(fields, fieldName, &RtCustomField::name);
    return found == fields.end() || found->values.empty() ? std::string() : found->values.front();
}

bool RtTicket::hasRequestor(std::int64_t user) const
{
    return std::ranges::find(requestors, user, &RtUser::id) != requestors.end();
}

Result<RtUser> readUser(const RtFields& fields)
{
    RtUser user;
    FOREWORD_TRY(user.id, fields.id());
    FOREWORD_TRY(user.name, fields.text("Name"));
    FOREWORD_TRY(user.realName, fields.text("RealName"));
    FOREWORD_TRY(user.email, fields.text("EmailAddress"));
    for (const char* name : {"MobilePhone", "WorkPhone", "HomePhone"}) {
        FOREWORD_TRY(auto phone, fields.text(name));
        if (!phone.empty() && std::ranges::find(user.phones, phone) == user.phones.end())
            user.phones.push_back(std::move(phone));
    }
    FOREWORD_TRY(user.address, readAddress(fields));
    FOREWORD_TRY(user.organization, fields.text("Organization"));
    FOREWORD_TRY(user.language, fields.text("Lang"));
    FOREWORD_TRY(user.fields, readCustomFields(fields));
    FOREWORD_TRY(user.updatedAt, fields.time("LastUpdated"));
    return user;
}

Result<std::optional<RtTicket>> readTicket(const RtFields& fields)
{
    RtTicket ticket;
    FOREWORD_TRY(ticket.id, fields.id());
    FOREWORD_TRY(const auto requestors, fields.objects("Requestor"));
    for (const auto& requestor : requestors) {
        FOREWORD_TRY(const auto type, requestor.text("type"));
        if (type != "user") // groups can be requestors as well
            continue;
        FOREWORD_TRY(auto user, readUser(requestor));
        ticket.requestors.push_back(std::move(user));
    }
    if (ticket.requestors.empty())
        return std::nullopt;
    FOREWORD_TRY(ticket.subject, fields.text("Subject"));
    FOREWORD_TRY(ticket.status, fields.text("Status"));
    FOREWORD_TRY(const auto queue, fields.object("Queue"));
    FOREWORD_TRY(ticket.queue, queue.text("Name"));
    FOREWORD_TRY(const auto creator, fields.object("Creator"));
    FOREWORD_TRY(ticket.creator, creator.id());
    FOREWORD_TRY(ticket.fields, readCustomFields(fields));
    FOREWORD_TRY(ticket.createdAt, requiredTime(fields, "Created"));
    FOREWORD_TRY(ticket.updatedAt, fields.time("LastUpdated"));
    FOREWORD_TRY(ticket.resolvedAt, fields.time("Resolved"));
    return ticket;
}

Result<std::optional<RtTransaction>> readTransaction(const RtFields& fields)
{
    FOREWORD_TRY(const auto type, fields.text("Type"));
    FOREWORD_TRY(const auto objectType, fields.text("ObjectType"));
    // EmailRecord and CommentEmailRecord are copies of what was sent out.
    const bool message = type == "Create" || type == "Correspond" || type == "Comment";
    if (!message || objectType != "RT::Ticket")
        return std::nullopt;
    RtTransaction transaction;
    FOREWORD_TRY(transaction.id, fields.id());
    FOREWORD_TRY(transaction.ticket, fields.id("ObjectId"));
    transaction.internal = type == "Comment";
    FOREWORD_TRY(const auto creator, fields.object("Creator"));
    FOREWORD_TRY(transaction.creator, creator.id());
    FOREWORD_TRY(transaction.creatorAccount, creator.text("Name"));
    FOREWORD_TRY(transaction.creatorName, creator.text("RealName"));
    FOREWORD_TRY(transaction.createdAt, requiredTime(fields, "Created"));
    return transaction;
}

Result<std::optional<RtPart>> readPart(const RtFields& fields)
{
    FOREWORD_TRY(const auto file, fields.text("Filename"));
    FOREWORD_TRY(const auto type, fields.text("ContentType"));
    const bool plain = type == "text/plain";
    if (!file.empty() || (!plain && type != "text/html"))
        return std::nullopt;
    RtPart part;
    FOREWORD_TRY(part.id, fields.id());
    FOREWORD_TRY(part.transaction, fields.id("TransactionId"));
    part.html = !plain;
    FOREWORD_TRY(const auto size, fields.text("ContentLength"));
    if (!size.empty() && size != "0") {
        FOREWORD_TRY(part.size, fields.id("ContentLength"));
    }
    return part;
}

} // namespace foreword
