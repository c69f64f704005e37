#include "ui/text/override_text.h"

#include <algorithm>

#include "ui/text/decision_text.h"
#include "ui/text/strings.h"

namespace foreword {

bool canOverride(const RuleMatch& rule)
{
    return rule.rank > Rank::p1 && !rule.overrideRole.empty() && rule.verdict > Verdict::allow;
}

std::vector<const OfferDecision*> stoppedBy(const RuleMatch& rule, const Decision& decision)
{
    std::vector<const OfferDecision*> stopped;
    for (const OfferDecision& offer : decision.offers) {
        const auto is = [&](const RuleMatch& match) { return match.rule == rule.rule && match.verdict > Verdict::allow; };
        if ((offer.reason && is(*offer.reason)) || std::ranges::any_of(offer.alsoMatched, is))
            stopped.push_back(&offer);
    }
    return stopped;
}

QString OverrideText::nameOf(const OfferDecision& offer)
{
    return toQt(offer.name.empty() ? offer.offer.id : offer.name);
}

QString OverrideText::role(const std::string& role)
{
    if (role == "supervisor")
        return tr("supervisor");
    if (role == "agent")
        return tr("agent");
    return toQt(role);
}

QString OverrideText::reason(std::string_view code)
{
    if (code == "customer_asked")
        return tr("The customer asked for it");
    if (code == "matter_settled")
        return tr("The matter is settled");
    if (code == "signal_mistaken")
        return tr("The signal is mistaken");
    return tr("Another reason");
}

QString OverrideText::roleNeeded(const RuleMatch& rule)
{
    return tr("Only a %1 can override this rule.").arg(role(rule.overrideRole));
}

QString OverrideText::effect(const RuleMatch& rule, const std::vector<const OfferDecision*>& offers, Timestamp until) const
{
    QStringList names;
    QStringList others;
    for (const OfferDecision* offer : offers) {
        names.append(nameOf(*offer));
        const auto add = [&](const RuleMatch& match) {
            const bool lifted = std::ranges::find(offer->overrides, match.rule, &Override::rule) != offer->overrides.end();
            const QString name = DecisionText::ruleName(match);
            if (match.rule != rule.rule && match.verdict > Verdict::allow && !lifted && !others.contains(name))
                others.append(name);
        };
        if (offer->reason)
            add(*offer->reason);
        std::ranges::for_each(offer->alsoMatched, add);
    }
    QStringList sentences;
    //: The offers, the rule's name and version, a day and time.
    sentences.append(
        tr("%1: no longer stopped by %2 until %3.").arg(m_wording.list(names), DecisionText::ruleName(rule), m_wording.dayTime(until)));
    sentences.append(others.isEmpty() ? tr("No other rule stands against it.") : tr("Still stopped by %1.").arg(m_wording.list(others)));
    if (rule.posture != Posture::normal)
        sentences.append(tr("The posture stays: %1.").arg(DecisionText::postureWord(rule.posture)));
    sentences.append(tr("Name, time and reason are kept."));
    return sentences.join(u' ');
}

QString OverrideText::standing(const Override& given, const std::vector<OfferDecision>& offers) const
{
    const auto offer = std::ranges::find(offers, given.offer, &OfferDecision::offer);
    const QString what = given.offer.id.empty() ? tr("every offer") : offer != offers.end() ? nameOf(*offer) : toQt(given.offer.id);
    //: Offer, day and time, name, role, reason, the reason in words.
    return tr("Overridden for %1 until %2 by %3 (%4). %5: %6")
        .arg(what, m_wording.dayTime(given.until), toQt(given.by), role(given.role), reason(given.reason), toQt(given.text));
}

QString OverrideText::allowed(const Override& given) const
{
    //: Day and time, name, role, the reason in words.
    return tr("Allowed until %1 by %2 (%3): %4").arg(m_wording.dayTime(given.until), toQt(given.by), role(given.role), toQt(given.text));
}

} // namespace foreword
