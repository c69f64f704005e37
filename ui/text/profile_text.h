// The person in words: header pills, profile lines, findings. Pure.
#pragma once

#include <QCoreApplication>

#include <optional>

#include "core/desk/desk.h"
#include "ui/text/wording.h"
#include "ui/theme/tokens.h"

namespace foreword {

struct PillText {
    QString text;
    Ink ink = Ink::normal;
};

struct ProfileLine {
    QString label;
    QString value;
    QString sources;       // all of them, for a tool tip
    QStringList conflicts; // "1981-12-04 (helpdesk)"
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
    FindingLine finding(const Finding& finding) const;
    static QString fieldLabel(const std::string& name);
    static QString matchedBy(const std::string& field); // why a search found somebody

private:
    static QString withHint(const QString& sentence, const std::string& difference);
    QString value(const std::string& field, const std::string& raw) const;
    QString sources(const FieldValue& value, bool withDate) const;
    QString withSources(const ProfileField& field, const FieldValue& value) const;
    void addLifecycle(const Profile& profile, std::vector<PillText>& out) const;
    void addConsents(const CustomerView& view, std::vector<PillText>& out) const;
    static PillText grantedPill(ConsentChannel channel);
    std::optional<PillText> consentPill(const ConsentRecord& consent) const;

    Wording m_wording;
};

} // namespace foreword
