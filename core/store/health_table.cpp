#include "core/store/health_table.h"

#include "core/store/query.h"

namespace foreword {
namespace {

constexpr std::int64_t keptDays = 400;

std::int64_t dayOf(Timestamp at)
{
    return daysFromCivil(at.local().date);
}

} // namespace

Result<> HealthTable::keep(const HealthRun& run)
{
    const auto day = dayOf(run.at);
    Query runs(m_connection, "DELETE FROM health_run WHERE day = ?1 OR day < ?2");
    FOREWORD_CHECK(runs.with(day, day - keptDays).run());
    Query counts(m_connection, "DELETE FROM health_count WHERE day = ?1 OR day < ?2");
    FOREWORD_CHECK(counts.with(day, day - keptDays).run());
    Query insertRun(m_connection, "INSERT INTO health_run (day, at, at_offset) VALUES (?1, ?2, ?3)");
    FOREWORD_CHECK(insertRun.with(day, run.at).run());
    Query insert(m_connection, "INSERT INTO health_count (day, code, definition, count) VALUES (?1, ?2, ?3, ?4)");
    for (const auto& one : run.counts)
        FOREWORD_CHECK(insert.with(day, one.code, one.definition, one.count).run());
    return {};
}

Result<std::optional<HealthRun>> HealthTable::before(Timestamp at) const
{
    FOREWORD_TRY(auto transaction, Transaction::read(m_connection));
    Query last(m_connection, "SELECT at, at_offset, day FROM health_run WHERE day < ?1 ORDER BY day DESC LIMIT 1");
    FOREWORD_TRY(const bool there, last.with(dayOf(at)).next());
    if (!there)
        return std::nullopt;
    HealthRun run{last.time(0), {}};
    Query counts(m_connection, "SELECT code, definition, count FROM health_count WHERE day = ?1 ORDER BY code, definition");
    counts.with(last.integer(2));
    for (;;) {
        FOREWORD_TRY(const bool more, counts.next());
        if (!more)
            return run;
        run.counts.push_back({counts.string(0), counts.string(1), counts.integer(2)});
    }
}

} // namespace foreword
