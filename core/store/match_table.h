// What comparing customer records needs and leaves behind (schema_9.h). Traits, keys and the model
// are made by core/identity and are bytes and numbers here. Works as the classes of tables.h do.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/base/result.h"

namespace foreword {

class Connection;

enum class PairKind { asked, linked, refused };

struct StoredPair {
    std::int64_t first = 0, second = 0; // rows of records, first < second
    double weight = 0;
    PairKind kind = PairKind::asked;
    bool operator==(const StoredPair&) const = default;
};

struct StoredModel {
    std::int64_t version = 0; // of the form of traits, keys and model
    std::int64_t persons = 0;
    std::string bytes;
};

class MatchTable {
public:
    using Rows = std::vector<std::int64_t>;
    using KeyRow = std::pair<std::int64_t, std::int64_t>;
    using KeyCount = std::pair<std::int64_t, std::int64_t>;

    explicit MatchTable(Connection& connection) : m_connection(connection) {}

    // Records that were added or changed since they were compared; by row.
    Result<> wait(std::int64_t record);
    Result<std::int64_t> waitingCount() const;
    Result<Rows> waiting() const { return waiting(-1); }
    Result<Rows> waiting(int most) const;
    Result<> waitNoMore(std::span<const std::int64_t> records);
    Result<> noneWaits();

    // Nothing before all records were compared once.
    Result<std::optional<StoredModel>> model() const;
    // In place of what was there, with all counts.
    Result<> setModel(const StoredModel& model, std::span<const KeyCount> counts);
    Result<std::vector<KeyCount>> counts() const;
    Result<std::int64_t> countOf(std::int64_t key) const; // 0 for what few carry

    // In place of what was there; with putKeys the record can be found.
    Result<> putTraits(std::int64_t record, std::string_view bytes, std::span<const std::int64_t> keys);
    // Keys with their records. Many are put fastest in order.
    Result<> putKeys(std::span<const KeyRow> keys);
    Result<std::optional<std::string>> traits(std::int64_t record) const;
    Result<> forgetTraits(); // of all records
    // Other records under one of these keys, each once, by row; a key that more than `most` share
    // is passed over.
    Result<Rows> sharing(std::int64_t record, std::span<const std::int64_t> keys, int most) const;

    Result<std::vector<StoredPair>> pairsOf(std::int64_t record) const; // by their records
    Result<> removePairsOf(std::int64_t record);
    Result<> removePairs();
    Result<> putPair(const StoredPair& pair); // in place of an earlier one
    // Pairs of records of two persons that a person should look at, the most likely first: of two
    // persons the likeliest pair.
    Result<std::vector<StoredPair>> reviews(std::size_t most) const;

private:
    Connection& m_connection;
};

// Before a person's records go: they are found and counted no more.
Result<> forgetMatchKeys(Connection& connection, std::int64_t person);

} // namespace foreword
