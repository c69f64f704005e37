// One profile out of the records of one person. Pure, any thread.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "core/model/history.h"
#include "core/model/profile.h"
#include "core/model/records.h"

namespace foreword {

// The name for lists: that of the field "name" ("Maria Hoffmann").
std::string displayNameOf(const std::vector<CustomerRecord>& records);

// Chosen value by rule: not only of records that are `gone`, then verified, then newest, then `sourceOrder` (sources it does not name follow
// by name); all others kept visible. E-mails, phones, addresses and names that differ in spelling
// only are one value. A name is shown in the fullest form of the one chosen and in the order it is
// read (core/identity/profile_names.h). Attributes and external ids ("account_id") have one truth
// each, so others conflict.
Profile makeProfile(std::int64_t person, const std::vector<CustomerRecord>& records, const std::vector<ConsentRecord>& consents,
                    std::span<const std::string> sourceOrder = {}, std::span<const RecordKey> gone = {});

// Whole years and months from `since` to `today`; nothing if it is no date or lies ahead.
std::optional<Tenure> tenureOf(const Profile& profile, CivilDate today);

// Whether an attribute only says that other values of the record were checked ("email_verified").
bool isVerifiedMark(const CustomerRecord& record, std::string_view attribute);

// Who else carries an identifier of this person, by name.
std::vector<OtherHolder> otherHolders(const std::vector<SharedIdentifier>& shared);

} // namespace foreword
