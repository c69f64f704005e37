// Schema 6: what an agent is writing, and what an agent said of the program's findings.
// Enumerations are stored as their numbers in core/model/draft.h and core/model/feedback.h.
//
// Both name records as their systems do, so that they outlive a record that comes anew: a draft
// its conversation, a mark the words it is about. Neither is known from annotations, which are
// made again with every new dictionary.
#pragma once

namespace foreword {

inline constexpr const char* schema6 = R"sql(
CREATE TABLE draft (
    source TEXT NOT NULL,
    interaction TEXT NOT NULL,
    kind INTEGER NOT NULL,
    text TEXT NOT NULL,
    edited_at INTEGER NOT NULL,
    edited_offset INTEGER NOT NULL,
    PRIMARY KEY (source, interaction, kind)
) STRICT, WITHOUT ROWID;

CREATE TABLE feedback (
    source TEXT NOT NULL,
    message TEXT NOT NULL,
    span_start INTEGER NOT NULL,
    span_end INTEGER NOT NULL,
    section INTEGER NOT NULL,
    signal TEXT NOT NULL,
    verdict INTEGER NOT NULL,
    reason TEXT NOT NULL,
    statement TEXT NOT NULL,
    marked_at INTEGER NOT NULL,
    marked_offset INTEGER NOT NULL,
    PRIMARY KEY (source, message, span_start, span_end, section, signal)
) STRICT, WITHOUT ROWID;
)sql";

} // namespace foreword
