#include "ui/shell/cheat_sheet.h"

#include <QApplication>
#include <QGridLayout>
#include <QKeyEvent>
#include <QPainter>

#include "ui/text/strings.h"
#include "ui/widgets/chips.h"

namespace foreword {

CheatSheet::CheatSheet(const Theme& theme, const KeyMap& keys, QWidget* host)
    : QWidget(host), m_host(host), m_card(new Card(theme, this)), m_close(new QPushButton(tr("Close"), this))
{
    setObjectName(u"cheatSheet"_s);
    setAccessibleName(tr("Keys"));
    m_close->setObjectName(u"closeCheatSheet"_s);
    m_close->setAccessibleName(tr("Close the sheet of keys"));
    addKeys(theme, keys);
    connect(m_close, &QPushButton::clicked, this, &CheatSheet::close);
    host->installEventFilter(this);
    hide();
}

void CheatSheet::addKeys(const Theme& theme, const KeyMap& keys)
{
    m_card->body()->setContentsMargins(20, 16, 20, 16);
    m_card->body()->addWidget(new TextLabel(theme, tr("Keys"), TextStyle::name, Ink::normal, m_card));
    m_card->body()->addSpacing(8);
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(16);
    grid->setVerticalSpacing(7);
    grid->setColumnStretch(1, 1);
    const auto add = [&](const QString& key, const QString& does) {
        const int row = grid->rowCount();
        auto* cap = new KeyCap(theme, key, m_card);
        grid->addWidget(cap, row, 0, Qt::AlignLeft | Qt::AlignVCenter);
        auto* text = new TextLabel(theme, does, TextStyle::body, Ink::normal, m_card);
        text->setAccessibleName(tr("%1: %2").arg(key, does));
        grid->addWidget(text, row, 1);
    };
    for (const KeyBinding& binding : keys.bindings())
        add(binding.keys.toString(QKeySequence::NativeText).replace(u'+', u' '), binding.does);
    for (const auto& hint : KeyMap::hints())
        add(hint.keys, hint.does);
    m_card->body()->addLayout(grid);
    m_card->body()->addSpacing(14);
    m_card->body()->addWidget(m_close, 0, Qt::AlignRight);
}

void CheatSheet::open()
{
    m_before = QApplication::focusWidget();
    place();
    show();
    raise();
    m_close->setFocus();
}

void CheatSheet::close()
{
    hide();
    if (m_before)
        m_before->setFocus();
}

void CheatSheet::place()
{
    setGeometry(m_host->rect());
    const QSize size = m_card->sizeHint().boundedTo(m_host->size() - QSize(16, 16));
    m_card->setGeometry(QRect(QPoint((width() - size.width()) / 2, (height() - size.height()) / 2), size));
}

void CheatSheet::paintEvent(QPaintEvent*)
{
    QPainter(this).fillRect(rect(), QColor(0, 0, 0, 110));
}

void CheatSheet::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape)
        close();
    else if (event->key() != Qt::Key_Tab && event->key() != Qt::Key_Backtab)
        QWidget::keyPressEvent(event);
}

void CheatSheet::mousePressEvent(QMouseEvent* event)
{
    if (!m_card->geometry().contains(event->position().toPoint()))
        close();
}

bool CheatSheet::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::Resize && isVisible())
        place();
    return QWidget::eventFilter(watched, event);
}

} // namespace foreword
