// A conversation as it happens: each message, event or interaction that arrives is taken in, and
// decision and brief follow. It owns the history that grows. What comes last is added to what was
// read and folded before; what comes late, replaces a message or changes what the conversation is
// written in has part of it read again and all of it folded anew (core/desk/kept_history.h). The
// decision is made anew of the whole with each line. One thread.
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
    std::string id; // of the message or interaction; of an event its name
    Decision decision;
    std::optional<PostureChange> change;
    std::int64_t micros = 0; // taking it in and deciding, without the brief
};

class LiveConversation {
public:
    // `history` is empty for somebody unknown; `now` is when it begins. `definitions` must outlive it.
    LiveConversation(const Definitions& definitions, History history, std::vector<OfferRecord> offers, ConsentChannel channel,
                     Timestamp now);

    // A line of JSON: a message as `signals` takes it, or a message, event or interaction of the
    // public interchange format. What is missing is filled in: the source, the id and conversation
    // of a message, and `now` for its time. HTML becomes text and card data is masked as ingest does
    // it. Errors, after which nothing was taken in: those of parseRecord and prepareRecord, and bad_value
    // for another type.
    Result<LiveStep> take(std::string_view line, Timestamp now);
    // As it stands after what was taken; until the next line. No message is read for it.
    const Brief& brief() { return m_kept->brief(); }
    const History& history() const { return m_kept->history(); }

private:
    Decision decideNow() const;
    void remember(const Decision& decision);
    Result<Arrival> apply(std::string_view line, Timestamp now);
    Arrival add(MessageRecord record, std::vector<Redaction> redactions);
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
