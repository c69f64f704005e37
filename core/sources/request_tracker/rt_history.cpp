#include "core/sources/request_tracker/rt_history.h"

#include <algorithm>
#include <tuple>

namespace foreword {
namespace {

using nlohmann::json;

// Of one question, so that addresses and bodies stay short, and their texts fit one page.
constexpr std::size_t mostTransactions = 100;
// Of one answer; a single message may be larger.
constexpr std::int64_t mostBytes = 8 << 20;

// "(name=1 OR name=2)"
template <class Ids>
std::string anyOf(const char* name, const Ids& ids)
{
    std::string condition = "(";
    for (const auto id : ids)
        condition.append(condition.size() > 1 ? " OR " : "").append(name).append("=").append(std::to_string(id));
    return condition + ")";
}

// The same for searches that take JSON: conditions on one field are alternatives.
json alternatives(const char* field, const std::vector<std::int64_t>& ids)
{
    json conditions = json::array();
    for (const auto id : ids)
        conditions.push_back({{"field", field}, {"value", std::to_string(id)}, {"entry_aggregator", "OR"}});
    return conditions;
}

// One part of each transaction: the first plain text, else the first HTML.
std::vector<RtPart> chooseParts(std::vector<RtPart> parts)
{
    std::ranges::sort(parts, [](const RtPart& a, const RtPart& b) {
        return std::tie(a.transaction, a.html, a.id) < std::tie(b.transaction, b.html, b.id);
    });
    const auto rest = std::ranges::unique(parts, {}, &RtPart::transaction);
    parts.erase(rest.begin(), rest.end());
    return parts;
}

} // namespace

Result<> RtHistory::read(const std::vector<std::int64_t>& tickets, const std::function<Result<>(RtMessage)>& take,
                         const CancelToken& cancel)
{
    FOREWORD_TRY(const auto where, withMerged(tickets, cancel));
    TransactionMap transactions;
    // Apart, because an account may see one kind and not the other: long runs of what it may not
    // see would look like the end of the list.
    FOREWORD_CHECK(addTransactions(transactions, where, "(Type='Create' OR Type='Correspond')", cancel));
    FOREWORD_CHECK(addTransactions(transactions, where, "Type='Comment'", cancel));

    std::vector<std::int64_t> ids;
    for (const auto& entry : transactions)
        ids.push_back(entry.first);
    for (std::size_t begin = 0; begin < ids.size(); begin += mostTransactions) {
        const auto end = std::min(begin + mostTransactions, ids.size());
        FOREWORD_TRY(auto parts, textParts({ids.begin() + std::ptrdiff_t(begin), ids.begin() + std::ptrdiff_t(end)}, cancel));
        parts = chooseParts(std::move(parts));
        FOREWORD_TRY(auto texts, contents(parts, cancel));
        for (const auto& part : parts) {
            auto& text = texts[part.id];
            if (!text.empty() && transactions.contains(part.transaction)) {
                FOREWORD_CHECK(take({transactions.at(part.transaction), part.html, std::move(text)}));
            }
        }
    }
    return {};
}

Result<RtHistory::TicketMap> RtHistory::withMerged(const std::vector<std::int64_t>& tickets, const CancelToken& cancel)
{
    TicketMap where;
    for (const auto ticket : tickets)
        where.emplace(ticket, ticket);
    // Merged tickets keep what was written in them under their own number.
    const auto query = anyOf("EffectiveId", tickets) + " AND id != EffectiveId";
    const RtCall call{"/REST/2.0/tickets", formEncode({{"query", query}, {"orderby", "id"}, {"fields", "EffectiveId"}}), {}};
    FOREWORD_TRY(const auto items, m_session.list(call, cancel));
    for (const auto& item : items) {
        FOREWORD_TRY(const auto fields, RtFields::of(item, "ticket", m_session.host()));
        FOREWORD_TRY(const auto id, fields.id());
        FOREWORD_TRY(const auto target, fields.id("EffectiveId"));
        if (std::ranges::find(tickets, target) != tickets.end())
            where.emplace(id, target);
    }
    return where;
}

Result<> RtHistory::addTransactions(TransactionMap& found, const TicketMap& tickets, const std::string& types, const CancelToken& cancel)
{
    std::vector<std::int64_t> numbers;
    for (const auto& entry : tickets)
        numbers.push_back(entry.first);
    const auto query = "ObjectType='RT::Ticket' AND " + anyOf("ObjectId", numbers) + " AND " + types;
    const auto form =
        formEncode({{"query", query}, {"orderby", "id"}, {"fields", rtTransactionFields}, {"fields[Creator]", "id,Name,RealName"}});
    FOREWORD_TRY(const auto items, m_session.list({"/REST/2.0/transactions", form, {}}, cancel));
    for (const auto& item : items) {
        FOREWORD_TRY(const auto fields, RtFields::of(item, "transaction", m_session.host()));
        FOREWORD_TRY(auto transaction, readTransaction(fields));
        if (!transaction)
            continue;
        const auto where = tickets.find(transaction->ticket);
        if (where == tickets.end())
            continue;
        transaction->ticket = where->second;
        const auto id = transaction->id;
        found.emplace(id, std::move(*transaction));
    }
    return {};
}

Result<std::vector<RtPart>> RtHistory::textParts(const std::vector<std::int64_t>& transactions, const CancelToken& cancel)
{
    auto conditions = alternatives("TransactionId", transactions);
    for (const char* type : {"text/plain", "text/html"})
        conditions.push_back({{"field", "ContentType"}, {"value", type}, {"entry_aggregator", "OR"}});
    const RtCall call{"/REST/2.0/attachments", formEncode({{"fields", rtPartFields}, {"orderby", "id"}}), std::move(conditions)};
    FOREWORD_TRY(const auto items, m_session.list(call, cancel));
    std::vector<RtPart> parts;
    for (const auto& item : items) {
        FOREWORD_TRY(const auto fields, RtFields::of(item, "attachment", m_session.host()));
        FOREWORD_TRY(const auto part, readPart(fields));
        if (part)
            parts.push_back(*part);
    }
    return parts;
}

Result<std::map<std::int64_t, std::string>> RtHistory::contents(const std::vector<RtPart>& parts, const CancelToken& cancel)
{
    std::map<std::int64_t, std::string> texts;
    for (std::size_t next = 0; next < parts.size();) {
        std::vector<std::int64_t> ids;
        for (std::int64_t bytes = 0; next < parts.size() && (ids.empty() || bytes + parts[next].size <= mostBytes); ++next) {
            bytes += parts[next].size;
            ids.push_back(parts[next].id);
        }
        // Lists carry the content as text; only /attachment/N has it in base64.
        const RtCall call{"/REST/2.0/attachments", formEncode({{"fields", "Content"}, {"orderby", "id"}}), alternatives("id", ids)};
        FOREWORD_TRY(const auto page, m_session.page(call, 1, cancel));
        for (const auto& item : page.items) {
            FOREWORD_TRY(const auto fields, RtFields::of(item, "attachment", m_session.host()));
            FOREWORD_TRY(const auto id, fields.id());
            FOREWORD_TRY(texts[id], fields.text("Content"));
        }
    }
    return texts;
}

} // namespace foreword
