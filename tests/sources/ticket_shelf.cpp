#include "ticket_shelf.h"

#include <algorithm>
#include <vector>

#include <QDateTime>

using foreword::Timestamp;
using nlohmann::json;

namespace {

std::int64_t numberOf(const json& ticket)
{
    return std::stoll(ticket.at("id").get<std::string>());
}

std::int64_t changedAt(const json& ticket)
{
    return Timestamp::parse(ticket.at("LastUpdated").get<std::string>())->micros();
}

bool compares(std::int64_t a, const std::string& op, std::int64_t b)
{
    if (op == "=")
        return a == b;
    if (op == ">")
        return a > b;
    return op == "<" ? a < b : a >= b;
}

} // namespace

void TicketShelf::put(json ticket)
{
    const std::lock_guard lock(m_mutex);
    const auto id = numberOf(ticket);
    m_tickets[id] = std::move(ticket);
}

void TicketShelf::remove(std::int64_t id)
{
    const std::lock_guard lock(m_mutex);
    m_tickets.erase(id);
}

Timestamp TicketShelf::meaningOf(const std::string& date) const
{
    const auto written = QDateTime::fromString(QString::fromStdString(date), "yyyy-MM-dd HH:mm:ss");
    const QDateTime asUtc(written.date(), written.time(), Qt::UTC);
    return Timestamp::fromMicros(asUtc.addSecs(-m_zone.offsetFromUtc(asUtc)).toMSecsSinceEpoch() * 1000);
}

// "id > 0", "LastUpdated >= '2026-10-12 19:01:12'", "id = 1 OR id = 2"
bool TicketShelf::matches(const json& ticket, const std::string& condition) const
{
    if (const auto either = condition.find(" OR "); condition.starts_with("id") && either != std::string::npos)
        return matches(ticket, condition.substr(0, either)) || matches(ticket, condition.substr(either + 4));
    const auto first = condition.find(' ');
    const auto second = condition.find(' ', first + 1);
    const auto field = condition.substr(0, first), op = condition.substr(first + 1, second - first - 1);
    const auto value = condition.substr(second + 1);
    if (field == "id")
        return compares(numberOf(ticket), op, std::stoll(value));
    if (field == "LastUpdated")
        return compares(changedAt(ticket), op, meaningOf(value.substr(1, value.size() - 2)).micros());
    return true; // who asked; the pull sorts it out
}

json TicketShelf::search(const std::map<std::string, std::string>& parameters) const
{
    const std::lock_guard lock(m_mutex);
    std::vector<json> found;
    for (const auto& entry : m_tickets) {
        const auto& query = parameters.at("query");
        bool wanted = true;
        for (std::size_t begin = 0; begin != std::string::npos;) {
            const auto end = query.find(" AND ", begin);
            wanted = wanted && matches(entry.second, query.substr(begin, end == std::string::npos ? end : end - begin));
            begin = end == std::string::npos ? end : end + 5;
        }
        if (wanted)
            found.push_back(entry.second);
    }
    const auto given = [&](const char* name) {
        const auto parameter = parameters.find(name);
        return parameter == parameters.end() ? std::string() : parameter->second;
    };
    if (given("orderby") == "LastUpdated")
        std::ranges::stable_sort(found, {}, changedAt);
    if (given("order") == "DESC")
        std::ranges::reverse(found);
    const auto size = std::stoul(given("per_page")), page = std::stoul(given("page"));
    json items = json::array();
    for (auto i = (page - 1) * size; i < std::min(found.size(), page * size); ++i)
        items.push_back(found[i]);
    const auto pages = found.empty() ? json(0.0) : json((found.size() + size - 1) / size);
    return {{"items", items}, {"count", items.size()}, {"page", page}, {"pages", pages}, {"per_page", size}, {"total", found.size()}};
}
