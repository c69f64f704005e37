#include "core/brief/brief_maker.h"

#include "core/brief/brief_fold.h"

namespace foreword {

Brief makeBrief(const History& history, Timestamp asOf)
{
    const BriefFold fold(history, asOf);
    Brief brief;
    foldSituation(fold, brief);
    foldHistory(fold, brief);
    foldTried(fold, brief);
    foldPromised(fold, brief);
    foldTold(fold, brief);
    foldAskedAgain(fold, brief);
    foldOpenQuestions(fold, brief);
    foldOutcome(fold, brief);
    foldKeySentences(fold, brief);
    // The oldest message's version: a newer dictionary reads the newest messages first.
    for (const std::size_t index : fold.messages()) {
        if (!fold.message(index).dictionaryVersion.empty() && brief.dictionaryVersion.empty())
            brief.dictionaryVersion = fold.message(index).dictionaryVersion;
    }
    return brief;
}

} // namespace foreword
