#include "ui/shell/top_bar.h"

#include <QHBoxLayout>
#include <QPainter>

#include "ui/delegates/painting.h"
#include "ui/text/strings.h"

namespace foreword {
namespace {

// The name of the program; its first letter in the accent.
class Brand : public QWidget {
public:
    Brand(const Theme& theme, QWidget* parent) : QWidget(parent), m_theme(theme)
    {
        setFixedSize(textWidth(name(), TextStyle::brand) + 2, 24);
        setAccessibleName(name());
    }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        drawLine(painter, rect(), name(), TextStyle::brand, m_theme.ink(Ink::normal));
        drawLine(painter, rect(), name().left(1), TextStyle::brand, m_theme.ink(Ink::accent));
    }

private:
    static QString name() { return u"Foreword"_s; }

    const Theme& m_theme;
};

class Dot : public QWidget {
public:
    Dot(const Theme& theme, QWidget* parent) : QWidget(parent), m_theme(theme) { setFixedSize(8, 8); }
    void setInk(Ink ink)
    {
        m_ink = ink;
        update();
    }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        drawDot(painter, rect(), m_theme.ink(m_ink));
    }

private:
    const Theme& m_theme;
    Ink m_ink = Ink::muted;
};

constexpr int searchWidth = 460;
constexpr int freshnessFrom = 620; // below, there is room for search only

} // namespace

TopBar::TopBar(Desk& desk, const Theme& theme, QWidget* host)
    : QWidget(host), m_theme(theme), m_brand(new Brand(theme, this)), m_search(new SearchBox(desk, theme, host, this)),
      m_queue(new QPushButton(this)), m_workspace(new QPushButton(this)), m_health(new QPushButton(this)), m_dot(new Dot(theme, this)),
      m_freshness(new TextLabel(theme, {}, TextStyle::body, Ink::muted, this))
{
    setFixedHeight(metrics::topBar);
    m_queue->setObjectName(u"foldedQueue"_s);
    m_queue->hide();
    m_workspace->setObjectName(u"tabWorkspace"_s);
    makeTab(*m_workspace, tr("Workspace"));
    m_workspace->setChecked(true);
    m_workspace->setAutoExclusive(true);
    m_health->setObjectName(u"tabHealth"_s);
    makeTab(*m_health, tr("Data health"));
    m_health->setAutoExclusive(true);
    m_freshness->setObjectName(u"freshness"_s);
    m_search->setMinimumWidth(160);
    m_search->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);

    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(16, 0, 16, 1);
    row->setSpacing(14);
    row->addWidget(m_brand);
    row->addWidget(m_search, 100);
    row->addWidget(m_queue);
    row->addWidget(m_workspace);
    row->addWidget(m_health);
    row->addStretch(1);
    auto* fresh = new QHBoxLayout;
    fresh->setSpacing(6);
    fresh->addWidget(m_dot);
    fresh->addWidget(m_freshness);
    row->addLayout(fresh);
    connect(m_workspace, &QPushButton::clicked, this, &TopBar::workspaceRequested);
    connect(m_health, &QPushButton::clicked, this, &TopBar::healthRequested);
    connect(m_queue, &QPushButton::clicked, this, &TopBar::queueRequested);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void TopBar::setFreshness(const QString& text, Ink ink)
{
    m_freshness->setText(text);
    m_freshness->setInk(ink == Ink::red ? ink : Ink::muted);
    m_freshness->setToolTip(plainToolTip(text));
    m_freshness->updateGeometry();
    static_cast<Dot*>(m_dot)->setInk(ink);
}

void TopBar::setQueueFolded(bool folded, int waiting)
{
    const QString text = tr("Queue (%1)").arg(waiting);
    m_queue->setText(text);
    m_queue->setAccessibleName(text);
    m_queue->setVisible(folded);
}

void TopBar::markHealth(bool shown)
{
    (shown ? m_health : m_workspace)->setChecked(true);
}

void TopBar::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.tokens().panel);
    painter.fillRect(0, height() - 1, width(), 1, m_theme.tokens().line);
}

void TopBar::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    const bool room = width() >= freshnessFrom;
    m_search->setMaximumWidth(room ? searchWidth : QWIDGETSIZE_MAX);
    m_workspace->setVisible(room);
    m_health->setVisible(room);
    m_freshness->setVisible(room);
    m_dot->setVisible(room);
}

} // namespace foreword
