// Schema 3: the words of new messages are indexed once a transaction (word_index.h), no longer
// by a trigger once a message. Changed and deleted ones keep theirs.
#pragma once

namespace foreword {

inline constexpr const char* schema3 = R"sql(
DROP TRIGGER message_insert;
)sql";

} // namespace foreword
