#include "ui/workspace/why_panel.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPainter>

#include <algorithm>

#include "ui/text/brief_text.h"
#include "ui/text/override_text.h"
#include "ui/text/signal_text.h"
#include "ui/text/status_text.h"
#include "ui/text/strings.h"

namespace foreword {
namespace {

// Evidence of one signal beyond this is in the history, lit like the rest.
constexpr std::size_t mostQuotes = 5;

// The rule behind the posture first, the others as the decision orders them.
std::vector<const RuleMatch*> rulesOf(const Decision& decision)
{
    std::vector<const RuleMatch*> rules;
    const auto isFirst = [&](const RuleMatch& rule) { return decision.postureReason && rule.rule == decision.postureReason->rule; };
    for (const RuleMatch& rule : decision.matched)
        rules.push_back(&rule);
    std::ranges::stable_partition(rules, [&](const RuleMatch* rule) { return isFirst(*rule); });
    return rules;
}

} // namespace

WhyPanel::WhyPanel(const Theme& theme, QWidget* parent)
    : QWidget(parent), m_theme(theme), m_scroll(new QScrollArea(this)), m_content(new QWidget), m_column(new QVBoxLayout(m_content)),
      m_close(new QPushButton(tr("Close"), this))
{
    setObjectName(u"whyPanel"_s);
    setAccessibleName(tr("Why: the full explanation"));
    m_close->setObjectName(u"closeWhy"_s);
    m_close->setAccessibleName(tr("Close the explanation"));
    m_close->setProperty("kind", u"quiet"_s);
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_content->setObjectName(u"scrolled"_s);
    m_column->setContentsMargins(14, 4, 14, 14);
    m_column->setSpacing(8);
    m_scroll->setWidget(m_content);

    auto* heading = new QHBoxLayout;
    heading->setContentsMargins(14, 10, 8, 4);
    heading->addWidget(new TextLabel(theme, tr("Why"), TextStyle::strong, Ink::normal, this), 1);
    heading->addWidget(m_close);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(heading);
    column->addWidget(m_scroll, 1);
    setFocusProxy(m_close);
    connect(m_close, &QPushButton::clicked, this, &WhyPanel::closed);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void WhyPanel::paintEvent(QPaintEvent*)
{
    QPainter(this).fillRect(rect(), m_theme.tokens().panel);
}

void WhyPanel::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape)
        Q_EMIT closed();
    else
        QWidget::keyPressEvent(event);
}

void WhyPanel::setCustomer(const CustomerView& view, const Wording& wording, ChipFactory& chips)
{
    const QWidget* focus = focusWidget();
    m_held = focus && m_content->isAncestorOf(focus) ? focus->property("rule").toString() : QString();
    clearLayout(*m_column);
    const Context context{view, DecisionText(wording), wording, chips};
    const auto rules = rulesOf(view.decision);
    if (!rules.empty())
        addSection(tr("%n rule(s) matched", nullptr, static_cast<int>(rules.size())));
    for (const RuleMatch* rule : rules)
        addRule(context, *rule);
    addOffers(context);
    addUnknown(context);
    addBasis(context);
    m_column->addStretch();
}

void WhyPanel::addSection(const QString& title)
{
    auto* label = new TextLabel(m_theme, title, TextStyle::label, Ink::muted, m_content);
    m_column->addWidget(label);
    label->show();
}

FlowText* WhyPanel::addText(QVBoxLayout& column, const QString& text, TextStyle style, Ink ink)
{
    auto* label = new FlowText(m_theme, style, m_content);
    label->setText(text, ink);
    column.addWidget(label);
    label->show();
    return label;
}

void WhyPanel::addRule(const Context& context, const RuleMatch& rule)
{
    auto* card = new Card(m_theme, m_content);
    card->setObjectName(u"rule"_s);
    card->setAccessibleName(DecisionText::ruleName(rule));
    auto& column = *card->body();
    column.setContentsMargins(12, 9, 12, 9);
    column.setSpacing(2);
    m_column->addWidget(card);
    addText(column, DecisionText::ruleName(rule), TextStyle::strong, Ink::normal);
    const Ink ink = rule.posture != Posture::normal ? DecisionText::postureInk(rule.posture) : DecisionText::verdictInk(rule.verdict);
    addText(column, context.text.effect(rule), TextStyle::smallStrong, ink);
    if (!rule.say.empty())
        addText(column, toQt(rule.say), TextStyle::small, Ink::normal);
    //: Rank of a rule and who owns it.
    addText(column,
            rule.owner.empty() ? SignalText::rank(rule.rank) : tr("%1, owner %2").arg(SignalText::rank(rule.rank), toQt(rule.owner)),
            TextStyle::small, Ink::muted);
    const QString until = context.text.untilLine(rule, context.view.decision.signals);
    if (!until.isEmpty())
        addText(column, until, TextStyle::small, Ink::muted);
    addText(column, DecisionText::overrideLine(rule), TextStyle::small, Ink::muted);
    addOverriding(context, column, rule);
    for (const auto& id : rule.signals)
        addSignal(context, column, id);
    card->show();
}

// What stands of it, each to be taken back, and the way to one more.
void WhyPanel::addOverriding(const Context& context, QVBoxLayout& column, const RuleMatch& rule)
{
    const Decision& decision = context.view.decision;
    for (const GivenOverride& kept : context.view.history.overrides) {
        const auto given = standing(kept, decision.asOf);
        if (kept.given.rule != rule.rule || !given || given->until <= decision.asOf)
            continue;
        addText(column, OverrideText(context.wording).standing(*given, decision.offers), TextStyle::small, Ink::amber);
        auto* back = new QPushButton(tr("Take back"), m_content);
        back->setObjectName(u"takeBack"_s);
        back->setAccessibleName(tr("Take back the override of %1").arg(DecisionText::ruleName(rule)));
        connect(back, &QPushButton::clicked, this, [this, number = kept.number] { Q_EMIT takeBackRequested(number); });
        addButton(column, back, rule);
    }
    if (!canOverride(rule) || stoppedBy(rule, decision).empty())
        return;
    auto* override = new QPushButton(tr("Override…"), m_content);
    override->setObjectName(u"override"_s);
    override->setAccessibleName(tr("Override %1").arg(DecisionText::ruleName(rule)));
    connect(override, &QPushButton::clicked, this, [this, id = toQt(rule.rule)] { Q_EMIT overrideRequested(id); });
    addButton(column, override, rule);
}

void WhyPanel::addButton(QVBoxLayout& column, QPushButton* button, const RuleMatch& rule)
{
    button->setProperty("kind", u"quiet"_s);
    button->setProperty("rule", toQt(rule.rule));
    column.addWidget(button, 0, Qt::AlignLeft);
    button->show();
    if (m_held != toQt(rule.rule))
        return;
    m_held.clear();
    button->setFocus();
}

void WhyPanel::addSignal(const Context& context, QVBoxLayout& column, const std::string& id)
{
    const Signal* signal = signalOf(id, context.view.decision.signals);
    const Definition* definition = definitionOf(id, context.view.definitions);
    const QString title = SignalText::title(id, context.view.definitions);
    column.addSpacing(4);
    //: Title of a signal and its state: "Open complaint: confirmed".
    addText(column, signal ? tr("%1: %2").arg(title, SignalText::state(signal->state)) : title, TextStyle::smallStrong, Ink::normal);
    if (definition && !definition->definition.empty())
        addText(column, toQt(definition->definition), TextStyle::small, Ink::normal);
    if (definition && !definition->authority.empty())
        addText(column, tr("Authority: %1").arg(toQt(definition->authority)), TextStyle::small, Ink::muted);
    if (definition && !definition->owner.empty())
        addText(column, tr("Owner of the definition: %1").arg(toQt(definition->owner)), TextStyle::small, Ink::muted);
    if (!signal)
        return;
    for (std::size_t i = 0; i < std::min(mostQuotes, signal->evidence.size()); ++i)
        addEvidence(context, column, id, signal->evidence[i]);
}

void WhyPanel::addEvidence(const Context& context, QVBoxLayout& column, const std::string& signal, const Evidence& evidence)
{
    const QString when = evidence.at ? context.wording.dayTime(*evidence.at) : QString();
    if (!evidence.citation) {
        const QString fact = toQt(evidence.field.empty() ? evidence.quote : evidence.field);
        //: A recorded field as evidence, and when.
        addText(column, when.isEmpty() ? tr("Record: %1").arg(fact) : tr("Record: %1 (%2)").arg(fact, when), TextStyle::small, Ink::muted);
        return;
    }
    const QString who = evidence.senderName.empty() ? BriefText::senderWord(evidence.sender) : toQt(evidence.senderName);
    //: A quotation, who said it, when.
    FlowText* text = addText(column, tr("“%1” %2, %3").arg(toQt(evidence.quote).simplified(), who, when), TextStyle::small, Ink::normal);
    context.chips.addSignal(*text, evidence, signal);
}

// What each offer that is stopped waits for besides its first reason, and what hangs on that alone.
void WhyPanel::addOffers(const Context& context)
{
    bool first = true;
    for (const OfferDecision& offer : context.view.decision.offers) {
        const QStringList lines = DecisionText::explanationLines(explain(context.view.decision, offer));
        if (lines.isEmpty())
            continue;
        if (first)
            addSection(tr("Offers that are stopped"));
        first = false;
        addText(*m_column, toQt(offer.name.empty() ? offer.offer.id : offer.name), TextStyle::smallStrong, Ink::normal);
        for (const QString& line : lines)
            addText(*m_column, line, TextStyle::small, Ink::muted);
    }
}

void WhyPanel::addUnknown(const Context& context)
{
    if (context.view.decision.unknown.empty())
        return;
    addSection(tr("Not known"));
    for (const auto& id : context.view.decision.unknown)
        addText(*m_column, SignalText::title(id, context.view.definitions), TextStyle::small, Ink::amber);
}

void WhyPanel::addBasis(const Context& context)
{
    const Decision& decision = context.view.decision;
    addSection(tr("Decided with"));
    addText(*m_column, tr("Charter %1, for %2.").arg(toQt(decision.charterVersion), context.wording.dayTime(decision.asOf)),
            TextStyle::small, Ink::muted);
    if (!context.view.brief.dictionaryVersion.empty())
        addText(*m_column, tr("Read with dictionary %1").arg(toQt(context.view.brief.dictionaryVersion).left(12)), TextStyle::small,
                Ink::muted);
    for (const SourceFreshness& source : context.view.freshness)
        addText(*m_column, StatusText(context.wording).reach(source), TextStyle::small, Ink::muted);
    if (!decision.inputHash.empty())
        addText(*m_column, tr("Input %1").arg(toQt(decision.inputHash).left(12)), TextStyle::small, Ink::muted);
}

} // namespace foreword
