#include "core/desk/posture_change.h"

#include <algorithm>
#include <string_view>
#include <tuple>

namespace foreword {
namespace {

// An event that ends a signal by name, or by the word of a person.
bool endsASignal(const Arrival& arrival)
{
    return arrival.kind == Arrival::Kind::event && (arrival.name == "signal_closed" || arrival.name.ends_with("_ended"));
}

// How well an arrival explains that the rule ended; then the latest explains it best.
int explains(const Arrival& arrival, const RuleMatch& rule)
{
    if (endsASignal(arrival))
        return 3;
    if (arrival.kind == Arrival::Kind::interaction)
        return arrival.closed && rule.untilEvent == "interaction.closed" ? 2 : 0;
    return 1;
}

const Arrival* whatEnded(const RuleMatch& rule, const std::vector<Arrival>& arrivals)
{
    const auto best =
        std::ranges::max_element(arrivals, {}, [&](const Arrival& arrival) { return std::pair(explains(arrival, rule), arrival.at); });
    return best == arrivals.end() ? nullptr : &*best;
}

template <class Row, class Key>
std::vector<const Row*> newRows(const std::vector<Row>& before, const std::vector<Row>& after, Key key)
{
    std::vector<decltype(key(before.front()))> known;
    known.reserve(before.size());
    for (const Row& row : before)
        known.push_back(key(row));
    std::ranges::sort(known);
    std::vector<const Row*> rows;
    for (const Row& row : after) {
        if (!std::ranges::binary_search(known, key(row)))
            rows.push_back(&row);
    }
    return rows;
}

} // namespace

std::optional<PostureChange> postureChange(const Decision& before, const Decision& after, const std::vector<Arrival>& arrivals,
                                           Timestamp now)
{
    if (before.posture == after.posture)
        return std::nullopt;
    PostureChange change{before.posture, after.posture, {}, now, {}, {}};
    if (change.rose()) {
        change.rule = *after.postureReason;
        return change;
    }
    change.rule = *before.postureReason;
    if (change.rule.until && *change.rule.until <= now)
        change.timeEnded = change.rule.until;
    else if (const Arrival* ended = whatEnded(change.rule, arrivals))
        change.ended = *ended;
    else
        return std::nullopt;
    return change;
}

Arrival arrivalOf(const InteractionRecord& interaction)
{
    return {Arrival::Kind::interaction, interaction.key.id, interaction.closedAt.value_or(interaction.openedAt),
            !isUnderway(interaction.status)};
}

std::vector<Arrival> arrivalsBetween(const History& before, const History& after)
{
    using View = std::string_view;
    std::vector<Arrival> arrivals;
    const auto messageKey = [](const HistoryMessage& m) { return std::tuple(View(m.key.source), View(m.key.id), View(m.text)); };
    for (const auto* message : newRows(before.messages, after.messages, messageKey))
        arrivals.push_back({Arrival::Kind::message, message->key.id, message->at});
    const auto eventKey = [](const EventRecord& e) { return std::tuple(View(e.source), View(e.id), View(e.name), e.at, View(e.data)); };
    for (const auto* event : newRows(before.events, after.events, eventKey))
        arrivals.push_back({Arrival::Kind::event, event->name, event->at});
    const auto interactionKey = [](const InteractionRecord& i) { return std::tuple(View(i.key.source), View(i.key.id), i.status, i.kind); };
    for (const auto* interaction : newRows(before.interactions, after.interactions, interactionKey))
        arrivals.push_back(arrivalOf(*interaction));
    return arrivals;
}

} // namespace foreword
