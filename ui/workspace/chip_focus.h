// The focus on a chip, kept while the chips are made anew: it goes to the chip of the same words
// in the same part of the window, or else to the one in its place. Window thread; must not
// outlive the parts.
#pragma once

#include <QList>
#include <QWidget>

#include <optional>

#include "core/model/citation.h"

namespace foreword {

class ChipFocus {
public:
    explicit ChipFocus(const QList<QWidget*>& parts);
    // Once the new chips are there. Does nothing where the focus was on no chip.
    void restore() const;

private:
    QWidget* m_part = nullptr; // that holds the chip
    std::optional<Citation> m_citation;
    qsizetype m_place = 0; // among the chips of the part
    qsizetype m_twin = 0;  // among those of the same words
};

} // namespace foreword
