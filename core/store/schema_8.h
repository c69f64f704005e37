// Schema 8: how many findings of data health there were, a run a day, so that a trend can be told.
// Codes and definitions only; nothing of a customer. `day` counts from 1970-01-01.
#pragma once

namespace foreword {

inline constexpr const char* schema8 = R"sql(
CREATE TABLE health_run (
    day INTEGER PRIMARY KEY,
    at INTEGER NOT NULL,
    at_offset INTEGER NOT NULL
) STRICT;

CREATE TABLE health_count (
    day INTEGER NOT NULL,
    code TEXT NOT NULL,
    definition TEXT NOT NULL,
    count INTEGER NOT NULL,
    PRIMARY KEY (day, code, definition)
) STRICT, WITHOUT ROWID;
)sql";

} // namespace foreword
