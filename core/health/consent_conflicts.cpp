#include "core/health/consent_conflicts.h"

#include <algorithm>
#include <map>
#include <tuple>

namespace foreword {
namespace {

// Who keeps a consent: a system, for one of its customer records.
using Keeper = std::tuple<std::string, RecordKey, std::string>; // source, customer, purpose

using Standing = std::map<Keeper, const ConsentRecord*>;

constexpr ConsentChannel channels[] = {ConsentChannel::email, ConsentChannel::phone, ConsentChannel::sms, ConsentChannel::post,
                                       ConsentChannel::agent};

bool granted(const ConsentRecord& consent)
{
    return consent.status == ConsentStatus::granted;
}

// Whether `a` is the word of its keeper rather than `b`: the later one; at the same time the
// protective one.
bool outdates(const ConsentRecord& a, const ConsentRecord& b)
{
    if (a.at != b.at)
        return a.at > b.at;
    return std::tuple(granted(a), a.id, a.channel) < std::tuple(granted(b), b.id, b.channel);
}

// What each keeper says of a channel at `asOf`.
Standing standingFor(ConsentChannel channel, const std::vector<ConsentRecord>& consents, Timestamp asOf)
{
    Standing standing;
    for (const auto& consent : consents) {
        if (consent.at > asOf || (consent.channel != channel && consent.channel != ConsentChannel::any))
            continue;
        const auto [entry, added] = standing.try_emplace({consent.source, consent.customer, consent.purpose}, &consent);
        if (!added && outdates(consent, *entry->second))
            entry->second = &consent;
    }
    return standing;
}

ConsentConflict conflictOf(const ConsentRecord& a, const ConsentRecord& b)
{
    const bool aIsNewer = outdates(a, b);
    ConsentConflict conflict;
    conflict.newer = aIsNewer ? a : b;
    conflict.older = aIsNewer ? b : a;
    // Only a later opt-in outweighs a protective one.
    conflict.newerCounts =
        !granted(conflict.newer) || (conflict.newer.basis == ConsentBasis::optIn && conflict.newer.at > conflict.older.at);
    return conflict;
}

} // namespace

std::vector<ConsentConflict> consentConflicts(const std::vector<ConsentRecord>& consents, Timestamp asOf)
{
    std::map<std::pair<const ConsentRecord*, const ConsentRecord*>, std::size_t> seen;
    std::vector<ConsentConflict> conflicts;
    for (const auto channel : channels) {
        const auto standing = standingFor(channel, consents, asOf);
        for (auto first = standing.begin(); first != standing.end(); ++first) {
            for (auto second = std::next(first); second != standing.end(); ++second) {
                if (std::get<2>(first->first) != std::get<2>(second->first) || granted(*first->second) == granted(*second->second))
                    continue;
                const auto [entry, added] = seen.try_emplace({first->second, second->second}, conflicts.size());
                if (added) {
                    conflicts.push_back(conflictOf(*first->second, *second->second));
                    conflicts.back().channel = channel;
                } else if (first->second->channel == ConsentChannel::any && second->second->channel == ConsentChannel::any) {
                    conflicts[entry->second].channel = ConsentChannel::any;
                }
            }
        }
    }
    return conflicts;
}

} // namespace foreword
