// Schema 13: records that their system did not have any more when it was asked, and when that was
// seen. They stay as they were last: whether they go here too, a person decides.
#pragma once

namespace foreword {

inline constexpr const char* schema13 = R"sql(
ALTER TABLE customer ADD COLUMN gone_at INTEGER;
ALTER TABLE customer ADD COLUMN gone_offset INTEGER;
ALTER TABLE interaction ADD COLUMN gone_at INTEGER;
ALTER TABLE interaction ADD COLUMN gone_offset INTEGER;
CREATE INDEX customer_gone ON customer (source) WHERE gone_at IS NOT NULL;
CREATE INDEX interaction_gone ON interaction (gone_at) WHERE gone_at IS NOT NULL;
)sql";

} // namespace foreword
