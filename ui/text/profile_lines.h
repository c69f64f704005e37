// What the texts about a person are made of. Plain values.
#pragma once

#include <QString>
#include <QStringList>

#include "ui/theme/tokens.h"

namespace foreword {

struct PillText {
    QString text;
    Ink ink = Ink::normal;
};

struct ProfileLine {
    QString label;
    QString value;
    QString meaning;       // definition and owner, or proof, for a tool tip
    QStringList conflicts; // "helpdesk says 4 Dec 1981, 20 Nov 2025"
};

} // namespace foreword
