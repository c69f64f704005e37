#include <algorithm>

#include "core/model/names.h"
#include "core/policy/charter_checks.h"
#include "core/policy/decider.h"

namespace foreword {
namespace {

DecisionInput inputOf(const CharterTest& test, const Dictionary& dictionary, CivilDate today)
{
    DecisionInput input;
    input.asOf = Timestamp::fromCivil({today}, 0);
    for (const auto& [id, state] : test.signals) {
        Signal signal;
        signal.id = id;
        signal.state = state;
        signal.since = input.asOf.plusDays(-test.daysAgo);
        for (const auto& [counted, count] : test.counts)
            signal.count = counted == id ? count : signal.count;
        if (const auto* entry = dictionary.find(id))
            signal.rank = entry->rank;
        input.signals.push_back(std::move(signal));
    }
    OfferRecord offer;
    offer.key = {"charter", "test"};
    offer.kind = test.offer;
    offer.credit = test.credit;
    offer.complex = test.complex;
    input.offers.push_back(std::move(offer));
    return input;
}

std::string outcome(Verdict verdict, Posture posture)
{
    return std::string(nameOf(verdict)).append(", ").append(nameOf(posture));
}

} // namespace

std::vector<CharterTestResult> Charter::runTests(const Dictionary& dictionary, CivilDate today) const
{
    std::vector<CharterTestResult> results;
    for (const auto& test : m_tests) {
        const Decision decision = decide(*this, dictionary, inputOf(test, dictionary, today));
        const bool matched = std::ranges::find(decision.matched, test.rule, &RuleMatch::rule) != decision.matched.end();
        results.push_back({&test, decision.offers.front().verdict, decision.posture, matched});
    }
    return results;
}

void runCharterTests(const Charter& charter, const Dictionary& dictionary, CivilDate today, TomlErrors& errors)
{
    std::vector<std::string> exercised;
    for (const auto& result : charter.runTests(dictionary, today)) {
        const CharterTest& test = *result.test;
        if (!result.passed())
            errors.addIn(test.file, ErrorCode::charter_test_failed, test.line,
                         {{"entry", test.name},
                          {"rule", test.rule},
                          {"field", "expect"},
                          {"expected", outcome(test.expectVerdict, test.expectPosture)},
                          {"found", outcome(result.verdict, result.posture)}});
        if (result.ruleMatched)
            exercised.push_back(test.rule);
    }
    // A test in which the rule stays silent says nothing about it.
    for (const auto& rule : charter.rules()) {
        if (std::ranges::find(exercised, rule.id) == exercised.end())
            errors.addIn(rule.file, ErrorCode::charter_rule_without_test, rule.line, {{"entry", rule.id}, {"field", "id"}});
    }
}

} // namespace foreword
