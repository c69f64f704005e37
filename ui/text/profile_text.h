// The person in words: header pills, profile lines, findings. Pure.
#pragma once

#include <QCoreApplication>

#include <optional>

#include "core/desk/desk.h"
#include "ui/text/profile_lines.h"
#include "ui/text/wording.h"

namespace foreword {

// Somebody else whom a contact by a shared identifier could be.
struct HolderLine {
    std::int64_t person = 0;
    QString name, shared;
};

struct FindingLine {
    QString title, action, details;
};

class ProfileText {
    Q_DECLARE_TR_FUNCTIONS(foreword::ProfileText)

public:
    explicit ProfileText(Wording wording) : m_wording(std::move(wording)) {}

    static QString displayName(const QString& name); // or "Name not known"
    static QString initials(const QString& name);
    std::vector<PillText> pills(const CustomerView& view) const;
    std::vector<ProfileLine> lines(const Profile& profile) const;
    static std::vector<HolderLine> holders(const Profile& profile);
    FindingLine finding(const Finding& finding) const;
    static QString sourceName(const std::string& source); // "crm" as "CRM"
    static QString readable(const std::string& raw);      // "home_branch" as "Home branch"
    static QString fieldLabel(const std::string& name);
    static QString matchedBy(const std::string& field); // why a search found somebody

private:
    static QString withHint(const QString& sentence, const std::string& difference);
    QString value(const std::string& field, const std::string& raw) const;
    QString origin(const FieldValue& value) const;
    QString withSources(const ProfileField& field, const FieldValue& value) const;
    ProfileLine line(const QString& label, const ProfileField& field, const FieldValue& value) const;
    static std::vector<PillText> badges(const FieldValue& value);
    void addGone(const CustomerView& view, std::vector<PillText>& out) const;
    void addStale(const CustomerView& view, std::vector<PillText>& out) const;
    void addLifecycle(const Profile& profile, std::vector<PillText>& out) const;
    static QString meaning(const FieldDefinition& meaning);
    void addTenure(const Profile& profile, std::vector<ProfileLine>& out) const;

    Wording m_wording;
};

} // namespace foreword
