// Schema 4: the outbox, and the password for a proxy. Enumerations are stored as their numbers in
// core/store/outbox_table.h and core/model/records.h.
#pragma once

namespace foreword {

inline constexpr const char* schema4 = R"sql(
-- AUTOINCREMENT: the order of writing survives what is discarded.
CREATE TABLE outbox (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    key TEXT NOT NULL UNIQUE,
    source TEXT NOT NULL,
    interaction TEXT NOT NULL,
    seen_status INTEGER NOT NULL,
    written_at INTEGER NOT NULL,
    written_offset INTEGER NOT NULL,
    text TEXT NOT NULL,
    state INTEGER NOT NULL,
    attempts INTEGER NOT NULL,
    attempted_at INTEGER,
    attempted_offset INTEGER,
    error_code TEXT NOT NULL,
    error_params TEXT NOT NULL,
    insisted INTEGER NOT NULL CHECK (insisted IN (0, 1)),
    remote_id TEXT NOT NULL
) STRICT;
CREATE INDEX outbox_target ON outbox (source, interaction, number) WHERE state <> 2;

ALTER TABLE source ADD COLUMN proxy_password BLOB NOT NULL DEFAULT x'';
)sql";

} // namespace foreword
