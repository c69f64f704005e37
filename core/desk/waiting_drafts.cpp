#include "core/desk/waiting_drafts.h"

#include "core/store/connection.h"
#include "core/store/draft_table.h"
#include "core/store/outbox_table.h"

namespace foreword {

Result<std::vector<WaitingDraft>> waitingDrafts(Connection& reading)
{
    std::vector<WaitingDraft> waiting;
    const DraftTable table(reading);
    FOREWORD_TRY(const auto refused, OutboxTable(reading).failed());
    for (const OutboxItem& item : refused) {
        FOREWORD_TRY(const auto about, table.aboutWhom({item.source, item.interaction}));
        if (about)
            waiting.push_back({about->person, about->displayName, DraftKind::note, true});
    }
    FOREWORD_TRY(const auto drafts, table.list());
    for (const Draft& draft : drafts) {
        FOREWORD_TRY(const auto about, table.aboutWhom(draft.interaction));
        if (about)
            waiting.push_back({about->person, about->displayName, draft.kind});
    }
    return waiting;
}

} // namespace foreword
