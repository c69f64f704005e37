#include "ui/workspace/side_panel.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QPushButton>

#include "ui/text/consent_text.h"
#include "ui/text/decision_text.h"
#include "ui/text/profile_text.h"
#include "ui/text/strings.h"
#include "ui/widgets/flow_text.h"
#include "ui/widgets/key_value.h"
#include "ui/widgets/note_card.h"

namespace foreword {

SidePanel::SidePanel(const Theme& theme, QWidget* parent)
    : QScrollArea(parent), m_theme(theme), m_offers(new OffersModel(this)), m_content(new QWidget(this)),
      m_column(new QVBoxLayout(m_content))
{
    setObjectName(u"side"_s);
    setAccessibleName(tr("Offers, profile and data health"));
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFrameShape(NoFrame);
    setFocusPolicy(Qt::NoFocus);
    m_content->setObjectName(u"scrolled"_s);
    m_column->setContentsMargins(14, 14, 14, 14);
    m_column->setSpacing(8);
    setWidget(m_content);
    connect(&theme, &Theme::changed, viewport(), qOverload<>(&QWidget::update));
}

void SidePanel::paintEvent(QPaintEvent* event)
{
    QPainter(viewport()).fillRect(viewport()->rect(), m_theme.tokens().panel);
    QScrollArea::paintEvent(event);
}

void SidePanel::setCustomer(const std::shared_ptr<const CustomerView>& view, const Wording& wording, ChipFactory& chips)
{
    clearLayout(*m_column);
    m_offers->setCustomer(view, wording);
    // Who it is comes before what could be offered.
    addHolders(view->profile);
    addOffers(chips);
    addLines(tr("Profile"), u"profile"_s, ProfileText(wording).lines(view->profile));
    addLines(tr("Consent"), u"consent"_s, ConsentText(wording).lines(view->profile));
    addFindings(view->findings, wording);
    m_empty = m_column->count() == 0;
    m_column->addStretch();
}

void SidePanel::addSection(const QString& title)
{
    if (m_column->count() > 0)
        m_column->addSpacing(8);
    auto* label = new TextLabel(m_theme, title, TextStyle::label, Ink::muted, m_content);
    label->setObjectName(u"section"_s);
    m_column->addWidget(label);
    label->show();
}

void SidePanel::addOffers(ChipFactory& chips)
{
    if (m_offers->rowCount() == 0)
        return;
    addSection(tr("Offers (%1)").arg(m_offers->rowCount()));
    for (int row = 0; row < m_offers->rowCount();) {
        int end = row + 1;
        while (end < m_offers->rowCount() && m_offers->continuesGroup(end))
            ++end;
        addOfferCard(row, end, chips);
        row = end;
    }
}

// One card for offers that are held or suppressed for the same reason.
void SidePanel::addOfferCard(int first, int end, ChipFactory& chips)
{
    QStringList names;
    QStringList spoken;
    for (int row = first; row < end; ++row) {
        names.append(m_offers->index(row).data().toString());
        spoken.append(m_offers->index(row).data(Qt::AccessibleTextRole).toString());
    }
    const QModelIndex index = m_offers->index(first);
    const auto verdict = static_cast<Verdict>(index.data(OffersModel::VerdictRole).toInt());
    const Ink nameInk = verdict == Verdict::suppress ? Ink::muted : Ink::normal;
    auto* card = new NoteCard(m_theme,
                              {names, nameInk, index.data(OffersModel::VerdictWordRole).toString(), DecisionText::verdictInk(verdict),
                               index.data(OffersModel::ReasonRole).toString(), spoken.join(u' ')},
                              m_content);
    chips.addChips(*card->text(), m_offers->offer(first).evidence);
    m_column->addWidget(card);
    card->show();
}

void SidePanel::addLines(const QString& title, const QString& name, const std::vector<ProfileLine>& lines)
{
    if (lines.empty())
        return;
    addSection(title);
    auto* list = new KeyValue(m_theme, m_content);
    list->setObjectName(name);
    list->setLines(lines);
    m_column->addWidget(list);
    list->show();
}

void SidePanel::addHolders(const Profile& profile)
{
    const auto holders = ProfileText::holders(profile);
    if (holders.empty())
        return;
    addSection(tr("Could also be"));
    for (const HolderLine& holder : holders) {
        // An ampersand in a name is no shortcut.
        auto* open = new QPushButton(QString(holder.name).replace(u'&', u"&&"_s), m_content);
        open->setObjectName(u"otherHolder"_s);
        open->setProperty("kind", u"quiet"_s);
        //: For screen readers: a person, and what they share with the customer on screen.
        open->setAccessibleName(tr("%1 %2", "person, what they share").arg(holder.name, holder.shared));
        connect(open, &QPushButton::clicked, this, [this, holder] { Q_EMIT personRequested(holder.person, holder.name); });
        auto* row = new QHBoxLayout;
        row->setSpacing(4);
        row->addWidget(open, 0, Qt::AlignTop);
        auto* shared = new FlowText(m_theme, TextStyle::small, m_content);
        shared->setText(holder.shared, Ink::muted);
        row->addWidget(shared, 1, Qt::AlignVCenter);
        m_column->addLayout(row);
        open->show();
        shared->show();
    }
}

void SidePanel::addFindings(const std::vector<Finding>& findings, const Wording& wording)
{
    if (findings.empty())
        return;
    addSection(tr("Data health (%1)").arg(findings.size()));
    for (const Finding& finding : findings) {
        const FindingLine line = ProfileText(wording).finding(finding);
        //: For screen readers: a finding, what is to be done, details.
        const QString spoken = tr("%1: %2. %3").arg(line.title, line.action, line.details);
        auto* card = new NoteCard(m_theme, {{line.title}, Ink::amber, line.action, Ink::normal, line.details, spoken}, m_content);
        m_column->addWidget(card);
        card->show();
    }
}

} // namespace foreword
