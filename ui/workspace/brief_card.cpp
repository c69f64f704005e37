#include "ui/workspace/brief_card.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QPainter>
#include <QScrollBar>

#include <algorithm>
#include <span>

#include "core/model/cited_message.h"
#include "core/model/told_together.h"
#include "ui/delegates/painting.h"
#include "ui/text/brief_text.h"
#include "ui/text/strings.h"
#include "ui/widgets/flow_layout.h"

namespace foreword {
namespace {

constexpr int sectionGap = 10;
constexpr int twoColumnsFrom = 560;
constexpr int topMargin = 12;
constexpr int lackingGap = 6;
constexpr int scrollBar = 4; // left free for it at the right edge

// The dot of a list item.
class Bullet : public QWidget {
public:
    Bullet(const Theme& theme, QWidget* parent) : QWidget(parent), m_theme(theme) { setFixedSize(16, Theme::lineHeight(TextStyle::body)); }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        drawDot(painter, QRectF(1, 8, 4, 4), m_theme.ink(Ink::normal));
    }

private:
    const Theme& m_theme;
};

// Whether the situation tells of a matter that nobody has closed; else it is the last one.
bool tellsOfOpenMatter(const CustomerView& view)
{
    const auto open = [&](const Statement& statement) {
        const HistoryMessage* message = citedMessage(view.history, statement.citations().front());
        return !message || isUnderway(view.history.interactions[message->interaction].status);
    };
    return std::ranges::any_of(view.brief.situation, open);
}

} // namespace

BriefCard::BriefCard(const Theme& theme, QWidget* parent)
    : Card(theme, parent), m_theme(theme), m_lacking(new FlowText(theme, TextStyle::small, this)), m_scroll(new QScrollArea(this)),
      m_content(new QWidget), m_lines(new QVBoxLayout(m_content))
{
    setObjectName(u"brief"_s);
    setAccessibleName(tr("Brief"));
    m_content->setObjectName(u"scrolled"_s);
    m_lines->setContentsMargins(0, 0, metrics::cardMargin - scrollBar, 0);
    m_lines->setSpacing(0);
    m_scroll->setObjectName(u"briefScroll"_s);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->setWidget(m_content);
    body()->setContentsMargins(metrics::cardMargin, topMargin, scrollBar, topMargin);
    m_lacking->setObjectName(u"lacking"_s);
    m_lacking->hide();
    body()->setSpacing(lackingGap);
    body()->addWidget(m_lacking);
    body()->addWidget(m_scroll);
}

int BriefCard::heightForWidth(int width) const
{
    const int inside = width - metrics::cardMargin - scrollBar;
    const int lacking = m_lacking->isHidden() ? 0 : m_lacking->heightForWidth(inside) + lackingGap;
    return lacking + m_lines->heightForWidth(inside) + 2 * topMargin;
}

void BriefCard::fitTo(int width)
{
    const bool room = width >= twoColumnsFrom;
    for (QBoxLayout* columns : m_columns) {
        columns->setDirection(room ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
        columns->setSpacing(room ? 16 : sectionGap);
    }
}

void BriefCard::setCustomer(const CustomerView& view, const Wording& wording, ChipFactory& chips)
{
    clearLayout(*m_lines);
    m_columns.clear();
    const Brief& brief = view.brief;
    addSince(view, wording, chips);
    addParagraph(tellsOfOpenMatter(view) ? tr("Right now") : tr("Last time, nothing is open"), Section::situation, brief.situation, chips);
    addOpening(view, chips);
    addColumns(view, wording, chips);
    addTold(view, wording, chips);
    addBefore(brief, chips);
    m_empty = m_lines->count() == 0;
    m_lines->addStretch();
    m_scroll->verticalScrollBar()->setValue(0);
    fitTo(width());
    updateGeometry();
}

void BriefCard::setLacking(const QString& text)
{
    m_lacking->setText(text, Ink::amber);
    m_lacking->setVisible(!text.isEmpty());
    updateGeometry();
}

void BriefCard::section(const QString& title, QBoxLayout& layout)
{
    auto* label = new TextLabel(m_theme, title, TextStyle::label, Ink::muted, m_content);
    label->setObjectName(u"section"_s);
    layout.addWidget(label);
    layout.addSpacing(2);
    label->show();
}

void BriefCard::addSince(const CustomerView& view, const Wording& wording, ChipFactory& chips)
{
    if (!view.since)
        return;
    const BriefText words(wording);
    auto* text = new FlowText(m_theme, TextStyle::body, m_content);
    text->setObjectName(u"since"_s);
    text->addText(words.sinceLead(*view.since), Ink::muted);
    QString separator;
    for (const News& news : view.since->news) {
        text->addText(separator + words.news(news), news.kind == NewsKind::promiseMissed ? Ink::red : Ink::muted);
        chips.addChips(*text, news.citations);
        separator = u"· "_s;
    }
    m_lines->addWidget(text);
    text->show();
}

void BriefCard::addOpening(const CustomerView& view, ChipFactory& chips)
{
    if (!view.opening)
        return;
    if (m_lines->count() > 0)
        m_lines->addSpacing(sectionGap);
    section(tr("To begin with"), *m_lines);
    const QString sentence = toQt(view.opening->text());
    auto* text = new FlowText(m_theme, TextStyle::body, m_content);
    text->setObjectName(u"opening"_s);
    text->addText(sentence);
    chips.addStatement(*text, *view.opening, Section::opening);
    auto* copy = new QPushButton(tr("Copy"), text);
    copy->setObjectName(u"copyOpening"_s);
    copy->setAccessibleName(tr("Copy the sentence to begin with"));
    copy->setProperty("kind", u"quiet"_s);
    connect(copy, &QPushButton::clicked, copy, [copy, sentence] {
        QGuiApplication::clipboard()->setText(sentence);
        copy->setText(tr("Copied"));
    });
    text->addInline(copy);
    m_lines->addWidget(text);
    text->show();
}

void BriefCard::addParagraph(const QString& title, Section what, const std::vector<Statement>& statements, ChipFactory& chips)
{
    if (statements.empty())
        return;
    if (m_lines->count() > 0)
        m_lines->addSpacing(sectionGap - 4);
    section(title, *m_lines);
    auto* text = new FlowText(m_theme, TextStyle::body, m_content);
    for (const Statement& statement : statements) {
        text->addText(toQt(statement.text()));
        chips.addStatement(*text, statement, what);
    }
    m_lines->addWidget(text);
    text->show();
}

QVBoxLayout* BriefCard::column(QBoxLayout& columns, const QString& title)
{
    auto* column = new QVBoxLayout;
    column->setSpacing(0);
    section(title, *column);
    columns.addLayout(column, 1);
    return column;
}

FlowText* BriefCard::bullet(QVBoxLayout& column)
{
    auto* row = new QHBoxLayout;
    row->setSpacing(0);
    auto* dot = new Bullet(m_theme, m_content);
    auto* text = new FlowText(m_theme, TextStyle::body, m_content);
    row->addWidget(dot, 0, Qt::AlignTop);
    row->addWidget(text, 1);
    column.addLayout(row);
    dot->show();
    text->show();
    return text;
}

QVBoxLayout* BriefCard::list(QBoxLayout& columns, const QString& title, Section what, const std::vector<Statement>& statements,
                             ChipFactory& chips)
{
    auto* layout = column(columns, title);
    for (const Statement& statement : statements) {
        FlowText* text = bullet(*layout);
        text->addText(toQt(statement.text()));
        chips.addStatement(*text, statement, what);
    }
    return layout;
}

// Each step with who took or told it, and when.
void BriefCard::addTried(const CustomerView& view, const Wording& wording, QVBoxLayout& column, ChipFactory& chips)
{
    const BriefText words(wording);
    for (const Statement& step : view.brief.tried) {
        FlowText* text = bullet(column);
        text->addText(words.saidBy(view.history, step), Ink::muted);
        text->addText(toQt(step.text()));
        chips.addStatement(*text, step, Section::tried);
    }
    column.addStretch();
}

void BriefCard::addColumns(const CustomerView& view, const Wording& wording, ChipFactory& chips)
{
    const Brief& brief = view.brief;
    const auto pair = [this](bool wanted) -> QBoxLayout* {
        if (!wanted)
            return nullptr;
        if (m_lines->count() > 0)
            m_lines->addSpacing(sectionGap);
        auto* columns = new QBoxLayout(QBoxLayout::LeftToRight);
        m_lines->addLayout(columns);
        m_columns.push_back(columns);
        return columns;
    };
    if (QBoxLayout* columns = pair(!brief.tried.empty() || !brief.promised.empty())) {
        if (!brief.tried.empty())
            addTried(view, wording, *column(*columns, tr("Already tried")), chips);
        if (!brief.promised.empty()) {
            auto* promises = column(*columns, tr("We promised"));
            for (const Promise& promise : brief.promised) {
                FlowText* text = bullet(*promises);
                text->setObjectName(u"promise"_s);
                text->addText(BriefText(wording).promiseWord(promise), BriefText::promiseInk(promise.status),
                              toQt(promise.statement.text()));
                chips.addStatement(*text, promise.statement, Section::promised);
            }
            promises->addStretch();
        }
    }
    if (QBoxLayout* columns = pair(!brief.openQuestions.empty() || !brief.askedAgain.empty())) {
        if (!brief.openQuestions.empty())
            list(*columns, tr("Open questions"), Section::openQuestions, brief.openQuestions, chips)->addStretch();
        if (!brief.askedAgain.empty())
            list(*columns, tr("Asked more than once"), Section::askedAgain, brief.askedAgain, chips)->addStretch();
    }
}

// Older matters, one a line, last: what is open and owed comes first.
void BriefCard::addBefore(const Brief& brief, ChipFactory& chips)
{
    if (brief.history.empty())
        return;
    if (m_lines->count() > 0)
        m_lines->addSpacing(sectionGap);
    auto* columns = new QBoxLayout(QBoxLayout::LeftToRight);
    m_lines->addLayout(columns);
    list(*columns, tr("Before"), Section::history, brief.history, chips);
}

// Facts of one sentence in one line, with who said it and when, and the sentence.
void BriefCard::addTold(const CustomerView& view, const Wording& wording, ChipFactory& chips)
{
    if (view.brief.told.empty())
        return;
    if (m_lines->count() > 0)
        m_lines->addSpacing(sectionGap);
    auto* columns = new QBoxLayout(QBoxLayout::LeftToRight);
    m_lines->addLayout(columns);
    auto* told = column(*columns, tr("Already told us, do not ask again"));
    const BriefText words(wording);
    for (const std::span<const ToldFact> facts : toldTogether(view.brief.told)) {
        FlowText* text = bullet(*told);
        text->setObjectName(u"told"_s);
        for (const ToldFact& fact : facts) {
            text->addText(BriefText::factWord(fact.kind), Ink::muted);
            if (FactChip* chip = chips.factChip(fact, text))
                text->addInline(chip);
        }
        text->addText(words.toldBy(view.history, facts), Ink::muted);
        if (const std::string& sentence = facts.front().sentence; !sentence.empty())
            text->addText(wording.locale().quoteString(toQt(sentence)));
    }
}

} // namespace foreword
