#include "core/evaluate/identity_scores.h"

#include <algorithm>

#include "core/evaluate/counts.h"

namespace foreword {
namespace {

std::size_t pairs(std::size_t records)
{
    return records * (records - 1) / 2;
}

} // namespace

nlohmann::ordered_json identityScores(const std::vector<std::vector<RecordKey>>& clusters, const std::map<RecordKey, std::string>& entities)
{
    std::map<std::string, std::size_t> sizes;
    for (const auto& [record, entity] : entities)
        ++sizes[entity];
    std::size_t truePairs = 0;
    for (const auto& [entity, size] : sizes)
        truePairs += pairs(size);

    std::size_t claimed = 0, right = 0, pure = 0, placed = 0, counted = 0;
    for (const auto& cluster : clusters) {
        std::map<std::string, std::size_t> shares;
        std::size_t known = 0, largest = 0;
        for (const RecordKey& record : cluster) {
            const auto entity = entities.find(record);
            if (entity == entities.end())
                continue;
            ++known;
            largest = std::max(largest, ++shares[entity->second]);
        }
        if (known == 0)
            continue;
        ++counted;
        placed += known;
        pure += largest;
        claimed += pairs(known);
        for (const auto& [entity, share] : shares)
            right += pairs(share);
    }
    const std::size_t alone = entities.size() - placed;
    const Counts counts{right, claimed - right, truePairs - right, 0};
    return {{"records", entities.size()},
            {"entities", sizes.size()},
            {"clusters", counted + alone},
            {"pairs", countsJson(counts)},
            {"purity",
             entities.empty() ? nlohmann::ordered_json(nullptr)
                              : figure(static_cast<double>(pure + alone) / static_cast<double>(entities.size()))}};
}

} // namespace foreword
