#include "core/ingest/ingestor.h"

#include <algorithm>
#include <utility>

#include "core/store/connection.h"
#include "core/store/refusing.h"
#include "core/store/tables.h"

namespace foreword {
namespace {

// A batch of long messages is written before it holds this much, however few they are.
constexpr std::size_t mostBatchBytes = 16 * 1024 * 1024;

Result<Put> put(RecordTable& table, const PreparedRecord& prepared)
{
    return std::visit(
        [&](const auto& record) {
            if constexpr (std::is_same_v<std::decay_t<decltype(record)>, MessageRecord>)
                return table.put(record, prepared.hash, prepared.redactions);
            else
                return table.put(record, prepared.hash);
        },
        prepared.record);
}

void count(TypeCounts& counts, Change change)
{
    switch (change) {
    case Change::added: ++counts.added; break;
    case Change::updated: ++counts.updated; break;
    case Change::unchanged: ++counts.unchanged; break;
    }
}

} // namespace

Ingestor::Ingestor(Connection& connection, AfterBatch afterBatch, int batchSize, Identify identify)
    : m_connection(connection), m_afterBatch(std::move(afterBatch)), m_identify(std::move(identify)),
      m_batchSize(static_cast<std::size_t>(std::max(1, batchSize)))
{
}

Result<> Ingestor::add(Record record)
{
    FOREWORD_TRY(PreparedRecord prepared, prepareRecord(std::move(record)));
    m_batchBytes += prepared.bytes;
    m_batch.push_back(std::move(prepared));
    if (m_batch.size() >= m_batchSize || m_batchBytes >= mostBatchBytes)
        return flush();
    return {};
}

Result<IngestCounts> Ingestor::finish()
{
    FOREWORD_CHECK(flush());
    FOREWORD_TRY(const Transaction reading, Transaction::read(m_connection));
    FOREWORD_TRY(m_counts.unresolved, RecordTable(m_connection).unresolved());
    return m_counts;
}

Result<> Ingestor::flush()
{
    const auto batch = std::exchange(m_batch, {});
    m_batchBytes = 0;
    if (batch.empty())
        return {};
    // Counted only when committed.
    FOREWORD_TRY(const auto counts, putBatch(batch));
    for (std::size_t type = 0; type < counts.size(); ++type) {
        if (counts[type] == TypeCounts())
            continue;
        TypeCounts& total = m_counts.byType[std::string(recordTypeNames[type])];
        total.added += counts[type].added;
        total.updated += counts[type].updated;
        total.unchanged += counts[type].unchanged;
        total.erased += counts[type].erased;
    }
    return {};
}

Result<std::vector<TypeCounts>> Ingestor::putBatch(const std::vector<PreparedRecord>& batch)
{
    FOREWORD_TRY(Transaction transaction, Transaction::write(m_connection));
    RecordTable table(m_connection);
    std::vector<TypeCounts> counts(std::size(recordTypeNames));
    Refusing refusing(m_connection);
    FOREWORD_TRY(const bool mayRefuse, refusing.any());
    for (const PreparedRecord& prepared : batch) {
        if (mayRefuse) {
            FOREWORD_TRY(const bool erased, refused(refusing, prepared));
            if (erased) {
                ++counts[prepared.record.index()].erased;
                continue;
            }
        }
        FOREWORD_TRY(const Put done, put(table, prepared));
        count(counts[prepared.record.index()], done.change);
    }
    if (m_afterBatch)
        FOREWORD_CHECK(m_afterBatch());
    FOREWORD_CHECK(transaction.commit());
    return counts;
}

Result<bool> Ingestor::refused(Refusing& refusing, const PreparedRecord& prepared) const
{
    return std::visit(
        [&](const auto& record) -> Result<bool> {
            using Type = std::decay_t<decltype(record)>;
            if constexpr (std::is_same_v<Type, CustomerRecord>)
                return refusing.refuses(record, m_identify ? m_identify(record) : std::vector<Identifier>());
            else if constexpr (std::is_same_v<Type, OfferRecord>)
                return false;
            else if constexpr (std::is_same_v<Type, InteractionRecord> || std::is_same_v<Type, MessageRecord>)
                return refusing.refuses(record);
            else
                return refusing.refuses(record, prepared.hash);
        },
        prepared.record);
}

} // namespace foreword
