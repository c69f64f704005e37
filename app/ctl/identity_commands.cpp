#include "app/ctl/commands.h"

#include <algorithm>

#include "app/ctl/file_lines.h"
#include "app/ctl/json_output.h"
#include "app/ctl/link_output.h"
#include "app/ctl/text_output.h"
#include "core/desk/identity_file.h"

namespace foreword::ctl {
namespace {

Json reviewJson(const PossiblePair& review)
{
    return {{"a", recordKeyJson(review.a)},
            {"b", recordKeyJson(review.b)},
            {"score", roundedTo(review.score, 10'000)},
            {"weight", roundedTo(review.weight, 100)},
            {"reasons", reasonsJson(review.reasons)}};
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
    for (const PossiblePair& review : found.reviews)
        out << name(review.a) << " ? " << name(review.b) << ": " << reasonsText(review.reasons) << "; score "
            << roundedTo(review.score, 100) << '\n';
}

// The record that is named by its key, else all records of the customer.
Result<std::vector<RecordKey>> recordsMeant(Session& session, Workbench& workbench, const std::string& customer)
{
    FOREWORD_TRY(const auto person, resolveOrList(session, workbench, customer));
    FOREWORD_TRY(auto records, workbench.recordsOf(person));
    const auto named = std::ranges::find_if(records, [&](const RecordKey& key) { return key.source + ":" + key.id == customer; });
    return named != records.end() ? std::vector{*named} : std::move(records);
}

} // namespace

Outcome identityDecision(Session& session, IdentityVerdict verdict, const std::string& a, const std::string& b)
{
    FOREWORD_TRY(Workbench * workbench, session.workbench());
    FOREWORD_TRY(const auto first, recordsMeant(session, *workbench, a));
    FOREWORD_TRY(const auto second, recordsMeant(session, *workbench, b));
    FOREWORD_CHECK(workbench->decideIdentity(first, second, verdict, session.untilInterrupted()));
    // Who they are now.
    auto persons = Json::array();
    for (const RecordKey& key : {first.front(), second.front()}) {
        FOREWORD_TRY(const auto person, workbench->resolve(key.source + ":" + key.id));
        FOREWORD_TRY(const auto records, workbench->recordsOf(person));
        auto keys = Json::array();
        for (const RecordKey& record : records)
            keys.push_back(recordKeyJson(record));
        if (std::ranges::find(persons, keys) == persons.end())
            persons.push_back(std::move(keys));
    }
    if (session.json())
        session.print({{"persons", persons}});
    else
        session.out() << (persons.size() == 1 ? "one person\n" : "two persons\n");
    return ExitStatus::done;
}

Outcome identityReviews(Session& session, int most)
{
    FOREWORD_TRY(Workbench * workbench, session.workbench());
    FOREWORD_TRY(const auto reviews, workbench->reviews(static_cast<std::size_t>(most), session.untilInterrupted()));
    if (session.json())
        session.print({{"reviews", reviewsJson(reviews)}});
    else
        printReviews(session.out(), reviews);
    return ExitStatus::done;
}

Outcome identityOfFile(Session& session, const std::string& file)
{
    if (file.empty())
        return fail(ErrorCode::usage, {{"detail", "identity takes a FILE, or confirm, split, forbid or undo with A and B"}});
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
