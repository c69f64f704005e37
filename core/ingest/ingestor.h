// Records in, store rows out, exactly once: HTML becomes text, card data is masked in every
// free text, then the record is put. Works in batches of one transaction
// each on the connection it was given, on that connection's thread. Converting and masking
// happen as records arrive, before the batch takes the write lock.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <vector>

#include "core/base/result.h"
#include "core/ingest/preparing.h"
#include "core/model/identifier.h"
#include "core/model/records.h"

namespace foreword {

class Connection;
class Refusing;

struct TypeCounts {
    std::int64_t added = 0, updated = 0, unchanged = 0;
    std::int64_t erased = 0; // not taken: of somebody who was erased
    bool operator==(const TypeCounts&) const = default;
};

struct IngestCounts {
    std::map<std::string, TypeCounts> byType;      // "customer", …
    std::map<std::string, std::int64_t> unresolved; // references without a target, after the last batch
};

class Ingestor {
public:
    // Runs inside the transaction of each batch, after its records were put: annotating and
    // linking belong to rooms further down the flow and are handed in from there. Its error
    // rolls the batch back and ends the call that filled it.
    using AfterBatch = std::function<Result<>()>;
    // Comparable identifiers of a customer record, to know somebody who was erased by; comparing
    // belongs further down the flow, too.
    using Identify = std::function<std::vector<Identifier>(const CustomerRecord&)>;
    static constexpr int usualBatch = 1000;

    Ingestor(Connection& connection, AfterBatch afterBatch, int batchSize = usualBatch, Identify identify = {});

    // Takes one record; commits when the batch is full, by number or by size. After an error
    // the batch is gone and the ingestor may be used on: what was committed before stays.
    // Errors: bad_value (event data that is no JSON object), those of the store and of
    // `afterBatch`.
    Result<> add(Record record);
    // Commits what is left and counts unresolved references. Without it the last, unfinished
    // batch is dropped: nothing half-written.
    Result<IngestCounts> finish();
    // What was committed so far.
    const IngestCounts& counts() const { return m_counts; }

private:
    Connection& m_connection;
    AfterBatch m_afterBatch;
    Identify m_identify;
    std::size_t m_batchSize;
    std::vector<PreparedRecord> m_batch;
    std::size_t m_batchBytes = 0;
    IngestCounts m_counts;

    Result<> flush();
    Result<std::vector<TypeCounts>> putBatch(const std::vector<PreparedRecord>& batch);
    Result<bool> refused(Refusing& refusing, const PreparedRecord& prepared) const;
};

} // namespace foreword
