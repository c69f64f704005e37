#include "core/policy/charter_checks.h"

#include <algorithm>
#include <map>
#include <set>

#include "core/model/names.h"
#include "core/policy/rule_overlap.h"

namespace foreword {
namespace {

class Checks {
public:
    Checks(const CharterDraft& draft, const Dictionary& dictionary, CivilDate today, TomlErrors& errors)
        : m_draft(draft), m_dictionary(dictionary), m_today(today), m_errors(errors)
    {
    }

    void run()
    {
        checkIds();
        checkReviewDates();
        for (const auto& draft : m_draft.rules) {
            checkSignals(draft.rule);
            checkMatchable(draft);
            checkEffect(draft);
            checkUses(draft);
        }
        checkPairs();
        checkInertSignals();
        checkRanks();
        checkCoverage();
        checkTests();
    }

private:
    void add(ErrorCode code, std::string_view file, int line, std::string_view field, std::string entry, Error::Params params = {})
    {
        params.emplace_back("field", field);
        params.emplace_back("entry", std::move(entry));
        m_errors.addIn(file, code, line, std::move(params));
    }
    // Where an entry stands, then what add() takes.
    template <class Entry>
    void addAt(const Entry& at, ErrorCode code, std::string_view field, std::string entry, Error::Params params = {})
    {
        add(code, at.file, at.line, field, std::move(entry), std::move(params));
    }

    void checkIds();
    void checkReviewDates();
    void checkReview(const std::string& review, std::string_view file, int line, const std::string& entry);
    template <class Entry>
    void checkKnown(const std::string& signal, const Entry& at, std::string_view field, const std::string& entry);
    void checkSignals(const Rule& rule);
    void checkMatchable(const RuleDraft& draft);
    void checkEffect(const RuleDraft& draft);
    void checkUses(const RuleDraft& draft);
    void checkPairs();
    void checkPair(const Rule& earlier, const Rule& later);
    void checkInertSignals();
    void checkRanks();
    void checkCoverage();
    void checkTests();
    bool restsOnTextAlone(const Rule& rule) const;
    bool endsNever(const Rule& rule) const;

    const CharterDraft& m_draft;
    const Dictionary& m_dictionary;
    CivilDate m_today;
    TomlErrors& m_errors;
};

bool hasEvidence(const DictionaryEntry& entry, std::string_view kind)
{
    return std::ranges::find(entry.evidence, kind) != entry.evidence.end();
}

std::vector<std::string> signalsOf(const Rule& rule)
{
    auto signals = rule.all;
    signals.insert(signals.end(), rule.any.begin(), rule.any.end());
    return signals;
}

void Checks::checkIds()
{
    // The name under which a hold for unknown signals appears among the rules.
    std::set<std::string> rules{std::string(failClosedRule)};
    std::set<std::string> tests, goals, inert;
    const auto once = [this](std::set<std::string>& seen, const std::string& id, const auto& at, std::string_view field) {
        if (!id.empty() && !seen.insert(id).second)
            addAt(at, ErrorCode::charter_duplicate_id, field, id, {{"value", id}});
    };
    for (const auto& draft : m_draft.rules)
        once(rules, draft.rule.id, draft.rule, "id");
    for (const auto& test : m_draft.tests)
        once(tests, test.name, test, "name");
    for (const auto& goal : m_draft.goals)
        once(goals, goal.id, goal, "id");
    for (const auto& signal : m_draft.inertSignals)
        once(inert, signal.id, signal, "id");
}

void Checks::checkReview(const std::string& review, std::string_view file, int line, const std::string& entry)
{
    const auto date = parseDate(review);
    if (date && *date < m_today)
        add(ErrorCode::charter_review_passed, file, line, "review", entry, {{"value", review}});
}

void Checks::checkReviewDates()
{
    checkReview(m_draft.review, m_draft.reviewFile, m_draft.reviewLine, "the charter");
    checkReview(m_draft.calendarReview, m_draft.calendarFile, m_draft.calendarLine, "the calendar");
    for (const auto& draft : m_draft.rules)
        checkReview(draft.rule.review, draft.rule.file, draft.rule.line, draft.rule.id);
    // A definition is reviewed by its own date, and its line is one of the dictionary's file.
    for (const auto& entry : m_dictionary.entries())
        checkReview(entry.review, m_dictionary.file(), entry.line, "definition " + entry.id);
}

template <class Entry>
void Checks::checkKnown(const std::string& signal, const Entry& at, std::string_view field, const std::string& entry)
{
    if (m_dictionary.find(signal))
        return;
    addAt(at, speaksOfValue(signal) ? ErrorCode::charter_gate_forbidden : ErrorCode::charter_unknown_signal, field, entry,
          {{"value", signal}});
}

void Checks::checkSignals(const Rule& rule)
{
    for (const auto& signal : signalsOf(rule))
        checkKnown(signal, rule, "when", rule.id);
}

// Each signal of `all` may be there by words alone, and one of `any`.
bool Checks::restsOnTextAlone(const Rule& rule) const
{
    if (rule.minState == SignalState::confirmed)
        return false;
    const auto inWords = [this](const std::string& id) {
        const auto* entry = m_dictionary.find(id);
        return entry && hasEvidence(*entry, "text");
    };
    return std::ranges::all_of(rule.all, inWords) && (rule.any.empty() || std::ranges::any_of(rule.any, inWords));
}

// Why a signal never is as a condition wants it, whatever happens; empty: it may be.
std::string neverSo(const DictionaryEntry& entry, const Rule& rule)
{
    const bool inWords = hasEvidence(entry, "text");
    const bool inHistory = hasEvidence(entry, "history");
    const bool onRecord = hasEvidence(entry, "field") || hasEvidence(entry, "offer") || inHistory;
    // What is masked at ingestion is certain, though it stood in words.
    if (rule.minState == SignalState::confirmed && !onRecord && entry.endsBy != "ingestion")
        return entry.id + " stands in words only, and is never confirmed";
    if (rule.maxState == SignalState::suspected && !inWords && !inHistory)
        return entry.id + " is always confirmed";
    if (rule.minCount > 0 && !inHistory)
        return entry.id + " is not counted, and min_count asks for " + std::to_string(rule.minCount);
    return {};
}

void Checks::checkMatchable(const RuleDraft& draft)
{
    const Rule& rule = draft.rule;
    if (!draft.complete)
        return;
    const auto never = [&](std::string_view field, std::string detail) {
        addAt(rule, ErrorCode::charter_never_matches, field, rule.id, {{"detail", std::move(detail)}});
    };
    const auto why = [&](const std::string& id) {
        const auto* entry = m_dictionary.find(id);
        return entry ? neverSo(*entry, rule) : std::string();
    };
    for (const auto& id : rule.all) {
        if (auto detail = why(id); !detail.empty())
            never("when", std::move(detail));
    }
    if (!rule.any.empty() && std::ranges::none_of(rule.any, [&](const auto& id) { return why(id).empty(); }))
        never("when", why(rule.any.front()));
    // Both count from the first evidence.
    if (rule.until.workingDays > 0 && rule.afterWorkingDays >= rule.until.workingDays)
        never("until", "it ends after " + std::to_string(rule.until.workingDays) + " working days and begins no earlier");
    if ((rule.until.workingDays > 0 || rule.afterWorkingDays > 0) && !m_draft.hasCalendar)
        addAt(rule, ErrorCode::charter_no_time_zone, rule.until.workingDays > 0 ? "until" : "when", rule.id);
}

void Checks::checkEffect(const RuleDraft& draft)
{
    const Rule& rule = draft.rule;
    // What could not be read would be missed here a second time.
    if (!draft.complete)
        return;
    if (rule.offer == Verdict::allow && rule.conversation == Posture::normal)
        addAt(rule, ErrorCode::charter_no_effect, "offer", rule.id);
    const bool openEnded = rule.until.empty() && rule.until.reviewDays == 0;
    const bool byEvent = !rule.until.event.empty();
    if (rule.offer == Verdict::hold && (openEnded || (byEvent && rule.until.reviewDays == 0)))
        addAt(rule, ErrorCode::charter_no_release, "until", rule.id);
    const bool permanent = rule.until.empty() || endsNever(rule);
    if (rule.offer == Verdict::suppress && permanent && rule.until.reviewDays == 0 && restsOnTextAlone(rule))
        addAt(rule, ErrorCode::charter_permanent_from_text, "until", rule.id);
}

// It ends with a signal that only a person ends: without a review nobody ever would.
bool Checks::endsNever(const Rule& rule) const
{
    const auto ids = signalsOf(rule);
    return rule.until.event == "signal" && std::ranges::any_of(ids, [this](const std::string& id) {
               const auto* entry = m_dictionary.find(id);
               return entry && entry->endsBy == "human" && entry->endsAfterDays == 0;
           });
}

// To let an offer through because of a sensitive fact is to sell with it. A rule without a
// verdict sets the posture, which protects and routes.
void Checks::checkUses(const RuleDraft& draft)
{
    for (const auto& id : signalsOf(draft.rule)) {
        const auto* entry = m_dictionary.find(id);
        if (!entry)
            continue;
        const auto permits = [&](std::string_view use) { return std::ranges::find(entry->uses, use) != entry->uses.end(); };
        const bool protects = draft.rule.offer != Verdict::allow || draft.rule.conversation == Posture::serviceFirst;
        const char* missing = protects && !permits("protect")                   ? "protect"
            : draft.rule.conversation == Posture::escalate && !permits("route") ? "route"
            : draft.allows && !permits("sell")                                  ? "sell"
                                                                                : nullptr;
        if (missing && !(draft.allows && entry->sensitive))
            addAt(draft.rule, ErrorCode::charter_use_not_permitted, "when", draft.rule.id, {{"value", id}, {"use", missing}});
        if (draft.allows && entry->sensitive)
            addAt(draft.rule, ErrorCode::charter_sensitive_used, "offer", draft.rule.id, {{"value", id}});
    }
}

void Checks::checkPair(const Rule& earlier, const Rule& later)
{
    if (conflictingOutcomes(earlier, later)) {
        addAt(later, ErrorCode::charter_conflict, "when", later.id, {{"other", earlier.id}});
        return;
    }
    if (shadows(earlier, later))
        addAt(later, ErrorCode::charter_shadowed, "when", later.id, {{"other", earlier.id}});
    else if (shadows(later, earlier))
        addAt(earlier, ErrorCode::charter_shadowed, "when", earlier.id, {{"other", later.id}});
}

void Checks::checkPairs()
{
    for (std::size_t i = 0; i < m_draft.rules.size(); ++i) {
        for (std::size_t j = i + 1; j < m_draft.rules.size(); ++j) {
            const auto& a = m_draft.rules[i];
            const auto& b = m_draft.rules[j];
            if (a.complete && b.complete && a.rule.id != b.rule.id)
                checkPair(a.rule, b.rule);
        }
    }
}

void Checks::checkInertSignals()
{
    for (const auto& signal : m_draft.inertSignals) {
        checkKnown(signal.id, signal, "id", signal.id);
        for (const auto& draft : m_draft.rules) {
            const auto used = signalsOf(draft.rule);
            if (!signal.id.empty() && std::ranges::find(used, signal.id) != used.end())
                addAt(signal, ErrorCode::charter_contradiction, "effect", signal.id,
                      {{"detail", "rule " + draft.rule.id + " gives it an effect"}});
        }
    }
}

// Whenever the signal stands as certain as that, marketing at least is stopped.
bool stopsMarketing(const Rule& rule, const DictionaryEntry& entry, SignalState state)
{
    const bool always = rule.all.size() <= 1 && std::ranges::all_of(rule.all, [&](const auto& id) { return id == entry.id; })
        && (!rule.all.empty() || std::ranges::find(rule.any, entry.id) != rule.any.end()) && (rule.all.empty() || rule.any.empty());
    const bool soon = rule.minCount == 0 && rule.afterWorkingDays == 0 && !rule.onlyCredit && !rule.onlyComplex && rule.minState <= state
        && state <= rule.maxState;
    const auto kinds = kindsReached(rule);
    return always && soon && std::ranges::find(kinds, OfferKind::marketing) != kinds.end();
}

// Nobody overrides P0 and P1: a rule of a lower rank alone would let them.
void Checks::checkRanks()
{
    for (const auto& entry : m_dictionary.entries()) {
        std::vector<const RuleDraft*> about;
        for (const auto& draft : m_draft.rules) {
            const auto used = signalsOf(draft.rule);
            if (std::ranges::find(used, entry.id) != used.end())
                about.push_back(&draft);
        }
        if (entry.rank > Rank::p1 || about.empty())
            continue;
        const auto ranked = [&](const RuleDraft* draft) { return !draft->complete || draft->rule.rank <= entry.rank; };
        const auto guarded = [&](SignalState state) {
            return std::ranges::any_of(about, [&](const RuleDraft* draft) {
                return !draft->complete || (draft->rule.rank <= entry.rank && stopsMarketing(draft->rule, entry, state));
            });
        };
        const bool named = std::ranges::any_of(about, ranked);
        // One rule may stop it while it is suspected, another once it is certain.
        const bool always = guarded(SignalState::confirmed) && (!hasEvidence(entry, "text") || guarded(SignalState::suspected));
        if (named && always)
            continue;
        addAt(about.front()->rule, ErrorCode::charter_contradiction, named ? "offer" : "rank", about.front()->rule.id,
              {{"detail",
                entry.id + " is " + std::string(nameOf(entry.rank)) + " by the dictionary, and no rule of that rank "
                    + (named ? "holds or suppresses marketing whenever it stands" : "names it")}});
    }
    for (const auto& signal : m_draft.inertSignals) {
        const auto* entry = m_dictionary.find(signal.id);
        // What is masked at ingestion is over before an offer could be made.
        if (entry && entry->rank <= Rank::p1 && entry->endsBy != "ingestion")
            addAt(signal, ErrorCode::charter_contradiction, "effect", signal.id,
                  {{"detail",
                    std::string(entry->rank == Rank::p0 ? "a signal of safety" : "a legal signal")
                        + " is never without effect: a rule of rank " + std::string(nameOf(entry->rank)) + " has to name it"}});
    }
}

void Checks::checkCoverage()
{
    std::set<std::string> used;
    for (const auto& draft : m_draft.rules) {
        for (auto& signal : signalsOf(draft.rule))
            used.insert(std::move(signal));
    }
    for (const auto& signal : m_draft.inertSignals)
        used.insert(signal.id);
    for (const auto& entry : m_dictionary.entries()) {
        if (!used.contains(entry.id))
            add(ErrorCode::charter_signal_without_rule, m_draft.file, 1, "when", entry.id);
    }
    std::set<std::string> tested;
    for (const auto& test : m_draft.tests)
        tested.insert(test.rule);
    for (const auto& draft : m_draft.rules) {
        if (!draft.rule.id.empty() && !tested.contains(draft.rule.id))
            addAt(draft.rule, ErrorCode::charter_rule_without_test, "id", draft.rule.id);
    }
}

void Checks::checkTests()
{
    for (const auto& test : m_draft.tests) {
        for (const auto& [signal, state] : test.signals)
            checkKnown(signal, test, "signals", test.name);
        for (const auto& [signal, count] : test.counts)
            checkKnown(signal, test, "counts", test.name);
        const bool known = std::ranges::any_of(m_draft.rules, [&](const auto& draft) { return draft.rule.id == test.rule; });
        if (!known && !test.rule.empty())
            addAt(test, ErrorCode::toml_value_bad, "rule", test.name, {{"value", test.rule}, {"allowed", "the id of a rule"}});
    }
}

} // namespace

void checkCharter(const CharterDraft& draft, const Dictionary& dictionary, CivilDate today, TomlErrors& errors)
{
    Checks(draft, dictionary, today, errors).run();
}

} // namespace foreword
