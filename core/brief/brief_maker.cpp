#include "core/brief/brief_maker.h"

#include "core/brief/brief_keeper.h"

namespace foreword {

Brief makeBrief(const History& history, Timestamp asOf)
{
    return makeBrief(HistoryView(history, asOf));
}

Brief makeBrief(const HistoryView& view)
{
    return BriefKeeper(view).brief();
}

} // namespace foreword
