// One profile out of the records of one person. Pure, any thread.
#pragma once

#include <string>
#include <vector>

#include "core/model/profile.h"
#include "core/model/records.h"

namespace foreword {

// The name for lists: the fullest one, in reading order ("Maria Hoffmann").
std::string displayNameOf(const std::vector<CustomerRecord>& records);

// Chosen value by rule: newest, then order of sources (names: the fullest first); all others kept
// visible. E-mails, phones, addresses and names that differ in spelling only are one value.
// Attributes and external ids ("account_id") have one truth each, so others conflict.
Profile makeProfile(std::int64_t person, const std::vector<CustomerRecord>& records, const std::vector<ConsentRecord>& consents);

} // namespace foreword
