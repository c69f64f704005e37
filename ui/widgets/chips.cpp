#include "ui/widgets/chips.h"

#include <QKeyEvent>
#include <QPainter>

#include "ui/delegates/painting.h"
#include "ui/text/strings.h"

namespace foreword {
namespace {

constexpr int chipHeight = 16;
constexpr int pillHeight = 20;
constexpr int pillPadding = 8;
constexpr int factGap = 6;

// Buttons answer to Space; a chip answers to Enter too.
bool clicksOnEnter(QAbstractButton& button, const QKeyEvent& event)
{
    if (event.key() != Qt::Key_Return && event.key() != Qt::Key_Enter)
        return false;
    button.click();
    return true;
}

} // namespace

CitationChip::CitationChip(const Theme& theme, Citation citation, int number, const QString& spoken, QWidget* parent)
    : QAbstractButton(parent), m_theme(theme), m_citation(std::move(citation))
{
    setText(QString::number(number));
    setObjectName(u"citation"_s);
    setAccessibleName(spoken);
    setToolTip(plainToolTip(spoken));
    setCursor(Qt::PointingHandCursor);
    setFocusPolicy(Qt::StrongFocus);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

QSize CitationChip::sizeHint() const
{
    return {std::max(chipHeight, textWidth(text(), TextStyle::caption) + 9), chipHeight};
}

void CitationChip::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const Tokens& tokens = m_theme.tokens();
    const bool strong = isDown() || underMouse();
    drawRounded(painter, rect(), 4, strong ? tokens.accent : tokens.accentBackground);
    drawLine(painter, rect(), text(), TextStyle::caption, strong ? tokens.onAccent : tokens.accent, Qt::AlignHCenter);
    if (hasFocus())
        drawFocusRing(painter, rect(), strong ? tokens.onAccent : tokens.accent, 4);
}

void CitationChip::keyPressEvent(QKeyEvent* event)
{
    if (!clicksOnEnter(*this, *event))
        QAbstractButton::keyPressEvent(event);
}

FactChip::FactChip(const Theme& theme, Citation citation, int number, const QString& fact, const QString& spoken, QWidget* parent)
    : QAbstractButton(parent), m_theme(theme), m_citation(std::move(citation)), m_fact(fact), m_number(QString::number(number))
{
    setObjectName(u"fact"_s);
    setAccessibleName(spoken);
    setToolTip(plainToolTip(spoken));
    setCursor(Qt::PointingHandCursor);
    setFocusPolicy(Qt::StrongFocus);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

QSize FactChip::sizeHint() const
{
    return {pillPadding * 2 + textWidth(m_fact, TextStyle::small) + factGap + textWidth(m_number, TextStyle::caption) + 6, pillHeight};
}

void FactChip::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const Tokens& tokens = m_theme.tokens();
    drawRounded(painter, rect(), pillHeight / 2.0, underMouse() ? tokens.accentBackground : tokens.chip);
    const int numberWidth = textWidth(m_number, TextStyle::caption) + 8;
    const QRect number(width() - pillPadding - numberWidth + 2, 2, numberWidth, pillHeight - 4);
    drawRounded(painter, number, 4, tokens.accentBackground);
    drawLine(painter, number, m_number, TextStyle::caption, tokens.accent, Qt::AlignHCenter);
    const QRect words(pillPadding, 0, number.left() - factGap - pillPadding + 2, pillHeight);
    drawLine(painter, words, m_fact, TextStyle::small, tokens.ink);
    if (hasFocus())
        drawFocusRing(painter, rect(), tokens.accent, pillHeight / 2.0);
}

void FactChip::keyPressEvent(QKeyEvent* event)
{
    if (!clicksOnEnter(*this, *event))
        QAbstractButton::keyPressEvent(event);
}

Pill::Pill(const Theme& theme, const PillText& text, QWidget* parent) : QLabel(parent), m_theme(theme), m_ink(text.ink)
{
    setTextFormat(Qt::PlainText);
    setText(text.text);
    if (!text.spoken.isEmpty()) {
        setAccessibleName(text.spoken);
        setToolTip(plainToolTip(text.spoken));
    }
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

QSize Pill::sizeHint() const
{
    return {textWidth(text(), TextStyle::small) + 2 * pillPadding, pillHeight};
}

void Pill::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    drawRounded(painter, rect(), height() / 2.0, m_theme.backgroundOf(m_ink));
    drawLine(painter, rect().adjusted(pillPadding - 2, 0, 2 - pillPadding, 0), text(), TextStyle::small, m_theme.ink(m_ink),
             Qt::AlignHCenter);
}

KeyCap::KeyCap(const Theme& theme, const QString& key, QWidget* parent) : QLabel(parent), m_theme(theme)
{
    setTextFormat(Qt::PlainText);
    setText(key);
    setAttribute(Qt::WA_TransparentForMouseEvents);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

QSize KeyCap::sizeHint() const
{
    return {std::max(18, textWidth(text(), TextStyle::caption) + 12), 18};
}

void KeyCap::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    drawRounded(painter, rect(), 4, m_theme.tokens().panel, m_theme.tokens().line);
    drawLine(painter, rect(), text(), TextStyle::caption, m_theme.ink(Ink::muted), Qt::AlignHCenter);
}

} // namespace foreword
