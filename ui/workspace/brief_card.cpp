#include "ui/workspace/brief_card.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QPainter>
#include <QScrollBar>

#include <algorithm>
#include <span>

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
    const BriefLines lines(view, wording, chips);
    addSince(view, wording, chips);
    addSituation(view.brief, lines);
    addOpening(view, chips);
    addColumns(view.brief, lines);
    addTold(view.brief, lines);
    addBefore(view.brief, lines);
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

// The explanation is for who reads such a section for the first time, and for who hears it.
void BriefCard::section(const QString& title, QBoxLayout& layout, const QString& explanation)
{
    auto* label = new TextLabel(m_theme, title, TextStyle::label, Ink::muted, m_content);
    label->setObjectName(u"section"_s);
    label->setToolTip(explanation.isEmpty() ? QString() : plainToolTip(explanation));
    label->setAccessibleDescription(explanation);
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

void BriefCard::addSituation(const Brief& brief, const BriefLines& lines)
{
    if (brief.situation.empty())
        return;
    if (m_lines->count() > 0)
        m_lines->addSpacing(sectionGap - 4);
    section(BriefText::situationTitle(lines.situationOf()), *m_lines, BriefText::arrows());
    const auto matters = lines.matters();
    for (const std::span<const Statement> matter : matters) {
        if (matter.data() != matters.front().data())
            m_lines->addSpacing(metrics::grid);
        auto* text = new FlowText(m_theme, TextStyle::body, m_content);
        text->setObjectName(u"situation"_s);
        lines.addMatter(*text, matter, matters.size() > 1 ? BriefLines::Title::ofConversation : BriefLines::Title::none);
        m_lines->addWidget(text);
        text->show();
    }
}

QVBoxLayout* BriefCard::column(QBoxLayout& columns, const QString& title, const QString& explanation)
{
    auto* column = new QVBoxLayout;
    column->setSpacing(0);
    section(title, *column, explanation);
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

void BriefCard::addStatements(QVBoxLayout& column, const std::vector<Statement>& statements, Section section, const BriefLines& lines)
{
    for (const Statement& statement : statements)
        lines.addStatement(*bullet(column), statement, section);
    column.addStretch();
}

QBoxLayout* BriefCard::columns()
{
    if (m_lines->count() > 0)
        m_lines->addSpacing(sectionGap);
    auto* columns = new QBoxLayout(QBoxLayout::LeftToRight);
    m_lines->addLayout(columns);
    return columns;
}

void BriefCard::addColumns(const Brief& brief, const BriefLines& lines)
{
    if (!brief.tried.empty() || !brief.promised.empty()) {
        QBoxLayout* pair = m_columns.emplace_back(columns());
        if (!brief.tried.empty()) {
            auto* tried = column(*pair, tr("Already tried"));
            for (const Statement& step : brief.tried)
                lines.addTried(*bullet(*tried), step);
            tried->addStretch();
        }
        if (!brief.promised.empty()) {
            auto* promises = column(*pair, tr("We promised"));
            for (const Promise& promise : brief.promised) {
                FlowText* text = bullet(*promises);
                text->setObjectName(u"promise"_s);
                lines.addPromise(*text, promise);
            }
            promises->addStretch();
        }
    }
    if (!brief.openQuestions.empty() || !brief.askedAgain.empty()) {
        QBoxLayout* pair = m_columns.emplace_back(columns());
        if (!brief.openQuestions.empty())
            addStatements(*column(*pair, tr("Open questions")), brief.openQuestions, Section::openQuestions, lines);
        if (!brief.askedAgain.empty())
            addStatements(*column(*pair, tr("Asked more than once")), brief.askedAgain, Section::askedAgain, lines);
    }
}

// Facts of one sentence in one line, with who said it and when.
void BriefCard::addTold(const Brief& brief, const BriefLines& lines)
{
    if (brief.told.empty())
        return;
    auto* told = column(*columns(), tr("Already told us, do not ask again"));
    for (const std::span<const ToldFact> facts : toldTogether(brief.told)) {
        FlowText* text = bullet(*told);
        text->setObjectName(u"told"_s);
        lines.addTold(*text, facts);
    }
}

// Older matters, one a line, last: what is open and owed comes first.
void BriefCard::addBefore(const Brief& brief, const BriefLines& lines)
{
    if (brief.history.empty())
        return;
    auto* before = column(*columns(), tr("Before"), BriefText::arrows());
    for (const Statement& line : brief.history) {
        FlowText* text = bullet(*before);
        text->setObjectName(u"before"_s);
        lines.addPast(*text, line);
    }
}

} // namespace foreword
