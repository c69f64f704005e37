#include "ui/workspace/chip_focus.h"

#include <QApplication>

#include <algorithm>

#include "ui/widgets/chips.h"

namespace foreword {
namespace {

std::optional<Citation> citationOf(const QWidget* widget)
{
    if (const auto* chip = qobject_cast<const CitationChip*>(widget))
        return chip->citation();
    if (const auto* chip = qobject_cast<const FactChip*>(widget))
        return chip->citation();
    return std::nullopt;
}

// Those that are on show: one that was replaced is hidden until it is deleted.
QList<QWidget*> chipsOf(const QWidget& part)
{
    QList<QWidget*> chips;
    for (QWidget* widget : part.findChildren<QWidget*>()) {
        if (citationOf(widget) && widget->isVisibleTo(&part))
            chips.append(widget);
    }
    return chips;
}

QList<QWidget*> twinsOf(const QList<QWidget*>& chips, const Citation& citation)
{
    QList<QWidget*> twins;
    std::ranges::copy_if(chips, std::back_inserter(twins), [&](const QWidget* chip) { return citationOf(chip) == citation; });
    return twins;
}

} // namespace

ChipFocus::ChipFocus(const QList<QWidget*>& parts)
{
    QWidget* focus = QApplication::focusWidget();
    const auto part = std::ranges::find_if(parts, [focus](const QWidget* widget) { return widget->isAncestorOf(focus); });
    m_citation = citationOf(focus);
    if (!m_citation || part == parts.end())
        return;
    m_part = *part;
    const auto chips = chipsOf(*m_part);
    m_place = chips.indexOf(focus);
    m_twin = twinsOf(chips, *m_citation).indexOf(focus);
}

void ChipFocus::restore() const
{
    if (!m_part)
        return;
    const auto chips = chipsOf(*m_part);
    const auto twins = twinsOf(chips, *m_citation);
    if (!twins.isEmpty())
        twins[std::min(m_twin, twins.size() - 1)]->setFocus();
    else if (!chips.isEmpty())
        chips[std::min(m_place, chips.size() - 1)]->setFocus();
}

} // namespace foreword
