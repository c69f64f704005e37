#include "core/desk/identity_file.h"

#include <array>

#include "core/evaluate/identity_scores.h"
#include "core/identity/identity_run.h"
#include "core/ingest/interchange.h"

namespace foreword {
namespace {

using nlohmann::json;

// Imports refuse such a date; here the other fields still tell, and so may its digits.
Result<Record> parseWithWrittenDate(std::string_view line)
{
    auto record = parseRecord(line);
    if (record || record.error().code != ErrorCode::bad_value || record.error().param("field") != "birth_date")
        return record;
    auto object = json::parse(line);
    auto written = object["birth_date"].get<std::string>();
    object["birth_date"] = nullptr;
    FOREWORD_TRY(Record again, parseRecord(object.dump()));
    std::get<CustomerRecord>(again).birthDate = std::move(written);
    return again;
}

} // namespace

Result<> IdentityFile::add(std::string_view line)
{
    FOREWORD_TRY(const Record record, parseWithWrittenDate(line));
    if (const auto* customer = std::get_if<CustomerRecord>(&record))
        m_records.insert_or_assign(customer->key, traitsOf(*customer));
    return {};
}

Result<FoundPersons> IdentityFile::persons(const CancelToken& cancel) const
{
    std::vector<Traits> records;
    for (const auto& [key, traits] : m_records)
        records.push_back(traits);
    FOREWORD_TRY(auto outcome, findPersons(std::move(records), {}, cancel));
    FoundPersons found{std::move(outcome.clusters), {}};
    for (const Review& review : outcome.reviews)
        found.reviews.push_back({review.a, review.b, probabilityOf(review.weight), review.weight,
                                 reasonsOf(review.comparison, outcome.model, outcome.frequencies)});
    return found;
}

Result<> IdentityTruth::add(std::string_view line)
{
    const auto object = json::parse(line, nullptr, false);
    if (object.is_discarded())
        return fail(ErrorCode::bad_json);
    if (!object.is_object())
        return fail(ErrorCode::not_an_object);
    std::array<std::string, 3> values;
    constexpr std::array<const char*, 3> fields{"source", "id", "entity"};
    for (std::size_t i = 0; i < fields.size(); ++i) {
        const auto found = object.find(fields[i]);
        if (found == object.end())
            return fail(ErrorCode::missing_field, {{"field", fields[i]}});
        if (!found->is_string())
            return fail(ErrorCode::wrong_field_type, {{"field", fields[i]}, {"expected", "string"}});
        values[i] = found->get<std::string>();
    }
    m_entities.insert_or_assign(RecordKey{values[0], values[1]}, values[2]);
    return {};
}

nlohmann::ordered_json IdentityTruth::figures(const FoundPersons& found) const
{
    auto figures = identityScores(found.clusters, m_entities);
    figures["reviews"] = found.reviews.size();
    return figures;
}

} // namespace foreword
