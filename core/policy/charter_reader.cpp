#include "core/policy/charter_reader.h"

#include <algorithm>

namespace foreword {
namespace {

constexpr int mostDays = 3650;
constexpr int mostHours = 24; // an override lasts a day at most
constexpr int mostVersion = 1'000'000;
constexpr int mostCount = 1000;

ErrorCode codeOfUnknownKey(std::string_view key)
{
    return speaksOfValue(key) ? ErrorCode::charter_gate_forbidden : ErrorCode::toml_key_unknown;
}

void readCondition(TomlTable& table, Rule& rule)
{
    auto when = table.table("when", Need::required);
    if (!when)
        return;
    rule.all = when->ids("all");
    rule.any = when->ids("any");
    const auto state = when->word("min_state", {"suspected", "confirmed"}, Need::optional);
    rule.minState = state == "confirmed" ? SignalState::confirmed : SignalState::suspected;
    const auto most = when->word("max_state", {"suspected", "confirmed"}, Need::optional);
    rule.maxState = most == "suspected" ? SignalState::suspected : SignalState::confirmed;
    rule.minCount = when->integer("min_count", 2, mostCount, 0);
    rule.afterWorkingDays = when->integer("after_working_days", 1, mostDays, 0);
    if (rule.minState > rule.maxState)
        table.addError(ErrorCode::charter_contradiction, "when", {{"detail", "min_state is above max_state"}});
    if (!when->has("all") && !when->has("any"))
        table.addError(ErrorCode::charter_contradiction, "when", {{"detail", "it names no signal"}});
    for (const auto& id : rule.any) {
        if (std::ranges::find(rule.all, id) != rule.all.end())
            table.addError(ErrorCode::charter_contradiction, "when", {{"detail", id + " stands in all and in any"}});
    }
    when->finish(codeOfUnknownKey);
}

void readKinds(TomlTable& table, Rule& rule)
{
    for (const auto& name : table.ids("kinds")) {
        if (const auto kind = fromName<OfferKind>(name))
            rule.kinds.push_back(*kind);
        else
            table.addError(ErrorCode::charter_unknown_kind, "kinds", {{"value", name}});
    }
    std::ranges::sort(rule.kinds);
}

// offers = { credit = true }: only offers that are marked so.
void readOfferMarks(TomlTable& table, Rule& rule)
{
    auto offers = table.table("offers", Need::optional);
    if (!offers)
        return;
    rule.onlyCredit = offers->flag("credit");
    rule.onlyComplex = offers->flag("complex");
    if (!rule.onlyCredit && !rule.onlyComplex)
        table.addError(ErrorCode::charter_contradiction, "offers", {{"detail", "it marks no offer"}});
    offers->finish(codeOfUnknownKey);
}

void readEnd(TomlTable& table, Rule& rule)
{
    auto until = table.table("until", Need::optional);
    if (!until)
        return;
    rule.until.event = until->word("event", {"interaction.closed", "opt_in", "conversation", "signal"}, Need::optional);
    rule.until.plusDays = until->integer("plus_days", 1, mostDays, 0);
    rule.until.days = until->integer("days", 1, mostDays, 0);
    rule.until.workingDays = until->integer("working_days", 1, mostDays, 0);
    rule.until.reviewDays = until->integer("review_days", 1, mostDays, 0);
    if (until->has("event") + until->has("days") + until->has("working_days") > 1)
        table.addError(ErrorCode::charter_contradiction, "until", {{"detail", "it ends in more than one way"}});
    if (until->has("plus_days") && rule.until.event != "interaction.closed")
        table.addError(ErrorCode::charter_contradiction, "until", {{"detail", "plus_days counts from interaction.closed only"}});
    until->finish();
}

void readOverride(TomlTable& table, Rule& rule)
{
    auto overriding = table.table("override", Need::optional);
    if (!overriding)
        return;
    rule.overrideRole = overriding->word("role", {"supervisor"}, Need::required);
    rule.overrideMaxHours = overriding->integer("max_hours", 1, mostHours, 0);
    if (!overriding->has("max_hours"))
        table.addError(ErrorCode::toml_value_missing, "override.max_hours", {});
    if (rule.rank <= Rank::p1)
        table.addError(ErrorCode::charter_override_forbidden, "override", {{"value", std::string(nameOf(rule.rank))}});
    overriding->finish();
}

RuleDraft readRule(TomlTable& table, const CharterDraft& charter, TomlErrors& errors)
{
    const std::size_t before = errors.count();
    RuleDraft draft;
    Rule& rule = draft.rule;
    rule.line = table.line();
    rule.file = charter.file;
    rule.replaces = table.flag("replaces");
    rule.id = table.id("id", Need::required);
    if (!rule.id.empty())
        table.setEntry(rule.id);
    rule.title = table.text("title", Need::required);
    rule.version = table.integer("version", 1, mostVersion, 1);
    // A charter with one owner need not repeat it.
    rule.owner = table.text("owner", charter.owner.empty() ? Need::required : Need::optional);
    if (rule.owner.empty())
        rule.owner = charter.owner;
    rule.review = table.date("review", Need::optional);
    rule.rank = table.named<Rank>("rank", Need::required).value_or(Rank::p5);
    readCondition(table, rule);
    readKinds(table, rule);
    readOfferMarks(table, rule);
    const auto verdict = table.named<Verdict>("offer", Need::optional);
    rule.offer = verdict.value_or(Verdict::allow);
    draft.allows = verdict == Verdict::allow;
    rule.conversation = table.named<Posture>("conversation", Need::optional).value_or(Posture::normal);
    readEnd(table, rule);
    readOverride(table, rule);
    rule.say = table.text("say", Need::required);
    table.finish(codeOfUnknownKey);
    draft.complete = errors.count() == before;
    return draft;
}

std::vector<std::pair<std::string, SignalState>> readTestSignals(TomlTable& table)
{
    std::vector<std::pair<std::string, SignalState>> signals;
    auto given = table.table("signals", Need::required);
    if (!given)
        return signals;
    for (const auto& id : given->keys()) {
        if (const auto state = given->named<SignalState>(id, Need::required))
            signals.emplace_back(id, *state);
    }
    return signals;
}

std::vector<std::pair<std::string, int>> readTestCounts(TomlTable& table)
{
    std::vector<std::pair<std::string, int>> counts;
    if (auto given = table.table("counts", Need::optional)) {
        for (const auto& id : given->keys())
            counts.emplace_back(id, given->integer(id, 1, mostCount, 1));
    }
    return counts;
}

CharterTest readTest(TomlTable& table, const CharterDraft& charter)
{
    CharterTest test;
    test.line = table.line();
    test.file = charter.file;
    test.name = table.text("name", Need::required);
    if (!test.name.empty())
        table.setEntry(test.name);
    test.rule = table.id("rule", Need::required);
    test.signals = readTestSignals(table);
    test.counts = readTestCounts(table);
    test.daysAgo = table.integer("days_ago", 0, mostDays, 0);
    test.credit = table.flag("credit");
    test.complex = table.flag("complex");
    const auto kind = table.id("kind", Need::required);
    if (const auto found = fromName<OfferKind>(kind))
        test.offer = *found;
    else if (!kind.empty())
        table.addError(ErrorCode::charter_unknown_kind, "kind", {{"value", kind}});
    if (auto expect = table.table("expect", Need::required)) {
        test.expectVerdict = expect->named<Verdict>("offer", Need::required).value_or(Verdict::allow);
        test.expectPosture = expect->named<Posture>("conversation", Need::required).value_or(Posture::normal);
        expect->finish();
    }
    table.finish();
    return test;
}

Goal readGoal(TomlTable& table, const CharterDraft& charter)
{
    Goal goal;
    goal.line = table.line();
    goal.file = charter.file;
    goal.replaces = table.flag("replaces");
    goal.id = table.id("id", Need::required);
    if (!goal.id.empty())
        table.setEntry(goal.id);
    goal.title = table.text("title", Need::required);
    goal.owner = table.text("owner", charter.owner.empty() ? Need::required : Need::optional);
    if (goal.owner.empty())
        goal.owner = charter.owner;
    std::vector<std::string_view> measures;
    for (const auto& measure : goalMeasures)
        measures.push_back(measure.name);
    goal.measure = table.word("measure", measures, Need::required);
    goal.unit = table.word("unit", {"percent", "count"}, Need::required);
    const auto* measure = std::ranges::find(goalMeasures, goal.measure, &GoalMeasure::name);
    if (measure != std::end(goalMeasures) && !goal.unit.empty() && goal.unit != measure->unit)
        table.addError(ErrorCode::charter_contradiction, "unit", {{"detail", goal.measure + " is a " + std::string(measure->unit)}});
    const int most = goal.unit == "percent" ? 100 : 1'000'000;
    goal.atLeast = table.has("at_least");
    if (table.has("at_least") && table.has("at_most"))
        table.addError(ErrorCode::charter_contradiction, "at_most", {{"detail", "it has at_least and at_most"}});
    else if (!table.has("at_least") && !table.has("at_most"))
        table.addError(ErrorCode::toml_value_missing, "at_least", {});
    const int least = table.integer("at_least", 0, most, 0);
    const int highest = table.integer("at_most", 0, most, 0);
    goal.target = goal.atLeast ? least : highest;
    table.finish();
    return goal;
}

InertSignal readInertSignal(TomlTable& table, const CharterDraft& charter)
{
    InertSignal signal;
    signal.line = table.line();
    signal.file = charter.file;
    signal.id = table.id("id", Need::required);
    if (!signal.id.empty())
        table.setEntry(signal.id);
    (void)table.word("effect", {"none"}, Need::required);
    signal.reason = table.text("reason", Need::required);
    table.finish();
    return signal;
}

void readFailClosed(TomlTable& top, CharterDraft& draft)
{
    draft.failClosed.owner = draft.owner;
    auto table = top.table("fail_closed", Need::optional);
    if (!table)
        return;
    draft.hasFailClosed = true;
    draft.failClosedLine = table->lineOf("review_days");
    table->setEntry("fail_closed");
    draft.failClosed.title = table->text("title", Need::required);
    if (auto owner = table->text("owner", Need::optional); !owner.empty())
        draft.failClosed.owner = owner;
    draft.failClosed.say = table->text("say", Need::required);
    draft.failClosed.reviewDays = table->integer("review_days", 1, mostDays, draft.failClosed.reviewDays);
    table->finish();
}

} // namespace

bool speaksOfValue(std::string_view name)
{
    return name.find("value") != std::string_view::npos || name.find("tier") != std::string_view::npos;
}

CharterDraft readCharter(const toml::table& document, std::string_view file, const CharterDraft* base, TomlErrors& errors)
{
    CharterDraft draft;
    draft.file = file;
    if (base) {
        draft.settings = base->settings;
        draft.data = base->data;
    }
    TomlTable top(document, 1, base ? "the pack" : "the charter", errors);
    draft.version = top.id("version", Need::required);
    draft.owner = top.text("owner", Need::required);
    draft.review = top.date("review", Need::optional);
    draft.reviewFile = file;
    draft.reviewLine = top.lineOf("review");
    if (base)
        draft.extends = top.word("extends", {"default"}, Need::required);
    readFailClosed(top, draft);
    readSettings(top, draft);
    for (auto& table : top.tables("signal"))
        draft.inertSignals.push_back(readInertSignal(table, draft));
    for (auto& table : top.tables("rule"))
        draft.rules.push_back(readRule(table, draft, errors));
    for (auto& table : top.tables("goal"))
        draft.goals.push_back(readGoal(table, draft));
    for (auto& table : top.tables("test"))
        draft.tests.push_back(readTest(table, draft));
    top.finish();
    return draft;
}

} // namespace foreword
