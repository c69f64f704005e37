#include "core/desk/health_reviews.h"

#include "core/desk/health_catalog.h"
#include "core/desk/person_links.h"

namespace foreword {
namespace {

// The likeliest: a person who decides these changes the others.
constexpr std::size_t mostDuplicates = 500;
constexpr double percent = 100;

} // namespace

Result<std::vector<HealthFinding>> duplicatesWaiting(Connection& connection, const Definitions& definitions, const CancelToken& cancel)
{
    constexpr std::string_view code = "duplicates_waiting";
    const HealthKind kind = healthKind(code);
    const std::string owner = healthOwner(definitions, kind);
    FOREWORD_TRY(const auto reviews, openReviews(connection, mostDuplicates, cancel));
    std::vector<HealthFinding> findings;
    for (const OpenReview& review : reviews)
        findings.push_back({std::string(code),
                            std::string(kind.severity),
                            review.pair.a,
                            {},
                            owner,
                            {{"other", review.pair.b.source + ":" + review.pair.b.id},
                             {"percent", std::to_string(static_cast<int>(percent * review.pair.score))}}});
    return findings;
}

} // namespace foreword
