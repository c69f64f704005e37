// Reads the consent ledger for a purpose and channel at one moment. Decisions, the profile and data
// health all read it here, so that they cannot differ. Pure, any thread.
//
// Entries that disagree: the most protective counts, unless a later opt-in by the customer exists; a
// soft opt-in never ends an objection (core/policy/DECISIONS.md, settled reading 5). A grant past the
// charter's age, or of a connected system that was not reached for too long, counts as unknown; a
// refusal never ages. Unknown is no consent.
#pragma once

#include <array>
#include <string_view>
#include <vector>

#include "core/annotate/signal_settings.h"
#include "core/model/consent.h"
#include "core/model/history.h"

namespace foreword {

// In which a ledger is read; an entry for any covers all.
inline constexpr std::array consentChannels = {ConsentChannel::email, ConsentChannel::phone, ConsentChannel::sms, ConsentChannel::post,
                                               ConsentChannel::agent};

// Whether this is an opt-in by the customer given after that time: nothing else outweighs a
// refusal. A soft opt-in is nobody's request.
bool answers(const ConsentRecord& entry, Timestamp refused);

// Whether a connected system was not reached for longer than the charter allows: what it knew then
// may have changed.
bool isStale(const SourceCopy& copy, Timestamp asOf, const SignalSettings& settings);

// Entries come newest first, of one moment the protective before a grant.
ConsentReading readConsent(const History& history, std::string_view purpose, ConsentChannel channel, Timestamp asOf,
                           const SignalSettings& settings);

// Every purpose that was ever recorded, and marketing, in every channel.
std::vector<ConsentReading> consentLedger(const History& history, Timestamp asOf, const SignalSettings& settings);

} // namespace foreword
