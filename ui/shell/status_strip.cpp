#include "ui/shell/status_strip.h"

#include <QHBoxLayout>
#include <QPainter>

#include "ui/text/strings.h"

namespace foreword {

StatusStrip::StatusStrip(const Theme& theme, QWidget* parent)
    : QWidget(parent), m_theme(theme), m_brief(new TextLabel(theme, {}, TextStyle::small, Ink::muted, this)), m_sourceRow(new QHBoxLayout),
      m_cached(new TextLabel(theme, {}, TextStyle::small, Ink::muted, this)), m_drafts(new QPushButton(this)),
      m_charter(new TextLabel(theme, {}, TextStyle::small, Ink::muted, this))
{
    setFixedHeight(metrics::statusBar);
    m_brief->setObjectName(u"briefTime"_s);
    m_cached->setObjectName(u"cached"_s);
    m_charter->setObjectName(u"charter"_s);
    m_drafts->setObjectName(u"drafts"_s);
    m_drafts->setProperty("kind", u"quiet"_s);
    m_drafts->hide();
    connect(m_drafts, &QPushButton::clicked, this, &StatusStrip::draftRequested);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(14, 1, 16, 0);
    row->setSpacing(20);
    m_sourceRow->setSpacing(20);
    row->addWidget(m_brief);
    row->addWidget(m_cached);
    // Last, because what they say changes every few seconds and must not move the rest.
    row->addLayout(m_sourceRow);
    row->addStretch();
    row->addWidget(m_drafts);
    row->addWidget(m_charter);
    m_brief->hide();
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void StatusStrip::set(TextLabel& label, const QString& text)
{
    label.setText(text);
    label.updateGeometry();
    fit();
}

// Where there is no room for all, whole lines go rather than ends of lines.
void StatusStrip::fit()
{
    m_brief->setVisible(!m_brief->text().isEmpty());
    m_charter->setVisible(!m_charter->text().isEmpty() && width() >= 480);
    m_cached->setVisible(!m_cached->text().isEmpty() && width() >= 700);
}

void StatusStrip::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    fit();
}

void StatusStrip::setBrief(const QString& text)
{
    set(*m_brief, text);
}

void StatusStrip::setSources(const QList<Source>& sources)
{
    while (m_sources.size() > sources.size())
        delete m_sources.takeLast();
    while (m_sources.size() < sources.size()) {
        auto* label = new TextLabel(m_theme, {}, TextStyle::small, Ink::muted, this);
        label->setObjectName(u"source"_s);
        m_sourceRow->addWidget(label);
        m_sources.append(label);
    }
    for (qsizetype i = 0; i < sources.size(); ++i) {
        m_sources[i]->setInk(sources[i].ink);
        m_sources[i]->setToolTip(plainToolTip(sources[i].detail));
        set(*m_sources[i], sources[i].text);
    }
}

void StatusStrip::setCached(const QString& text)
{
    set(*m_cached, text);
}

void StatusStrip::setDrafts(const QString& text)
{
    // An ampersand in a name is no shortcut.
    m_drafts->setText(QString(text).replace(u'&', u"&&"_s));
    m_drafts->setAccessibleName(text);
    m_drafts->setVisible(!text.isEmpty());
}

void StatusStrip::setCharter(const QString& text)
{
    set(*m_charter, text);
}

void StatusStrip::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.tokens().panel);
    painter.fillRect(0, 0, width(), 1, m_theme.tokens().line);
}

} // namespace foreword
