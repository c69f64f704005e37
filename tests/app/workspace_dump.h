// What is in a workspace as lines of text that do not depend on row numbers, and whether the
// file is sound. For tests that kill what writes.
#pragma once

#include <filesystem>
#include <set>
#include <string>
#include <vector>

namespace foreword::apptest {

struct WorkspaceDump {
    std::set<std::string> records; // each with all it holds, messages with their annotations
    std::set<std::string> links;   // people, identifiers, references that have found their target
    std::vector<std::string> faults; // of the file: pages, foreign keys, search indexes, half-written records
    bool operator==(const WorkspaceDump&) const = default;
};

// The key is 32 times 'k'.
WorkspaceDump dumpWorkspace(const std::filesystem::path& folder);

} // namespace foreword::apptest
