#include "core/desk/sync_board.h"

#include <algorithm>

namespace foreword {

SyncBoard::SyncBoard(SyncSetup setup) : m_setup(std::move(setup))
{
    m_setup.changed = [this] { tellAll(); };
}

SyncBoard::~SyncBoard()
{
    close();
}

void SyncBoard::close()
{
    std::vector<std::unique_ptr<SourceSync>> sources;
    {
        const std::lock_guard lock(m_sourcesMutex);
        m_closed = true;
        sources.swap(m_sources);
    }
    // All at once, then one after the other.
    for (const auto& source : sources)
        source->retire();
}

void SyncBoard::adopt(const std::vector<SavedSource>& sources)
{
    {
        const std::lock_guard lock(m_sourcesMutex);
        if (m_closed)
            return;
        for (const auto& known : m_sources) {
            if (std::ranges::find(sources, known->name(), &SavedSource::name) == sources.end())
                known->retire();
        }
        for (const auto& source : sources) {
            const auto known = std::ranges::find_if(m_sources, [&](const auto& s) { return s->name() == source.name && !s->retired(); });
            if (known == m_sources.end()) {
                m_sources.push_back(std::make_unique<SourceSync>(source, m_setup));
                m_sources.back()->attend(m_attended.contains(source.name));
            }
        }
    }
    tellAll();
}

std::vector<SourceStatus> SyncBoard::statuses() const
{
    const std::lock_guard lock(m_sourcesMutex);
    std::vector<SourceStatus> statuses;
    for (const auto& source : m_sources) {
        if (!source->retired())
            statuses.push_back(source->status());
    }
    return statuses;
}

void SyncBoard::syncNow()
{
    const std::lock_guard lock(m_sourcesMutex);
    for (const auto& source : m_sources)
        source->syncNow();
}

void SyncBoard::cancel()
{
    const std::lock_guard lock(m_sourcesMutex);
    for (const auto& source : m_sources)
        source->cancel();
}

void SyncBoard::attend(std::set<std::string> sources)
{
    const std::lock_guard lock(m_sourcesMutex);
    m_attended = std::move(sources);
    for (const auto& source : m_sources)
        source->attend(m_attended.contains(source->name()));
}

void SyncBoard::follow(CancelToken token, const Follower& follower)
{
    {
        const std::lock_guard lock(m_mutex);
        m_followers.emplace_back(std::move(token), follower);
    }
    tellAll();
}

// One at a time tells; what changes meanwhile is told by that one, after it. So the last that
// anybody hears is how it stands.
void SyncBoard::tellAll()
{
    std::unique_lock lock(m_mutex);
    m_untold = true;
    if (std::exchange(m_telling, true))
        return;
    while (std::exchange(m_untold, false)) {
        std::erase_if(m_followers, [](const auto& entry) { return entry.first.cancelled(); });
        const auto followers = m_followers;
        lock.unlock();
        const auto now = statuses();
        for (const auto& [token, follower] : followers)
            follower(now);
        lock.lock();
    }
    m_telling = false;
}

} // namespace foreword
