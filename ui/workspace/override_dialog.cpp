#include "ui/workspace/override_dialog.h"

#include <QDialogButtonBox>
#include <QFormLayout>

#include "ui/text/decision_text.h"
#include "ui/text/override_text.h"
#include "ui/text/strings.h"

namespace foreword {
namespace {

constexpr int formWidth = 460;
constexpr int longestName = 60;
constexpr int longestText = 300;

} // namespace

OverrideDialog::OverrideDialog(std::shared_ptr<const CustomerView> view, RuleMatch rule, const Wording& wording, const Who& who,
                               QWidget* parent)
    : QDialog(parent), m_view(std::move(view)), m_rule(std::move(rule)), m_wording(wording), m_offer(new QComboBox(this)),
      m_reason(new QComboBox(this)), m_text(new QLineEdit(this)), m_by(new QLineEdit(this)), m_role(new QComboBox(this)),
      m_hours(new QSpinBox(this)), m_effect(new QLabel(this)), m_give(new QPushButton(tr("Override"), this))
{
    setObjectName(u"overrideDialog"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Override %1").arg(DecisionText::ruleName(m_rule)));
    build();
    fill(who);
    tell();
}

void OverrideDialog::build()
{
    auto* form = new QFormLayout;
    const auto add = [&](const QString& label, QWidget* field, const QString& name) {
        field->setObjectName(name);
        field->setAccessibleName(label);
        form->addRow(label, field);
    };
    add(tr("Offer"), m_offer, u"overrideOffer"_s);
    add(tr("Reason"), m_reason, u"overrideReason"_s);
    add(tr("In words"), m_text, u"overrideText"_s);
    add(tr("Your name"), m_by, u"overrideBy"_s);
    add(tr("Your role"), m_role, u"overrideRole"_s);
    add(tr("Hours"), m_hours, u"overrideHours"_s);
    m_effect->setObjectName(u"overrideEffect"_s);
    m_effect->setTextFormat(Qt::PlainText);
    m_effect->setWordWrap(true);
    m_give->setObjectName(u"overrideGive"_s);
    m_give->setProperty("kind", u"primary"_s);
    auto* buttons = new QDialogButtonBox(this);
    buttons->addButton(m_give, QDialogButtonBox::AcceptRole);
    buttons->addButton(new QPushButton(tr("Cancel"), this), QDialogButtonBox::RejectRole);
    auto* column = new QVBoxLayout(this);
    column->addLayout(form);
    column->addWidget(m_effect);
    column->addWidget(buttons);
    setMinimumWidth(formWidth);
    connect(buttons, &QDialogButtonBox::accepted, this, [this] {
        Q_EMIT requested(request());
        accept();
    });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
}

void OverrideDialog::fill(const Who& who)
{
    const auto stopped = stoppedBy(m_rule, m_view->decision);
    for (const OfferDecision* offer : stopped)
        m_offer->addItem(toQt(offer->name.empty() ? offer->offer.id : offer->name));
    if (stopped.size() > 1)
        m_offer->addItem(tr("All of them"));
    for (const auto code : overrideReasons)
        m_reason->addItem(OverrideText::reason(code));
    m_text->setMaxLength(longestText);
    m_by->setMaxLength(longestName);
    m_by->setText(who.name);
    for (const std::string role : {"agent", "supervisor"}) {
        m_role->addItem(OverrideText::role(role), toQt(role));
        if (role == who.role)
            m_role->setCurrentIndex(m_role->count() - 1);
    }
    m_hours->setRange(1, m_rule.overrideMaxHours);
    m_hours->setValue(m_rule.overrideMaxHours);
    for (const auto* box : {m_offer, m_reason, m_role})
        connect(box, &QComboBox::currentIndexChanged, this, &OverrideDialog::tell);
    for (const auto* line : {m_text, m_by})
        connect(line, &QLineEdit::textChanged, this, &OverrideDialog::tell);
    connect(m_hours, &QSpinBox::valueChanged, this, &OverrideDialog::tell);
}

std::vector<const OfferDecision*> OverrideDialog::chosen() const
{
    auto stopped = stoppedBy(m_rule, m_view->decision);
    const auto at = static_cast<std::size_t>(m_offer->currentIndex());
    return at < stopped.size() ? std::vector{stopped[at]} : stopped;
}

// What it would do, or what is missing; the button follows.
void OverrideDialog::tell()
{
    const bool allowed = toStd(m_role->currentData().toString()) == m_rule.overrideRole;
    const bool complete = !m_text->text().trimmed().isEmpty() && !m_by->text().trimmed().isEmpty();
    m_give->setEnabled(allowed && complete);
    QStringList sentences;
    if (!allowed)
        sentences.append(OverrideText::roleNeeded(m_rule));
    else if (!complete)
        sentences.append(tr("It needs a name and a reason in words."));
    sentences.append(OverrideText(m_wording).effect(m_rule, chosen(), m_wording.now().plusMinutes(m_hours->value() * 60LL)));
    m_effect->setText(sentences.join(u'\n'));
}

OverrideRequest OverrideDialog::request() const
{
    OverrideRequest request;
    request.person = m_view->profile.person;
    request.rule = m_rule.rule;
    if (static_cast<std::size_t>(m_offer->currentIndex()) < stoppedBy(m_rule, m_view->decision).size())
        request.offer = chosen().front()->offer;
    request.role = toStd(m_role->currentData().toString());
    request.by = toStd(m_by->text().trimmed());
    request.reason = overrideReasons.at(static_cast<std::size_t>(m_reason->currentIndex()));
    request.text = toStd(m_text->text().trimmed());
    request.hours = m_hours->value();
    return request;
}

} // namespace foreword
