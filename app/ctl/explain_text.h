// Why an offer may or may not be made, in English for people at a terminal.
#pragma once

#include <ostream>
#include <string>

#include "core/desk/definitions.h"
#include "core/model/decision.h"

namespace foreword::ctl {

// One line: verdict, until when, the words with who and when, the rule, the definition and its
// authority, what else would hold, what would be allowed without it, what releases it.
std::string explanationLine(const Decision& decision, const OfferDecision& offer, const Dictionary& dictionary);
// The same in full: every rule that matched, with its evidence.
void printExplanation(std::ostream& out, const Decision& decision, const Dictionary& dictionary);

// "until 2026-12-01T…", "until interaction.closed, then 14 days".
std::string endText(const std::optional<Timestamp>& until, const std::string& event, int plusDays);

} // namespace foreword::ctl
