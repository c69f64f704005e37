#include "core/health/consent_conflicts.h"

#include <algorithm>

namespace foreword {
namespace {

bool granted(const ConsentEntry& entry)
{
    return entry.record.status == ConsentStatus::granted;
}

// The newest entry that the state rests on; of a refusal, the newest of that very kind.
std::string sourceOf(const ConsentReading& reading)
{
    const auto says = [&](const ConsentEntry& entry) {
        switch (entry.record.status) {
        case ConsentStatus::granted: return reading.state == ConsentState::granted || reading.state == ConsentState::unknown;
        case ConsentStatus::denied: return reading.state == ConsentState::denied;
        case ConsentStatus::revoked: return reading.state == ConsentState::revoked;
        case ConsentStatus::objected: break;
        }
        return reading.state == ConsentState::objected;
    };
    const auto found = std::ranges::find_if(reading.entries, [&](const ConsentEntry& entry) { return entry.counts && says(entry); });
    return found == reading.entries.end() ? std::string() : found->record.source;
}

void add(ConsentConflict&& conflict, std::vector<ConsentConflict>& conflicts)
{
    const auto known = std::ranges::find_if(conflicts, [&](const ConsentConflict& other) {
        return other.newer == conflict.newer && other.older == conflict.older && other.counts == conflict.counts
            && other.countsBy == conflict.countsBy;
    });
    if (known == conflicts.end())
        conflicts.push_back(std::move(conflict));
    else
        known->channel = ConsentChannel::any;
}

} // namespace

std::vector<ConsentConflict> consentConflicts(const std::vector<ConsentReading>& ledger)
{
    std::vector<ConsentConflict> conflicts;
    for (const auto& reading : ledger) {
        for (auto newer = reading.entries.begin(); newer != reading.entries.end(); ++newer) {
            for (auto older = std::next(newer); older != reading.entries.end(); ++older) {
                if (newer->lastWord && older->lastWord && granted(*newer) != granted(*older))
                    add({reading.channel, newer->record, older->record, reading.state, sourceOf(reading)}, conflicts);
            }
        }
    }
    return conflicts;
}

} // namespace foreword
