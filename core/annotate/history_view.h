// A person's history as it stood at one time: what came later does not exist, and what was
// closed later is open. Refers to the history; one thread. It keeps up with a history that grows
// at its end without looking through the rest again.
#pragma once

#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/annotate/dictionary.h"
#include "core/annotate/event_facts.h"
#include "core/annotate/signal_settings.h"
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
    int count = 0; // see Signal::count
};

class HistoryView {
public:
    HistoryView(const History& history, Timestamp asOf);

    // Whether time may go on to `asOf` with nothing of the history coming to exist by that.
    bool reaches(Timestamp asOf) const { return m_asOf <= asOf && (!m_next || asOf < *m_next); }
    void moveTo(Timestamp asOf) { m_asOf = asOf; }
    // The last message of the history is new; so is, or was replaced, one of the interactions; so
    // are events. Whatever else changes, a view is made anew.
    void messageAdded();
    void interactionChanged(std::uint32_t index);
    void eventsChanged();

    Timestamp asOf() const { return m_asOf; }
    const History& history() const { return m_history; }

    bool exists(Timestamp at) const { return at <= m_asOf; }
    const InteractionRecord& interaction(std::uint32_t index) const { return m_history.interactions[index]; }
    bool interactionExists(std::uint32_t index) const { return exists(m_history.interactions[index].openedAt); }
    // When it was closed or resolved, if that was by now.
    std::optional<Timestamp> closedAt(std::uint32_t index) const { return m_closed[index]; }

    // The messages of an interaction by now as indices, whoever wrote them, in the order of the history.
    const std::vector<std::size_t>& messagesOf(std::uint32_t interaction) const { return m_ofInteraction[interaction]; }
    // The customer's visible messages by now whose text could not be read for signals: its language
    // has no cue list, or it was never annotated.
    const std::vector<std::size_t>& unreadableMessages() const { return m_unreadable; }
    // Messages by now in which card data was masked.
    const std::vector<std::size_t>& maskedMessages() const { return m_masked; }
    // Something that was read in a message.
    struct Mark {
        std::size_t message = 0;
        const Annotation* annotation = nullptr;
        bool operator==(const Mark&) const = default;
    };
    // What speaks for a signal in the customer's visible messages by now, in order.
    std::span<const Mark> cuesOf(std::string_view signal) const;
    // What the customer was promised by now, in order. An internal note promises them nothing.
    const std::vector<Mark>& promises() const { return m_promises; }

    // Where we or our systems gave something promised another time, by now, in order.
    const std::vector<Mark>& moves() const { return m_moves; }
    // What customers told was done, or came, by now, in order.
    const std::vector<Mark>& toldDone() const { return m_toldDone; }
    // Counts up when events or interactions change: what rests on them beside messages is old then.
    int changes() const { return m_changes; }

    // Those by now, in order.
    const std::vector<EventFacts>& events() const { return m_events; }
    // The interaction an event names, or nothing.
    std::optional<std::uint32_t> interactionOf(const EventFacts& event) const;
    // The newest one that was open at `at`, or nothing.
    std::optional<std::uint32_t> openAt(Timestamp at) const;

    // When evidence given at `at` in the interaction stops to count: by the dictionary, or because
    // its end was recorded.
    std::optional<Timestamp> endOf(const DictionaryEntry& entry, Timestamp at, std::optional<std::uint32_t> interaction) const;
    // When a person closed the signal, or a system said that it ended, after `at`. Only a person
    // ends a P0 signal. An end that names another conversation than this one does not count.
    std::optional<Timestamp> recordedEnd(const DictionaryEntry& entry, Timestamp at,
                                         std::optional<std::uint32_t> interaction = std::nullopt) const;
    bool stands(std::optional<Timestamp> end) const { return !end || m_asOf < *end; }

    Evidence quote(std::size_t message, const Annotation& cue) const;
    static Evidence field(std::string name, std::string value, std::optional<Timestamp> at);
    // "interaction helpdesk:4711", what an interaction is cited as.
    std::string describe(std::uint32_t interaction) const;

private:
    std::optional<Timestamp> closing(std::uint32_t index) const;
    bool unreadable(std::size_t message) const;
    void index(std::size_t message);
    void settle(std::uint32_t interaction);
    void readEvents();
    bool comesLater(Timestamp at);

    const History& m_history;
    Timestamp m_asOf;
    std::optional<Timestamp> m_next; // when the first of what does not exist yet will
    std::vector<std::optional<Timestamp>> m_closed;
    std::vector<std::vector<std::size_t>> m_ofInteraction;
    std::vector<std::size_t> m_unreadable, m_masked;
    std::map<std::string_view, std::vector<Mark>> m_cues; // by signal
    std::vector<Mark> m_promises, m_moves, m_toldDone;
    std::vector<EventFacts> m_events;
    int m_changes = 0;
};

// The earlier of two ends; nothing never comes.
std::optional<Timestamp> earlierEnd(std::optional<Timestamp> a, std::optional<Timestamp> b);

// The signal that standing evidence makes, ordered; nothing where there is none.
std::optional<Signal> signalOf(const HistoryView& view, const DictionaryEntry& entry, std::vector<StandingEvidence> evidence);

// Words and events that stand for the signal, without what only some signals know.
std::vector<StandingEvidence> textEvidence(const HistoryView& view, const DictionaryEntry& entry);
std::vector<StandingEvidence> eventEvidence(const HistoryView& view, const DictionaryEntry& entry);
// Interactions of the kinds that are evidence by themselves.
std::vector<StandingEvidence> kindEvidence(const HistoryView& view, const DictionaryEntry& entry);

// The signals with rules of their own.
std::optional<Signal> marketingObjection(const HistoryView& view, const DictionaryEntry& entry);
// Whether an objection made at `at`, to all of it, has been answered by an opt-in to all of it.
bool optedInAfter(const HistoryView& view, Timestamp at);
std::optional<Signal> consentNotShown(const HistoryView& view, const DictionaryEntry& entry, const SignalSettings& settings,
                                      ConsentChannel channel);
std::vector<StandingEvidence> repeatedContacts(const HistoryView& view, const DictionaryEntry& entry, const SignalSettings& settings);
// Complaints, in records or in words, that wait for a final response and near their time limit.
std::vector<StandingEvidence> complaintsNearLimit(const HistoryView& view, const DictionaryEntry& entry, const SignalSettings& settings);
std::vector<StandingEvidence> brokenPromises(const HistoryView& view, const DictionaryEntry& entry);
std::vector<StandingEvidence> maskedCards(const HistoryView& view);
std::vector<StandingEvidence> breathingSpaces(const HistoryView& view, const DictionaryEntry& entry);
std::vector<StandingEvidence> conflictingIdentity(const HistoryView& view);
std::vector<StandingEvidence> earlyLifecycle(const HistoryView& view, const SignalSettings& settings);
std::vector<StandingEvidence> usedUpContacts(const HistoryView& view, const SignalSettings& settings, ConsentChannel channel);

// One signal an offer: what made each is told apart.
std::vector<Signal> declinedOffers(const HistoryView& view, const DictionaryEntry& entry, const SignalSettings& settings);
std::vector<Signal> sensitiveAudiences(const HistoryView& view, const DictionaryEntry& entry, std::span<const OfferRecord> offers);

} // namespace foreword
