// The tests of the cue lists: sentences of which each says whether a signal stands in it, and
// why (resources/cue_tests/LANG.toml). They are read where lists are checked, never for daily
// use, which is why they lie in a folder of their own. Pure; any thread.
//
// [[test]]  signal, text, stands = true or false, why = one of the kinds below; by = "customer"
//           (as if not given) or "agent"; before: what an agent wrote just before.
//           Instead of a signal, marks = "fulfilment", "fulfilment:done", "resolution:resolved"
//           and the like, also by = "system".
// A signal that a list has cues for needs a test in which it stands, one that negates it and one
// of an agent's words, the last two without it.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "core/annotate/annotator.h"

namespace foreword {

struct CueTestCount {
    std::string language;
    std::size_t tests = 0;
    std::size_t failed = 0;
};

struct CueTestReport {
    std::vector<CueTestCount> languages; // one for each language with tests
    std::vector<Error> errors;
};

// `annotator`: made of the lists alone, because the learned part hides what a list misses.
// `files`: file name ("cue_tests/en.toml") to content. All errors at once, each with file, line
// and entry: toml_…, charter_unknown_signal, charter_contradiction, cue_list_untested,
// cue_test_failed.
CueTestReport runCueTests(const Annotator& annotator, const Dictionary& dictionary, const std::map<std::string, std::string_view>& files);

} // namespace foreword
