// All sources of a workspace, each kept in step by a SourceSync. Calls return at once and are
// safe from any thread; the destructor cancels and joins.
#pragma once

#include <functional>
#include <memory>
#include <mutex>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "core/desk/source_sync.h"

namespace foreword {

class SyncBoard {
public:
    using Follower = std::function<void(std::vector<SourceStatus>)>;

    // `setup.changed` is set here.
    explicit SyncBoard(SyncSetup setup);
    ~SyncBoard();
    // Ends all for good and waits for it; afterwards no source begins.
    void close();

    // The sources there are now: new ones begin, those that are gone end.
    void adopt(const std::vector<SavedSource>& sources);
    std::vector<SourceStatus> statuses() const;
    void syncNow();
    void cancel();
    // The sources of the interactions that are open on screen, instead of those told before.
    void attend(std::set<std::string> sources);
    // Hears how it stands, and again after every change, until the token is cancelled; on the
    // thread of a source or of whoever calls.
    void follow(CancelToken token, const Follower& follower);

private:
    void tellAll();

    SyncSetup m_setup;
    std::mutex m_mutex; // of the followers and what they were told
    std::vector<std::pair<CancelToken, Follower>> m_followers;
    bool m_telling = false;
    bool m_untold = false; // something changed since
    mutable std::mutex m_sourcesMutex; // of what follows
    bool m_closed = false;
    std::set<std::string> m_attended; // names, whether they are there or not
    std::vector<std::unique_ptr<SourceSync>> m_sources; // last: their threads use the rest
};

} // namespace foreword
