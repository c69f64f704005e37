// A conversation as it happens: each message, event or closing that arrives is taken in once, and
// the decision stands anew. What was read before is not read again. One thread.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/desk/definitions.h"
#include "core/desk/posture_change.h"
#include "core/model/brief.h"
#include "core/model/decision.h"
#include "core/model/history.h"

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
    // As it stands after what was taken. Folded out of the annotations, which are made once a
    // message; no text is read again.
    Brief brief() const;
    const History& history() const { return m_history; }

private:
    Decision decideNow() const;
    Result<Arrival> apply(std::string_view line, Timestamp now);
    Result<Arrival> addMessage(HistoryMessage message, std::string_view interaction);
    std::uint32_t interactionNamed(std::string_view id, Timestamp at);

    const Definitions& m_definitions;
    History m_history;
    std::vector<OfferRecord> m_offers;
    ConsentChannel m_channel;
    Timestamp m_latest;
    Decision m_last;
    int m_unnamed = 0;
};

} // namespace foreword
