// Collects what records say about one field and chooses among it. Pure, any thread.
#pragma once

#include <functional>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/model/profile.h"

namespace foreword {

// What a choice goes by, beside the records themselves. Both must outlive it.
struct FieldRules {
    std::span<const std::string> sourceOrder; // of the charter; those it does not name follow by name
    std::span<const RecordKey> gone;          // what only these say, is no longer said
};

// Whether the record says that its values of this field were checked, by an attribute such as
// "email_verified": true, yes, or the date.
bool isVerified(const CustomerRecord& record, std::string_view field);

class FieldMaker {
public:
    FieldMaker(std::string name, bool singleValued, FieldRules rules)
        : m_name(std::move(name)), m_singleValued(singleValued), m_rules(rules)
    {
    }

    // Records come in the order of their keys. Equal `normal` is one value, shown in its newest
    // spelling.
    void add(const CustomerRecord& record, std::string normal, std::string shown);

    // Of two spellings of one value, negative if `a` is shown sooner, whichever is newer.
    using Spelling = std::function<int(const std::string& a, const std::string& b)>;
    void addTo(std::vector<ProfileField>& fields, const Spelling& spelling = {});

private:
    struct Claim {
        std::string shown;
        const CustomerRecord* record;
    };
    using Claims = std::vector<Claim>;

    FieldValue valueOf(const Claims& claims, const Spelling& spelling) const;
    bool before(const FieldValue& a, const FieldValue& b) const;
    ChosenBy reasonFor(const FieldValue& first, const FieldValue& second) const;
    std::size_t rankOf(const FieldValue& value) const;
    bool isGone(const Claim& claim) const;

    std::string m_name;
    bool m_singleValued;
    FieldRules m_rules;
    std::map<std::string, Claims> m_claims;
};

} // namespace foreword
