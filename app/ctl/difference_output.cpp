#include "app/ctl/difference_output.h"

#include "app/ctl/explain_text.h"
#include "app/ctl/text_output.h"
#include "core/model/names.h"

namespace foreword::ctl {
namespace {

Json ruleChangesJson(const std::vector<RuleChange>& changes)
{
    auto list = Json::array();
    for (const auto& change : changes)
        list.push_back({{"rule", change.rule}, {"change", nameOf(change.kind)}});
    return list;
}

Json endJson(const VerdictEnd& end)
{
    return {
        {"until", timeJson(end.until)}, {"until_event", end.event.empty() ? Json(nullptr) : Json(end.event)}, {"plus_days", end.plusDays}};
}

Json changeJson(const ChangedCustomer& changed)
{
    auto offers = Json::array();
    for (const auto& offer : changed.offers)
        offers.push_back({{"source", offer.offer.source},
                          {"id", offer.offer.id},
                          {"before", nameOf(offer.before)},
                          {"after", nameOf(offer.after)},
                          {"end_before", endJson(offer.endBefore)},
                          {"end_after", endJson(offer.endAfter)},
                          {"rule_before", offer.ruleBefore},
                          {"rule_after", offer.ruleAfter},
                          {"rules", ruleChangesJson(offer.rules)}});
    return {{"customer", recordKeyJson(changed.customer)},
            {"posture_before", nameOf(changed.postureBefore)},
            {"posture_after", nameOf(changed.postureAfter)},
            {"posture_rule_before", changed.ruleBefore},
            {"posture_rule_after", changed.ruleAfter},
            {"posture_rules", ruleChangesJson(changed.postureRules)},
            {"offers", std::move(offers)}};
}

// "R-310 removed, R-420 added".
std::string ruleChangesText(const std::vector<RuleChange>& changes)
{
    std::string text;
    for (const auto& change : changes)
        text.append(text.empty() ? "" : ", ").append(change.rule).append(" ").append(nameOf(change.kind));
    return text;
}

void printOfferChange(std::ostream& out, const ChangedOffer& offer)
{
    out << "  " << printable(offer.offer.id) << ": " << nameOf(offer.before);
    if (offer.before != offer.after)
        out << " -> " << nameOf(offer.after);
    else
        out << ' ' << endText(offer.endBefore.until, offer.endBefore.event, offer.endBefore.plusDays) << " -> "
            << endText(offer.endAfter.until, offer.endAfter.event, offer.endAfter.plusDays);
    out << " (" << ruleChangesText(offer.rules) << ")\n";
}

} // namespace

Json changesJson(const PolicyDifference& difference)
{
    auto changes = Json::array();
    for (const auto& changed : difference.changed)
        changes.push_back(changeJson(changed));
    return changes;
}

void printDifference(std::ostream& out, const PolicyDifference& difference)
{
    out << difference.customers << " customers, " << difference.changed.size() << " with another decision\n";
    for (const auto& [rule, times] : difference.byRule)
        out << "  rule " << rule << ": " << times << '\n';
    for (const auto& [offer, times] : difference.byOffer)
        out << "  offer " << printable(offer) << ": " << times << '\n';
    for (const auto& changed : difference.changed) {
        out << printable(changed.customer.source + ":" + changed.customer.id) << '\n';
        if (changed.postureBefore != changed.postureAfter)
            out << "  posture: " << nameOf(changed.postureBefore) << " -> " << nameOf(changed.postureAfter) << " ("
                << ruleChangesText(changed.postureRules) << ")\n";
        for (const auto& offer : changed.offers)
            printOfferChange(out, offer);
    }
}

} // namespace foreword::ctl
