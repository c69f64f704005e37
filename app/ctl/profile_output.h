// The unified profile, as JSON and for people: every value with source and age, the consent ledger with its proof.
#pragma once

#include <iosfwd>
#include <vector>

#include "app/ctl/json_output.h"

namespace foreword::ctl {

// Ages are told in whole days before `asOf`.
Json profileJson(const Profile& profile, Timestamp asOf);

// Records and conversations that are gone at their systems, and when that was seen.
Json goneJson(const std::vector<GoneRecord>& gone);
void printGone(std::ostream& out, const std::vector<GoneRecord>& gone);
// Systems that were not reached for long, and when they were pulled last.
Json staleJson(const std::vector<SourceFreshness>& sources);
void printStale(std::ostream& out, const std::vector<SourceFreshness>& sources);

void printProfile(std::ostream& out, const Profile& profile);

} // namespace foreword::ctl
