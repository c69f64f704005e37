#include "core/desk/gone_records.h"

#include <set>

#include "core/identity/normalize.h"
#include "core/store/connection.h"
#include "core/store/gone_table.h"
#include "core/store/reading.h"

namespace foreword {
namespace {

// Not over, and asked about with each pull: one request for a hundred.
constexpr int mostOpen = 500;

using Kind = GoneRecord::Kind;

void add(std::vector<KnownRecord>& known, Kind kind, std::vector<RecordKey> keys)
{
    for (RecordKey& key : keys)
        known.push_back({kind, std::move(key.id)});
}

// Whom an identifier of that system means here.
Result<std::set<std::int64_t>> personsOf(Connection& writer, const std::string& source, const std::string& customer)
{
    std::set<std::int64_t> persons;
    const Search search(writer);
    for (const std::string& query : {customer, source + ':' + customer}) {
        FOREWORD_TRY(const auto hits, search.exact(query, identifiersOfQuery(query)));
        for (const Hit& hit : hits)
            persons.insert(hit.person);
    }
    return persons;
}

} // namespace

Result<std::vector<KnownRecord>> GoneRecords::known(Connection& writer, const std::optional<std::string>& customer)
{
    FOREWORD_TRY(const auto transaction, Transaction::read(writer));
    const GoneTable table(writer);
    FOREWORD_TRY(auto marked, table.of(m_source));
    for (GoneRecord& record : marked)
        m_marked.insert({record.kind, std::move(record.key.id)});
    std::vector<KnownRecord> known;
    if (!customer) {
        FOREWORD_TRY(auto open, table.openAt(m_source, mostOpen));
        add(known, Kind::interaction, std::move(open));
        return known;
    }
    FOREWORD_TRY(const auto persons, personsOf(writer, m_source, *customer));
    for (const auto person : persons) {
        FOREWORD_TRY(auto records, table.recordsAt(m_source, person));
        add(known, Kind::customer, std::move(records));
        FOREWORD_TRY(auto conversations, table.conversationsAt(m_source, person));
        add(known, Kind::interaction, std::move(conversations));
    }
    return known;
}

void GoneRecords::given(const Record& record)
{
    if (m_marked.empty())
        return;
    std::optional<KnownRecord> given;
    if (const auto* customer = std::get_if<CustomerRecord>(&record))
        given = {Kind::customer, customer->key.id};
    else if (const auto* interaction = std::get_if<InteractionRecord>(&record))
        given = {Kind::interaction, interaction->key.id};
    if (given && m_marked.contains(*given))
        m_back.push_back(*std::move(given));
}

Result<std::int64_t> GoneRecords::note(Connection& writer, Timestamp at) const
{
    if (m_back.empty() && m_gone.empty())
        return 0;
    FOREWORD_TRY(auto transaction, Transaction::write(writer));
    GoneTable table(writer);
    for (const KnownRecord& record : m_back)
        FOREWORD_CHECK(table.back(record.kind, {m_source, record.id}));
    std::int64_t gone = 0;
    for (const KnownRecord& record : m_gone) {
        FOREWORD_TRY(const bool marked, table.mark({record.kind, {m_source, record.id}, at}));
        gone += marked ? 1 : 0;
    }
    FOREWORD_CHECK(transaction.commit());
    return gone;
}

} // namespace foreword
