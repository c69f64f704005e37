// The tables of the workspace that other rooms write and read, a class a table. SQL lives
// only in core/store. Every class works on the connection it was given, on that connection's
// thread, inside a Transaction the caller holds for writing; it owns nothing.
//
// References between records are kept by (source, id) and resolved when both ends are there,
// in whatever order they arrive.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "core/base/result.h"
#include "core/base/secret.h"
#include "core/model/annotation.h"
#include "core/model/history.h"
#include "core/model/identifier.h"
#include "core/model/records.h"

namespace foreword {

class Connection;

enum class Change { added, updated, unchanged };

struct Put {
    Change change = Change::unchanged;
    std::int64_t row = 0;
};

// Puts one record, known by (type, source, id) or by its hash. `hash` is that of its canonical
// line after redaction. Equal hash: unchanged, no write. Otherwise the newer `updatedAt` wins,
// and where either is absent or both are equal the later import.
//
// A new or changed message makes itself and those after it in its interaction pending for
// annotation: they are read in its context.
class RecordTable {
public:
    explicit RecordTable(Connection& connection) : m_connection(connection) {}

    Result<Put> put(const CustomerRecord& record, std::string_view hash);
    Result<Put> put(const InteractionRecord& record, std::string_view hash);
    // `record.text` is final here: HTML converted, card data masked. Its language is told with its
    // annotations.
    Result<Put> put(const MessageRecord& record, std::string_view hash, const std::vector<Redaction>& redactions);
    Result<Put> put(const ConsentRecord& record, std::string_view hash);
    Result<Put> put(const OfferRecord& record, std::string_view hash);
    Result<Put> put(const EventRecord& record, std::string_view hash);

    // References whose target is not there, by type of the referring record.
    Result<std::map<std::string, std::int64_t>> unresolved() const;
    Result<std::vector<OfferRecord>> offers() const;

private:
    Connection& m_connection;
};

// Messages of one interaction in order, for annotating with their context.
struct PendingConversation {
    std::int64_t interactionRow = 0;
    std::vector<HistoryMessage> messages; // annotations empty
    std::optional<ToldLanguage> told;     // by its messages that are annotated
    std::map<std::string, std::string> customer; // attributes of the customer's record
};

class AnnotationTable {
public:
    explicit AnnotationTable(Connection& connection) : m_connection(connection) {}

    // Conversations with at least one message not annotated under `version`, whole, at most
    // `limit` conversations, oldest row first.
    Result<std::vector<PendingConversation>> pending(std::string_view version, int limit) const;
    Result<> put(std::int64_t messageRow, std::string_view version, const Annotations& annotations);
    Result<> setLanguage(std::int64_t messageRow, std::string_view language);
    // What the conversation tells now. `othersRely`: other conversations of the customer that tell
    // nothing themselves become pending, whole.
    Result<> setTold(std::int64_t interactionRow, const std::optional<ToldLanguage>& told, bool othersRely);
    // What the customer's first conversation that tells is written in; empty if none does.
    Result<std::string> toldElsewhere(std::int64_t interactionRow) const;

private:
    Connection& m_connection;
};

struct PersonRecord {
    std::int64_t row = 0; // of the customer record
    std::int64_t person = 0; // 0: not linked yet
    CustomerRecord record;
};

class PersonTable {
public:
    explicit PersonTable(Connection& connection) : m_connection(connection) {}

    // Customer records that were added or changed since their identifiers were set, and those
    // that belong to nobody: setIdentifiers and link, in this order, take a record off the list.
    Result<std::vector<PersonRecord>> unlinked(int limit) const;
    Result<std::vector<PersonRecord>> ofPerson(std::int64_t person) const;
    Result<std::vector<std::int64_t>> all() const; // ascending
    // E-mails, phones and external ids of this person that a record of somebody else carries too.
    // One that many people carry, such as a switchboard, says nothing and is left out.
    Result<std::vector<SharedIdentifier>> sharedWithOthers(std::int64_t person) const;
    // Replaces the identifiers of a record.
    Result<> setIdentifiers(std::int64_t record, std::span<const Identifier> identifiers);
    // Links these records to one person, a new one or the smallest among theirs, and names it
    // for lists and search. Other persons of theirs are merged into it, with all their records;
    // their numbers are not used again.
    Result<std::int64_t> link(std::span<const std::int64_t> records, std::string_view displayName);
    Result<std::string> displayName(std::int64_t person) const;

private:
    Connection& m_connection;
};

// One saved source. Its secrets lie in the encrypted file and come out only in Secrets.
struct SavedSource {
    std::string name, kind, url, user;
    std::map<std::string, std::string> options;
    std::optional<Timestamp> lastPullAt;
    // Everything older, by that system's clock, was pulled: where the next pull goes on.
    std::optional<Timestamp> settledUntil;
};

class SourceTable {
public:
    explicit SourceTable(Connection& connection) : m_connection(connection) {}
    Result<> add(const SavedSource& source, const Secret& token, const Secret& password, const Secret& proxyPassword = {});
    Result<> remove(std::string_view name);
    Result<std::vector<SavedSource>> list() const;
    struct WithSecrets {
        SavedSource source;
        Secret token, password, proxyPassword;
    };
    Result<WithSecrets> get(std::string_view name) const; // source_unknown
    Result<> setLastPull(std::string_view name, Timestamp at);
    // Call it in a transaction after the one that stored what was pulled, or in the same: a pull
    // that breaks repeats rather than misses.
    Result<> setSettledUntil(std::string_view name, Timestamp until);

private:
    Connection& m_connection;
};

} // namespace foreword
