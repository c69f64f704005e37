#include "ui/workspace/workspace_page.h"

#include <vector>

#include "ui/text/error_text.h"
#include "ui/text/status_text.h"
#include "ui/text/strings.h"
#include "ui/widgets/scroll_place.h"
#include "ui/workspace/chip_focus.h"

namespace foreword {

WorkspacePage::WorkspacePage(Desk& desk, const Theme& theme, const QLocale& locale, QWidget* parent)
    : QWidget(parent), m_desk(desk), m_theme(theme), m_locale(locale), m_loader(new CustomerLoader(desk, this)),
      m_chips(new ChipFactory(theme, this)), m_queue(new QueuePanel(theme, this)), m_center(new CenterColumn(theme, this)),
      m_state(new StateView(theme, this)), m_side(new QStackedWidget(this)), m_sidePanel(new SidePanel(theme)), m_why(new WhyPanel(theme)),
      m_note(new NotePanel(desk, theme)), m_links(new LinksPanel(desk, theme)), m_marking(new FeedbackMarking(desk, this)),
      m_overriding(new Overriding(desk, this)), m_switch(new PageSwitch(this))
{
    setObjectName(u"workspace"_s);
    m_side->addWidget(m_sidePanel);
    m_side->addWidget(m_why);
    m_side->addWidget(m_note);
    m_side->addWidget(m_links);
    connectParts();
    showNobody();
}

WorkspacePage::~WorkspacePage()
{
    m_reading.cancel();
}

void WorkspacePage::connectParts()
{
    connect(m_loader, &CustomerLoader::slow, this, [this] { showState(Content::loading); });
    connect(m_loader, &CustomerLoader::opened, this, &WorkspacePage::show);
    connect(m_loader, &CustomerLoader::failed, this, [this](const Error& error) { showState(Content::failed, error); });
    connect(m_loader, &CustomerLoader::followed, this, &WorkspacePage::follow);
    connect(m_loader, &CustomerLoader::lost, this, &WorkspacePage::followFailed);
    connect(m_state, &StateView::actionTriggered, m_loader, &CustomerLoader::retry);
    connect(m_queue, &QueuePanel::chosen, this, &WorkspacePage::open);
    connect(m_queue, &QueuePanel::retryRequested, this, &WorkspacePage::refreshQueue);
    connect(m_chips, &ChipFactory::cited, this, &WorkspacePage::showCitation);
    connect(m_chips, &ChipFactory::markRequested, m_marking, &FeedbackMarking::ask);
    connect(m_marking, &FeedbackMarking::changed, this, [this] { m_loader->readAgain(m_view); });
    connect(m_why, &WhyPanel::overrideRequested, m_overriding, &Overriding::ask);
    connect(m_why, &WhyPanel::takeBackRequested, m_overriding, &Overriding::takeBack);
    connect(m_overriding, &Overriding::changed, this, [this] { m_loader->readAgain(m_view); });
    connect(m_center->banner(), &Banner::whyRequested, this, &WorkspacePage::toggleWhy);
    connect(m_sidePanel, &SidePanel::personRequested, this, &WorkspacePage::open);
    connect(m_why, &WhyPanel::closed, this, [this] { closeSide(); });
    connect(m_links, &LinksPanel::closed, this, [this] { closeSide(); });
    connect(m_links, &LinksPanel::decided, this, &WorkspacePage::readAgain);
    connect(m_links, &LinksPanel::personRequested, this, &WorkspacePage::open);
    connect(m_center->header(), &CustomerHeader::identityRequested, this, &WorkspacePage::toggleIdentity);
    connect(m_note, &NotePanel::closed, this, [this] { closeSide(); });
    connect(m_note, &NotePanel::draftsChanged, this, &WorkspacePage::draftsChanged);
    connect(m_center->header(), &CustomerHeader::noteRequested, this, [this] { toggleNote(DraftKind::note); });
    connect(m_center->header(), &CustomerHeader::wrapUpRequested, this, [this] { toggleNote(DraftKind::wrapUp); });
    connect(m_switch, &PageSwitch::changed, this, &WorkspacePage::arrange);
    connect(&m_theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

Wording WorkspacePage::wording() const
{
    return {m_locale, m_zone, m_desk.now()};
}

void WorkspacePage::open(std::int64_t person, const QString& name)
{
    m_name = name;
    m_queue->mark(person);
    m_queueShown = false;
    if (m_switch->page() == PageSwitch::Page::queue)
        m_switch->setPage(PageSwitch::Page::brief);
    m_loader->open(person);
    arrange();
}

void WorkspacePage::show(const std::shared_ptr<const CustomerView>& view)
{
    m_content = Content::customer;
    setView(view);
    m_center->setCustomer(view, m_citations, wording(), *m_chips);
    m_note->setCustomer(view, wording());
    // What was begun and not sent is where it was left.
    const auto begun = m_note->begun();
    m_side->setCurrentWidget(begun && m_note->begin(*begun) ? static_cast<QWidget*>(m_note) : m_sidePanel);
    m_queue->mark(view->profile.person);
    arrange();
    chainTabs();
    Q_EMIT customerShown(view);
}

void WorkspacePage::setView(const std::shared_ptr<const CustomerView>& view)
{
    m_view = view;
    m_shownOn = wording().localDate(m_desk.now());
    m_citations = std::make_shared<const CitationIndex>(*view);
    m_chips->setCustomer(view, m_citations, wording());
    m_sidePanel->setCustomer(view, wording(), *m_chips);
    m_why->setCustomer(*view, wording(), *m_chips);
    m_marking->setCustomer(view);
    m_overriding->setCustomer(view, wording());
    tellLacking();
    m_desk.attend(view);
}

void WorkspacePage::readAgain()
{
    refreshQueue();
    if (m_content == Content::failed)
        m_loader->retry();
    else
        m_loader->readAgain(m_view);
}

void WorkspacePage::followTime()
{
    m_loader->readAgain(m_view);
}

// The same customer with something new: what the agent is looking at stays where it is.
void WorkspacePage::follow(const std::shared_ptr<const CustomerView>& view)
{
    Q_EMIT customerFollowed(std::nullopt);
    // After midnight the same view reads otherwise: "Today" has become "Yesterday".
    if (!m_view || (view == m_view && wording().localDate(m_desk.now()) == m_shownOn))
        return;
    const auto before = m_view;
    const ChipFocus focus({m_center->banner(), m_center->brief(), m_sidePanel, m_why});
    std::vector<ScrollPlace> places;
    for (QScrollArea* area : findChildren<QScrollArea*>())
        places.emplace_back(*area);
    setView(view);
    if (m_side->currentWidget() == m_links && m_links->about() == LinksPanel::About::person)
        m_links->follow(view->profile.person, wording());
    m_note->follow(view, wording());
    m_center->follow(view, m_citations, wording(), *m_chips);
    if (view->profile.person != before->profile.person)
        m_queue->mark(view->profile.person);
    arrange();
    chainTabs();
    focus.restore();
    for (ScrollPlace& place : places)
        place.restore();
    announce(before->decision, *view);
    Q_EMIT customerShown(view);
}

void WorkspacePage::announce(const Decision& before, const CustomerView& view)
{
    if (!view.change || view.decision.posture == before.posture)
        return;
    m_center->banner()->announce();
    Q_EMIT postureChanged(*view.change);
}

void WorkspacePage::followFailed(const Error& error)
{
    // Erased, or taken out of the workspace: nothing of it may stay on screen.
    if (error.code == ErrorCode::customer_not_found)
        showState(Content::failed, error);
    else
        Q_EMIT customerFollowed(error);
}

// Chips are made anew for each customer and would come last; Tab goes in reading order.
void WorkspacePage::chainTabs()
{
    QWidget* before = m_queue->view();
    for (const QWidget* part : std::initializer_list<const QWidget*>{m_center, m_sidePanel, m_why, m_links, m_note}) {
        for (QWidget* widget : part->findChildren<QWidget*>()) {
            if (!(widget->focusPolicy() & Qt::TabFocus) || widget->isHidden())
                continue;
            setTabOrder(before, widget);
            before = widget;
        }
    }
}

void WorkspacePage::showState(Content content, const Error& error)
{
    m_content = content;
    m_view.reset();
    m_marking->setCustomer(nullptr);
    m_overriding->setCustomer(nullptr, wording());
    m_note->setCustomer(nullptr, wording());
    m_side->setCurrentWidget(m_sidePanel);
    m_desk.attend(nullptr);
    if (content == Content::loading) {
        m_state->tell(Icon::person, m_name.isEmpty() ? tr("Opening the customer") : tr("Opening %1").arg(m_name),
                      tr("Reading the history."));
    } else {
        const QString details = tr("%1 %2", "message and remedy").arg(ErrorText::message(error), ErrorText::remedy(error)).trimmed();
        m_state->tell(Icon::warning, tr("The customer could not be opened"), details, tr("Try again"));
    }
    arrange();
    if (content == Content::failed)
        Q_EMIT customerFailed(error);
}

void WorkspacePage::showNobody()
{
    m_content = Content::nobody;
    if (m_anybody.value_or(true))
        m_state->tell(Icon::person, tr("No customer selected"), tr("Choose somebody from the queue, or press Ctrl+K to search."));
    else
        m_state->tell(Icon::inbox, tr("No customers yet"),
                      tr("Fill this workspace with 'forewordctl import' or 'forewordctl pull'.\nA sample starts with 'foreword --demo'."));
    arrange();
}

void WorkspacePage::setStatus(const DeskStatus& status)
{
    m_zone = status.sampleAsOf ? Wording::Zone::asWritten : Wording::Zone::machine;
    m_anybody = status.persons > 0;
    if (m_content == Content::nobody)
        showNobody();
}

void WorkspacePage::setSources(const std::vector<SourceStatus>& sources)
{
    m_sources = sources;
    tellLacking();
}

// A brief that may be stale or partial says so itself.
void WorkspacePage::tellLacking()
{
    m_center->brief()->setLacking(m_view ? StatusText(wording()).lacking(*m_view, m_sources) : QString());
}

void WorkspacePage::refreshQueue()
{
    m_reading.cancel();
    m_reading = CancelSource();
    m_desk.queue(m_reading.token(), [this](Result<std::vector<QueueEntry>> entries) {
        if (entries)
            m_queue->setEntries(std::move(*entries), wording());
        else
            m_queue->showFailure(ErrorText::message(entries.error()));
        Q_EMIT queueRead();
    });
}

void WorkspacePage::stepQueue(int direction)
{
    m_queue->step(direction);
}

void WorkspacePage::showSide(QWidget* panel)
{
    m_side->setCurrentWidget(panel);
    if (m_mode == Mode::narrow)
        m_switch->setPage(PageSwitch::Page::side);
    arrange();
}

void WorkspacePage::toggleWhy()
{
    if (m_content != Content::customer || (m_side->currentWidget() == m_why && closeSide()))
        return;
    showSide(m_why);
    m_why->setFocus();
}

void WorkspacePage::toggleIdentity()
{
    const bool shown = m_side->currentWidget() == m_links && m_links->about() == LinksPanel::About::person;
    if (m_content != Content::customer || (shown && closeSide()))
        return;
    m_links->showPerson(m_view->profile.person, wording());
    showSide(m_links);
    m_links->setFocus();
}

void WorkspacePage::toggleDuplicates()
{
    const bool shown = m_side->currentWidget() == m_links && m_links->about() == LinksPanel::About::everybody;
    if (shown && closeSide())
        return;
    m_links->showEverybody(wording());
    showSide(m_links);
    m_links->setFocus();
}

void WorkspacePage::toggleNote(DraftKind kind)
{
    if (m_content != Content::customer || (m_side->currentWidget() == m_note && m_note->kind() == kind && closeSide()))
        return;
    if (m_note->begin(kind)) {
        showSide(m_note);
        m_note->setFocus();
    }
}

bool WorkspacePage::closeSide()
{
    QWidget* panel = m_side->currentWidget();
    if (panel == m_sidePanel)
        return false;
    const bool hadFocus = panel->isAncestorOf(focusWidget());
    m_side->setCurrentWidget(m_sidePanel);
    if (m_mode == Mode::narrow)
        m_switch->setPage(PageSwitch::Page::brief);
    arrange();
    if (!hadFocus)
        return true;
    const QString opens = panel == m_links ? u"identity"_s : u"wrapUp"_s;
    QWidget* opener =
        panel == m_why ? m_center->banner()->findChild<QPushButton*>(u"why"_s) : m_center->header()->findChild<QPushButton*>(opens);
    // Without a customer there is no header to go back to.
    QWidget* back = opener && opener->isVisible() ? opener : m_queue->view();
    back->setFocus();
    return true;
}

void WorkspacePage::markFocused()
{
    QWidget* chip = focusWidget();
    if (chip && chip->contextMenuPolicy() == Qt::CustomContextMenu)
        Q_EMIT chip->customContextMenuRequested(chip->rect().bottomLeft());
}

void WorkspacePage::toggleQueue()
{
    m_queueShown = !m_queueShown;
    arrange();
    if (m_queueShown)
        m_queue->view()->setFocus();
}

void WorkspacePage::showCitation(const Citation& citation)
{
    if (m_mode == Mode::narrow)
        m_switch->setPage(PageSwitch::Page::history);
    m_center->history()->showCitation(citation);
}

} // namespace foreword
