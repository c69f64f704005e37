// Data health in words: what was found, whose it is, how it changed. Pure.
#pragma once

#include <QCoreApplication>

#include "core/desk/health_values.h"
#include "ui/text/wording.h"
#include "ui/theme/tokens.h"

namespace foreword {

class HealthText {
    Q_DECLARE_TR_FUNCTIONS(foreword::HealthText)

public:
    explicit HealthText(Wording wording) : m_wording(std::move(wording)) {}

    // "Two birth dates"; a code this window does not know, readable.
    static QString title(const HealthTopic& topic);
    static QString severity(const std::string& severity);
    static Ink severityInk(const std::string& severity);
    // "crm:C-1: CRM says 12 Apr 1981, helpdesk says 4 Dec 1981."
    QString example(const HealthFinding& finding) const;
    QString count(std::int64_t count) const { return m_wording.number(count); }
    // "as before", "3 more", "2 fewer"; empty where there is nothing to compare with.
    static QString trend(const HealthTopic& topic);
    // More of what is wrong is red, less of it green.
    static Ink trendInk(const HealthTopic& topic);
    QString summary(const HealthReport& report) const;
    // "98 percent, goal at least 98".
    static QString practice(const GoalPractice& goal);
    static QString goalWord(const GoalPractice& goal);

private:
    QString part(const std::string& key, const std::string& raw) const;

    Wording m_wording;
};

} // namespace foreword
