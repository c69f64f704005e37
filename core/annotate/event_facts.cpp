#include "core/annotate/event_facts.h"

#include <algorithm>
#include <charconv>

#include <nlohmann/json.hpp>

namespace foreword {
namespace {

std::optional<double> amountOf(const nlohmann::json& data)
{
    const auto found = data.find("amount");
    if (found == data.end())
        return std::nullopt;
    if (found->is_number())
        return found->get<double>();
    if (!found->is_string())
        return std::nullopt;
    const auto& text = found->get_ref<const std::string&>();
    double amount = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), amount);
    return error == std::errc() && end == text.data() + text.size() ? std::optional(amount) : std::nullopt;
}

} // namespace

std::string_view EventFacts::value(std::string_view key) const
{
    const auto found = data.find(std::string(key));
    return found == data.end() ? std::string_view() : std::string_view(found->second);
}

EventFacts factsOf(const EventRecord& event)
{
    EventFacts facts;
    facts.record = &event;
    if (event.data.size() <= 2) // "{}"
        return facts;
    const nlohmann::json data = nlohmann::json::parse(event.data, nullptr, false);
    if (!data.is_object())
        return facts;
    for (const auto& [key, value] : data.items()) {
        if (value.is_string())
            facts.data.emplace(key, value.get<std::string>());
    }
    facts.amount = amountOf(data);
    return facts;
}

bool describesOnly(std::string_view key)
{
    constexpr std::string_view describing[] = {
        "kind",     "type",     "channel",  "method",   "language", "status",   "state",      "result",  "outcome", "reason",
        "cause",    "note",     "text",     "comment",  "title",    "by",       "agent",      "team",    "name",    "amount",
        "currency", "price",    "total",    "balance",  "tax",      "discount", "count",      "attempt", "days",    "hours",
        "minutes",  "duration", "quantity", "date",     "time",     "day",      "slot",       "window",  "to",      "from",
        "at",       "since",    "until",    "start",    "end",      "due",      "due_date",   "due_at",  "eta",     "new_date",
        "new_time", "old_date", "old_time", "new_slot", "old_slot", "period",   "expires_at", "version"};
    return std::ranges::find(describing, key) != std::end(describing);
}

bool sameMatter(const EventFacts& a, const EventFacts& b)
{
    return std::ranges::all_of(a.data, [&](const auto& entry) {
        if (describesOnly(entry.first))
            return true;
        const auto other = b.value(entry.first);
        return other.empty() || other == entry.second;
    });
}

std::string describe(const EventFacts& event)
{
    std::string text = "event " + event.record->source + ":" + event.name();
    for (const auto& [key, value] : event.data)
        text.append(" ").append(key).append("=").append(value);
    return text;
}

} // namespace foreword
