// What the texts about a person are made of. Plain values.
#pragma once

#include <QString>
#include <QStringList>

#include <vector>

#include "ui/theme/tokens.h"

namespace foreword {

struct PillText {
    QString text;
    Ink ink = Ink::normal;
    QString spoken = {}; // where the text alone says too little: for screen readers and a tool tip
};

struct ProfileLine {
    QString label;
    QString value;
    QString meaning;       // definition and owner, or proof, for a tool tip
    QStringList conflicts; // "helpdesk says 4 Dec 1981, 20 Nov 2025"
    std::vector<PillText> badges = {}; // what is to be known before it is relied on: "stale"
};

} // namespace foreword
