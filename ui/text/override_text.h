// Overriding a rule, in words: who may, what it does and until when, and who did it. Pure.
#pragma once

#include <QCoreApplication>

#include <vector>

#include "core/desk/desk.h"
#include "ui/text/wording.h"

namespace foreword {

class OverrideText {
    Q_DECLARE_TR_FUNCTIONS(foreword::OverrideText)

public:
    explicit OverrideText(Wording wording) : m_wording(std::move(wording)) {}

    static QString role(const std::string& role);     // "supervisor"
    static QString reason(std::string_view code);     // "The customer asked for it"
    static QString roleNeeded(const RuleMatch& rule); // "Only a supervisor can override this rule."
    // What giving it would do: the offers, until when, and what stays as it is.
    QString effect(const RuleMatch& rule, const std::vector<const OfferDecision*>& offers, Timestamp until) const;
    // One that stands: for what, by whom, why, until when.
    QString standing(const Override& given, const std::vector<OfferDecision>& offers) const;
    // Why an offer is allowed although a rule stands against it.
    QString allowed(const Override& given) const;

private:
    static QString nameOf(const OfferDecision& offer);

    Wording m_wording;
};

// Whether a person may override it at all, and there is something to override.
bool canOverride(const RuleMatch& rule);
// The offers of a decision that the rule stops, or would stop if it were not overridden.
std::vector<const OfferDecision*> stoppedBy(const RuleMatch& rule, const Decision& decision);

} // namespace foreword
