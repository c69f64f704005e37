// One person out of several records: per field the chosen value and every other, each with
// its source and age. Conflicts stand side by side; nothing is merged silently.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/base/timestamp.h"
#include "core/model/records.h"

namespace foreword {

struct FieldValue {
    std::string value;
    std::vector<RecordKey> sources;
    std::optional<Timestamp> updatedAt; // of the newest source that says so
    bool operator==(const FieldValue&) const = default;
};

struct ProfileField {
    std::string name;           // "name", "email", "phone", "address", "birth_date", "value_tier", …
    FieldValue chosen;
    std::vector<FieldValue> others; // for a field with one truth these are conflicts
    bool singleValued = false;      // birth_date, value_tier, lifecycle: others conflict
    bool conflicting() const { return singleValued && !others.empty(); }
    bool operator==(const ProfileField&) const = default;
};

struct Profile {
    std::int64_t person = 0;
    std::string displayName;
    std::vector<RecordKey> records;
    std::vector<ProfileField> fields;
    std::vector<ConsentRecord> consents; // the ledger, newest first

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
