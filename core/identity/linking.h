// Which records are the same person, and one profile out of them. Conservative: records link
// when they share an e-mail, phone or external id, their names agree and nothing strong
// contradicts; a shared number alone (a family, a switchboard) never links. Pure, any thread.
//
// Names agree when each word of the shorter has a counterpart in the longer, initials included.
// Where less than two words agree, or a name is missing, a phone is not enough. Birth dates that
// differ by more than a swap of day and month or one digit contradict, unless the names are the
// same and an e-mail or external id is shared. Different external ids of one kind always
// contradict.
#pragma once

#include <string>
#include <vector>

#include "core/model/profile.h"
#include "core/model/records.h"

namespace foreword {

bool samePerson(const CustomerRecord& a, const CustomerRecord& b);

// The name for lists: the fullest one, in reading order ("Maria Hoffmann").
std::string displayNameOf(const std::vector<CustomerRecord>& records);

// Chosen value by rule: newest, then order of sources (names: the fullest first); all others kept
// visible. E-mails, phones, addresses and names that differ in spelling only are one value.
// Attributes and external ids ("account_id") have one truth each, so others conflict.
Profile makeProfile(std::int64_t person, const std::vector<CustomerRecord>& records, const std::vector<ConsentRecord>& consents);

} // namespace foreword
