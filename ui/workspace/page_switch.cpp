#include "ui/workspace/page_switch.h"

#include <QHBoxLayout>
#include <QPushButton>

#include "ui/text/strings.h"
#include "ui/widgets/basics.h"

namespace foreword {

PageSwitch::PageSwitch(QWidget* parent) : QWidget(parent), m_group(new QButtonGroup(this))
{
    setObjectName(u"pageSwitch"_s);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(8, 6, 8, 2);
    row->setSpacing(4);
    add(Page::queue, tr("Queue"), u"pageQueue"_s);
    add(Page::brief, tr("Brief"), u"pageBrief"_s);
    add(Page::history, tr("History"), u"pageHistory"_s);
    add(Page::side, tr("Offers and profile"), u"pageSide"_s);
    row->addStretch();
    m_group->setExclusive(true);
    setPage(Page::brief);
    connect(m_group, &QButtonGroup::idToggled, this, [this](int, bool checked) {
        if (checked)
            Q_EMIT changed();
    });
}

void PageSwitch::add(Page page, const QString& text, const QString& name)
{
    auto* button = new QPushButton(this);
    button->setObjectName(name);
    makeTab(*button, text);
    m_group->addButton(button, static_cast<int>(page));
    layout()->addWidget(button);
}

PageSwitch::Page PageSwitch::page() const
{
    return static_cast<Page>(m_group->checkedId());
}

void PageSwitch::setPage(Page page)
{
    m_group->button(static_cast<int>(page))->setChecked(true);
}

} // namespace foreword
