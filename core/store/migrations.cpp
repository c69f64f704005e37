#include "core/store/migrations.h"

#include <array>
#include <string>

#include "core/store/connection.h"
#include "core/store/query.h"
#include "core/store/schema_1.h"
#include "core/store/schema_10.h"
#include "core/store/schema_11.h"
#include "core/store/schema_12.h"
#include "core/store/schema_13.h"
#include "core/store/schema_2.h"
#include "core/store/schema_3.h"
#include "core/store/schema_4.h"
#include "core/store/schema_5.h"
#include "core/store/schema_6.h"
#include "core/store/schema_7.h"
#include "core/store/schema_8.h"
#include "core/store/schema_9.h"

namespace foreword {
namespace {

constexpr auto steps = std::to_array<Migration>({
    {1, schema1},
    {2, schema2},
    {3, schema3},
    {4, schema4},
    {5, schema5},
    {6, schema6},
    {7, schema7},
    {8, schema8},
    {9, schema9},
    {10, schema10},
    {11, schema11},
    {12, schema12},
    {13, schema13},
});

Error migrationError(Error error, int to)
{
    switch (error.code) {
    case ErrorCode::disk_full:
    case ErrorCode::workspace_busy:
    case ErrorCode::workspace_damaged: return error;
    default: return Error(ErrorCode::migration_failed, {{"to", std::to_string(to)}, {"detail", std::string(error.param("detail"))}});
    }
}

Result<> runStep(Connection& connection, const Migration& step)
{
    FOREWORD_CHECK(runScript(connection, step.sql));
    return runScript(connection, "PRAGMA user_version = " + std::to_string(step.to));
}

} // namespace

std::span<const Migration> migrations()
{
    return steps;
}

Result<int> schemaVersion(Connection& connection)
{
    Query version(connection, "PRAGMA user_version");
    FOREWORD_TRY(const auto number, version.number());
    return static_cast<int>(number.value_or(0));
}

Result<> migrate(Connection& connection, int from, std::span<const Migration> all)
{
    FOREWORD_TRY(auto transaction, Transaction::write(connection));
    for (const Migration& step : all) {
        if (step.to <= from)
            continue;
        if (auto done = runStep(connection, step); !done)
            return fail(migrationError(std::move(done).error(), step.to));
    }
    return transaction.commit();
}

} // namespace foreword
