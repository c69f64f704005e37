// One person out of several records: per field the chosen value and every other, each with
// its source and age. Conflicts stand side by side; nothing is merged silently.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/base/timestamp.h"
#include "core/model/consent.h"
#include "core/model/identifier.h"
#include "core/model/records.h"

namespace foreword {

struct FieldValue {
    std::string value;
    std::vector<RecordKey> sources;
    std::optional<Timestamp> updatedAt; // of the newest source that says so
    bool verified = false;              // a record says that it was checked ("email_verified")
    bool gone = false;  // no record that says so is still there at its system
    bool stale = false; // no system that says so was reached lately
    bool operator==(const FieldValue&) const = default;
};

// What put the chosen value before the others. Names: the newest, in its fullest form.
enum class ChosenBy { onlyValue, stillThere, verified, newest, fullest, sourceOrder };

// What a field means and who sees to it; empty where the dictionary does not know it.
struct FieldDefinition {
    std::string title, definition, owner;
    bool operator==(const FieldDefinition&) const = default;
};

struct ProfileField {
    std::string name;           // "name", "email", "phone", "address", "birth_date", "value_tier", …
    FieldValue chosen;
    std::vector<FieldValue> others; // for a field with one truth these are conflicts
    bool singleValued = false;      // birth_date, value_tier, lifecycle: others conflict
    ChosenBy chosenBy = ChosenBy::onlyValue;
    FieldDefinition meaning;
    bool conflicting() const { return singleValued && !others.empty(); }
    bool operator==(const ProfileField&) const = default;
};

// How long somebody has been a customer, from the field "customer_since".
struct Tenure {
    CivilDate since;
    int years = 0, months = 0; // whole ones; months beside the years
    FieldDefinition meaning;
    bool operator==(const Tenure&) const = default;
};

// Somebody else who carries an identifier of this person: a contact by it may be theirs.
struct OtherHolder {
    std::int64_t person = 0;
    std::string displayName;
    std::vector<Identifier> shared; // comparable forms, by kind
    bool operator==(const OtherHolder&) const = default;
};

struct Profile {
    std::int64_t person = 0;
    std::string displayName;
    std::vector<RecordKey> records;
    std::vector<ProfileField> fields;
    std::optional<Tenure> tenure;
    std::vector<OtherHolder> couldAlsoBe; // by name
    std::vector<ConsentReading> consent;  // by purpose and channel
    std::vector<ConsentRecord> consents;  // the entries of the ledger, newest first

    const ProfileField* field(std::string_view name) const
    {
        for (const auto& f : fields) {
            if (f.name == name)
                return &f;
        }
        return nullptr;
    }
};

} // namespace foreword
