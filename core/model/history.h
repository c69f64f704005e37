// Everything about one person that the brief and the decision are made from: a snapshot of
// the store, read in one transaction. Plain values; may be handed to another thread.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/model/annotation.h"
#include "core/model/override.h"
#include "core/model/records.h"

namespace foreword {

struct HistoryMessage {
    std::int64_t row = 0; // of the store; 0 outside a workspace
    RecordKey key;
    std::uint32_t interaction = 0; // index into History::interactions
    Sender sender = Sender::customer;
    std::string senderName;
    Timestamp at;
    Visibility visibility = Visibility::visible;
    std::string text;     // redacted, as it was ingested
    std::string language; // ISO 639-1, or empty where it could not be told
    std::vector<Redaction> redactions;
    Annotations annotations;
    std::string dictionaryVersion; // that made the annotations; empty: not annotated yet

    MessageKey messageKey() const { return {key.source, key.id}; }
};

// What a customer's own words say a conversation is written in, and when the first of them did.
struct ToldLanguage {
    std::string language; // ISO 639-1
    Timestamp at;
    bool operator==(const ToldLanguage&) const = default;
};

// An identifier of this person that a record of somebody else carries as well.
struct SharedIdentifier {
    std::string kind;  // "email", "phone", "external"
    std::string value; // comparable form
    RecordKey record;  // of the other person
    std::vector<std::string> names;
    std::vector<std::string> postcodes;
    std::int64_t person = 0; // whose record it is
    std::string personName;  // for lists
};

// A record that its system did not have any more when it was asked about it. What was seen of it
// last stays here, until a person erases it.
struct GoneRecord {
    enum class Kind { customer, interaction };
    Kind kind = Kind::customer;
    RecordKey key;
    Timestamp seenAt; // that it is gone
    InteractionStatus lastStatus = InteractionStatus::closed; // of an interaction, when it was there
    bool operator==(const GoneRecord&) const = default;
};

// A connected system that keeps consents of this person: how old the copy here is.
struct SourceCopy {
    std::string source;
    Timestamp pulledAt;
};

struct History {
    std::int64_t person = 0; // of the store; 0 outside a workspace
    std::vector<CustomerRecord> records;         // linked records, by (source, id)
    std::vector<InteractionRecord> interactions; // by openedAt, then (source, id); one that is gone is closed
    std::vector<HistoryMessage> messages;        // by at, then (source, id)
    std::vector<ConsentRecord> consents;         // by at, then (source, id)
    std::vector<EventRecord> events;             // by at, then (source, id)
    std::vector<GoneRecord> gone;                // of records and interactions, by kind and (source, id)
    std::vector<SharedIdentifier> shared;        // by (kind, value, record)
    std::vector<SourceCopy> copies;              // of connected systems that were pulled, by source
    std::vector<GivenOverride> overrides;        // by when they were given, then number
};

} // namespace foreword
