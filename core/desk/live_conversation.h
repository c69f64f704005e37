// A conversation as it happens: each message, event or closing that arrives is taken in once, and
// decision and brief follow. What was read before is not read again, and what it does not touch is
// not folded again. One thread.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/desk/definitions.h"
#include "core/desk/kept_history.h"
#include "core/desk/posture_change.h"
#include "core/model/decision.h"

namespace foreword {

struct LiveStep {
    std::string id; // of the message or record
    Decision decision;
    std::optional<PostureChange> change;
    std::int64_t micros = 0;
};

class LiveConversation {
public:
    // `history` is empty for somebody unknown; `now` is when it begins. `definitions` must outlive it.
    LiveConversation(const Definitions& definitions, History history, std::vector<OfferRecord> offers, ConsentChannel channel,
                     Timestamp now);

    // A line of JSON: a message as `signals` takes it, or a message, event or interaction of the
    // public interchange format. `now` stands for the time of a message that has none. Errors:
    // those of parseRecord.
    Result<LiveStep> take(std::string_view line, Timestamp now);
    // As it stands after what was taken; until the next line. No text is read again.
    const Brief& brief() { return m_kept->brief(); }
    const History& history() const { return m_kept->history(); }

private:
    Decision decideNow() const;
    void remember(const Decision& decision);
    Result<Arrival> apply(std::string_view line, Timestamp now);
    Arrival add(MessageRecord record);
    Arrival add(EventRecord event);
    Arrival add(InteractionRecord interaction);
    Timestamp latestWith(const Arrival& arrival) const;

    const Definitions& m_definitions;
    std::unique_ptr<KeptHistory> m_kept;
    std::vector<OfferRecord> m_offers;
    ConsentChannel m_channel;
    Decision m_before; // posture and its reason
    int m_unnamed = 0;
};

} // namespace foreword
