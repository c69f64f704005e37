// What an owner works off: findings of one kind together.
#include "core/desk/health_report.h"

#include <algorithm>
#include <map>
#include <tuple>

namespace foreword {
namespace {

int severityRank(std::string_view severity)
{
    return severity == "high" ? 0 : severity == "medium" ? 1 : 2;
}

} // namespace

std::vector<HealthTopic> healthTopics(const std::vector<HealthFinding>& findings)
{
    std::map<std::pair<std::string, std::string>, HealthTopic> topics;
    for (std::size_t i = 0; i < findings.size(); ++i) {
        const auto& finding = findings[i];
        const auto [entry, added] = topics.try_emplace({finding.code, finding.definition});
        HealthTopic& topic = entry->second;
        // The gravest of them names the topic and is its example.
        if (added || severityRank(finding.severity) < severityRank(topic.severity))
            topic = {finding.code, finding.severity, finding.definition, finding.owner, topic.count, i, {}};
        topic.count += finding.count;
    }
    std::vector<HealthTopic> all;
    for (auto& [key, topic] : topics)
        all.push_back(std::move(topic));
    std::ranges::stable_sort(all, {}, [](const HealthTopic& topic) { return std::tuple(severityRank(topic.severity), -topic.count); });
    return all;
}

} // namespace foreword
