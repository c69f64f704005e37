// From TOML to a draft of a charter: words and numbers are right, but nothing is compared with
// anything else yet (charter_checks.h does). One thread.
#pragma once

#include <map>
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
    std::string file;
    std::string owner, version, review;
    std::string extends; // what a pack adds to; empty: it stands alone
    std::string reviewFile; // where the earliest review date stands, of charter and packs
    int reviewLine = 0;
    std::vector<RuleDraft> rules;
    std::vector<CharterTest> tests;
    std::vector<Goal> goals;
    std::vector<InertSignal> inertSignals;
    FailClosed failClosed;
    SignalSettings settings;
    DataSettings data;
    WorkCalendar calendar;
    std::string calendarReview; // date until which it is complete; empty: it lists no country
    std::string calendarFile;
    int calendarLine = 0;
    int failClosedLine = 0;
    std::map<std::string, int> settingLines; // where this file says it, by name; limits by their first
    bool hasFailClosed = false, hasCalendar = false, hasComplaintLimits = false;
};

// `base`: what a pack extends, which gives the settings that it does not say itself.
CharterDraft readCharter(const toml::table& document, std::string_view file, const CharterDraft* base, TomlErrors& errors);

// [settings], [data], [[complaint_limit]] and [calendar]; what is not there stays as the draft has it.
void readSettings(TomlTable& top, CharterDraft& draft);

// Adds what a pack says to the charter it extends.
void extendCharter(CharterDraft& base, CharterDraft pack, TomlErrors& errors);

// Whether a name speaks of the customer's value: no condition may.
bool speaksOfValue(std::string_view name);

} // namespace foreword
