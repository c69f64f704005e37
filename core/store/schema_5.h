// Schema 5: what was erased and must not come back.
//
// A tombstone is an HMAC-SHA256 under `erasing.key`, which lies in this file only: without it a
// mark says nothing, not even to somebody who knows whom to look for. `pending` is set by the
// transaction that removes rows and cleared when their traces are gone from the file and its
// backups too; opening goes on where a crash left off.
#pragma once

namespace foreword {

inline constexpr const char* schema5 = R"sql(
CREATE TABLE tombstone (
    mark BLOB PRIMARY KEY
) STRICT, WITHOUT ROWID;

CREATE TABLE erasing (
    only INTEGER PRIMARY KEY CHECK (only = 1),
    key BLOB NOT NULL,
    pending INTEGER NOT NULL CHECK (pending IN (0, 1))
) STRICT;
)sql";

} // namespace foreword
