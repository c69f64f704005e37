#include "core/annotate/consent_reading.h"

#include <algorithm>
#include <set>
#include <string>
#include <tuple>

namespace foreword {
namespace {

constexpr std::int64_t minutesAnHour = 60;

// The order of a reading: whoever comes first outdates what the same system said of the same record.
bool outdates(const ConsentRecord& a, const ConsentRecord& b)
{
    if (a.at != b.at)
        return b.at < a.at;
    const auto granted = [](const ConsentRecord& consent) { return consent.status == ConsentStatus::granted; };
    return std::tuple(granted(a), a.id, a.channel) < std::tuple(granted(b), b.id, b.channel);
}

void markLastWords(std::vector<ConsentEntry>& entries)
{
    std::set<std::pair<std::string, RecordKey>> heard;
    for (auto& entry : entries)
        entry.lastWord = heard.emplace(entry.record.source, entry.record.customer).second;
}

std::optional<Timestamp> copiedAt(const History& history, const std::string& source)
{
    const auto copy = std::ranges::find(history.copies, source, &SourceCopy::source);
    return copy == history.copies.end() ? std::nullopt : std::optional(copy->pulledAt);
}

// What a grant lacks, or `agreed`.
ConsentGround flawOf(const ConsentEntry& entry, Timestamp asOf, const SignalSettings& settings)
{
    if (entry.record.basis == ConsentBasis::none)
        return ConsentGround::noBasis;
    if (settings.consentMaxAgeDays > 0 && asOf >= entry.record.at.plusDays(settings.consentMaxAgeDays))
        return ConsentGround::tooOld;
    if (entry.copiedAt && isStale({entry.record.source, *entry.copiedAt}, asOf, settings))
        return ConsentGround::copyTooOld;
    return ConsentGround::agreed;
}

ConsentState stateOf(ConsentStatus status)
{
    switch (status) {
    case ConsentStatus::granted: return ConsentState::granted;
    case ConsentStatus::denied: return ConsentState::denied;
    case ConsentStatus::revoked: return ConsentState::revoked;
    case ConsentStatus::objected: break;
    }
    return ConsentState::objected;
}

std::vector<ConsentEntry> entriesFor(const History& history, std::string_view purpose, ConsentChannel channel, Timestamp asOf)
{
    std::vector<ConsentEntry> entries;
    for (const auto& consent : history.consents) {
        const bool covers = consent.channel == ConsentChannel::any || consent.channel == channel;
        if (!covers || consent.purpose != purpose || consent.at > asOf)
            continue;
        const bool proof = consent.status != ConsentStatus::granted || consent.basis != ConsentBasis::none;
        entries.push_back({consent, copiedAt(history, consent.source), false, false, proof, false});
    }
    std::ranges::stable_sort(entries, outdates, &ConsentEntry::record);
    markLastWords(entries);
    for (auto& entry : entries)
        entry.answered = std::ranges::any_of(entries, [&](const ConsentEntry& later) { return answers(later.record, entry.record.at); });
    return entries;
}

// Grants without a flaw where they may count: nothing unanswered speaks against them.
void rest(ConsentReading& reading, const std::vector<ConsentGround>& flaws)
{
    reading.state = ConsentState::granted;
    bool outweighed = false;
    for (std::size_t i = 0; i < reading.entries.size(); ++i) {
        auto& entry = reading.entries[i];
        const bool granted = entry.record.status == ConsentStatus::granted && flaws[i] == ConsentGround::agreed;
        entry.counts = granted;
        outweighed = outweighed || !granted;
    }
    reading.ground = outweighed ? ConsentGround::laterOptIn : ConsentGround::agreed;
}

} // namespace

bool answers(const ConsentRecord& entry, Timestamp refused)
{
    return entry.status == ConsentStatus::granted && entry.basis == ConsentBasis::optIn && entry.at > refused;
}

bool isStale(const SourceCopy& copy, Timestamp asOf, const SignalSettings& settings)
{
    const auto limit = settings.consentCopyMaxHours * minutesAnHour;
    return limit > 0 && asOf >= copy.pulledAt.plusMinutes(limit);
}

ConsentReading readConsent(const History& history, std::string_view purpose, ConsentChannel channel, Timestamp asOf,
                           const SignalSettings& settings)
{
    ConsentReading reading{std::string(purpose), channel, ConsentState::unknown, ConsentGround::noEntry,
                           entriesFor(history, purpose, channel, asOf)};
    std::vector<ConsentGround> flaws;
    bool valid = false;
    for (auto& entry : reading.entries) {
        const bool granted = entry.record.status == ConsentStatus::granted;
        flaws.push_back(granted ? flawOf(entry, asOf, settings) : ConsentGround::agreed);
        const bool stands = granted && flaws.back() == ConsentGround::agreed;
        valid = valid || stands;
        entry.counts = !stands && !entry.answered;
    }
    if (valid && std::ranges::none_of(reading.entries, &ConsentEntry::counts)) {
        rest(reading, flaws);
        return reading;
    }
    for (std::size_t i = 0; i < reading.entries.size(); ++i) {
        const auto& entry = reading.entries[i];
        if (!entry.counts)
            continue;
        if (entry.record.status != ConsentStatus::granted) {
            reading.state = std::max(reading.state, stateOf(entry.record.status));
        } else if (reading.state == ConsentState::unknown && reading.ground == ConsentGround::noEntry) {
            reading.ground = flaws[i];
        }
    }
    if (reading.state != ConsentState::unknown) {
        const bool disagree =
            std::ranges::any_of(reading.entries, [](const ConsentEntry& entry) { return entry.record.status == ConsentStatus::granted; });
        reading.ground = disagree ? ConsentGround::mostProtective : ConsentGround::agreed;
    }
    return reading;
}

std::vector<ConsentReading> consentLedger(const History& history, Timestamp asOf, const SignalSettings& settings)
{
    std::set<std::string> purposes{"marketing"};
    for (const auto& consent : history.consents)
        purposes.insert(consent.purpose);
    std::vector<ConsentReading> ledger;
    for (const auto& purpose : purposes) {
        for (const auto channel : consentChannels)
            ledger.push_back(readConsent(history, purpose, channel, asOf, settings));
    }
    return ledger;
}

} // namespace foreword
