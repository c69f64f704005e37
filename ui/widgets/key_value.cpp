#include "ui/widgets/key_value.h"

#include "ui/text/strings.h"
#include "ui/widgets/basics.h"
#include "ui/widgets/chips.h"
#include "ui/widgets/flow_text.h"
#include "ui/widgets/value_text.h"

namespace foreword {
namespace {

constexpr int labelWidth = 90;

} // namespace

KeyValue::KeyValue(const Theme& theme, QWidget* parent) : QWidget(parent), m_theme(theme), m_grid(new QGridLayout(this))
{
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(6);
    m_grid->setVerticalSpacing(4);
    m_grid->setColumnMinimumWidth(0, labelWidth);
    m_grid->setColumnStretch(1, 1);
}

void KeyValue::setLines(const std::vector<ProfileLine>& lines)
{
    clearLayout(*m_grid);
    int row = 0;
    for (const ProfileLine& line : lines)
        addLine(row++, line);
    updateGeometry();
}

void KeyValue::addLine(int row, const ProfileLine& line)
{
    auto* label = new FlowText(m_theme, TextStyle::body, this);
    label->setText(line.label, Ink::muted);
    label->setFixedWidth(labelWidth);
    m_grid->addWidget(label, row, 0, Qt::AlignTop);
    auto* column = new QVBoxLayout;
    column->setSpacing(0);
    auto* value = new ValueText(line.value, this);
    QString spoken = line.label.isEmpty() ? line.value : line.label + u": "_s + line.value;
    for (const PillText& badge : line.badges)
        spoken += u". "_s + badge.spoken;
    value->setAccessibleName(spoken);
    value->setToolTip(line.meaning.isEmpty() ? QString() : plainToolTip(line.meaning));
    auto* beside = new QHBoxLayout;
    beside->setSpacing(4);
    beside->addWidget(value, 1);
    for (const PillText& badge : line.badges) {
        auto* pill = new Pill(m_theme, badge, this);
        pill->setObjectName(u"badge"_s);
        beside->addWidget(pill, 0, Qt::AlignTop);
        pill->show();
    }
    column->addLayout(beside);
    value->show();
    for (const QString& conflict : line.conflicts) {
        auto* text = new FlowText(m_theme, TextStyle::small, this);
        text->setObjectName(u"conflict"_s);
        text->setText(conflict, Ink::amber);
        column->addWidget(text);
        text->show();
    }
    label->show();
    m_grid->addLayout(column, row, 1);
}

} // namespace foreword
