// A person's history as it stood at one time: what came later does not exist, and what was
// closed later is open. Refers to the history; one thread.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/annotate/dictionary.h"
#include "core/model/history.h"
#include "core/model/signal.h"

namespace foreword {

// One piece of evidence and the time it stops to count; without one it counts until `endsBy`.
struct StandingEvidence {
    Evidence evidence;
    std::optional<Timestamp> end;
    std::optional<std::uint32_t> interaction; // index
    bool confirmed = false;                   // a field or record, not words
    std::vector<std::string> scope;
};

class HistoryView {
public:
    HistoryView(const History& history, Timestamp asOf);

    Timestamp asOf() const { return m_asOf; }
    const History& history() const { return m_history; }

    bool exists(Timestamp at) const { return at <= m_asOf; }
    const InteractionRecord& interaction(std::uint32_t index) const { return m_history.interactions[index]; }
    bool interactionExists(std::uint32_t index) const { return exists(m_history.interactions[index].openedAt); }
    // When it was closed or resolved, if that was by now.
    std::optional<Timestamp> closedAt(std::uint32_t index) const { return m_closed[index]; }

    // The customer's visible messages by now, as indices.
    const std::vector<std::size_t>& customerMessages() const { return m_customerMessages; }
    // Whether the text of a message could not be read for signals: its language has no cue
    // list, or it was never annotated.
    bool unreadable(std::size_t message) const;

    // When evidence given at `at` in the interaction stops to count, by the dictionary.
    std::optional<Timestamp> endOf(const DictionaryEntry& entry, Timestamp at, std::optional<std::uint32_t> interaction) const;
    // Whether a person or system recorded the end of the signal after `at`.
    bool endRecorded(std::string_view signal, Timestamp at) const;
    bool stands(const DictionaryEntry& entry, Timestamp at, std::optional<Timestamp> end) const
    {
        return (!end || m_asOf < *end) && !endRecorded(entry.id, at);
    }

    Evidence quote(std::size_t message, const Annotation& cue) const;
    static Evidence field(std::string name, std::string value, Timestamp at);

private:
    std::optional<Timestamp> closing(std::uint32_t index) const;
    bool readElsewhere(std::uint32_t interaction) const;

    const History& m_history;
    Timestamp m_asOf;
    std::vector<std::optional<Timestamp>> m_closed;
    std::vector<std::size_t> m_customerMessages;
};

// The signal that standing evidence makes, ordered; nothing where there is none.
std::optional<Signal> signalOf(const HistoryView& view, const DictionaryEntry& entry, std::vector<StandingEvidence> evidence);

// Words and events that stand for the signal, without what only some signals know.
std::vector<StandingEvidence> textEvidence(const HistoryView& view, const DictionaryEntry& entry);
std::vector<StandingEvidence> eventEvidence(const HistoryView& view, const DictionaryEntry& entry);

// The signals with rules of their own.
std::optional<Signal> marketingObjection(const HistoryView& view, const DictionaryEntry& entry);
// Whether an objection made at `at`, to all of it, has been answered by an opt-in to all of it.
bool optedInAfter(const HistoryView& view, Timestamp at);
std::optional<Signal> consentNotShown(const HistoryView& view, const DictionaryEntry& entry, ConsentChannel channel);
std::vector<StandingEvidence> complaintRecords(const HistoryView& view, const DictionaryEntry& entry);
std::vector<StandingEvidence> repeatedContacts(const HistoryView& view, const DictionaryEntry& entry);

} // namespace foreword
