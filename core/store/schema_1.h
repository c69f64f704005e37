// Schema 1. Released: never changed, only followed by schema 2.
//
// How it is laid out: a person's history is read in a few milliseconds because the rows of a
// conversation lie together. Every message belongs to a `conversation`, the row by which an
// interaction is known from the first message that names it (`arrived` 0) until the interaction
// itself comes; a message's row is the conversation's row times 2^24 plus a number. Words and
// names are searched through external-content FTS5 tables that triggers keep in step; `doc` is
// the ever-growing number of a message there, because FTS5 writes a segment whenever numbers go
// back.
//
// Times are microseconds since 1970 in UTC, with the offset in minutes they were written with.
// Enumerations are stored as their numbers in core/model/records.h. `hash` is that of the
// canonical line.
#pragma once

namespace foreword {

inline constexpr const char* schema1 = R"sql(
CREATE TABLE workspace (
    only INTEGER PRIMARY KEY CHECK (only = 1),
    id TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    created_offset INTEGER NOT NULL
) STRICT;

-- AUTOINCREMENT: the number of a person who is gone is not given to another.
CREATE TABLE person (
    row INTEGER PRIMARY KEY AUTOINCREMENT,
    display_name TEXT NOT NULL
) STRICT;

CREATE TABLE customer (
    row INTEGER PRIMARY KEY,
    ext_id TEXT NOT NULL,
    source TEXT NOT NULL,
    person INTEGER REFERENCES person (row),
    identified INTEGER NOT NULL CHECK (identified IN (0, 1)),
    hash BLOB NOT NULL,
    updated_at INTEGER,
    updated_offset INTEGER,
    birth_date TEXT NOT NULL,
    names TEXT NOT NULL,
    emails TEXT NOT NULL,
    phones TEXT NOT NULL,
    addresses TEXT NOT NULL,
    external_ids TEXT NOT NULL,
    attributes TEXT NOT NULL,
    UNIQUE (ext_id, source)
) STRICT;
CREATE INDEX customer_person ON customer (person);
-- `identified`: its identifiers are those of the record as it is now.
CREATE INDEX customer_unlinked ON customer (row) WHERE identified = 0 OR person IS NULL;

CREATE TABLE identifier (
    kind TEXT NOT NULL,
    normal TEXT NOT NULL,
    record INTEGER NOT NULL REFERENCES customer (row) ON DELETE CASCADE,
    PRIMARY KEY (kind, normal, record)
) STRICT, WITHOUT ROWID;
CREATE INDEX identifier_record ON identifier (record);

-- Names to search by, of a customer record or of a person; `folded` is lower case without
-- diacritics.
CREATE TABLE name (
    row INTEGER PRIMARY KEY,
    record INTEGER REFERENCES customer (row) ON DELETE CASCADE,
    person INTEGER REFERENCES person (row) ON DELETE CASCADE,
    name TEXT NOT NULL,
    folded TEXT NOT NULL,
    CHECK ((record IS NULL) <> (person IS NULL))
) STRICT;
CREATE INDEX name_record ON name (record) WHERE record IS NOT NULL;
CREATE INDEX name_person ON name (person) WHERE person IS NOT NULL;

-- Each word of all names once, and the names it is in.
CREATE TABLE name_word (
    row INTEGER PRIMARY KEY,
    word TEXT NOT NULL UNIQUE
) STRICT;
CREATE TABLE name_word_use (
    word INTEGER NOT NULL REFERENCES name_word (row),
    name INTEGER NOT NULL REFERENCES name (row) ON DELETE CASCADE,
    PRIMARY KEY (word, name)
) STRICT, WITHOUT ROWID;
CREATE INDEX name_word_use_name ON name_word_use (name);

CREATE VIRTUAL TABLE name_trigrams USING fts5 (
    word, content = 'name_word', content_rowid = 'row', tokenize = 'trigram', detail = none
);
-- Deleted words leave the index at once, and a leaf fills a page of SQLCipher without spilling.
INSERT INTO name_trigrams (name_trigrams, rank) VALUES ('secure-delete', 1);
INSERT INTO name_trigrams (name_trigrams, rank) VALUES ('pgsz', 3900);
CREATE TRIGGER name_word_insert AFTER INSERT ON name_word BEGIN
    INSERT INTO name_trigrams (rowid, word) VALUES (new.row, new.word);
END;
CREATE TRIGGER name_word_delete AFTER DELETE ON name_word BEGIN
    INSERT INTO name_trigrams (name_trigrams, rowid, word) VALUES ('delete', old.row, old.word);
END;
CREATE TRIGGER name_word_update AFTER UPDATE ON name_word BEGIN
    INSERT INTO name_trigrams (name_trigrams, rowid, word) VALUES ('delete', old.row, old.word);
    INSERT INTO name_trigrams (rowid, word) VALUES (new.row, new.word);
END;

CREATE TABLE conversation (
    row INTEGER PRIMARY KEY,
    ext_id TEXT NOT NULL,
    source TEXT NOT NULL,
    arrived INTEGER NOT NULL CHECK (arrived IN (0, 1)),
    UNIQUE (ext_id, source)
) STRICT;
CREATE INDEX conversation_awaited ON conversation (arrived) WHERE arrived = 0;

CREATE TABLE interaction (
    row INTEGER PRIMARY KEY REFERENCES conversation (row),
    customer_ext_id TEXT NOT NULL,
    customer_source TEXT NOT NULL,
    customer INTEGER REFERENCES customer (row),
    channel INTEGER NOT NULL,
    kind INTEGER NOT NULL,
    status INTEGER NOT NULL,
    opened_at INTEGER NOT NULL,
    opened_offset INTEGER NOT NULL,
    closed_at INTEGER,
    closed_offset INTEGER,
    hash BLOB NOT NULL,
    updated_at INTEGER,
    updated_offset INTEGER,
    subject TEXT NOT NULL,
    tags TEXT NOT NULL
) STRICT;
CREATE INDEX interaction_customer ON interaction (customer);
CREATE INDEX interaction_awaiting ON interaction (customer_ext_id, customer_source) WHERE customer IS NULL;
CREATE INDEX interaction_opened ON interaction (opened_at);
CREATE INDEX interaction_open ON interaction (status) WHERE status < 2;

CREATE TABLE message (
    row INTEGER PRIMARY KEY,
    doc INTEGER NOT NULL UNIQUE,
    ext_id TEXT NOT NULL,
    source TEXT NOT NULL,
    conversation INTEGER NOT NULL REFERENCES conversation (row),
    sender INTEGER NOT NULL,
    visibility INTEGER NOT NULL,
    at INTEGER NOT NULL,
    at_offset INTEGER NOT NULL,
    updated_at INTEGER,
    updated_offset INTEGER,
    hash BLOB NOT NULL,
    language TEXT NOT NULL,
    sender_name TEXT NOT NULL,
    redactions BLOB NOT NULL,
    text TEXT NOT NULL,
    UNIQUE (ext_id, source)
) STRICT;
CREATE INDEX message_conversation ON message (conversation, at, sender, visibility);
CREATE INDEX message_time ON message (at, conversation, sender, visibility);

CREATE VIRTUAL TABLE message_words USING fts5 (
    text, content = 'message', content_rowid = 'doc', tokenize = 'unicode61 remove_diacritics 2'
);
INSERT INTO message_words (message_words, rank) VALUES ('secure-delete', 1);
INSERT INTO message_words (message_words, rank) VALUES ('pgsz', 3900);
CREATE TRIGGER message_insert AFTER INSERT ON message BEGIN
    INSERT INTO message_words (rowid, text) VALUES (new.doc, new.text);
END;
CREATE TRIGGER message_delete AFTER DELETE ON message BEGIN
    INSERT INTO message_words (message_words, rowid, text) VALUES ('delete', old.doc, old.text);
END;
CREATE TRIGGER message_update AFTER UPDATE OF doc, text ON message BEGIN
    INSERT INTO message_words (message_words, rowid, text) VALUES ('delete', old.doc, old.text);
    INSERT INTO message_words (rowid, text) VALUES (new.doc, new.text);
END;

CREATE TABLE dictionary (
    row INTEGER PRIMARY KEY,
    version TEXT NOT NULL UNIQUE
) STRICT;

-- One row a message, from its first day; `dictionary` is NULL until it was annotated.
CREATE TABLE annotation (
    message INTEGER PRIMARY KEY REFERENCES message (row) ON DELETE CASCADE,
    dictionary INTEGER REFERENCES dictionary (row),
    items BLOB NOT NULL
) STRICT;
CREATE INDEX annotation_dictionary ON annotation (dictionary);

CREATE TABLE consent (
    row INTEGER PRIMARY KEY,
    ext_id TEXT NOT NULL,
    source TEXT NOT NULL,
    hash BLOB NOT NULL,
    customer_ext_id TEXT NOT NULL,
    customer_source TEXT NOT NULL,
    customer INTEGER REFERENCES customer (row),
    purpose TEXT NOT NULL,
    channel INTEGER NOT NULL,
    status INTEGER NOT NULL,
    basis INTEGER NOT NULL,
    at INTEGER NOT NULL,
    at_offset INTEGER NOT NULL,
    updated_at INTEGER,
    updated_offset INTEGER
) STRICT;
CREATE UNIQUE INDEX consent_key ON consent (ext_id, source) WHERE ext_id <> '';
CREATE UNIQUE INDEX consent_hash ON consent (hash) WHERE ext_id = '';
CREATE INDEX consent_customer ON consent (customer);
CREATE INDEX consent_awaiting ON consent (customer_ext_id, customer_source) WHERE customer IS NULL;

CREATE TABLE event (
    row INTEGER PRIMARY KEY,
    ext_id TEXT NOT NULL,
    source TEXT NOT NULL,
    hash BLOB NOT NULL,
    customer_ext_id TEXT NOT NULL,
    customer_source TEXT NOT NULL,
    customer INTEGER REFERENCES customer (row),
    name TEXT NOT NULL,
    at INTEGER NOT NULL,
    at_offset INTEGER NOT NULL,
    updated_at INTEGER,
    updated_offset INTEGER,
    data TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX event_key ON event (ext_id, source) WHERE ext_id <> '';
CREATE UNIQUE INDEX event_hash ON event (hash) WHERE ext_id = '';
CREATE INDEX event_customer ON event (customer);
CREATE INDEX event_awaiting ON event (customer_ext_id, customer_source) WHERE customer IS NULL;

CREATE TABLE offer (
    row INTEGER PRIMARY KEY,
    ext_id TEXT NOT NULL,
    source TEXT NOT NULL,
    hash BLOB NOT NULL,
    updated_at INTEGER,
    updated_offset INTEGER,
    name TEXT NOT NULL,
    kind INTEGER NOT NULL,
    channels TEXT NOT NULL,
    valid_from INTEGER,
    valid_from_offset INTEGER,
    valid_to INTEGER,
    valid_to_offset INTEGER,
    value REAL NOT NULL,
    selected_by TEXT NOT NULL,
    credit INTEGER NOT NULL,
    complex INTEGER NOT NULL,
    UNIQUE (ext_id, source)
) STRICT;

CREATE TABLE source (
    row INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE,
    kind TEXT NOT NULL,
    url TEXT NOT NULL,
    user TEXT NOT NULL,
    options TEXT NOT NULL,
    token BLOB NOT NULL,
    password BLOB NOT NULL,
    last_pull_at INTEGER,
    last_pull_offset INTEGER
) STRICT;
)sql";

} // namespace foreword
