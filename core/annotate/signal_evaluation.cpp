#include "core/annotate/signal_evaluation.h"

#include <algorithm>

#include "core/annotate/history_view.h"

namespace foreword {
namespace {

bool hasEvidence(const DictionaryEntry& entry, std::string_view kind)
{
    return std::ranges::find(entry.evidence, kind) != entry.evidence.end();
}

void append(std::vector<StandingEvidence>& to, std::vector<StandingEvidence> more)
{
    to.insert(to.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
}

// What could not be read may hold the signal: it is unknown then, never absent, as long as
// words said there would still count.
std::optional<Signal> unknownSignal(const HistoryView& view, const DictionaryEntry& entry)
{
    std::vector<StandingEvidence> unread;
    for (const std::size_t index : view.customerMessages()) {
        const HistoryMessage& message = view.history().messages[index];
        const auto end = view.endOf(entry, message.at, message.interaction);
        const bool over = entry.endsBy == "opt_in" && optedInAfter(view, message.at);
        if (over || !view.stands(entry, message.at, end) || !view.unreadable(index))
            continue;
        const std::string language = message.language.empty() ? "unknown" : message.language;
        unread.push_back({HistoryView::field("message " + message.key.source + ":" + message.key.id + " language", language, message.at),
                          end,
                          message.interaction,
                          false,
                          {}});
    }
    std::optional<Signal> signal = signalOf(view, entry, std::move(unread));
    if (signal)
        signal->state = SignalState::unknown;
    return signal;
}

std::optional<Signal> evaluate(const HistoryView& view, const DictionaryEntry& entry, const SignalContext& context)
{
    if (entry.id == "marketing_objection")
        return marketingObjection(view, entry);
    if (entry.id == "consent_not_shown")
        return consentNotShown(view, entry, context.channel);
    std::vector<StandingEvidence> evidence;
    if (hasEvidence(entry, "field"))
        append(evidence, eventEvidence(view, entry));
    if (hasEvidence(entry, "text"))
        append(evidence, textEvidence(view, entry));
    if (entry.id == "open_complaint")
        append(evidence, complaintRecords(view, entry));
    if (entry.id == "repeat_contact")
        append(evidence, repeatedContacts(view, entry));
    return signalOf(view, entry, std::move(evidence));
}

} // namespace

std::vector<Signal> evaluateSignals(const Dictionary& dictionary, const History& history, const SignalContext& context)
{
    const HistoryView view(history, context.asOf);
    std::vector<Signal> signals;
    for (const DictionaryEntry& entry : dictionary.entries()) {
        std::optional<Signal> signal = evaluate(view, entry, context);
        // Masking reads digits, whatever the language.
        if (!signal && hasEvidence(entry, "text") && entry.endsBy != "ingestion")
            signal = unknownSignal(view, entry);
        if (signal)
            signals.push_back(*std::move(signal));
    }
    std::ranges::stable_sort(signals, {}, &Signal::rank);
    return signals;
}

} // namespace foreword
