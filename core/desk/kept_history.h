// A customer's history while records arrive one by one, and the view and the brief that are kept
// of it; owns all three. What comes last is added to them. What comes late, or replaces what is
// there, has them made anew, in the same way.
//
// A message is read when it comes, and again where what was said before it in its conversation has
// changed, or what the conversation is written in: the first words of the customer that tell it, or
// else what is known of them besides, may come after short ones. Other conversations of the customer
// stay as they were read. One thread; nothing here fails.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_set>

#include "core/annotate/conversation_language.h"
#include "core/brief/brief_keeper.h"
#include "core/desk/definitions.h"
#include "core/model/history.h"

namespace foreword {

// What a line has for a source that names none.
inline constexpr std::string_view liveSource = "live";

class KeptHistory {
public:
    // `definitions` must outlive it.
    KeptHistory(const Definitions& definitions, History history, Timestamp asOf);
    KeptHistory(const KeptHistory&) = delete;
    KeptHistory& operator=(const KeptHistory&) = delete;

    const History& history() const { return m_history; }
    const HistoryView& view() const { return *m_view; }
    const Brief& brief() { return m_keeper->brief(); }

    // Time does not go back.
    void moveTo(Timestamp asOf);
    // In the order of time, after those of the same time; one that is known is replaced. The
    // conversation is opened where its source has none of that id and none of that id is without a
    // source; a message without one goes to any of that id.
    void add(HistoryMessage message, std::string_view interaction);
    void add(EventRecord event);
    // In the order of time, too. Replaces the one of the same source and id; where either names no
    // source, the one of that id, which then has the source that is named.
    void add(InteractionRecord interaction);

private:
    // What the languages of a conversation rest on, so that one more message costs no look at the
    // others.
    struct Spoken {
        std::optional<ToldLanguage> told; // by the customer
        std::string ours;                 // told by our side; looked for while the customer has not
        std::optional<std::string> hint;  // that its short messages were read in; nothing before the first was
    };

    // The one of that id that may be meant, of the same source if there is one.
    std::optional<std::uint32_t> find(const RecordKey& interaction) const;
    std::uint32_t opened(const RecordKey& interaction, Timestamp at);
    std::uint32_t append(InteractionRecord interaction);
    std::uint32_t settle(std::uint32_t interaction);
    void changed(std::uint32_t interaction);
    static void hear(Spoken& spoken, ConversationMessages messages);
    Spoken& spokenIn(std::uint32_t interaction);
    // What is known of the customer's language besides the conversation.
    std::string knownLanguage(const RecordKey& customer);
    std::size_t tellLanguages(std::size_t message, bool last);
    void read(std::size_t message, std::size_t firstOfConversation);
    void readAfter(std::size_t first, std::uint32_t interaction);
    void addLast(HistoryMessage message);
    void replace(HistoryMessage message, bool known);
    void makeAnew(Timestamp asOf);

    const Definitions& m_definitions;
    History m_history;
    std::unordered_set<std::string> m_known;  // keys of messages
    std::map<std::uint32_t, Spoken> m_spoken; // by interaction, of those that were looked at
    std::optional<HistoryView> m_view;
    std::optional<BriefKeeper> m_keeper;
};

} // namespace foreword
