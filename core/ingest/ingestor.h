// Records in, store rows out, exactly once: HTML becomes text, card data is masked in every
// free text, the language is told, then the record is put. Works in batches of one transaction
// each on the connection it was given, on that connection's thread.
#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <vector>

#include "core/base/result.h"
#include "core/model/records.h"

namespace foreword {

class Connection;

struct TypeCounts {
    std::int64_t added = 0, updated = 0, unchanged = 0;
};

struct IngestCounts {
    std::map<std::string, TypeCounts> byType;      // "customer", …
    std::map<std::string, std::int64_t> unresolved; // references without a target, after the last batch
};

class Ingestor {
public:
    // Runs inside the transaction of each batch, after its records were put: annotating and
    // linking belong to rooms further down the flow and are handed in from there.
    using AfterBatch = std::function<Result<>()>;

    Ingestor(Connection& connection, AfterBatch afterBatch, int batchSize = 500);

    // Takes one record; commits when the batch is full.
    Result<> add(Record record);
    // Commits what is left and counts unresolved references. Without it the last, unfinished
    // batch is rolled back: nothing half-written.
    Result<IngestCounts> finish();

private:
    Connection& m_connection;
    AfterBatch m_afterBatch;
    int m_batchSize;
    std::vector<Record> m_batch;
    IngestCounts m_counts;
    Result<> flush();
};

} // namespace foreword
