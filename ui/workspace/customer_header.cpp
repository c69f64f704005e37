#include "ui/workspace/customer_header.h"

#include <QHBoxLayout>

#include "ui/text/profile_text.h"
#include "ui/text/strings.h"
#include "ui/widgets/chips.h"

namespace foreword {
namespace {

constexpr int actionsFrom = 560; // narrower, their keys do

// A button that says which key does the same.
class KeyButton : public QPushButton {
public:
    KeyButton(const Theme& theme, const QString& text, const QString& key, QWidget* parent)
        : QPushButton(text, parent), m_cap(new KeyCap(theme, key, this))
    {
        setProperty("kind", u"key"_s);
        //: A button and its key, for screen readers.
        setAccessibleName(CustomerHeader::tr("%1, key %2").arg(text, key));
        setFocusPolicy(Qt::StrongFocus);
    }

protected:
    void resizeEvent(QResizeEvent* event) override
    {
        QPushButton::resizeEvent(event);
        const QSize size = m_cap->sizeHint();
        m_cap->setGeometry(QRect(QPoint(width() - size.width() - 10, (height() - size.height()) / 2), size));
    }

private:
    KeyCap* m_cap;
};

} // namespace

CustomerHeader::CustomerHeader(const Theme& theme, QWidget* parent)
    : QWidget(parent), m_theme(theme), m_avatar(new Avatar(theme, this)),
      m_name(new TextLabel(theme, {}, TextStyle::name, Ink::normal, this)), m_pills(new FlowLayout(8, 5)),
      m_note(new KeyButton(theme, tr("Note"), u"N"_s, this)), m_wrapUp(new KeyButton(theme, tr("Wrap up"), u"W"_s, this))
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
    m_note->setObjectName(u"note"_s);
    m_wrapUp->setObjectName(u"wrapUp"_s);
    row->addWidget(m_note, 0, Qt::AlignVCenter);
    row->addWidget(m_wrapUp, 0, Qt::AlignVCenter);
    connect(m_note, &QPushButton::clicked, this, &CustomerHeader::noteRequested);
    connect(m_wrapUp, &QPushButton::clicked, this, &CustomerHeader::wrapUpRequested);
    showActions();
}

void CustomerHeader::showActions()
{
    for (QPushButton* action : {m_note, m_wrapUp})
        action->setVisible(m_conversations && width() >= actionsFrom);
}

void CustomerHeader::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    showActions();
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
        auto* widget = new Pill(m_theme, pill, this);
        m_pills->addWidget(widget);
        widget->show();
    }
    addIdentity(view);
    m_conversations = view.wrapUp.interaction.has_value();
    showActions();
    updateGeometry();
}

void CustomerHeader::addIdentity(const CustomerView& view)
{
    const auto records = static_cast<int>(view.profile.records.size());
    auto* button = new QPushButton(tr("%n record(s)", nullptr, records), this);
    button->setObjectName(u"identity"_s);
    button->setProperty("kind", u"quiet"_s);
    //: For screen readers: a button that tells which records a customer is made of.
    button->setAccessibleName(tr("%1: who this is, key I").arg(button->text()));
    button->setFocusPolicy(Qt::StrongFocus);
    connect(button, &QPushButton::clicked, this, &CustomerHeader::identityRequested);
    m_pills->addWidget(button);
    button->show();
}

} // namespace foreword
