#include "app/ctl/explain_text.h"

#include <algorithm>

#include "app/ctl/text_output.h"
#include "core/desk/output.h"
#include "core/model/names.h"

namespace foreword::ctl {
namespace {

std::string evidenceText(const Evidence& evidence)
{
    const std::string when = evidence.at ? ", " + evidence.at->toString() : std::string();
    if (!evidence.citation)
        return printable(evidence.field) + when;
    const std::string who = evidence.senderName.empty() ? std::string(nameOf(evidence.sender)) : printable(evidence.senderName);
    return "\"" + printable(evidence.quote) + "\" (" + who + when + ")";
}

std::string joined(const std::vector<std::string>& words)
{
    std::string text;
    for (const auto& word : words)
        text.append(text.empty() ? "" : ", ").append(word);
    return text;
}

std::vector<std::string> rulesOf(const std::vector<const RuleMatch*>& matches)
{
    std::vector<std::string> rules;
    for (const auto* match : matches)
        rules.push_back(match->rule);
    return rules;
}

std::string releaseText(const RuleMatch& rule)
{
    std::string text = rule.until ? "time, at " + rule.until->toString() : rule.untilEvent;
    if (rule.reviewBy)
        text.append(text.empty() ? "" : "; ").append("a review by ").append(rule.reviewBy->toString());
    if (!rule.overrideRole.empty())
        text.append("; a ")
            .append(rule.overrideRole)
            .append(" for ")
            .append(std::to_string(rule.overrideMaxHours))
            .append(" hours at most");
    return text;
}

std::string overrideText(const Override& given)
{
    return "until " + given.until.toString() + " by " + given.role + " " + printable(given.by) + " (" + given.reason + ": "
        + printable(given.text) + ")";
}

void printRule(std::ostream& out, const RuleMatch& rule, const Decision& decision, const Dictionary& dictionary)
{
    out << "  " << rule.rule << " \"" << rule.title << "\" v" << rule.version << ", " << nameOf(rule.rank) << ", owner " << rule.owner
        << ": " << nameOf(rule.verdict) << ", " << nameOf(rule.posture) << '\n';
    out << "    " << rule.say << '\n' << "    released by: " << releaseText(rule) << '\n';
    for (const auto& id : rule.signals) {
        if (const auto* entry = dictionary.find(id))
            out << "    " << id << ": " << entry->definition << " [" << entry->authority << "; owner " << entry->owner << "]\n";
        for (const auto& signal : decision.signals) {
            for (const auto& evidence : signal.id == id ? signal.evidence : std::vector<Evidence>())
                out << "      " << nameOf(signal.state) << ": " << evidenceText(evidence) << '\n';
        }
    }
}

} // namespace

std::string endText(const std::optional<Timestamp>& until, const std::string& event, int plusDays)
{
    if (until)
        return "until " + until->toString();
    if (event.empty())
        return "without an end";
    return "until " + event + (plusDays > 0 ? ", then " + std::to_string(plusDays) + " days" : std::string());
}

std::string explanationLine(const Decision& decision, const OfferDecision& offer, const Dictionary& dictionary)
{
    std::string line = printable(offer.name.empty() ? offer.offer.id : offer.name) + ": " + std::string(nameOf(offer.verdict));
    for (const Override& given : offer.overrides)
        line.append(", rule ").append(given.rule).append(" overridden ").append(overrideText(given));
    if (!offer.reason)
        return line + (offer.overrides.empty() ? ", no rule stands against it." : ", no other rule stands against it.");
    const RuleMatch& rule = *offer.reason;
    line.append(" ").append(endText(offer.until, offer.untilEvent, offer.untilPlusDays));
    if (!offer.evidence.empty())
        line.append(". ").append(evidenceText(offer.evidence.front()));
    line.append(". Rule ").append(rule.rule).append(" v").append(std::to_string(rule.version)).append(": ").append(rule.say);
    if (const auto* entry = dictionary.find(rule.signals.empty() ? std::string_view() : std::string_view(rule.signals.front())))
        line.append(" ").append(entry->title).append(": ").append(entry->definition).append(" (").append(entry->authority).append(")");
    const Explanation explanation = explain(decision, offer);
    if (!explanation.alsoHold.empty())
        line.append(" Would also hold: ").append(joined(rulesOf(explanation.alsoHold))).append(".");
    std::vector<std::string> freed;
    for (const auto* other : explanation.freed)
        freed.push_back(printable(other->offer.id));
    line.append(" Without it allowed: ").append(freed.empty() ? "nothing" : joined(freed));
    return line.append(". Released by: ").append(releaseText(rule)).append(".");
}

void printExplanation(std::ostream& out, const Decision& decision, const Dictionary& dictionary)
{
    for (const auto& offer : decision.offers)
        out << explanationLine(decision, offer, dictionary) << '\n';
    out << "Rules that matched:" << (decision.matched.empty() ? " none" : "") << '\n';
    for (const auto& rule : decision.matched)
        printRule(out, rule, decision, dictionary);
    for (const auto& id : decision.unknown)
        out << "  not known: " << id << '\n';
    out << "Charter " << decision.charterVersion << " " << decision.charterHash.substr(0, 12) << ", dictionary "
        << decision.dictionaryHash.substr(0, 12) << ", engine " << decision.engineHash.substr(0, 12) << ", input "
        << decision.inputHash.substr(0, 12) << '\n';
}

} // namespace foreword::ctl
