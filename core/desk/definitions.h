// The shared definitions in force: signal dictionary, cue lists and charter, loaded together or
// not at all. Immutable once loaded; shared between threads.
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/annotate/annotator.h"
#include "core/annotate/cue_tests.h"
#include "core/annotate/dictionary.h"
#include "core/policy/charter.h"

namespace foreword {

struct Definitions {
    Dictionary dictionary;
    Annotator annotator;
    Charter charter;
    std::vector<std::string> charterNames = {}; // it was chosen by; empty: built in
    std::vector<Error> refusedCharter = {};     // why what was chosen is not in force, if it is not
};

// charter_refused with the charter that stays in force, the file that was refused, without its
// folders, and the line; nothing where what was chosen is in force.
std::optional<Error> refusalOf(const Definitions& definitions);

// The definitions that are built into the program. Their review dates are not compared with
// today: a charter in force stays in force, and what is overdue for review is a finding, not a
// reason to stop protecting people. All errors at once, each with file and line.
tl::expected<std::shared_ptr<const Definitions>, std::vector<Error>> loadBuiltInDefinitions();

struct CharterOptions {
    std::vector<std::string> names;  // for this run; empty: what the workspace has chosen
    std::filesystem::path workspace; // its folder; empty: none
    CivilDate today;                 // compared with the review dates of what is named
};
// With the built-in dictionary and cue lists, and the charter that is in force.
tl::expected<std::shared_ptr<const Definitions>, std::vector<Error>> loadDefinitions(const CharterOptions& options);

// Reads the built-in cue lists and their tests for this call alone, and runs the tests. What is
// wrong with the lists themselves stands among the errors.
CueTestReport testBuiltInCues(const Dictionary& dictionary);

} // namespace foreword
