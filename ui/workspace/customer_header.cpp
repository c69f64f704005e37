#include "ui/workspace/customer_header.h"

#include <QHBoxLayout>

#include "ui/text/profile_text.h"
#include "ui/text/strings.h"
#include "ui/widgets/chips.h"

namespace foreword {

CustomerHeader::CustomerHeader(const Theme& theme, QWidget* parent)
    : QWidget(parent), m_theme(theme), m_avatar(new Avatar(theme, this)),
      m_name(new TextLabel(theme, {}, TextStyle::name, Ink::normal, this)), m_pills(new FlowLayout(8, 5))
{
    setObjectName(u"header"_s);
    m_name->setObjectName(u"customerName"_s);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 14, 0, 12);
    row->setSpacing(12);
    row->addWidget(m_avatar, 0, Qt::AlignVCenter);
    auto* column = new QVBoxLayout;
    column->setSpacing(1);
    column->addWidget(m_name);
    column->addLayout(m_pills);
    row->addLayout(column, 1);
}

void CustomerHeader::setName(const QString& name)
{
    m_name->setText(ProfileText::displayName(name));
    m_avatar->setInitials(ProfileText::initials(name));
    m_pills->clear();
}

void CustomerHeader::setCustomer(const CustomerView& view, const Wording& wording)
{
    setName(toQt(view.profile.displayName));
    for (const PillText& pill : ProfileText(wording).pills(view)) {
        auto* widget = new Pill(m_theme, pill.text, pill.ink, this);
        m_pills->addWidget(widget);
        widget->show();
    }
    updateGeometry();
}

} // namespace foreword
