// What may be done now, in words: posture, verdicts, rules, ends. The only place that makes
// these sentences. Pure.
#pragma once

#include <QCoreApplication>

#include "core/desk/desk.h"
#include "core/desk/output.h"
#include "ui/text/wording.h"
#include "ui/theme/icons.h"
#include "ui/theme/tokens.h"

namespace foreword {

class DecisionText {
    Q_DECLARE_TR_FUNCTIONS(foreword::DecisionText)

public:
    explicit DecisionText(Wording wording) : m_wording(std::move(wording)) {}

    static QString postureWord(Posture posture); // "Service first"
    static Ink postureInk(Posture posture);
    static Icon postureIcon(Posture posture);
    static QString verdictWord(Verdict verdict); // "On hold"
    static Ink verdictInk(Verdict verdict);
    static QString kindWord(OfferKind kind);

    // The banner, line by line.
    QString postureTitle(const Decision& decision) const;
    QString postureReason(const CustomerView& view) const;
    QString postureRule(const CustomerView& view) const;
    // How the posture changed while the customer was on screen, and why.
    QString postureNews(const PostureChange& change) const;

    // One offer, below its name.
    QString offerReason(const OfferDecision& offer, const Decision& decision) const;

    // A rule that matched.
    static QString ruleName(const RuleMatch& rule);     // "Open complaint outranks offers" v3
    QString ruleLine(const RuleMatch& rule) const;      // Rule “…” v3, owner Customer Care.
    QString effect(const RuleMatch& rule) const;        // what it does on its own
    QString untilLine(const RuleMatch& rule, const std::vector<Signal>& all) const;
    // "A supervisor can override it, with a reason.", or that nobody can.
    static QString overrideLine(const RuleMatch& rule);
    // Why an offer is stopped beyond its first reason; nothing for one that is allowed.
    static QStringList explanationLines(const Explanation& explanation);

private:
    struct End {
        const std::optional<Timestamp>& until;
        const std::string& event;
        int plusDays;
        const std::optional<Timestamp>& reviewBy;
    };
    QString whatEnded(const PostureChange& change) const;
    QString endLine(const End& end, const QString& reference) const;
    QString eventEnd(const std::string& event, int plusDays, const QString& reference) const;
    QString allowedReason(const OfferDecision& offer, const Decision& decision) const;

    Wording m_wording;
};

// Signals that made the posture what it is, most pressing first.
std::vector<const Signal*> postureSignals(const Decision& decision);

} // namespace foreword
