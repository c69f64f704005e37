// What an erasure removed, as numbers: who it was is gone. Plain value.
#pragma once

#include <cstdint>
#include <map>
#include <string>

namespace foreword {

struct Erased {
    // Rows by type: "customer", "interaction", …, "annotation", "identifier", "name", "note" of the
    // outbox; "backup" files.
    std::map<std::string, std::int64_t> removed;
    std::int64_t tombstones = 0;
};

} // namespace foreword
