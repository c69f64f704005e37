#include "ui/text/health_text.h"

#include <algorithm>

#include "ui/text/profile_text.h"
#include "ui/text/strings.h"

namespace foreword {
namespace {

struct Label {
    const char* key;
    const char* text;
};

constexpr Label titles[] = {
    {"identifiers_conflict", QT_TRANSLATE_NOOP("foreword::HealthText", "Two numbers where there should be one")},
    {"identifiers_shared", QT_TRANSLATE_NOOP("foreword::HealthText", "Identifier of several people")},
    {"duplicates_waiting", QT_TRANSLATE_NOOP("foreword::HealthText", "Likely duplicates")},
    {"birth_dates_differ", QT_TRANSLATE_NOOP("foreword::HealthText", "Two birth dates")},
    {"consents_conflict", QT_TRANSLATE_NOOP("foreword::HealthText", "Consent conflict")},
    {"consent_without_proof", QT_TRANSLATE_NOOP("foreword::HealthText", "Consent without proof")},
    {"record_stale", QT_TRANSLATE_NOOP("foreword::HealthText", "Record not touched for long")},
    {"record_gone", QT_TRANSLATE_NOOP("foreword::HealthText", "Record gone at its system")},
    {"source_not_reached", QT_TRANSLATE_NOOP("foreword::HealthText", "System not reached")},
    {"attribute_undefined", QT_TRANSLATE_NOOP("foreword::HealthText", "Field outside the dictionary")},
    {"attribute_value_undefined", QT_TRANSLATE_NOOP("foreword::HealthText", "Value outside the dictionary")},
    {"tiers_differ", QT_TRANSLATE_NOOP("foreword::HealthText", "Two value tiers")},
    {"lifecycles_differ", QT_TRANSLATE_NOOP("foreword::HealthText", "Two lifecycle states")},
    {"customer_unresolved", QT_TRANSLATE_NOOP("foreword::HealthText", "Record missing")},
    {"definition_undefined", QT_TRANSLATE_NOOP("foreword::HealthText", "Definition without meaning")},
    {"definition_unowned", QT_TRANSLATE_NOOP("foreword::HealthText", "Definition without owner")},
    {"unreachable", QT_TRANSLATE_NOOP("foreword::HealthText", "Customer cannot be reached")},
    {"promise_past_due", QT_TRANSLATE_NOOP("foreword::HealthText", "Promise past due")},
    {"pitched_against_rule", QT_TRANSLATE_NOOP("foreword::HealthText", "Offer pitched against a rule")},
    {"rule_overridden", QT_TRANSLATE_NOOP("foreword::HealthText", "Rule overridden")},
    {"goal_not_met", QT_TRANSLATE_NOOP("foreword::HealthText", "Goal not met")},
    {"signal_unknown", QT_TRANSLATE_NOOP("foreword::HealthText", "Conversation not read by a person")},
    {"death_not_confirmed", QT_TRANSLATE_NOOP("foreword::HealthText", "Death not confirmed")},
    {"review_passed", QT_TRANSLATE_NOOP("foreword::HealthText", "Review date passed")},
    {"calendar_ended", QT_TRANSLATE_NOOP("foreword::HealthText", "Calendar has run out")},
    {"charter_refused", QT_TRANSLATE_NOOP("foreword::HealthText", "Charter refused")},
};

// Parts of a finding that need no name before them: they say it themselves.
constexpr const char* unnamed[] = {"promise", "quote", "message", "title", "with"};

constexpr Label parts[] = {
    {"at", QT_TRANSLATE_NOOP("foreword::HealthText", "on")},
    {"at_least", QT_TRANSLATE_NOOP("foreword::HealthText", "at least")},
    {"at_most", QT_TRANSLATE_NOOP("foreword::HealthText", "at most")},
    {"channel", QT_TRANSLATE_NOOP("foreword::HealthText", "channel")},
    {"customers", QT_TRANSLATE_NOOP("foreword::HealthText", "customers")},
    {"due", QT_TRANSLATE_NOOP("foreword::HealthText", "due")},
    {"during_complaint", QT_TRANSLATE_NOOP("foreword::HealthText", "during a complaint")},
    {"field", QT_TRANSLATE_NOOP("foreword::HealthText", "field")},
    {"id", QT_TRANSLATE_NOOP("foreword::HealthText", "id")},
    {"line", QT_TRANSLATE_NOOP("foreword::HealthText", "line")},
    {"offer", QT_TRANSLATE_NOOP("foreword::HealthText", "offer")},
    {"other", QT_TRANSLATE_NOOP("foreword::HealthText", "other record")},
    {"owner", QT_TRANSLATE_NOOP("foreword::HealthText", "owner")},
    {"percent", QT_TRANSLATE_NOOP("foreword::HealthText", "likeness in percent")},
    {"practice", QT_TRANSLATE_NOOP("foreword::HealthText", "practice")},
    {"purpose", QT_TRANSLATE_NOOP("foreword::HealthText", "purpose")},
    {"reached_at", QT_TRANSLATE_NOOP("foreword::HealthText", "last reached")},
    {"record", QT_TRANSLATE_NOOP("foreword::HealthText", "record")},
    {"records", QT_TRANSLATE_NOOP("foreword::HealthText", "records")},
    {"review", QT_TRANSLATE_NOOP("foreword::HealthText", "review")},
    {"rule", QT_TRANSLATE_NOOP("foreword::HealthText", "rule")},
    {"seen_at", QT_TRANSLATE_NOOP("foreword::HealthText", "noticed")},
    {"signal", QT_TRANSLATE_NOOP("foreword::HealthText", "signal")},
    {"source", QT_TRANSLATE_NOOP("foreword::HealthText", "system")},
    {"unit", QT_TRANSLATE_NOOP("foreword::HealthText", "unit")},
    {"updated_at", QT_TRANSLATE_NOOP("foreword::HealthText", "last changed")},
    {"value", QT_TRANSLATE_NOOP("foreword::HealthText", "value")},
    {"verdict", QT_TRANSLATE_NOOP("foreword::HealthText", "verdict")},
    {"version", QT_TRANSLATE_NOOP("foreword::HealthText", "version")},
    {"where", QT_TRANSLATE_NOOP("foreword::HealthText", "where")},
};

template <std::size_t N>
const char* find(const Label (&table)[N], const std::string& key)
{
    const auto found = std::ranges::find_if(table, [&](const Label& label) { return key == label.key; });
    return found != std::end(table) ? found->text : nullptr;
}

std::string detail(const HealthFinding& finding, std::string_view key)
{
    for (const auto& [name, value] : finding.details) {
        if (name == key)
            return value;
    }
    return {};
}

} // namespace

QString HealthText::title(const HealthTopic& topic)
{
    const char* known = find(titles, topic.code);
    const QString title = known ? tr(known) : ProfileText::readable(topic.code);
    if (topic.definition.empty())
        return title;
    // A file is shown as it is written, not as a name of a field.
    const QString about = topic.code == "charter_refused" ? toQt(topic.definition) : ProfileText::fieldLabel(topic.definition);
    //: What was found, and the definition it is about.
    return tr("%1: %2", "finding, definition").arg(title, about);
}

QString HealthText::severity(const std::string& severity)
{
    if (severity == "high")
        return tr("High", "severity");
    return severity == "medium" ? tr("Medium", "severity") : tr("Low", "severity");
}

Ink HealthText::severityInk(const std::string& severity)
{
    return severity == "high" ? Ink::red : severity == "medium" ? Ink::amber : Ink::muted;
}

QString HealthText::part(const std::string& key, const std::string& raw) const
{
    QString value = toQt(raw);
    if (const auto date = parseDate(raw))
        value = m_wording.civilDate(*date);
    else if (const auto at = Timestamp::parse(raw))
        value = m_wording.date(*at);
    if (std::ranges::find(unnamed, key) != std::end(unnamed))
        return value;
    const char* known = find(parts, key);
    //: A part of a finding: its name and its value.
    return tr("%1: %2", "name, value").arg(known ? tr(known) : ProfileText::readable(key).toLower(), value);
}

QString HealthText::example(const HealthFinding& finding) const
{
    QStringList said;
    for (const char* which : {"first", "second"}) {
        const std::string name = which;
        auto who = detail(finding, name + "_source");
        if (who.empty())
            who = detail(finding, name + "_record");
        const auto what = detail(finding, name);
        if (who.empty() || what.empty())
            continue;
        const auto date = parseDate(what);
        //: A system, and the value it has.
        said.append(tr("%1 says %2", "system, value").arg(ProfileText::sourceName(who), date ? m_wording.civilDate(*date) : toQt(what)));
    }
    for (const auto& [key, value] : finding.details) {
        const bool told = key.starts_with("first") || key.starts_with("second") || key == "difference" || key.starts_with("winner");
        if (!told && !value.empty())
            said.append(part(key, value));
    }
    const QString details = said.join(u"; "_s).simplified();
    if (finding.customer.id.empty())
        return details;
    const QString customer = toQt(finding.customer.source + ":" + finding.customer.id);
    //: A customer record, and what was found there.
    return details.isEmpty() ? customer : tr("%1: %2", "customer, details").arg(customer, details);
}

QString HealthText::trend(const HealthTopic& topic)
{
    if (!topic.before)
        return {};
    const auto change = topic.count - *topic.before;
    if (change == 0)
        return tr("as before");
    return change > 0 ? tr("%n more", nullptr, static_cast<int>(change)) : tr("%n fewer", nullptr, static_cast<int>(-change));
}

Ink HealthText::trendInk(const HealthTopic& topic)
{
    if (!topic.before || *topic.before == topic.count)
        return Ink::muted;
    return topic.count > *topic.before ? Ink::red : Ink::green;
}

QString HealthText::summary(const HealthReport& report) const
{
    std::int64_t high = 0;
    for (const auto& topic : report.topics)
        high += topic.severity == "high" ? topic.count : 0;
    const QString about = tr("%Ln customer(s)", nullptr, report.customers);
    //: How many customers were looked at, and how many grave findings there are.
    const QString found = tr("%1, %2 findings of high severity").arg(about, m_wording.number(high));
    //: What was found, and the day of the run it is compared with.
    return report.comparedWith ? tr("%1, compared with %2").arg(found, m_wording.date(*report.comparedWith)) : found;
}

QString HealthText::practice(const GoalPractice& goal)
{
    const bool percent = goal.unit == "percent";
    const QString is = percent ? tr("%1 %").arg(goal.practice()) : QString::number(goal.practice());
    const QString wanted = percent ? tr("%1 %").arg(goal.target) : QString::number(goal.target);
    //: Practice beside a goal.
    return goal.atLeast ? tr("%1, goal at least %2").arg(is, wanted) : tr("%1, goal at most %2").arg(is, wanted);
}

QString HealthText::goalWord(const GoalPractice& goal)
{
    return goal.met() ? tr("Met") : tr("Not met");
}

} // namespace foreword
