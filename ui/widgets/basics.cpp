#include "ui/widgets/basics.h"

#include <QPainter>
#include <QStyle>

#include <algorithm>

#include "ui/delegates/painting.h"
#include "ui/text/strings.h"

namespace foreword {

Card::Card(const Theme& theme, QWidget* parent) : QWidget(parent), m_theme(theme), m_body(new QVBoxLayout(this))
{
    m_body->setContentsMargins(metrics::cardMargin, 12, metrics::cardMargin, 12);
    m_body->setSpacing(0);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void Card::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    drawRounded(painter, rect(), metrics::cardRadius, m_theme.tokens().panel, m_theme.tokens().line);
}

TextLabel::TextLabel(const Theme& theme, const QString& text, TextStyle style, Ink ink, QWidget* parent)
    : QLabel(parent), m_theme(theme), m_style(style), m_ink(ink)
{
    setTextFormat(Qt::PlainText);
    setFont(Theme::font(style));
    setText(text);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void TextLabel::setInk(Ink ink)
{
    m_ink = ink;
    update();
}

QSize TextLabel::sizeHint() const
{
    return {textWidth(text(), m_style) + 1, Theme::lineHeight(m_style)};
}

QSize TextLabel::minimumSizeHint() const
{
    return {std::min(sizeHint().width(), 24), sizeHint().height()};
}

void TextLabel::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    drawLine(painter, rect(), text(), m_style, m_theme.ink(m_ink),
             QStyle::visualAlignment(layoutDirection(), alignment() & Qt::AlignHorizontal_Mask));
}

Avatar::Avatar(const Theme& theme, QWidget* parent) : QWidget(parent), m_theme(theme)
{
    setFixedSize(40, 40);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void Avatar::setInitials(const QString& initials)
{
    m_initials = initials;
    update();
}

void Avatar::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    drawDot(painter, rect(), m_theme.tokens().accentBackground);
    if (m_initials.isEmpty())
        painter.drawPixmap(10, 10, m_theme.icon(Icon::person, Ink::accent, 20, devicePixelRatioF()));
    else
        drawLine(painter, rect(), m_initials, TextStyle::strong, m_theme.ink(Ink::accent), Qt::AlignHCenter);
}

IconLabel::IconLabel(const Theme& theme, Icon icon, Ink ink, int size, QWidget* parent)
    : QWidget(parent), m_theme(theme), m_icon(icon), m_ink(ink)
{
    setFixedSize(size, size);
    setAttribute(Qt::WA_TransparentForMouseEvents);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void IconLabel::set(Icon icon, Ink ink)
{
    m_icon = icon;
    m_ink = ink;
    update();
}

void IconLabel::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.drawPixmap(0, 0, m_theme.icon(m_icon, m_ink, width(), devicePixelRatioF()));
}

StateView::StateView(const Theme& theme, QWidget* parent)
    : QWidget(parent), m_icon(new IconLabel(theme, Icon::inbox, Ink::muted, 32, this)),
      m_title(new TextLabel(theme, {}, TextStyle::strong, Ink::normal, this)), m_details(new QLabel(this)), m_action(new QPushButton(this))
{
    setObjectName(u"state"_s);
    m_title->setAlignment(Qt::AlignCenter);
    m_details->setTextFormat(Qt::PlainText);
    m_details->setWordWrap(true);
    m_details->setAlignment(Qt::AlignCenter);
    m_details->setForegroundRole(QPalette::PlaceholderText);
    m_action->setObjectName(u"stateAction"_s);
    m_action->hide();
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(16, 24, 16, 24);
    column->setSpacing(6);
    column->addStretch(2);
    column->addWidget(m_icon, 0, Qt::AlignHCenter);
    column->addSpacing(6);
    column->addWidget(m_title, 0, Qt::AlignHCenter);
    column->addWidget(m_details, 0, Qt::AlignHCenter);
    column->addSpacing(10);
    column->addWidget(m_action, 0, Qt::AlignHCenter);
    column->addStretch(3);
    connect(m_action, &QPushButton::clicked, this, &StateView::actionTriggered);
}

void StateView::fitDetails()
{
    constexpr int widest = 340;
    const int width = std::clamp(this->width() - 32, 120, widest);
    m_details->setFixedSize(width, std::max(0, m_details->heightForWidth(width)));
}

void StateView::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    fitDetails();
}

void StateView::tell(Icon icon, const QString& title, const QString& details, const QString& action)
{
    m_icon->set(icon, Ink::muted);
    m_title->setText(title);
    m_details->setText(details);
    m_details->setVisible(!details.isEmpty());
    fitDetails();
    m_action->setText(action);
    m_action->setAccessibleName(action);
    m_action->setVisible(!action.isEmpty());
    setAccessibleName(title);
}

void makeTab(QPushButton& button, const QString& text)
{
    constexpr int padding = 22;
    button.setText(text);
    button.setAccessibleName(text);
    button.setCheckable(true);
    button.setProperty("kind", u"tab"_s);
    button.setMinimumWidth(textWidth(text, TextStyle::strong) + padding);
}

void clearLayout(QLayout& layout)
{
    while (QLayoutItem* item = layout.takeAt(0)) {
        if (QWidget* widget = item->widget()) {
            // Later, because a widget may be removed by its own signal.
            widget->hide();
            widget->deleteLater();
        } else if (QLayout* inner = item->layout()) {
            clearLayout(*inner);
        }
        delete item;
    }
}

} // namespace foreword
