// Definitions that are past their date, refused, or without meaning or owner.
#include "core/desk/health_report.h"

#include <algorithm>
#include <array>

#include "core/base/error_catalog.h"
#include "core/desk/health_catalog.h"
#include "core/text/lines.h"

namespace foreword {
namespace {

// Nobody writes these into a definition that is done.
constexpr auto placeholders = std::to_array<std::string_view>(
    {"", "-", "?", "n/a", "na", "nobody", "none", "owner", "tba", "tbc", "tbd", "to be defined", "todo", "unknown", "xxx"});

bool isPlaceholder(std::string_view text)
{
    return std::ranges::find(placeholders, foldLatin(trimmed(text))) != placeholders.end();
}

class DefinitionReader {
public:
    DefinitionReader(const Charter& charter, Timestamp asOf) : m_charter(charter), m_today(asOf.local().date) {}

    void check(const std::string& id, std::string_view definition, const std::string& owner, const std::string& review)
    {
        const auto& charterOwner = m_charter.owner();
        if (isPlaceholder(definition))
            m_findings.push_back({"definition_undefined", "high", {}, id, isPlaceholder(owner) ? charterOwner : owner, {}});
        if (isPlaceholder(owner))
            m_findings.push_back({"definition_unowned", "high", {}, id, charterOwner, {{"owner", owner}}});
        if (passed(review))
            m_findings.push_back({"review_passed", "medium", {}, id, owner, {{"review", review}}});
    }

    void checkCharter(const std::vector<Error>& refused)
    {
        if (passed(m_charter.review()))
            m_findings.push_back({"review_passed", "medium", {}, "charter", m_charter.owner(), {{"review", m_charter.review()}}});
        if (m_charter.calendar().through < m_today)
            m_findings.push_back(
                {"calendar_ended", "medium", {}, "calendar", m_charter.owner(), {{"version", m_charter.calendar().version}}});
        for (const auto& error : refused)
            m_findings.push_back({"charter_refused",
                                  "high",
                                  {},
                                  std::string(error.param("file")),
                                  m_charter.owner(),
                                  {{"line", std::string(error.param("line"))}, {"message", englishMessage(error)}}});
    }

    std::vector<HealthFinding> take() { return std::move(m_findings); }

private:
    bool passed(const std::string& review) const
    {
        const auto date = parseDate(review);
        return date && *date < m_today;
    }

    const Charter& m_charter;
    CivilDate m_today;
    std::vector<HealthFinding> m_findings;
};

} // namespace

std::vector<HealthFinding> definitionFindings(const Dictionary& dictionary, const Charter& charter, const std::vector<Error>& refused,
                                              Timestamp asOf)
{
    DefinitionReader reader(charter, asOf);
    for (const auto& entry : dictionary.entries())
        reader.check(entry.id, entry.definition, entry.owner, entry.review);
    for (const auto& entry : dictionary.attributes())
        reader.check(entry.id, entry.definition, entry.owner, entry.review);
    for (const auto& rule : charter.rules())
        reader.check(rule.id, rule.say, rule.owner, rule.review);
    for (const auto& goal : charter.goals())
        reader.check(goal.id, goal.title, goal.owner, {});
    reader.checkCharter(refused);
    return reader.take();
}

} // namespace foreword
