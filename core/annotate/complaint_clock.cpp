#include <algorithm>

#include "core/annotate/history_view.h"

namespace foreword {
namespace {

constexpr std::string_view complaintSignal = "open_complaint";

struct Complaint {
    Timestamp since;
    std::optional<std::uint32_t> interaction;
    Evidence evidence;
    bool recorded = false; // in a field, not only in words
};

// The first words of it in an interaction, or nothing.
std::optional<Complaint> saidIn(const HistoryView& view, std::uint32_t interaction)
{
    for (const std::size_t index : view.messagesOf(interaction)) {
        const HistoryMessage& message = view.history().messages[index];
        if (message.sender != Sender::customer || message.visibility != Visibility::visible)
            continue;
        for (const Annotation& cue : message.annotations) {
            if (cue.kind != AnnotationKind::cue || cue.label != complaintSignal)
                continue;
            if (Evidence evidence = view.quote(index, cue); evidence.citation)
                return Complaint{message.at, interaction, std::move(evidence), false};
        }
    }
    return std::nullopt;
}

std::vector<Complaint> complaintsOf(const HistoryView& view)
{
    std::vector<Complaint> complaints;
    for (std::uint32_t i = 0; i < view.history().interactions.size(); ++i) {
        const InteractionRecord& interaction = view.interaction(i);
        if (!view.interactionExists(i) || view.closedAt(i))
            continue;
        if (interaction.kind == InteractionKind::complaint)
            complaints.push_back({interaction.openedAt, i,
                                  HistoryView::field(view.describe(i) + " kind=complaint", "complaint", interaction.openedAt), true});
        else if (auto said = saidIn(view, i))
            complaints.push_back(*std::move(said));
    }
    for (const EventFacts& event : view.events()) {
        if (event.name() == complaintSignal && !view.interactionOf(event))
            complaints.push_back({event.at(), std::nullopt, HistoryView::field(describe(event), event.name(), event.at()), true});
    }
    return complaints;
}

// Answered by a final response in this matter, withdrawn, or ended by record.
bool isAnswered(const HistoryView& view, const DictionaryEntry& entry, const Complaint& complaint)
{
    return std::ranges::any_of(view.events(), [&](const EventFacts& event) {
        if (event.at() < complaint.since)
            return false;
        if (event.name() == "final_response_sent" || event.name() == "complaint_withdrawn") {
            const auto about = view.interactionOf(event);
            return !about || !complaint.interaction || about == complaint.interaction;
        }
        const auto closed = event.value("signal");
        return event.name() == entry.id + "_ended" || event.name() == "open_complaint_ended"
            || (event.name() == "signal_closed" && (closed == entry.id || closed == complaintSignal));
    });
}

const ComplaintLimit* limitFor(const SignalSettings& settings, Timestamp since)
{
    const ComplaintLimit* limit = nullptr;
    for (const ComplaintLimit& candidate : settings.complaintLimits) {
        if (!candidate.from || *candidate.from <= since)
            limit = &candidate;
    }
    return limit;
}

} // namespace

std::vector<StandingEvidence> complaintsNearLimit(const HistoryView& view, const DictionaryEntry& entry, const SignalSettings& settings)
{
    std::vector<StandingEvidence> found;
    for (Complaint& complaint : complaintsOf(view)) {
        const ComplaintLimit* limit = limitFor(settings, complaint.since);
        if (!limit || isAnswered(view, entry, complaint))
            continue;
        constexpr std::int64_t minutesADay = 1440;
        const Timestamp used = complaint.since.plusMinutes(limit->days * minutesADay * settings.complaintClockPercent / 100);
        if (view.asOf() >= used)
            found.push_back({std::move(complaint.evidence), std::nullopt, complaint.interaction, complaint.recorded, {}});
    }
    return found;
}

} // namespace foreword
