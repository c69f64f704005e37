// From TOML to a draft of a charter: words and numbers are right, but nothing is compared with
// anything else yet (charter_checks.h does). One thread.
#pragma once

#include <string>
#include <vector>

#include "core/policy/charter.h"
#include "core/text/toml_table.h"

namespace foreword {

struct RuleDraft {
    Rule rule;
    bool allows = false;  // it says offer = "allow", rather than nothing
    bool complete = true; // nothing about it was refused so far
};

struct CharterDraft {
    std::string owner, version, review;
    int reviewLine = 0;
    std::vector<RuleDraft> rules;
    std::vector<CharterTest> tests;
    std::vector<Goal> goals;
    std::vector<InertSignal> inertSignals;
    FailClosed failClosed;
};

CharterDraft readCharter(const toml::table& document, TomlErrors& errors);

// Whether a name speaks of the customer's value: no condition may.
bool speaksOfValue(std::string_view name);

} // namespace foreword
