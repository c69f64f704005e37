#include "app/ctl/commands.h"

#include <cmath>

#include "app/ctl/file_lines.h"
#include "app/ctl/json_output.h"
#include "app/ctl/text_output.h"
#include "core/desk/identity_file.h"

namespace foreword::ctl {
namespace {

double rounded(double value, double digits)
{
    return std::round(value * digits) / digits;
}

Json reviewJson(const PossiblePair& review)
{
    auto reasons = Json::array();
    for (const Reason& reason : review.reasons)
        reasons.push_back({{"what", reason.what}, {"agreement", reason.agreement}, {"weight", rounded(reason.weight, 100)}});
    return {{"a", recordKeyJson(review.a)},
            {"b", recordKeyJson(review.b)},
            {"score", rounded(review.score, 10'000)},
            {"weight", rounded(review.weight, 100)},
            {"reasons", std::move(reasons)}};
}

Json foundJson(const FoundPersons& found)
{
    auto clusters = Json::array();
    for (const auto& records : found.clusters) {
        auto cluster = Json::array();
        for (const RecordKey& key : records)
            cluster.push_back(recordKeyJson(key));
        clusters.push_back(std::move(cluster));
    }
    auto reviews = Json::array();
    for (const PossiblePair& review : found.reviews)
        reviews.push_back(reviewJson(review));
    return {{"clusters", std::move(clusters)}, {"reviews", std::move(reviews)}};
}

void printFound(std::ostream& out, const FoundPersons& found)
{
    const auto name = [](const RecordKey& key) { return key.source + ":" + key.id; };
    for (const auto& records : found.clusters) {
        if (records.size() < 2)
            continue;
        const char* separator = "";
        for (const RecordKey& key : records) {
            out << separator << name(key);
            separator = " = ";
        }
        out << '\n';
    }
    for (const PossiblePair& review : found.reviews) {
        out << name(review.a) << " ? " << name(review.b) << ':';
        for (const Reason& reason : review.reasons)
            out << ' ' << reason.what << (reason.agreement.empty() ? "" : " ") << reason.agreement << ' ' << rounded(reason.weight, 10)
                << ';';
        out << " score " << rounded(review.score, 100) << '\n';
    }
}

} // namespace

Outcome identityOfFile(Session& session, const std::string& file)
{
    IdentityFile records;
    FOREWORD_TRY(const ExitStatus status, eachLine(session, file, [&](const std::string& line) { return records.add(line); }));
    FOREWORD_TRY(const auto found, records.persons(session.untilInterrupted()));
    if (session.json())
        session.print(foundJson(found));
    else
        printFound(session.out(), found);
    return status;
}

Outcome evaluateIdentity(Session& session, const std::string& file, const std::string& truthFile)
{
    IdentityFile records;
    IdentityTruth truth;
    FOREWORD_TRY(const ExitStatus read, eachLine(session, file, [&](const std::string& line) { return records.add(line); }));
    FOREWORD_TRY(const ExitStatus known, eachLine(session, truthFile, [&](const std::string& line) { return truth.add(line); }));
    FOREWORD_TRY(const auto found, records.persons(session.untilInterrupted()));
    const Json figures = truth.figures(found);
    if (session.json())
        session.print(figures);
    else
        printFigures(session.out(), figures);
    return read == ExitStatus::done ? known : read;
}

} // namespace foreword::ctl
