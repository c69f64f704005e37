// Why records are one person, or may be, in words. Pure.
#pragma once

#include <QCoreApplication>

#include "core/model/person_links.h"
#include "ui/text/wording.h"
#include "ui/theme/tokens.h"

namespace foreword {

struct ReasonLine {
    QString text;   // "Same e-mail"
    QString weight; // "+14.3"
    Ink ink = Ink::normal;
};

class LinkText {
    Q_DECLARE_TR_FUNCTIONS(foreword::LinkText)

public:
    explicit LinkText(Wording wording) : m_wording(std::move(wording)) {}

    static QString record(const RecordKey& key); // "CRM C-100"
    // "Maria Hoffmann, 12 Apr 1981, maria@example.com, +49 30 901820, 1 Weg, 50667 Köln"
    QString details(const CustomerRecord& record) const;
    static QString pair(const RecordKey& a, const RecordKey& b);
    QString decidedAt(Timestamp at) const;
    static QString certainty(const RecordLink& link);
    // What speaks for it first.
    std::vector<ReasonLine> reasons(const std::vector<LinkReason>& reasons) const;

private:
    static QString reason(const LinkReason& reason);

    Wording m_wording;
};

} // namespace foreword
