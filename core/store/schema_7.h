// Schema 7: what people decided about two customer records, and how much was linked one by one
// since all records were compared with each other.
//
// Decisions name records by their keys, so that they outlive a record that goes and comes again.
// `first` is the smaller of the two by source and id. `same` 1: one person; 0: never.
#pragma once

namespace foreword {

inline constexpr const char* schema7 = R"sql(
CREATE TABLE identity_decision (
    first_source TEXT NOT NULL,
    first_id TEXT NOT NULL,
    second_source TEXT NOT NULL,
    second_id TEXT NOT NULL,
    same INTEGER NOT NULL CHECK (same IN (0, 1)),
    at INTEGER NOT NULL,
    at_offset INTEGER NOT NULL,
    PRIMARY KEY (first_source, first_id, second_source, second_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX identity_decision_second ON identity_decision (second_source, second_id);

CREATE TABLE matching (
    only INTEGER PRIMARY KEY CHECK (only = 1),
    changed INTEGER NOT NULL
) STRICT;
-- What an older program linked is compared anew.
INSERT INTO matching (only, changed) SELECT 1, count(*) FROM customer;
)sql";

} // namespace foreword
