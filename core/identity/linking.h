// Which records are the same person, and one profile out of them. Conservative: records link
// when they share an e-mail or phone and their names agree and nothing strong contradicts; a
// shared number alone (a family, a switchboard) never links. Pure, any thread.
#pragma once

#include <string>
#include <vector>

#include "core/model/profile.h"
#include "core/model/records.h"

namespace foreword {

bool samePerson(const CustomerRecord& a, const CustomerRecord& b);

// The name for lists: the fullest one, in reading order ("Maria Hoffmann").
std::string displayNameOf(const std::vector<CustomerRecord>& records);

// Chosen value by rule: newest, then order of sources; all others kept visible.
Profile makeProfile(std::int64_t person, const std::vector<CustomerRecord>& records,
                    const std::vector<ConsentRecord>& consents);

} // namespace foreword
