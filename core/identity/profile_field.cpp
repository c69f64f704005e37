#include "core/identity/profile_field.h"

#include <algorithm>
#include <tuple>

#include "core/base/timestamp.h"
#include "core/identity/letters.h"
#include "core/identity/profile.h"

namespace foreword {
namespace {

constexpr std::string_view mark = "_verified";

// Other names under which systems write the mark of a field.
std::string_view fieldOfMark(std::string_view attribute)
{
    if (!attribute.ends_with(mark))
        return {};
    attribute.remove_suffix(mark.size());
    if (attribute == "phone_number")
        return "phone";
    return attribute == "birthdate" ? "birth_date" : attribute;
}

bool saysYes(std::string_view value)
{
    const auto text = foldLetters(value);
    return text == "true" || text == "yes" || text == "1" || parseDate(text) || Timestamp::parse(value);
}

bool isContactField(std::string_view field)
{
    return field == "name" || field == "email" || field == "phone" || field == "address" || field == "birth_date";
}

} // namespace

bool isVerified(const CustomerRecord& record, std::string_view field)
{
    return std::ranges::any_of(record.attributes,
                               [&](const auto& attribute) { return fieldOfMark(attribute.first) == field && saysYes(attribute.second); });
}

bool isVerifiedMark(const CustomerRecord& record, std::string_view attribute)
{
    const auto field = fieldOfMark(attribute);
    return !field.empty() && (isContactField(field) || record.attributes.contains(std::string(field)));
}

void FieldMaker::add(const CustomerRecord& record, std::string normal, std::string shown)
{
    if (!normal.empty() && !shown.empty())
        m_claims[std::move(normal)].push_back({std::move(shown), &record});
}

FieldValue FieldMaker::valueOf(const Claims& claims, const Spelling& spelling) const
{
    FieldValue value;
    value.gone = std::ranges::all_of(claims, [this](const Claim& claim) { return isGone(claim); });
    // What is gone says nothing about today where another record says the same.
    const auto counts = [&](const Claim& claim) { return value.gone || !isGone(claim); };
    const auto best = std::ranges::min_element(claims, [&](const Claim& a, const Claim& b) {
        if (counts(a) != counts(b))
            return counts(a);
        const int sooner = spelling ? spelling(a.shown, b.shown) : 0;
        return sooner != 0 ? sooner < 0 : b.record->updatedAt < a.record->updatedAt;
    });
    value.value = best->shown;
    for (const auto& claim : claims) {
        if (counts(claim)) {
            value.updatedAt = std::max(value.updatedAt, claim.record->updatedAt);
            value.verified = value.verified || isVerified(*claim.record, m_name);
        }
        if (value.sources.empty() || value.sources.back() != claim.record->key)
            value.sources.push_back(claim.record->key);
    }
    return value;
}

bool FieldMaker::isGone(const Claim& claim) const
{
    return std::ranges::find(m_rules.gone, claim.record->key) != m_rules.gone.end();
}

std::size_t FieldMaker::rankOf(const FieldValue& value) const
{
    const auto order = m_rules.sourceOrder;
    std::size_t best = order.size();
    for (const auto& key : value.sources)
        best = std::min(best, static_cast<std::size_t>(std::ranges::find(order, key.source) - order.begin()));
    return best;
}

bool FieldMaker::before(const FieldValue& a, const FieldValue& b) const
{
    if (a.gone != b.gone)
        return b.gone;
    if (a.verified != b.verified)
        return a.verified;
    if (a.updatedAt != b.updatedAt)
        return b.updatedAt < a.updatedAt;
    return std::tuple(rankOf(a), a.sources, a.value) < std::tuple(rankOf(b), b.sources, b.value);
}

ChosenBy FieldMaker::reasonFor(const FieldValue& first, const FieldValue& second) const
{
    if (first.gone != second.gone)
        return ChosenBy::stillThere;
    if (first.verified != second.verified)
        return ChosenBy::verified;
    return first.updatedAt != second.updatedAt ? ChosenBy::newest : ChosenBy::sourceOrder;
}

void FieldMaker::addTo(std::vector<ProfileField>& fields, const Spelling& spelling)
{
    if (m_claims.empty())
        return;
    std::vector<FieldValue> values;
    for (const auto& [normal, claims] : m_claims)
        values.push_back(valueOf(claims, spelling));
    std::ranges::sort(values, [this](const FieldValue& a, const FieldValue& b) { return before(a, b); });
    ProfileField field;
    field.name = m_name;
    field.singleValued = m_singleValued;
    field.chosenBy = values.size() > 1 ? reasonFor(values[0], values[1]) : ChosenBy::onlyValue;
    field.chosen = std::move(values.front());
    field.others.assign(std::make_move_iterator(values.begin() + 1), std::make_move_iterator(values.end()));
    fields.push_back(std::move(field));
}

} // namespace foreword
