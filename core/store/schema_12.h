// Schema 12: the account of the system under which a rule was overridden, and taken back. The name
// and the role beside it are what the person said of themselves; older rows have none.
#pragma once

namespace foreword {

inline constexpr const char* schema12 = R"sql(
ALTER TABLE rule_override ADD COLUMN account TEXT NOT NULL DEFAULT '';
ALTER TABLE rule_override ADD COLUMN taken_back_account TEXT NOT NULL DEFAULT '';
)sql";

} // namespace foreword
