// Schema 9: what comparing all customer records leaves behind, so that one more record is linked
// by looking at those it could be, and a person finds the pairs that wait for them.
//
// `match_traits` holds a record in comparable form with the keys under which it is looked for (eight
// bytes each), `match_key` the same keys to look by, all as core/identity makes them; keys are digests.
// An index of keys by record would be as large as the table itself. `match_count` says how many
// persons carry a key, where it is more than two. `match_pair` holds pairs of records that
// belong together or may: kind 0 to be asked about, 1 linked, 2 fitting but kept apart by another
// record. `match_waiting` are the records that were added or changed since they were last compared.
#pragma once

namespace foreword {

inline constexpr const char* schema9 = R"sql(
DROP TABLE matching;
CREATE TABLE matching (
    only INTEGER PRIMARY KEY CHECK (only = 1),
    version INTEGER NOT NULL,
    persons INTEGER NOT NULL,
    model BLOB NOT NULL
) STRICT;

CREATE TABLE match_waiting (
    record INTEGER PRIMARY KEY REFERENCES customer (row) ON DELETE CASCADE
) STRICT;
-- What an older program linked is compared anew.
INSERT INTO match_waiting (record) SELECT row FROM customer;

CREATE TABLE match_traits (
    record INTEGER PRIMARY KEY REFERENCES customer (row) ON DELETE CASCADE,
    traits BLOB NOT NULL,
    keys BLOB NOT NULL
) STRICT;

CREATE TABLE match_key (
    key INTEGER NOT NULL,
    record INTEGER NOT NULL,
    PRIMARY KEY (key, record)
) STRICT, WITHOUT ROWID;

CREATE TABLE match_count (
    key INTEGER PRIMARY KEY,
    persons INTEGER NOT NULL
) STRICT;

CREATE TABLE match_pair (
    first INTEGER NOT NULL REFERENCES customer (row) ON DELETE CASCADE,
    second INTEGER NOT NULL REFERENCES customer (row) ON DELETE CASCADE,
    weight REAL NOT NULL,
    kind INTEGER NOT NULL CHECK (kind IN (0, 1, 2)),
    PRIMARY KEY (first, second)
) STRICT, WITHOUT ROWID;
CREATE INDEX match_pair_second ON match_pair (second);
CREATE INDEX match_pair_asked ON match_pair (weight) WHERE kind <> 1;
)sql";

} // namespace foreword
