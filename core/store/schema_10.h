// Schema 10: rules that persons have overridden for a customer. Rows are added and marked as taken
// back, never changed otherwise and never removed but with the customer: they are the record of
// who did what and why.
//
// The customer is named by a record's key, so that an override outlives linking and a record that
// comes anew. `offer` is empty where every offer that the rule reaches is meant.
#pragma once

namespace foreword {

inline constexpr const char* schema10 = R"sql(
CREATE TABLE rule_override (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    customer_source TEXT NOT NULL,
    customer_ext_id TEXT NOT NULL,
    offer_source TEXT NOT NULL,
    offer TEXT NOT NULL,
    rule TEXT NOT NULL,
    role TEXT NOT NULL,
    by TEXT NOT NULL,
    reason TEXT NOT NULL,
    text TEXT NOT NULL,
    at INTEGER NOT NULL,
    at_offset INTEGER NOT NULL,
    until INTEGER NOT NULL,
    until_offset INTEGER NOT NULL,
    recorded_at INTEGER NOT NULL,
    recorded_offset INTEGER NOT NULL,
    taken_back_at INTEGER,
    taken_back_offset INTEGER,
    taken_back_by TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX rule_override_customer ON rule_override (customer_ext_id, customer_source);
)sql";

} // namespace foreword
