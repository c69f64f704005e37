#include "ui/workspace/links_panel.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPainter>

#include "ui/text/error_text.h"
#include "ui/text/profile_text.h"
#include "ui/text/strings.h"

namespace foreword {
namespace {

constexpr std::size_t mostReviews = 50; // a list is decided from its top

} // namespace

LinksPanel::LinksPanel(Desk& desk, const Theme& theme, QWidget* parent)
    : QWidget(parent), m_desk(desk), m_theme(theme), m_title(new TextLabel(theme, {}, TextStyle::strong, Ink::normal, this)),
      m_close(new QPushButton(tr("Close"), this)), m_done(new QWidget(this)), m_doneText(new FlowText(theme, TextStyle::small, m_done)),
      m_undo(new QPushButton(tr("Undo"), m_done)), m_content(new QWidget), m_column(new QVBoxLayout(m_content))
{
    setObjectName(u"linksPanel"_s);
    build();
    setFocusProxy(m_close);
    connect(m_close, &QPushButton::clicked, this, &LinksPanel::closed);
    connect(m_undo, &QPushButton::clicked, this, &LinksPanel::undo);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

LinksPanel::~LinksPanel()
{
    m_asking.cancel();
    m_answers.cancel();
}

void LinksPanel::build()
{
    m_close->setObjectName(u"closeLinks"_s);
    m_close->setAccessibleName(tr("Close this panel"));
    m_close->setProperty("kind", u"quiet"_s);
    m_undo->setObjectName(u"undoDecision"_s);
    m_undo->setAccessibleName(tr("Undo the decision"));
    m_undo->setProperty("kind", u"quiet"_s);
    auto* scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    m_content->setObjectName(u"scrolled"_s);
    m_column->setContentsMargins(14, 4, 14, 14);
    m_column->setSpacing(8);
    scroll->setWidget(m_content);

    auto* heading = new QHBoxLayout;
    heading->setContentsMargins(14, 10, 8, 4);
    heading->addWidget(m_title, 1);
    heading->addWidget(m_close);
    auto* done = new QHBoxLayout(m_done);
    done->setContentsMargins(14, 0, 8, 4);
    done->addWidget(m_doneText, 1);
    done->addWidget(m_undo, 0, Qt::AlignTop);
    m_done->hide();
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(heading);
    column->addWidget(m_done);
    column->addWidget(scroll, 1);
}

void LinksPanel::paintEvent(QPaintEvent*)
{
    QPainter(this).fillRect(rect(), m_theme.tokens().panel);
}

void LinksPanel::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape)
        Q_EMIT closed();
    else
        QWidget::keyPressEvent(event);
}

void LinksPanel::showPerson(std::int64_t person, const Wording& wording)
{
    if (m_about != About::person || m_person != person)
        forget();
    m_about = About::person;
    follow(person, wording);
}

void LinksPanel::follow(std::int64_t person, const Wording& wording)
{
    m_person = person;
    m_text = std::make_unique<LinkText>(wording);
    m_title->setText(tr("Who this is"));
    setAccessibleName(m_title->text());
    ask();
}

void LinksPanel::showEverybody(const Wording& wording)
{
    if (m_about != About::everybody)
        forget();
    m_about = About::everybody;
    m_text = std::make_unique<LinkText>(wording);
    m_title->setText(tr("Likely duplicates"));
    setAccessibleName(m_title->text());
    ask();
}

// What was decided about somebody else is not taken back from here.
void LinksPanel::forget()
{
    ++m_subject;
    m_last.reset();
    m_done->hide();
}

void LinksPanel::ask()
{
    m_asking.cancel();
    m_asking = CancelSource();
    if (m_about == About::person)
        m_desk.links(m_person, m_asking.token(), [this](Result<PersonLinks> links) { links ? show(*links) : fail(links.error()); });
    else
        m_desk.reviews(mostReviews, m_asking.token(),
                       [this](Result<std::vector<OpenReview>> reviews) { reviews ? show(*reviews) : fail(reviews.error()); });
}

void LinksPanel::fail(const Error& error)
{
    clearLayout(*m_column);
    addText(*m_column, ErrorText::message(error), TextStyle::small, Ink::red);
    m_column->addStretch();
}

void LinksPanel::show(const PersonLinks& links)
{
    clearLayout(*m_column);
    addSection(tr("%n record(s)", nullptr, static_cast<int>(links.records.size())));
    for (const CustomerRecord& record : links.records)
        addRecord(record);
    if (!links.links.empty())
        addSection(tr("Why they are one person"));
    for (const RecordLink& link : links.links)
        addLink(link);
    if (!links.reviews.empty())
        addSection(tr("Perhaps the same person"));
    for (const OpenReview& review : links.reviews)
        addReview(review, false);
    if (!links.apart.empty())
        addSection(tr("Decided: two people"));
    for (const DecidedApart& apart : links.apart)
        addApart(apart);
    m_column->addStretch();
}

void LinksPanel::show(const std::vector<OpenReview>& reviews)
{
    clearLayout(*m_column);
    if (reviews.empty())
        addText(*m_column, tr("Nothing waits. Where two records may be one person and nobody can tell but a person, they stand here."),
                TextStyle::small, Ink::muted);
    else
        addSection(tr("The likeliest first (%n)", nullptr, static_cast<int>(reviews.size())));
    for (const OpenReview& review : reviews)
        addReview(review, true);
    m_column->addStretch();
}

void LinksPanel::decide(const Decision& decision)
{
    const auto answered = [this, decision, subject = m_subject](const Result<Timestamp>& done) {
        if (done && subject == m_subject)
            afterDecision(decision);
        else if (done)
            Q_EMIT decided();
        else if (subject == m_subject)
            tellFailure(ErrorText::message(done.error()));
        else
            //: Two records, and why.
            tellFailure(
                tr("Not decided (%1): %2").arg(LinkText::pair(decision.a.back(), decision.b.back()), ErrorText::message(done.error())));
    };
    m_desk.decideIdentity(decision.a, decision.b, decision.verdict, m_answers.token(), answered);
}

void LinksPanel::tellFailure(const QString& text)
{
    m_last.reset();
    m_doneText->setText(text, Ink::red);
    m_undo->hide();
    m_done->show();
}

void LinksPanel::afterDecision(const Decision& decision)
{
    m_last = decision.verdict == IdentityVerdict::undo ? std::nullopt : std::optional(decision);
    m_doneText->setText(decision.told, Ink::normal);
    m_undo->setVisible(m_last.has_value());
    m_done->show();
    // What was pressed is gone with its card.
    if (isVisible())
        (m_last ? m_undo : m_close)->setFocus();
    ask();
    Q_EMIT decided();
}

void LinksPanel::undo()
{
    if (m_last)
        decide({m_last->a, m_last->b, IdentityVerdict::undo, tr("Taken back. It is as if nothing had been decided.")});
}

void LinksPanel::addSection(const QString& title)
{
    auto* label = new TextLabel(m_theme, title, TextStyle::label, Ink::muted, m_content);
    m_column->addWidget(label);
    label->show();
}

QVBoxLayout& LinksPanel::addCard(const QString& name)
{
    auto* card = new Card(m_theme, m_content);
    card->setObjectName(u"link"_s);
    card->setAccessibleName(name);
    card->body()->setContentsMargins(12, 9, 12, 9);
    card->body()->setSpacing(2);
    m_column->addWidget(card);
    card->show();
    addText(*card->body(), name, TextStyle::strong, Ink::normal);
    return *card->body();
}

void LinksPanel::addText(QVBoxLayout& column, const QString& text, TextStyle style, Ink ink)
{
    auto* label = new FlowText(m_theme, style, m_content);
    label->setText(text, ink);
    column.addWidget(label);
    label->show();
}

void LinksPanel::addReasons(QVBoxLayout& column, const std::vector<LinkReason>& reasons)
{
    for (const ReasonLine& line : m_text->reasons(reasons)) {
        auto* label = new FlowText(m_theme, TextStyle::small, m_content);
        label->addText(line.weight, line.ink, line.text);
        column.addWidget(label);
        label->show();
    }
}

void LinksPanel::addRecord(const CustomerRecord& record)
{
    addText(addCard(LinkText::record(record.key)), m_text->details(record), TextStyle::small, Ink::muted);
}

void LinksPanel::addLink(const RecordLink& link)
{
    const QString pair = LinkText::pair(link.a, link.b);
    auto& column = addCard(pair);
    addText(column, LinkText::certainty(link), TextStyle::smallStrong, link.confirmed ? Ink::accent : Ink::normal);
    addReasons(column, link.reasons);
    auto* row = new QHBoxLayout;
    column.addLayout(row);
    if (link.confirmed)
        addButton(*row, tr("Take back"), tr("Take back: %1 are one person").arg(pair),
                  {link.firstSide, link.secondSide, IdentityVerdict::undo, tr("Taken back. It is as if nothing had been decided.")});
    else
        addButton(*row, tr("Confirm"), tr("Confirm: %1 are one person").arg(pair),
                  {link.firstSide, link.secondSide, IdentityVerdict::confirm, tr("Confirmed: %1 are one person.").arg(pair)});
    addButton(*row, tr("Two people"), tr("Split: %1 are two people").arg(pair),
              {link.firstSide, link.secondSide, IdentityVerdict::split, tr("Split: %1 are two people.").arg(pair)});
    row->addStretch();
}

void LinksPanel::addReview(const OpenReview& review, bool both)
{
    const QString pair = LinkText::pair(review.pair.a, review.pair.b);
    auto& column = addCard(pair);
    // Beside the person's own records only the other one tells something new.
    for (const auto& [person, record] : {std::pair{review.firstPerson, &review.first}, std::pair{review.secondPerson, &review.second}}) {
        if (!both && person == m_person)
            continue;
        addText(column, m_text->details(*record), TextStyle::small, Ink::muted);
    }
    addText(column, LinkText::certainty(review.pair), TextStyle::smallStrong, Ink::amber);
    addReasons(column, review.pair.reasons);
    auto* row = new QHBoxLayout;
    column.addLayout(row);
    addButton(*row, tr("Same person"), tr("Confirm: %1 are one person").arg(pair),
              {review.pair.firstSide, review.pair.secondSide, IdentityVerdict::confirm, tr("Confirmed: %1 are one person.").arg(pair)});
    addButton(*row, tr("Two people"), tr("Never link %1").arg(pair),
              {review.pair.firstSide, review.pair.secondSide, IdentityVerdict::forbid, tr("Kept apart: %1 are two people.").arg(pair)});
    const bool first = both || review.secondPerson == m_person;
    const auto person = first ? review.firstPerson : review.secondPerson;
    const CustomerRecord& other = first ? review.first : review.second;
    const QString name = other.names.empty() ? QString() : toQt(other.names.front());
    auto* open = new QPushButton(tr("Open"), m_content);
    open->setProperty("kind", u"quiet"_s);
    open->setAccessibleName(tr("Open %1").arg(ProfileText::displayName(name)));
    connect(open, &QPushButton::clicked, this, [this, person, name] { Q_EMIT personRequested(person, name); });
    row->addWidget(open);
    open->show();
    row->addStretch();
}

void LinksPanel::addApart(const DecidedApart& apart)
{
    const QString other = LinkText::record(apart.other.key);
    auto& column = addCard(other);
    addText(column, m_text->details(apart.other), TextStyle::small, Ink::muted);
    addText(column, m_text->decidedAt(apart.at), TextStyle::small, Ink::muted);
    auto* row = new QHBoxLayout;
    column.addLayout(row);
    addButton(*row, tr("Take back"), tr("Take back: %1 is somebody else").arg(other),
              {apart.own, apart.others, IdentityVerdict::undo, tr("Taken back. It is as if nothing had been decided.")});
    row->addStretch();
}

QPushButton* LinksPanel::addButton(QLayout& row, const QString& text, const QString& spoken, const Decision& decision)
{
    auto* button = new QPushButton(text, m_content);
    button->setProperty("kind", u"quiet"_s);
    button->setObjectName(u"decide"_s);
    button->setAccessibleName(spoken);
    connect(button, &QPushButton::clicked, this, [this, decision] { decide(decision); });
    row.addWidget(button);
    button->show();
    return button;
}

} // namespace foreword
