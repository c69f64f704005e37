// The shared definitions in force: signal dictionary, cue lists and charter, loaded together or
// not at all. Immutable once loaded; shared between threads.
#pragma once

#include <memory>
#include <vector>

#include "core/annotate/annotator.h"
#include "core/annotate/dictionary.h"
#include "core/policy/charter.h"

namespace foreword {

struct Definitions {
    Dictionary dictionary;
    Annotator annotator;
    Charter charter;
};

// The definitions that are built into the program. Their review dates are not compared with
// today: a charter in force stays in force, and what is overdue for review is a finding, not a
// reason to stop protecting people. All errors at once, each with file and line.
tl::expected<std::shared_ptr<const Definitions>, std::vector<Error>> loadBuiltInDefinitions();

} // namespace foreword
