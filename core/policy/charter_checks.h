// Whether the entries of a charter fit each other and the dictionary: the list in
// "Charter format" of core/policy/DECISIONS.md. Every mistake is added, none stops the rest. Pure.
#pragma once

#include "core/policy/charter_reader.h"

namespace foreword {

void checkCharter(const CharterDraft& draft, const Dictionary& dictionary, CivilDate today, TomlErrors& errors);

// Runs the charter's own tests, and whether each rule takes part in one of those named for it.
void runCharterTests(const Charter& charter, const Dictionary& dictionary, CivilDate today, TomlErrors& errors);

} // namespace foreword
