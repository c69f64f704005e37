// Signals out of events: facts that systems report, and how they end.
#include <algorithm>

#include "core/annotate/history_view.h"

namespace foreword {
namespace {

// What an event says by itself: "outage", ended by "outage_ended" and by what the dictionary
// names, `plusDays` later.
struct EventKind {
    std::string name;
    std::vector<std::string> endedBy;
};

std::vector<EventKind> kindsOf(const DictionaryEntry& entry)
{
    std::vector<EventKind> kinds{{entry.id, {}}};
    for (const auto& [name, endedBy] : entry.events)
        kinds.push_back({name, endedBy});
    return kinds;
}

std::optional<Timestamp> endedAt(const HistoryView& view, const EventKind& kind, const EventFacts& event)
{
    for (const EventFacts& later : view.events()) {
        const bool ends = later.name() == kind.name + "_ended" || later.name() == kind.name + "_resolved"
            || std::ranges::find(kind.endedBy, later.name()) != kind.endedBy.end();
        if (ends && later.at() >= event.at() && sameMatter(event, later))
            return later.at();
    }
    return std::nullopt;
}

// Money that is owed, when it was paid: each payment pays the oldest first, as far as its amount
// reaches; one without an amount pays one. What is paid in part is still owed. A debit that failed
// and the payment that was missed by it are one debt.
class Debts {
public:
    Debts(const HistoryView& view, const DictionaryEntry& entry)
    {
        for (const EventFacts& event : view.events()) {
            if (std::ranges::find(entry.owed, event.name()) != entry.owed.end())
                owe(event);
            else if (std::ranges::find(entry.paidBy, event.name()) != entry.paidBy.end())
                pay(event);
        }
    }

    std::optional<Timestamp> paidAt(const EventFacts& owed) const
    {
        const auto found =
            std::ranges::find_if(m_debts, [&](const Debt& debt) { return std::ranges::find(debt.events, &owed) != debt.events.end(); });
        return found == m_debts.end() ? std::nullopt : found->paidAt;
    }

private:
    struct Debt {
        std::vector<const EventFacts*> events;
        std::optional<double> rest;
        std::optional<Timestamp> paidAt;
    };

    void owe(const EventFacts& event)
    {
        constexpr int sameDays = 7;
        for (Debt& debt : m_debts) {
            const EventFacts& last = *debt.events.back();
            const bool again = last.name() != event.name() && event.at() < last.at().plusDays(sameDays);
            if (again && !debt.paidAt && sameMatter(last, event) && last.amount == event.amount) {
                debt.events.push_back(&event);
                return;
            }
        }
        m_debts.push_back({{&event}, event.amount, std::nullopt});
    }

    // Events come in the order of time, so that what is owed later is not there yet.
    void pay(const EventFacts& payment)
    {
        constexpr double nothing = 0.005; // half a cent
        auto left = payment.amount;
        for (Debt& debt : m_debts) {
            if (debt.paidAt || !sameMatter(*debt.events.front(), payment))
                continue;
            if (left && debt.rest && *left < *debt.rest - nothing) {
                *debt.rest -= *left;
                return;
            }
            debt.paidAt = payment.at();
            if (!left || !debt.rest)
                return;
            *left -= *debt.rest;
            if (*left < nothing)
                return;
        }
    }

    std::vector<Debt> m_debts;
};

// What is about one conversation is about the one that was open when it was said.
std::optional<std::uint32_t> interactionFor(const HistoryView& view, const DictionaryEntry& entry, const EventFacts& event)
{
    const auto named = view.interactionOf(event);
    return named || entry.endsBy != "conversation" ? named : view.openAt(event.at());
}

} // namespace

std::vector<StandingEvidence> eventEvidence(const HistoryView& view, const DictionaryEntry& entry)
{
    std::vector<StandingEvidence> found;
    const auto kinds = kindsOf(entry);
    const Debts debts(view, entry);
    for (const EventFacts& event : view.events()) {
        const auto kind = std::ranges::find(kinds, event.name(), &EventKind::name);
        if (kind == kinds.end())
            continue;
        const auto interaction = interactionFor(view, entry, event);
        auto end = view.endOf(entry, event.at(), interaction);
        if (kind->name != entry.id) {
            const auto ended = endedAt(view, *kind, event);
            end = earlierEnd(end, ended ? std::optional(ended->plusDays(entry.endsByPlusDays)) : std::nullopt);
            end = earlierEnd(end, debts.paidAt(event));
        }
        if (view.stands(end))
            found.push_back({HistoryView::field(describe(event), event.name(), event.at()), end, interaction, true, {}});
    }
    return found;
}

// Standard: the days of the dictionary, less if it is ended before. Crisis: as long as treatment
// lasts, and the dictionary's plus_days after its end.
std::vector<StandingEvidence> breathingSpaces(const HistoryView& view, const DictionaryEntry& entry)
{
    std::vector<StandingEvidence> found;
    for (const EventFacts& event : view.events()) {
        if (event.name() != entry.id)
            continue;
        const bool crisis = event.value("kind") == "crisis";
        std::optional<Timestamp> end;
        if (!crisis)
            end = event.at().plusDays(entry.endsAfterDays);
        for (const EventFacts& later : view.events()) {
            if (later.at() < event.at())
                continue;
            if (later.name() == entry.id + "_ended")
                end = earlierEnd(end, later.at().plusDays(crisis ? entry.endsByPlusDays : 0));
            else if (later.name() == "signal_closed" && later.value("signal") == entry.id)
                end = earlierEnd(end, later.at());
        }
        if (view.stands(end))
            found.push_back({HistoryView::field(describe(event), event.name(), event.at()), end, std::nullopt, true, {}});
    }
    return found;
}

} // namespace foreword
