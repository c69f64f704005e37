#include "core/sources/request_tracker/rt_presence.h"

#include <algorithm>
#include <string>

#include <nlohmann/json.hpp>

#include "core/net/url.h"
#include "core/sources/request_tracker/rt_fields.h"

namespace foreword {
namespace {

constexpr int ok = 200, notThere = 404, goneForGood = 410;
// As many that no search finds, and that are all there or all gone, are not the tickets' doing.
constexpr std::size_t many = 10;

bool saysGone(int status)
{
    return status == notThere || status == goneForGood;
}

} // namespace

Result<std::vector<std::int64_t>> RtPresence::goneTickets(const std::vector<std::int64_t>& tickets, bool gaveKnown,
                                                          const CancelToken& cancel)
{
    std::vector<std::int64_t> missing, gone;
    for (auto rest = tickets.begin(); rest != tickets.end();) {
        const auto end = rest + std::min<std::ptrdiff_t>(rtMostPerPage, tickets.end() - rest);
        FOREWORD_TRY(const auto unseen, notFound({rest, end}, cancel));
        missing.insert(missing.end(), unseen.begin(), unseen.end());
        rest = end;
    }
    const bool isTheSameServer = gaveKnown || missing.size() < tickets.size();
    for (std::size_t asked = 0; asked < missing.size(); ++asked) {
        if (asked == many && gone.empty())
            break;
        FOREWORD_TRY(const bool isGone, isGoneTicket(missing[asked], cancel));
        if (isGone)
            gone.push_back(missing[asked]);
        if (gone.size() == many && !isTheSameServer)
            return std::vector<std::int64_t>();
    }
    return gone;
}

Result<std::vector<std::int64_t>> RtPresence::notFound(std::vector<std::int64_t> tickets, const CancelToken& cancel)
{
    std::string query;
    for (const auto ticket : tickets)
        query.append(query.empty() ? "" : " OR ").append("id = ").append(std::to_string(ticket));
    FOREWORD_TRY(const auto page, m_session.page({"/REST/2.0/tickets", formEncode({{"query", query}, {"orderby", "id"}}), {}}, 1, cancel));
    for (const auto& item : page.items) {
        FOREWORD_TRY(const auto fields, RtFields::of(item, "ticket", m_session.host()));
        FOREWORD_TRY(const auto id, fields.id());
        std::erase(tickets, id);
    }
    return tickets;
}

// One that may not be seen, that the server is in trouble with, or of which something else answers,
// may well be there.
Result<bool> RtPresence::isGoneTicket(std::int64_t ticket, const CancelToken& cancel)
{
    FOREWORD_TRY(const auto response, m_session.send({"/REST/2.0/ticket/" + std::to_string(ticket), "", {}}, cancel));
    if (response.status != ok)
        return saysGone(response.status);
    const auto value = nlohmann::json::parse(response.body, nullptr, false);
    const auto fields = RtFields::of(value, "ticket", m_session.host());
    if (!fields)
        return false;
    const auto id = fields->id();
    const auto status = fields->text("Status");
    return id && status && !status->empty() && (*id != ticket || *status == "deleted");
}

Result<bool> RtPresence::isGoneUser(std::int64_t user, const CancelToken& cancel)
{
    FOREWORD_TRY(const auto response, m_session.send({"/REST/2.0/user/" + std::to_string(user), "", {}}, cancel));
    return saysGone(response.status);
}

} // namespace foreword
