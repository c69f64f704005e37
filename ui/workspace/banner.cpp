#include "ui/workspace/banner.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QPainter>
#include <QPainterPath>

#include "ui/text/decision_text.h"
#include "ui/text/strings.h"

namespace foreword {
namespace {

constexpr int bar = 4;

} // namespace

Banner::Banner(const Theme& theme, QWidget* parent)
    : QWidget(parent), m_theme(theme), m_icon(new IconLabel(theme, Icon::check, Ink::green, 16, this)),
      m_title(new TextLabel(theme, {}, TextStyle::headline, Ink::green, this)), m_news(new FlowText(theme, TextStyle::smallStrong, this)),
      m_reason(new FlowText(theme, TextStyle::body, this)), m_rule(new FlowText(theme, TextStyle::small, this)),
      m_why(new QPushButton(tr("Why"), this))
{
    setObjectName(u"banner"_s);
    m_title->setObjectName(u"bannerTitle"_s);
    m_news->setObjectName(u"postureNews"_s);
    m_why->setObjectName(u"why"_s);
    m_why->setAccessibleName(tr("Why: the full explanation"));
    m_why->setToolTip(tr("The full explanation (Y)"));
    m_why->setFocusPolicy(Qt::StrongFocus);
    auto* heading = new QHBoxLayout;
    heading->setSpacing(7);
    heading->addWidget(m_icon);
    heading->addWidget(m_title, 1);
    auto* column = new QVBoxLayout;
    column->setSpacing(0);
    column->addLayout(heading);
    column->addWidget(m_news);
    column->addWidget(m_reason);
    column->addWidget(m_rule);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(18, 10, 14, 10);
    row->setSpacing(16);
    row->addLayout(column, 1);
    row->addWidget(m_why, 0, Qt::AlignVCenter);
    connect(m_why, &QPushButton::clicked, this, &Banner::whyRequested);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void Banner::setCustomer(const CustomerView& view, const Wording& wording, ChipFactory& chips)
{
    const DecisionText text(wording);
    const Posture posture = view.decision.posture;
    m_ink = DecisionText::postureInk(posture);
    m_icon->set(DecisionText::postureIcon(posture), m_ink);
    m_title->setText(text.postureTitle(view.decision));
    m_title->setInk(m_ink);

    const QString news = view.change ? text.postureNews(*view.change) : QString();
    m_news->setText(news, m_ink);
    m_news->setVisible(!news.isEmpty());
    const QString reason = text.postureReason(view);
    m_reason->clear();
    if (!reason.isEmpty())
        m_reason->addText(reason);
    chips.addChips(*m_reason, view.decision.postureEvidence);
    m_reason->setVisible(!reason.isEmpty());
    const QString rule = text.postureRule(view);
    m_rule->setText(rule, Ink::muted);
    m_rule->setVisible(!rule.isEmpty());
    // Where no rule matched there is nothing to explain.
    m_why->setVisible(!view.decision.matched.empty() || !view.decision.unknown.empty());
    //: For screen readers: the headline of the banner, how it changed, the reason, the rule.
    setAccessibleName(tr("%1 %2 %3 %4").arg(m_title->text(), news, reason, rule).simplified());
    updateGeometry();
    update();
}

void Banner::announce()
{
    QAccessibleEvent alert(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

void Banner::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QPainterPath shape;
    shape.addRoundedRect(rect(), metrics::cardRadius, metrics::cardRadius);
    painter.setClipPath(shape);
    painter.fillRect(rect(), m_theme.backgroundOf(m_ink));
    painter.fillRect(QRect(0, 0, bar, height()), m_theme.ink(m_ink));
}

} // namespace foreword
