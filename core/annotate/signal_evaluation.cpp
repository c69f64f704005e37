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
    for (const std::size_t index : view.unreadableMessages()) {
        const HistoryMessage& message = view.history().messages[index];
        const auto end = view.endOf(entry, message.at, message.interaction);
        const bool over = entry.endsBy == "opt_in" && optedInAfter(view, message.at);
        if (over || !view.stands(end))
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

// Evidence that only one signal knows how to find.
std::vector<StandingEvidence> ownEvidence(const HistoryView& view, const DictionaryEntry& entry, const SignalContext& context)
{
    if (entry.id == "card_data_in_text")
        return maskedCards(view);
    if (entry.id == "breathing_space")
        return breathingSpaces(view, entry);
    if (entry.id == "identity_conflict")
        return conflictingIdentity(view);
    if (entry.id == "complaint_clock")
        return complaintsNearLimit(view, entry, context.settings);
    if (entry.id == "repeat_contact")
        return repeatedContacts(view, entry, context.settings);
    if (entry.id == "broken_promise")
        return brokenPromises(view, entry);
    if (entry.id == "contact_cap_reached")
        return usedUpContacts(view, context.settings, context.channel);
    if (entry.id == "lifecycle_not_ready")
        return earlyLifecycle(view, context.settings);
    return {};
}

std::optional<Signal> evaluateOne(const HistoryView& view, const DictionaryEntry& entry, const SignalContext& context)
{
    if (entry.id == "marketing_objection")
        return marketingObjection(view, entry);
    if (entry.id == "consent_not_shown")
        return consentNotShown(view, entry, context.settings, context.channel);
    std::vector<StandingEvidence> evidence = ownEvidence(view, entry, context);
    if (hasEvidence(entry, "field") && entry.id != "breathing_space")
        append(evidence, eventEvidence(view, entry));
    if (hasEvidence(entry, "text"))
        append(evidence, textEvidence(view, entry));
    append(evidence, kindEvidence(view, entry));
    // What a person closed by hand about who this is does not come back by the same records.
    if (entry.id == "identity_conflict")
        std::erase_if(evidence, [&](const StandingEvidence& piece) {
            return !view.stands(view.recordedEnd(entry, piece.evidence.at.value_or(Timestamp())));
        });
    return signalOf(view, entry, std::move(evidence));
}

std::vector<Signal> evaluate(const HistoryView& view, const DictionaryEntry& entry, const SignalContext& context)
{
    if (entry.id == "recently_declined")
        return declinedOffers(view, entry, context.settings);
    if (entry.id == "special_category_targeting")
        return sensitiveAudiences(view, entry, context.offers);
    std::optional<Signal> signal = evaluateOne(view, entry, context);
    // Masking reads digits, whatever the language.
    if (!signal && hasEvidence(entry, "text") && entry.endsBy != "ingestion")
        signal = unknownSignal(view, entry);
    if (!signal)
        return {};
    return {*std::move(signal)};
}

} // namespace

std::vector<Signal> evaluateSignals(const Dictionary& dictionary, const History& history, const SignalContext& context)
{
    return evaluateSignals(dictionary, HistoryView(history, context.asOf), context);
}

std::vector<Signal> evaluateSignals(const Dictionary& dictionary, const HistoryView& view, const SignalContext& context)
{
    std::vector<Signal> signals;
    for (const DictionaryEntry& entry : dictionary.entries()) {
        for (Signal& signal : evaluate(view, entry, context))
            signals.push_back(std::move(signal));
    }
    std::ranges::stable_sort(signals, {}, &Signal::rank);
    return signals;
}

} // namespace foreword
