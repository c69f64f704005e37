// The dictionary: what each signal and each field of a customer means, on whose authority, who owns it, what counts
// as evidence, when it ends, what it may be used for. Data (resources/dictionary.toml), loaded
// strictly; its hash is the version that annotations and decisions carry. Immutable.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/model/signal.h"

namespace foreword {

struct DictionaryEntry {
    std::string id, title, definition, authority, owner;
    Rank rank = Rank::p5;
    bool sensitive = false;
    std::vector<std::string> evidence; // "field", "text", "history"
    std::vector<std::string> uses;     // "protect", "route", "personalise", "sell"
    // Expiry: by time (`endsAfterDays` since the last evidence) and/or by event.
    int endsAfterDays = 0;
    std::string endsBy; // "interaction.closed", "opt_in", "conversation", "window", …
    int endsByPlusDays = 0;
    // Events that are evidence besides the one named like the signal, each with the events that
    // end it besides "<event>_ended", and interaction kinds that are.
    std::map<std::string, std::vector<std::string>> events;
    // Events that end everything of the signal that is about the same conversation, such as a
    // complaint that was withdrawn.
    std::vector<std::string> endedBy;
    // Which of `events` are money owed, and the events that pay it, one for one or by amounts.
    std::vector<std::string> owed, paidBy;
    std::vector<InteractionKind> kinds;
    std::string review; // date by which the definition is reviewed
    int line = 0;
};

// What a field of a customer record means: "value_tier", "lifecycle", "customer_since".
struct AttributeEntry {
    std::string id, title, definition, owner;
    std::vector<std::string> values; // allowed ones, in lower case; empty: any
    std::string review;
    int line = 0;
};

class Dictionary {
public:
    // All errors at once, each with file, line and field.
    static tl::expected<Dictionary, std::vector<Error>> load(std::string_view toml, std::string_view file);

    const std::vector<DictionaryEntry>& entries() const { return m_entries; } // in file order
    const DictionaryEntry* find(std::string_view id) const;
    // Position in the file, the last tie-breaker of every order; entries().size() if unknown.
    std::size_t orderOf(std::string_view id) const;
    const std::vector<AttributeEntry>& attributes() const { return m_attributes; } // in file order
    const AttributeEntry* attribute(std::string_view id) const;
    const std::string& file() const { return m_file; } // name of the file, for errors
    const std::string& version() const { return m_version; } // as written in the file
    const std::string& hash() const { return m_hash; }

private:
    std::vector<DictionaryEntry> m_entries;
    std::vector<AttributeEntry> m_attributes;
    std::string m_file, m_version, m_hash;
};

} // namespace foreword
