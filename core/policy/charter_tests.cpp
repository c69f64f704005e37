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
        signal.since = input.asOf;
        if (const auto* entry = dictionary.find(id))
            signal.rank = entry->rank;
        input.signals.push_back(std::move(signal));
    }
    OfferRecord offer;
    offer.key = {"charter", "test"};
    offer.kind = test.offer;
    input.offers.push_back(std::move(offer));
    return input;
}

std::string outcome(Verdict verdict, Posture posture)
{
    return std::string(nameOf(verdict)).append(", ").append(nameOf(posture));
}

} // namespace

void runCharterTests(const Charter& charter, const Dictionary& dictionary, CivilDate today, TomlErrors& errors)
{
    std::vector<std::string> exercised;
    for (const auto& test : charter.tests()) {
        const Decision decision = decide(charter, dictionary, inputOf(test, dictionary, today));
        const Verdict verdict = decision.offers.front().verdict;
        if (verdict != test.expectVerdict || decision.posture != test.expectPosture)
            errors.add(ErrorCode::charter_test_failed, test.line,
                       {{"entry", test.name}, {"rule", test.rule}, {"field", "expect"},
                        {"expected", outcome(test.expectVerdict, test.expectPosture)}, {"found", outcome(verdict, decision.posture)}});
        if (std::ranges::find(decision.matched, test.rule, &RuleMatch::rule) != decision.matched.end())
            exercised.push_back(test.rule);
    }
    // A test in which the rule stays silent says nothing about it.
    for (const auto& rule : charter.rules()) {
        if (std::ranges::find(exercised, rule.id) == exercised.end())
            errors.add(ErrorCode::charter_rule_without_test, rule.line, {{"entry", rule.id}, {"field", "id"}});
    }
}

} // namespace foreword
