#include "core/policy/charter_loosening.h"

#include <algorithm>
#include <optional>
#include <set>

#include "core/policy/charter_reader.h"
#include "core/policy/rule_overlap.h"

namespace foreword {
namespace {

void add(TomlErrors& errors, const CharterDraft& pack, int line, std::string entry, std::string field, std::string detail)
{
    errors.addIn(pack.file, ErrorCode::charter_contradiction, line,
                 {{"entry", std::move(entry)}, {"field", std::move(field)}, {"detail", std::move(detail)}});
}

int lineOf(const CharterDraft& pack, const std::string& setting)
{
    const auto found = pack.settingLines.find(setting);
    return found == pack.settingLines.end() ? 1 : found->second;
}

void refuseRules(const CharterDraft& base, const CharterDraft& pack, TomlErrors& errors)
{
    for (const auto& [rule, allows, complete] : pack.rules) {
        const auto replaced =
            std::ranges::find_if(base.rules, [&](const RuleDraft& draft) { return rule.replaces && draft.rule.id == rule.id; });
        if (replaced == base.rules.end() || !complete || !replaced->complete)
            continue;
        if (const auto why = loosening(replaced->rule, rule); !why.empty())
            add(errors, pack, rule.line, rule.id, "replaces", "a pack may only tighten the rule it replaces, and " + why);
    }
}

void refuseGoals(const CharterDraft& base, const CharterDraft& pack, TomlErrors& errors)
{
    for (const Goal& goal : pack.goals) {
        const auto replaced = std::ranges::find(base.goals, goal.id, &Goal::id);
        if (!goal.replaces || replaced == base.goals.end() || goal.measure.empty())
            continue;
        std::string why;
        if (goal.measure != replaced->measure || goal.atLeast != replaced->atLeast)
            why = "it measures something else";
        else if (goal.atLeast ? goal.target < replaced->target : goal.target > replaced->target)
            why = "its target is " + std::to_string(goal.target) + ", which is less than " + std::to_string(replaced->target) + " asks for";
        if (!why.empty())
            add(errors, pack, goal.line, goal.id, "replaces", "a pack may only tighten the goal it replaces, and " + why);
    }
}

// A number of [settings] and which way it protects.
struct Bound {
    const char* name;
    int SignalSettings::* number;
    bool lowProtects;
    bool noneIsZero; // 0 lifts the limit
};

constexpr Bound bounds[] = {
    {"complaint_clock_percent", &SignalSettings::complaintClockPercent, true, false},
    {"contact_days", &SignalSettings::contactDays, false, false},
    {"declined_times", &SignalSettings::declinedTimes, true, false},
    {"declined_days", &SignalSettings::declinedDays, false, false},
    {"ignored_after_days", &SignalSettings::ignoredAfterDays, true, false},
    {"repeat_contacts", &SignalSettings::repeatContacts, true, false},
    {"repeat_days", &SignalSettings::repeatDays, false, false},
    {"consent_max_age_days", &SignalSettings::consentMaxAgeDays, true, true},
    {"consent_copy_max_hours", &SignalSettings::consentCopyMaxHours, true, true},
};

bool protectsLess(int was, int is, bool lowProtects, bool noneIsZero)
{
    if (noneIsZero && (was == 0 || is == 0))
        return was != 0 && is == 0;
    return lowProtects ? is > was : is < was;
}

std::string changed(const std::string& name, int was, int is)
{
    return "a pack may only tighten what is set, and " + name + " is " + std::to_string(is) + " instead of " + std::to_string(was);
}

void refuseSettings(const CharterDraft& base, const CharterDraft& pack, TomlErrors& errors)
{
    const SignalSettings& was = base.settings;
    const SignalSettings& is = pack.settings;
    for (const Bound& bound : bounds) {
        if (protectsLess(was.*bound.number, is.*bound.number, bound.lowProtects, bound.noneIsZero))
            add(errors, pack, lineOf(pack, bound.name), "settings", bound.name, changed(bound.name, was.*bound.number, is.*bound.number));
    }
    for (const auto& [channel, cap] : is.contactCaps) {
        const auto before = was.contactCaps.find(channel);
        const int most = before == was.contactCaps.end() ? 0 : before->second;
        if (protectsLess(most, cap, true, true))
            add(errors, pack, lineOf(pack, "contact_caps"), "settings", "contact_caps", changed("the cap of " + channel, most, cap));
    }
    for (const auto& word : was.lifecycleNotReady) {
        if (std::ranges::find(is.lifecycleNotReady, word) == is.lifecycleNotReady.end())
            add(errors, pack, lineOf(pack, "lifecycle_not_ready"), "settings", "lifecycle_not_ready",
                "a pack may only tighten what is set, and \"" + word + "\" is left out of lifecycle_not_ready");
    }
}

void refuseFailClosed(const CharterDraft& base, const CharterDraft& pack, TomlErrors& errors)
{
    if (pack.hasFailClosed && pack.failClosed.reviewDays > base.failClosed.reviewDays)
        add(errors, pack, pack.failClosedLine, "fail_closed", "review_days",
            changed("review_days", base.failClosed.reviewDays, pack.failClosed.reviewDays));
}

// For complaints made at `from`; nothing where no limit holds.
std::optional<int> daysAt(const std::vector<ComplaintLimit>& limits, const std::optional<Timestamp>& from)
{
    std::optional<int> days;
    for (const ComplaintLimit& limit : limits) {
        if (limit.from <= from)
            days = limit.days;
    }
    return days;
}

void warnOfLimits(const CharterDraft& base, const CharterDraft& pack, std::vector<CharterWarning>& warnings)
{
    if (!pack.hasComplaintLimits)
        return;
    std::set<std::optional<Timestamp>> begins;
    for (const auto* limits : {&base.settings.complaintLimits, &pack.settings.complaintLimits}) {
        for (const ComplaintLimit& limit : *limits)
            begins.insert(limit.from);
    }
    for (const auto& from : begins) {
        const auto was = daysAt(base.settings.complaintLimits, from);
        const auto is = daysAt(pack.settings.complaintLimits, from);
        if (!was || (is && *is <= *was))
            continue;
        warnings.push_back(
            {pack.file, lineOf(pack, "complaint_limit"), "complaint_limit",
             "a complaint" + (from ? " made from " + from->toString().substr(0, 10) + " on" : std::string())
                 + (is ? " may wait " + std::to_string(*is) + " days instead of " : std::string(" may wait for ever instead of "))
                 + std::to_string(*was)});
    }
}

void warnOfCalendar(const CharterDraft& base, const CharterDraft& pack, std::vector<CharterWarning>& warnings)
{
    if (!pack.hasCalendar)
        return;
    const auto warn = [&](const std::string& code, std::string detail) {
        warnings.push_back({pack.file, pack.calendarLine, "calendar " + code, std::move(detail)});
    };
    for (const CountryDays& was : base.calendar.countries) {
        const CountryDays* is = pack.calendar.find(was.code);
        if (!is) {
            warn(was.code, "it is left out, so that its customers have the working days of " + pack.calendar.country);
            continue;
        }
        const auto stays = [&](CivilDate day) { return day > pack.calendar.through || std::ranges::binary_search(is->holidays, day); };
        const auto gone = std::ranges::count_if(was.holidays, [&](CivilDate day) { return !stays(day); });
        const bool works =
            std::ranges::any_of(was.weekend, [&](int day) { return std::ranges::find(is->weekend, day) == is->weekend.end(); });
        if (gone > 0 || works)
            warn(was.code,
                 (works ? std::string("a day of the weekend becomes a working day")
                        : std::to_string(gone) + (gone == 1 ? " holiday becomes a working day" : " holidays become working days"))
                     + ", so that what ends after working days ends earlier");
    }
}

} // namespace

void refuseLoosening(const CharterDraft& base, const CharterDraft& pack, TomlErrors& errors)
{
    refuseRules(base, pack, errors);
    refuseGoals(base, pack, errors);
    refuseSettings(base, pack, errors);
    refuseFailClosed(base, pack, errors);
}

std::vector<CharterWarning> charterWarnings(std::span<const CharterFile> files)
{
    std::vector<CharterWarning> warnings;
    std::optional<CharterDraft> draft;
    for (const CharterFile& file : files) {
        TomlErrors ignored(file.name);
        const auto document = parseToml(file.text, ignored);
        if (!document)
            continue;
        CharterDraft read = readCharter(*document, file.name, draft ? &*draft : nullptr, ignored);
        if (!draft) {
            draft = std::move(read);
            continue;
        }
        warnOfLimits(*draft, read, warnings);
        warnOfCalendar(*draft, read, warnings);
        extendCharter(*draft, std::move(read), ignored);
    }
    return warnings;
}

} // namespace foreword
