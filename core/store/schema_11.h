// Schema 11: what a conversation is written in, as the first words of the customer that tell it
// say, and when they were written. Short messages are read in that language; those of conversations
// that tell nothing in the one that the customer told elsewhere. Empty until it is told: all
// messages are read anew by the version of the program that brings this schema.
#pragma once

namespace foreword {

inline constexpr const char* schema11 = R"sql(
ALTER TABLE conversation ADD COLUMN told TEXT NOT NULL DEFAULT '';
ALTER TABLE conversation ADD COLUMN told_at INTEGER NOT NULL DEFAULT 0;
)sql";

} // namespace foreword
