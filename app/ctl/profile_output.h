// The unified profile, as JSON and for people: every value with source and age, the consent ledger with its proof.
#pragma once

#include <iosfwd>
#include <vector>

#include "app/ctl/json_output.h"

namespace foreword::ctl {

// Ages are told in whole days before `asOf`.
Json profileJson(const Profile& profile, Timestamp asOf);

// Systems that were not reached for long, by when they were pulled last.
Json staleJson(const std::vector<SourceCopy>& stale);
void printStale(std::ostream& out, const std::vector<SourceCopy>& stale);

void printProfile(std::ostream& out, const Profile& profile);

} // namespace foreword::ctl
