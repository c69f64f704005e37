#include "ui/text/override_text.h"
#include "ui/text/decision_text.h"

#include <algorithm>

#include "core/model/names.h"
#include "ui/text/signal_text.h"
#include "ui/text/strings.h"

namespace foreword {
namespace {

// "#4711" of the first of the rule's signals that is about one interaction.
QString referenceOf(const RuleMatch& rule, const std::vector<Signal>& all)
{
    for (const auto& id : rule.signals) {
        const Signal* signal = signalOf(id, all);
        if (signal && !SignalText::interactionRef(*signal).isEmpty())
            return SignalText::interactionRef(*signal);
    }
    return {};
}

// Whether the rule was overridden for every offer it stopped.
bool isOverridden(const RuleMatch& rule, const Decision& decision)
{
    const auto stopped = stoppedBy(rule, decision);
    return !stopped.empty() && std::ranges::all_of(stopped, [&](const OfferDecision* offer) {
        return std::ranges::find(offer->overrides, rule.rule, &Override::rule) != offer->overrides.end();
    });
}

bool stopsOffers(const Decision& decision)
{
    return std::ranges::any_of(decision.matched,
                               [&](const RuleMatch& m) { return m.verdict != Verdict::allow && !isOverridden(m, decision); });
}

// Which of the offers that promote something may be made.
enum class Offering { all, some, overridden, none };

Offering offeringOf(const Decision& decision)
{
    if (!stopsOffers(decision))
        return Offering::all;
    auto allowed = Offering::none;
    for (const OfferDecision& offer : decision.offers) {
        const bool promotes = offer.kind != OfferKind::support && offer.kind != OfferKind::serviceNotice;
        if (!promotes || offer.verdict != Verdict::allow)
            continue;
        if (offer.overrides.empty()) {
            const bool stopped = std::ranges::any_of(decision.offers, [](const auto& other) { return other.verdict != Verdict::allow; });
            return stopped ? Offering::some : Offering::all;
        }
        allowed = Offering::overridden;
    }
    return allowed;
}

QString capitalised(QString text)
{
    if (!text.isEmpty())
        text[0] = text[0].toUpper();
    return text;
}

} // namespace

std::vector<const Signal*> postureSignals(const Decision& decision)
{
    std::vector<const Signal*> out;
    const auto add = [&](const RuleMatch& rule) {
        for (const auto& id : rule.signals) {
            const Signal* signal = signalOf(id, decision.signals);
            if (signal && std::ranges::find(out, signal) == out.end())
                out.push_back(signal);
        }
    };
    if (decision.postureReason)
        add(*decision.postureReason);
    for (const auto& rule : decision.matched) {
        if (rule.posture == decision.posture && decision.posture != Posture::normal)
            add(rule);
    }
    std::ranges::stable_sort(out, {}, &Signal::rank);
    return out;
}

QString DecisionText::postureWord(Posture posture)
{
    switch (posture) {
    case Posture::serviceFirst: return tr("Service first");
    case Posture::escalate: return tr("Escalate");
    case Posture::normal: break;
    }
    return tr("Normal");
}

Ink DecisionText::postureInk(Posture posture)
{
    switch (posture) {
    case Posture::serviceFirst: return Ink::amber;
    case Posture::escalate: return Ink::red;
    case Posture::normal: break;
    }
    return Ink::green;
}

Icon DecisionText::postureIcon(Posture posture)
{
    switch (posture) {
    case Posture::serviceFirst: return Icon::warning;
    case Posture::escalate: return Icon::escalate;
    case Posture::normal: break;
    }
    return Icon::check;
}

QString DecisionText::verdictWord(Verdict verdict)
{
    switch (verdict) {
    case Verdict::hold: return tr("On hold");
    case Verdict::suppress: return tr("Suppressed");
    case Verdict::allow: break;
    }
    return tr("Allowed");
}

Ink DecisionText::verdictInk(Verdict verdict)
{
    switch (verdict) {
    case Verdict::hold: return Ink::amber;
    case Verdict::suppress: return Ink::red;
    case Verdict::allow: break;
    }
    return Ink::green;
}

QString DecisionText::kindWord(OfferKind kind)
{
    switch (kind) {
    case OfferKind::marketing: return tr("Marketing");
    case OfferKind::upsell: return tr("Upsell");
    case OfferKind::retention: return tr("Retention");
    case OfferKind::support: return tr("Support");
    case OfferKind::serviceNotice: break;
    }
    return tr("Service notice");
}

QString DecisionText::postureTitle(const Decision& decision) const
{
    if (decision.posture != Posture::normal) {
        const bool escalates = decision.posture == Posture::escalate;
        switch (offeringOf(decision)) {
        case Offering::all: return escalates ? tr("Escalate to a supervisor.") : tr("Service first.");
        case Offering::some:
            return escalates ? tr("Escalate to a supervisor. Some offers are on hold.") : tr("Service first. Some offers are on hold.");
        case Offering::overridden:
            return escalates ? tr("Escalate to a supervisor. Only offers with an override may be made.")
                             : tr("Service first. Only offers with an override may be made.");
        case Offering::none: break;
        }
        return escalates ? tr("Escalate to a supervisor. No marketing offer now.") : tr("Service first. No marketing offer now.");
    }
    if (!stopsOffers(decision))
        return tr("Normal service. Nothing stands in the way.");
    return decision.offers.empty() ? tr("Normal service. No marketing offer now.") : tr("Normal service. Some offers are on hold.");
}

QString DecisionText::postureReason(const CustomerView& view) const
{
    QStringList phrases;
    for (const Signal* signal : postureSignals(view.decision))
        phrases.append(SignalText::phrase(*signal, view.definitions));
    if (!phrases.isEmpty())
        //: A list of reasons as one sentence.
        return tr("%1.", "reasons").arg(capitalised(m_wording.list(phrases)));
    return view.decision.postureReason ? toQt(view.decision.postureReason->say) : QString();
}

QString DecisionText::postureRule(const CustomerView& view) const
{
    if (!view.decision.postureReason)
        return {};
    const RuleMatch& rule = *view.decision.postureReason;
    const QString until = untilLine(rule, view.decision.signals);
    //: Two whole sentences: the rule with its owner, and how long it holds.
    return until.isEmpty() ? ruleLine(rule) : tr("%1 %2", "two sentences").arg(ruleLine(rule), until);
}

QString DecisionText::postureNews(const PostureChange& change) const
{
    const QString say = toQt(change.rule.say.empty() ? change.rule.title : change.rule.say);
    //: The posture before, a time, the sentence of the rule.
    const QString rose = tr("Rose from “%1” at %2: %3");
    //: The posture before, a time, what ended it.
    const QString fell = tr("Came down from “%1” at %2: %3");
    return change.rose() ? rose.arg(postureWord(change.before), m_wording.time(change.at), say)
                         : fell.arg(postureWord(change.before), m_wording.time(change.at), whatEnded(change));
}

QString DecisionText::whatEnded(const PostureChange& change) const
{
    const QString title = toQt(change.rule.title.empty() ? change.rule.rule : change.rule.title);
    if (!change.ended)
        //: A rule.
        return tr("the time of “%1” is over.").arg(title);
    const QString time = m_wording.dayTime(change.ended->at);
    switch (change.ended->kind) {
    case Arrival::Kind::event:
        //: A rule, the name of a record, a time.
        return tr("“%1” was ended by the record “%2” (%3).").arg(title, toQt(change.ended->name), time);
    case Arrival::Kind::interaction:
        //: A rule, the number of a ticket or conversation, a time.
        return change.ended->closed ? tr("“%1” was ended when #%2 was closed (%3).").arg(title, toQt(change.ended->name), time)
                                    : tr("“%1” was ended by a change of #%2 (%3).").arg(title, toQt(change.ended->name), time);
    case Arrival::Kind::message: break;
    }
    //: A rule, a time.
    return tr("“%1” was ended by the message of %2.").arg(title, time);
}

QString DecisionText::ruleName(const RuleMatch& rule)
{
    const QString title = toQt(rule.title.empty() ? rule.rule : rule.title);
    //: Title of a rule and its version.
    return tr("%1 v%2").arg(title, QString::number(rule.version));
}

QString DecisionText::ruleLine(const RuleMatch& rule) const
{
    const QString title = toQt(rule.title.empty() ? rule.rule : rule.title);
    if (rule.owner.empty())
        return tr("Rule “%1” v%2.").arg(title, QString::number(rule.version));
    return tr("Rule “%1” v%2, owner %3.").arg(title, QString::number(rule.version), toQt(rule.owner));
}

QString DecisionText::effect(const RuleMatch& rule) const
{
    QStringList parts;
    if (rule.posture != Posture::normal)
        parts.append(postureWord(rule.posture));
    if (rule.verdict == Verdict::hold)
        parts.append(tr("offers on hold"));
    else if (rule.verdict == Verdict::suppress)
        parts.append(tr("offers suppressed"));
    return parts.isEmpty() ? tr("No effect on offers") : capitalised(m_wording.list(parts));
}

QString DecisionText::overrideLine(const RuleMatch& rule)
{
    return rule.rank <= Rank::p1 || rule.overrideRole.empty() ? tr("Nobody can override it.")
                                                              : tr("A supervisor can override it, with a reason.");
}

QStringList DecisionText::explanationLines(const Explanation& explanation)
{
    QStringList lines;
    if (!explanation.offer->reason)
        return lines;
    const auto names = [](const auto& rules) {
        QStringList all;
        for (const RuleMatch* rule : rules)
            all.append(ruleName(*rule));
        return all.join(u", "_s);
    };
    //: A rule is named: its title and version.
    lines.append(tr("First reason: %1.").arg(ruleName(*explanation.offer->reason)));
    lines.append(explanation.alsoHold.empty() ? tr("Nothing else stands against it.")
                                              : tr("Would also stop it: %1.").arg(names(explanation.alsoHold)));
    QStringList freed;
    for (const OfferDecision* offer : explanation.freed)
        freed.append(toQt(offer->name.empty() ? offer->offer.id : offer->name));
    if (!freed.isEmpty())
        lines.append(tr("Without that reason allowed: %1.").arg(freed.join(u", "_s)));
    return lines;
}

QString DecisionText::untilLine(const RuleMatch& rule, const std::vector<Signal>& all) const
{
    return endLine({rule.until, rule.untilEvent, rule.untilPlusDays, rule.reviewBy}, referenceOf(rule, all));
}

QString DecisionText::endLine(const End& end, const QString& reference) const
{
    QStringList sentences;
    if (!end.event.empty())
        sentences.append(eventEnd(end.event, end.plusDays, reference));
    else if (end.until)
        sentences.append(tr("Until %1.").arg(m_wording.fullDate(*end.until)));
    if (end.reviewBy && (sentences.isEmpty() || end.event.empty()))
        sentences.append(tr("Looked at again by %1.").arg(m_wording.fullDate(*end.reviewBy)));
    return sentences.join(u' ');
}

QString DecisionText::eventEnd(const std::string& event, int plusDays, const QString& reference) const
{
    if (event == "interaction.closed") {
        if (reference.isEmpty())
            return plusDays == 0 ? tr("Until the matter is closed.") : tr("Until the matter is closed, then %n day(s).", nullptr, plusDays);
        return plusDays == 0 ? tr("Until %1 is closed.").arg(reference)
                             : tr("Until %1 is closed, then %n day(s).", nullptr, plusDays).arg(reference);
    }
    if (event == "opt_in")
        return tr("Until the customer opts in again.");
    if (event == "conversation")
        return tr("Until this conversation ends.");
    return plusDays == 0 ? tr("Until its reason has ended.") : tr("Until its reason has ended, then %n day(s).", nullptr, plusDays);
}

QString DecisionText::allowedReason(const OfferDecision& offer, const Decision& decision) const
{
    if (!offer.overrides.empty())
        return OverrideText(m_wording).allowed(offer.overrides.front());
    switch (offer.kind) {
    case OfferKind::support:
        return decision.posture == Posture::normal ? tr("Support, not marketing.") : tr("Support, not marketing: helping comes first.");
    case OfferKind::serviceNotice: return tr("A service notice, not marketing.");
    case OfferKind::marketing:
    case OfferKind::upsell:
    case OfferKind::retention: break;
    }
    return tr("%1 offer, no rule stands against it.").arg(kindWord(offer.kind));
}

QString DecisionText::offerReason(const OfferDecision& offer, const Decision& decision) const
{
    if (offer.verdict == Verdict::allow || !offer.reason)
        return allowedReason(offer, decision);
    const RuleMatch& rule = *offer.reason;
    const QString until =
        endLine({offer.until, offer.untilEvent, offer.untilPlusDays, offer.reviewBy}, referenceOf(rule, decision.signals));
    QStringList sentences;
    if (offer.verdict == Verdict::suppress && !rule.say.empty())
        sentences.append(toQt(rule.say));
    if (!until.isEmpty())
        sentences.append(until);
    //: The rule behind a verdict, as a sentence.
    sentences.append(tr("%1.", "rule").arg(ruleName(rule)));
    if (rule.rank <= Rank::p1)
        sentences.append(overrideLine(rule));
    return sentences.join(u' ');
}

} // namespace foreword
