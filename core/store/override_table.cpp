#include "core/store/override_table.h"

#include "core/store/query.h"

namespace foreword {

Result<std::int64_t> OverrideTable::add(const GivenOverride& given)
{
    const Override& leave = given.given;
    Query insert(m_connection,
                 "INSERT INTO rule_override (customer_source, customer_ext_id, offer_source, offer, rule, role, by, reason, text, at, "
                 "at_offset, until, until_offset, recorded_at, recorded_offset, account) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, "
                 "?11, ?12, ?13, ?14, ?15, ?16) RETURNING number");
    FOREWORD_TRY(const auto number,
                 insert
                     .with(given.customer.source, given.customer.id, leave.offer.source, leave.offer.id, leave.rule, leave.role, leave.by,
                           leave.reason, leave.text, leave.at, leave.until, given.recordedAt, given.account)
                     .number());
    return number.value_or(0);
}

Result<bool> OverrideTable::takeBack(std::int64_t number, const RecordKey& customer, std::string_view by, std::string_view account,
                                     Timestamp at)
{
    Query update(
        m_connection,
        "UPDATE rule_override SET taken_back_by = ?4, taken_back_account = ?5, taken_back_at = ?6, taken_back_offset = ?7 WHERE number = ?1 AND "
        "customer_ext_id = ?2 AND customer_source = ?3 AND taken_back_at IS NULL RETURNING number");
    FOREWORD_TRY(const auto changed, update.with(number, customer.id, customer.source, by, account, at).number());
    return changed.has_value();
}

Result<std::vector<GivenOverride>> OverrideTable::of(const RecordKey& customer) const
{
    Query rows(
        m_connection,
        "SELECT number, offer_source, offer, rule, role, by, reason, text, at, at_offset, until, until_offset, recorded_at, "
        "recorded_offset, taken_back_at, taken_back_offset, taken_back_by, account, taken_back_account FROM rule_override WHERE customer_ext_id = ?1 AND "
        "customer_source = ?2 ORDER BY number");
    rows.with(customer.id, customer.source);
    std::vector<GivenOverride> overrides;
    for (;;) {
        FOREWORD_TRY(const bool more, rows.next());
        if (!more)
            return overrides;
        GivenOverride kept;
        kept.number = rows.integer(0);
        kept.customer = customer;
        kept.given = {{rows.string(1), rows.string(2)},
                      rows.string(3),
                      rows.string(4),
                      rows.string(5),
                      rows.string(6),
                      rows.string(7),
                      rows.time(8),
                      rows.time(10)};
        kept.recordedAt = rows.time(12);
        kept.takenBackAt = rows.maybeTime(14);
        kept.takenBackBy = rows.string(16);
        kept.account = rows.string(17);
        kept.takenBackAccount = rows.string(18);
        overrides.push_back(std::move(kept));
    }
}

Result<std::int64_t> OverrideTable::removeOf(const RecordKey& customer)
{
    Query remove(m_connection, "DELETE FROM rule_override WHERE customer_ext_id = ?1 AND customer_source = ?2 RETURNING number");
    remove.with(customer.id, customer.source);
    for (std::int64_t gone = 0;; ++gone) {
        FOREWORD_TRY(const bool more, remove.next());
        if (!more)
            return gone;
    }
}

} // namespace foreword
