// [settings], [data], [[complaint_limit]] and [calendar] of a charter, and what a pack changes.
#include "core/policy/charter_reader.h"

#include <algorithm>
#include <functional>
#include <optional>

#include "core/policy/charter_loosening.h"

namespace foreword {
namespace {

constexpr int mostDays = 3650;
constexpr int mostTimes = 1000;
constexpr int mostHours = 24 * 366;
constexpr int daysAWeek = 7;

// Consent channels with how many offers each may carry; 0 lifts the cap.
void readContactCaps(TomlTable& settings, SignalSettings& out)
{
    auto caps = settings.table("contact_caps", Need::optional);
    if (!caps)
        return;
    for (const auto& channel : caps->keys()) {
        const int most = caps->integer(channel, 0, mostTimes, 0);
        if (fromName<ConsentChannel>(channel))
            out.contactCaps[channel] = most;
        else
            caps->addError(ErrorCode::toml_value_bad, channel, {{"value", channel}, {"allowed", allNames<ConsentChannel>()}});
    }
}

void readNumbers(TomlTable& top, CharterDraft& draft)
{
    auto table = top.table("settings", Need::optional);
    if (!table)
        return;
    SignalSettings& out = draft.settings;
    table->setEntry("settings");
    const auto mark = [&](const char* name) {
        if (table->has(name))
            draft.settingLines[name] = table->lineOf(name);
    };
    const auto number = [&](const char* name, int least, int most, int SignalSettings::* value) {
        mark(name);
        out.*value = table->integer(name, least, most, out.*value);
    };
    number("complaint_clock_percent", 1, 100, &SignalSettings::complaintClockPercent);
    mark("contact_caps");
    readContactCaps(*table, out);
    number("contact_days", 1, mostDays, &SignalSettings::contactDays);
    number("declined_times", 1, mostTimes, &SignalSettings::declinedTimes);
    number("declined_days", 1, mostDays, &SignalSettings::declinedDays);
    number("ignored_after_days", 1, mostDays, &SignalSettings::ignoredAfterDays);
    number("repeat_contacts", 2, mostTimes, &SignalSettings::repeatContacts);
    number("repeat_days", 1, mostDays, &SignalSettings::repeatDays);
    number("consent_max_age_days", 0, mostDays, &SignalSettings::consentMaxAgeDays);
    number("consent_copy_max_hours", 0, mostHours, &SignalSettings::consentCopyMaxHours);
    mark("lifecycle_not_ready");
    if (auto words = table->texts("lifecycle_not_ready"); !words.empty())
        out.lifecycleNotReady = std::move(words);
    table->finish();
}

void readData(TomlTable& top, DataSettings& out)
{
    auto table = top.table("data", Need::optional);
    if (!table)
        return;
    table->setEntry("data");
    if (table->has("source_order"))
        out.sourceOrder = table->ids("source_order");
    if (auto steward = table->text("steward", Need::optional); !steward.empty())
        out.steward = std::move(steward);
    out.recordStaleDays = table->integer("record_stale_days", 0, mostDays, out.recordStaleDays);
    table->finish();
}

// [[complaint_limit]] weeks = 6, from = 2026-04-08: a number without its unit means nothing.
void readComplaintLimits(TomlTable& top, CharterDraft& draft)
{
    std::vector<ComplaintLimit> limits;
    const auto isFrom = [&](std::optional<Timestamp> from) {
        return std::ranges::find(limits, from, &ComplaintLimit::from) != limits.end();
    };
    for (auto& table : top.tables("complaint_limit")) {
        table.setEntry("complaint_limit");
        draft.settingLines.try_emplace("complaint_limit", table.line());
        ComplaintLimit limit;
        if (const auto from = parseDate(table.date("from", Need::optional)))
            limit.from = Timestamp::fromCivil({*from}, 0);
        const int weeks = table.integer("weeks", 1, mostDays / daysAWeek, 0);
        const int days = table.integer("days", 1, mostDays, 0);
        limit.days = weeks > 0 ? weeks * daysAWeek : days;
        if (table.has("weeks") == table.has("days"))
            table.addError(ErrorCode::toml_value_missing, "weeks or days", {});
        if (isFrom(limit.from))
            table.addError(ErrorCode::charter_contradiction, "from", {{"detail", "another limit begins on the same day"}});
        limit.authority = table.text("authority", Need::required);
        table.finish();
        limits.push_back(std::move(limit));
    }
    if (limits.empty())
        return;
    std::ranges::stable_sort(limits, {}, &ComplaintLimit::from);
    draft.settings.complaintLimits = std::move(limits);
    draft.hasComplaintLimits = true;
}

CountryDays readCountry(TomlTable& table)
{
    CountryDays country;
    country.code = table.id("code", Need::required);
    if (!country.code.empty())
        table.setEntry("calendar " + country.code);
    country.timeZone = table.text("time_zone", Need::required);
    if (!country.timeZone.empty() && !isTimeZone(country.timeZone))
        table.addError(ErrorCode::toml_value_bad, "time_zone",
                       {{"value", country.timeZone}, {"allowed", "a time zone such as Europe/London"}});
    constexpr std::string_view dayNames[] = {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"};
    const auto weekend = table.ids("weekend");
    if (!weekend.empty())
        country.weekend.clear();
    for (const auto& name : weekend) {
        const auto* day = std::ranges::find(dayNames, name);
        if (day == std::end(dayNames))
            table.addError(ErrorCode::toml_value_bad, "weekend", {{"value", name}, {"allowed", "names of days, in lower case"}});
        else
            country.weekend.push_back(static_cast<int>(day - std::begin(dayNames)));
    }
    if (country.weekend.size() >= std::size(dayNames))
        table.addError(ErrorCode::charter_contradiction, "weekend", {{"detail", "no day is a working day"}});
    for (const auto& date : table.dates("holidays"))
        country.holidays.push_back(*parseDate(date));
    std::ranges::sort(country.holidays);
    table.finish();
    return country;
}

void readCalendar(TomlTable& top, CharterDraft& draft)
{
    auto table = top.table("calendar", Need::optional);
    if (!table)
        return;
    table->setEntry("calendar");
    draft.hasCalendar = true;
    draft.calendarFile = draft.file;
    draft.calendarLine = table->lineOf("through");
    draft.calendar.version = table->id("version", Need::required);
    draft.calendar.country = table->id("country", Need::required);
    draft.calendarReview = table->date("through", Need::required);
    if (const auto through = parseDate(draft.calendarReview))
        draft.calendar.through = *through;
    for (auto& entry : table->tables("in")) {
        CountryDays country = readCountry(entry);
        if (!country.code.empty() && draft.calendar.find(country.code))
            entry.addError(ErrorCode::charter_duplicate_id, "code", {{"value", country.code}});
        draft.calendar.countries.push_back(std::move(country));
    }
    std::ranges::stable_sort(draft.calendar.countries, {}, &CountryDays::code);
    if (std::ranges::find(draft.calendar.countries, draft.calendar.country, &CountryDays::code) == draft.calendar.countries.end())
        table->addError(ErrorCode::toml_value_bad, "country",
                        {{"value", draft.calendar.country}, {"allowed", "a country that the calendar lists"}});
    table->finish();
}

// An entry of the pack stands beside those of the base, or says that it replaces one.
template <class T, class Id, class Entry>
void extend(std::vector<T>& base, std::vector<T>& pack, Id id, Entry entryOf, TomlErrors& errors)
{
    for (T& added : pack) {
        const auto& entry = entryOf(added);
        const auto same = std::ranges::find_if(base, [&](const T& other) { return id(other) == id(added); });
        if (entry.replaces && same != base.end())
            *same = std::move(added);
        else if (entry.replaces)
            errors.addIn(entry.file, ErrorCode::charter_contradiction, entry.line,
                         {{"entry", id(added)}, {"field", "replaces"}, {"detail", "there is nothing to replace"}});
        else
            base.push_back(std::move(added));
    }
}

} // namespace

void readSettings(TomlTable& top, CharterDraft& draft)
{
    readNumbers(top, draft);
    readData(top, draft.data);
    readComplaintLimits(top, draft);
    readCalendar(top, draft);
}

void extendCharter(CharterDraft& base, CharterDraft pack, TomlErrors& errors)
{
    refuseLoosening(base, pack, errors);
    // Tests of a rule that is replaced speak of the old one, if the pack brings its own.
    std::erase_if(base.tests, [&](const CharterTest& test) {
        return std::ranges::any_of(pack.rules, [&](const RuleDraft& draft) { return draft.rule.replaces && draft.rule.id == test.rule; })
            && std::ranges::find(pack.tests, test.rule, &CharterTest::rule) != pack.tests.end();
    });
    extend(
        base.rules, pack.rules, [](const RuleDraft& draft) { return draft.rule.id; },
        [](const RuleDraft& draft) -> const Rule& { return draft.rule; }, errors);
    extend(base.goals, pack.goals, [](const Goal& goal) { return goal.id; }, std::identity(), errors);
    std::ranges::move(pack.tests, std::back_inserter(base.tests));
    std::ranges::move(pack.inertSignals, std::back_inserter(base.inertSignals));
    if (pack.hasFailClosed)
        base.failClosed = std::move(pack.failClosed);
    if (pack.hasCalendar) {
        base.hasCalendar = true;
        base.calendar = std::move(pack.calendar);
        base.calendarReview = std::move(pack.calendarReview);
        base.calendarFile = std::move(pack.calendarFile);
        base.calendarLine = pack.calendarLine;
    }
    base.settings = std::move(pack.settings);
    base.data = std::move(pack.data);
    base.version.append("+").append(pack.version);
    if (!pack.review.empty() && (base.review.empty() || pack.review < base.review)) {
        base.review = std::move(pack.review);
        base.reviewFile = std::move(pack.reviewFile);
        base.reviewLine = pack.reviewLine;
    }
}

} // namespace foreword
