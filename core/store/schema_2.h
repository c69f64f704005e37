// Schema 2: where the next pull from a source goes on. Written by that system's clock.
#pragma once

namespace foreword {

inline constexpr const char* schema2 = R"sql(
ALTER TABLE source ADD COLUMN settled_until INTEGER;
ALTER TABLE source ADD COLUMN settled_offset INTEGER;
)sql";

} // namespace foreword
