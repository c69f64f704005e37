#include "core/desk/match_memory.h"

#include <algorithm>

#include "core/identity/identity_codec.h"
#include "core/store/connection.h"

namespace foreword {
namespace {

Error damaged(const char* what)
{
    return Error(ErrorCode::workspace_damaged, {{"detail", what}});
}

} // namespace

Decisions decisionsOf(const std::vector<IdentityDecision>& stored)
{
    Decisions decisions;
    for (const auto& one : stored)
        one.same ? decisions.confirm(one.a, one.b) : decisions.forbid(one.a, one.b);
    return decisions;
}

Result<Decisions> decisionsIn(Connection& connection)
{
    FOREWORD_TRY(const auto stored, IdentityTable(connection).decisions());
    return decisionsOf(stored);
}

std::vector<std::int64_t> storedKeys(const std::vector<TraitKey>& keys)
{
    std::vector<std::int64_t> stored;
    for (const TraitKey key : keys)
        stored.push_back(static_cast<std::int64_t>(key));
    return stored;
}

Result<bool> MatchMemory::isCurrent() const
{
    FOREWORD_TRY(const auto stored, m_table.model());
    return stored && stored->version == identityVersion;
}

Result<bool> MatchMemory::isOutdated() const
{
    FOREWORD_TRY(const auto stored, m_table.model());
    return stored && stored->version != identityVersion;
}

Result<Learned> MatchMemory::learned() const
{
    FOREWORD_TRY(const auto stored, m_table.model());
    Learned learned;
    if (!stored || stored->version != identityVersion)
        return learned;
    const auto model = decodeModel(stored->bytes);
    if (!model)
        return fail(damaged("the matching model"));
    learned.model = *model;
    learned.frequencies.persons = static_cast<std::size_t>(stored->persons);
    return learned;
}

Result<Learned> MatchMemory::allLearned() const
{
    FOREWORD_TRY(auto all, learned());
    FOREWORD_TRY(const auto counts, m_table.counts());
    for (const auto& [key, persons] : counts)
        all.frequencies.counts.emplace(static_cast<TraitKey>(key), static_cast<std::uint32_t>(persons));
    return all;
}

Result<> MatchMemory::count(const Traits& traits, Frequencies& frequencies) const
{
    for (const TraitKey key : countedKeys(traits)) {
        const auto [entry, fresh] = frequencies.counts.try_emplace(key, 0);
        if (!fresh)
            continue;
        FOREWORD_TRY(const auto persons, m_table.countOf(static_cast<std::int64_t>(key)));
        entry->second = static_cast<std::uint32_t>(persons);
    }
    return {};
}

Result<> MatchMemory::keep(const MatchModel& model, const Frequencies& frequencies)
{
    std::vector<MatchTable::KeyCount> counts;
    for (const auto& [key, persons] : frequencies.counts)
        counts.emplace_back(static_cast<std::int64_t>(key), persons);
    std::ranges::sort(counts);
    return m_table.setModel({identityVersion, static_cast<std::int64_t>(frequencies.persons), encodeModel(model)}, counts);
}

Result<std::optional<Traits>> MatchMemory::traits(std::int64_t row) const
{
    FOREWORD_TRY(const auto bytes, m_table.traits(row));
    if (!bytes)
        return std::nullopt;
    auto traits = decodeTraits(*bytes);
    if (!traits)
        return fail(damaged("a record in comparable form"));
    return traits;
}

Result<Traits> MatchMemory::learnTraits(std::int64_t row, std::vector<MatchTable::KeyRow>& keys)
{
    FOREWORD_TRY(const auto read, IdentityTable(m_connection).record(row));
    auto traits = traitsOf(read.record);
    const auto own = storedKeys(blockingKeys(traits));
    FOREWORD_CHECK(m_table.putTraits(row, encodeTraits(traits), own));
    for (const auto key : own)
        keys.emplace_back(key, row);
    return traits;
}

} // namespace foreword
