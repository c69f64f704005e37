// What several customers of the story are made of.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "core/desk/desk.h"

namespace foreword::story {

FieldValue value(std::string text, std::vector<RecordKey> sources, std::string_view updated = {});
RuleMatch complaintRule();
// A customer with a name and one record, without a history.
std::shared_ptr<CustomerView> simpleView(std::int64_t person, std::string name);

} // namespace foreword::story
