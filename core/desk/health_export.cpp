#include "core/desk/health_export.h"

#include <algorithm>
#include <array>
#include <string_view>

#include <nlohmann/json.hpp>

#include "core/base/json_list.h"
#include "core/store/files.h"

namespace foreword {
namespace {

using Json = nlohmann::ordered_json;
using Details = std::vector<std::pair<std::string, std::string>>;

Json keyJson(const RecordKey& key)
{
    return {{"source", key.source}, {"id", key.id}};
}

Json detailsJson(const Details& details)
{
    Json json = Json::object();
    for (const auto& [key, value] : details)
        json[key] = value;
    return json;
}

void addSubject(Json& json, const HealthFinding& finding)
{
    if (!finding.customer.id.empty())
        json["customer"] = keyJson(finding.customer);
    if (!finding.definition.empty())
        json["definition"] = finding.definition;
}

Json findingJson(const HealthFinding& finding)
{
    Json json{{"code", finding.code}, {"severity", finding.severity}};
    addSubject(json, finding);
    json["details"] = detailsJson(finding.details);
    json["owner"] = finding.owner;
    json["count"] = finding.count;
    return json;
}

Json topicJson(const HealthTopic& topic, const HealthReport& report)
{
    const HealthFinding& example = report.findings[topic.example];
    Json shown = Json::object();
    addSubject(shown, example);
    shown["details"] = detailsJson(example.details);
    Json json{{"code", topic.code}, {"severity", topic.severity}};
    if (!topic.definition.empty())
        json["definition"] = topic.definition;
    json["owner"] = topic.owner;
    json["count"] = topic.count;
    json["before"] = topic.before ? Json(*topic.before) : Json(nullptr);
    json["trend"] = topic.before ? Json(topic.count - *topic.before) : Json(nullptr);
    json["example"] = std::move(shown);
    return json;
}

Json goalJson(const GoalPractice& goal)
{
    return {{"id", goal.id},
            {"title", goal.title},
            {"owner", goal.owner},
            {"measure", goal.measure},
            {"unit", goal.unit},
            {goal.atLeast ? "at_least" : "at_most", goal.target},
            {"practice", goal.practice()},
            {"good", goal.good},
            {"of", goal.of},
            {"met", goal.met()}};
}

// What spreadsheets take for the beginning of a formula, in their own forms of these signs too.
constexpr auto formulaBeginnings =
    std::to_array<std::string_view>({"=", "+", "-", "@", "\t", "\r", "\n", "\xEF\xBC\x9D", "\xEF\xBC\x8B", "\xEF\xBC\x8D", "\xEF\xBC\xA0"});

bool isFormula(std::string_view text)
{
    const auto begins = [](std::string_view value) {
        return std::ranges::any_of(formulaBeginnings, [&](std::string_view sign) { return value.starts_with(sign); });
    };
    const auto first = text.find_first_not_of(' ');
    return first != std::string_view::npos && begins(text.substr(first));
}

std::string inQuotes(std::string_view text)
{
    std::string out = "\"";
    if (isFormula(text))
        out += '\'';
    for (const char c : text) {
        if (c == '"')
            out += '"';
        // A zero byte ends a value in some programs.
        out += c == '\0' ? ' ' : c;
    }
    return out + '"';
}

void addLine(std::string& csv, const std::vector<std::string>& values)
{
    for (std::size_t i = 0; i < values.size(); ++i)
        csv.append(i == 0 ? "" : ",").append(inQuotes(values[i]));
    csv.append("\r\n");
}

std::string detailsText(const Details& details)
{
    std::string text;
    for (const auto& [key, value] : details)
        text.append(text.empty() ? "" : "; ").append(key).append(": ").append(value);
    return text;
}

} // namespace

std::string healthJson(const HealthReport& report)
{
    const Json json{{"findings", jsonList(report.findings, findingJson)},
                    {"topics", jsonList(report.topics, [&](const HealthTopic& topic) { return topicJson(topic, report); })},
                    {"goals", jsonList(report.goals, goalJson)},
                    {"customers", report.customers},
                    {"as_of", report.asOf.toString()},
                    {"compared_with", report.comparedWith ? Json(report.comparedWith->toString()) : Json(nullptr)}};
    return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

std::string healthCsv(const HealthReport& report)
{
    // Spreadsheets read the file in their system's old encoding without it.
    std::string csv = "\xEF\xBB\xBF";
    addLine(csv, {"severity", "code", "customer", "definition", "owner", "count", "details"});
    for (const auto& finding : report.findings) {
        const auto& key = finding.customer;
        addLine(csv,
                {finding.severity, finding.code, key.id.empty() ? std::string() : key.source + ":" + key.id, finding.definition,
                 finding.owner, std::to_string(finding.count), detailsText(finding.details)});
    }
    return csv;
}

Result<> writeHealth(const std::filesystem::path& file, const HealthReport& report, HealthFormat format)
{
    return writeWholeFile(file, format == HealthFormat::csv ? healthCsv(report) : healthJson(report) + "\n");
}

} // namespace foreword
