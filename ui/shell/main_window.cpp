#include "ui/shell/main_window.h"

#include <QApplication>
#include <QKeyEvent>
#include <QShortcut>
#include <QVBoxLayout>

#include <algorithm>

#include "ui/health/health_page.h"
#include "ui/shell/cheat_sheet.h"
#include "ui/shell/status_strip.h"
#include "ui/shell/top_bar.h"
#include "ui/text/profile_text.h"
#include "ui/text/status_text.h"
#include "ui/text/strings.h"
#include "ui/workspace/workspace_page.h"

namespace foreword {
namespace {

constexpr int refreshEvery = 30'000; // ms; waiting times are told in minutes, promises come due
constexpr int mostCandidates = 20;

// The only one found; or, among others found by name or words, the only one whose identifier
// matched.
const FoundCustomer* theOne(const std::vector<FoundCustomer>& found)
{
    const auto byIdentifier = [](const FoundCustomer& f) { return f.field != "name" && f.field != "words"; };
    if (found.size() == 1)
        return &found.front();
    const auto first = std::ranges::find_if(found, byIdentifier);
    return std::ranges::count_if(found, byIdentifier) == 1 ? &*first : nullptr;
}

} // namespace

MainWindow::MainWindow(Desk& desk, const Theme& theme, const QLocale& locale, QWidget* parent)
    : QWidget(parent), m_desk(desk), m_theme(theme), m_locale(locale)
{
    setObjectName(u"window"_s);
    setWindowTitle(u"Foreword"_s);
    setMinimumSize(380, 420);
    resize(1360, 860);
    build();
    connectParts();
    addShortcuts();
    m_refresh.setObjectName(u"refresh"_s);
    m_refresh.setParent(this);
    m_refresh.setInterval(refreshEvery);
    m_refresh.start();
    refresh();
    m_desk.followSync(m_following.token(), [this](std::vector<SourceStatus> sources) { showSources(std::move(sources)); });
}

MainWindow::~MainWindow()
{
    m_asking.cancel();
    m_finding.cancel();
    m_following.cancel();
}

void MainWindow::build()
{
    m_top = new TopBar(m_desk, m_theme, this);
    m_page = new WorkspacePage(m_desk, m_theme, m_locale, this);
    m_bottom = new StatusStrip(m_theme, this);
    m_sheet = new CheatSheet(m_theme, m_keys, this);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_top);
    m_views = new QStackedWidget(this);
    m_health = new HealthPage(m_desk, m_theme, m_locale);
    m_views->addWidget(m_page);
    m_views->addWidget(m_health);
    column->addWidget(m_views, 1);
    column->addWidget(m_bottom);
    m_page->queue()->view()->setFocus();
}

void MainWindow::connectParts()
{
    const auto tellQueue = [this] { m_top->setQueueFolded(m_page->queueFolded(), m_page->queue()->model().waiting()); };
    connect(m_top->search(), &SearchBox::chosen, this, [this](std::int64_t person, const QString& name) {
        openPerson(person, name);
        // The keys of the page work at once; in the field they would be letters.
        m_page->queue()->view()->setFocus();
    });
    connect(m_top->search(), &SearchBox::left, this, [this] { m_page->queue()->view()->setFocus(); });
    connect(m_top, &TopBar::workspaceRequested, this, [this] {
        m_top->search()->closeResults();
        showWorkspace();
    });
    connect(m_top, &TopBar::healthRequested, this, &MainWindow::showHealth);
    connect(m_health, &HealthPage::left, this, &MainWindow::showWorkspace);
    connect(m_health, &HealthPage::customerRequested, this, &MainWindow::openIdentifier);
    connect(m_health, &HealthPage::shown, this, &MainWindow::healthShown);
    connect(m_top, &TopBar::queueRequested, m_page, &WorkspacePage::toggleQueue);
    connect(m_page, &WorkspacePage::modeChanged, this, tellQueue);
    connect(m_page, &WorkspacePage::queueRead, this, [this, tellQueue] {
        tellQueue();
        if (!std::exchange(m_firstWanted, false))
            return;
        openFirstOfQueue();
        if (m_firstWanted)
            Q_EMIT nobodyWaits();
    });
    connect(m_page, &WorkspacePage::customerFailed, this, &MainWindow::customerFailed);
    connect(m_page, &WorkspacePage::customerFollowed, this, [this](const std::optional<Error>& trouble) {
        m_customerTrouble = trouble;
        showFreshness();
    });
    connect(m_page, &WorkspacePage::postureChanged, this, [this](const PostureChange& change) {
        // One that rose matters to an agent who is in another window, too.
        if (change.rose())
            QApplication::alert(this);
    });
    connect(m_page, &WorkspacePage::customerShown, this, [this](const std::shared_ptr<const CustomerView>& view) {
        m_customerTrouble.reset();
        showFreshness();
        //: Title of the window: customer and program.
        setWindowTitle(tr("%1 - Foreword").arg(ProfileText::displayName(toQt(view->profile.displayName))));
        m_bottom->setBrief(StatusText(m_page->wording()).briefReady(*view));
        Q_EMIT customerShown();
    });
    connect(m_page, &WorkspacePage::draftsChanged, this, &MainWindow::refresh);
    connect(m_bottom, &StatusStrip::draftRequested, this, [this] {
        if (!m_status.drafts.empty())
            openPerson(m_status.drafts.front().person, toQt(m_status.drafts.front().displayName));
    });
    connect(&m_refresh, &QTimer::timeout, this, &MainWindow::refresh);
    connect(&m_refresh, &QTimer::timeout, m_page, &WorkspacePage::followTime);
}

void MainWindow::addShortcuts()
{
    for (const KeyBinding& binding : m_keys.bindings()) {
        auto* shortcut = new QShortcut(binding.keys, this);
        shortcut->setAutoRepeat(binding.command == Command::nextCustomer || binding.command == Command::previousCustomer);
        connect(shortcut, &QShortcut::activated, this, [this, command = binding.command] { run(command); });
    }
}

void MainWindow::run(Command command)
{
    // The sheet of keys covers the window; only its own key reaches through.
    if (m_sheet->isVisible() && command != Command::cheatSheet)
        return;
    switch (command) {
    case Command::search: m_top->search()->begin(); break;
    case Command::nextCustomer: m_page->stepQueue(1); break;
    case Command::previousCustomer: m_page->stepQueue(-1); break;
    case Command::note: m_page->toggleNote(DraftKind::note); break;
    case Command::wrapUp: m_page->toggleNote(DraftKind::wrapUp); break;
    case Command::mark: m_page->markFocused(); break;
    case Command::why: m_page->toggleWhy(); break;
    case Command::identity:
    case Command::duplicates:
        showWorkspace();
        command == Command::identity ? m_page->toggleIdentity() : m_page->toggleDuplicates();
        break;
    case Command::health: m_views->currentWidget() == m_health ? showWorkspace() : showHealth(); break;
    case Command::syncNow: m_desk.syncNow(); break;
    case Command::cancelSync: m_desk.cancelSync(); break;
    case Command::cheatSheet: m_sheet->isVisible() ? m_sheet->close() : m_sheet->open(); break;
    }
}

void MainWindow::keyPressEvent(QKeyEvent* event)
{
    if (event->key() != Qt::Key_Escape || !m_page->closeSide())
        QWidget::keyPressEvent(event);
}

void MainWindow::refresh()
{
    m_asking.cancel();
    m_asking = CancelSource();
    m_desk.status(m_asking.token(), [this](Result<DeskStatus> status) {
        m_statusTrouble = status ? std::nullopt : std::optional(status.error());
        if (status)
            showStatus(*status);
        else
            showFreshness();
        // After the status, which says whose clock the times are told in.
        m_page->refreshQueue();
    });
}

void MainWindow::showStatus(const DeskStatus& status)
{
    m_page->setStatus(status);
    const StatusText text(m_page->wording());
    m_bottom->setCached(text.cached(status));
    m_bottom->setCharter(text.charter(status));
    m_bottom->setDrafts(text.drafts(status));
    auto known = std::move(m_status.sources);
    m_status = status;
    m_status.sources = std::move(known);
    showSources(status.sources);
}

void MainWindow::showSources(std::vector<SourceStatus> sources)
{
    const StatusText text(m_page->wording());
    QList<StatusStrip::Source> lines;
    for (const auto& source : sources)
        lines.append(StatusStrip::Source{text.source(source), text.sourceDetail(source), source.failingSince ? Ink::amber : Ink::muted});
    m_bottom->setSources(lines);
    m_page->setSources(sources);
    // What a pull brought may be somebody's turn now, or new about the customer on screen; one that
    // failed tells what became of a note.
    const auto ended = [&](const SourceStatus& source) {
        const auto before = std::ranges::find(m_status.sources, source.name, &SourceStatus::name);
        return before == m_status.sources.end() || before->lastSuccess != source.lastSuccess || (before->running && !source.running);
    };
    const bool brought = m_status.sources.size() != sources.size() || std::ranges::any_of(sources, ended);
    m_status.sources = std::move(sources);
    if (brought)
        m_page->readAgain();
    if (brought && m_statusTrouble)
        refresh();
    showFreshness();
}

void MainWindow::showFreshness()
{
    if (m_statusTrouble || m_customerTrouble) {
        m_top->setFreshness(m_statusTrouble ? StatusText::statusUnread(*m_statusTrouble) : StatusText::customerUnread(*m_customerTrouble),
                            Ink::red);
        return;
    }
    const bool fresh =
        m_status.sampleAsOf || std::ranges::any_of(m_status.sources, [](const auto& source) { return source.lastSuccess.has_value(); });
    m_top->setFreshness(StatusText(m_page->wording()).freshness(m_status), m_status.trouble ? Ink::red : fresh ? Ink::green : Ink::muted);
}

void MainWindow::openPerson(std::int64_t person, const QString& name)
{
    m_finding.cancel();
    showWorkspace();
    m_page->open(person, name);
}

void MainWindow::showHealth()
{
    m_views->setCurrentWidget(m_health);
    m_top->markHealth(true);
    m_health->setZone(m_page->wording().zone());
    m_health->enter();
}

void MainWindow::showWorkspace()
{
    if (m_views->currentWidget() == m_page)
        return;
    m_views->setCurrentWidget(m_page);
    m_top->markHealth(false);
    m_page->queue()->view()->setFocus();
}

void MainWindow::openIdentifier(const QString& identifier)
{
    m_finding.cancel();
    m_finding = CancelSource();
    m_desk.findCustomers(toStd(identifier), mostCandidates, m_finding.token(),
                         [this, identifier](Result<std::vector<FoundCustomer>> found) {
                             if (const FoundCustomer* only = found ? theOne(*found) : nullptr) {
                                 openPerson(only->person, toQt(only->displayName));
                                 return;
                             }
                             const auto trouble = found ? std::nullopt : std::optional(found.error());
                             m_top->search()->offer(identifier, std::move(found));
                             if (trouble)
                                 Q_EMIT customerFailed(*trouble);
                             else
                                 Q_EMIT customerNotFound();
                         });
}

void MainWindow::openFirstOfQueue()
{
    const auto first = m_page->queue()->model().firstPerson();
    m_firstWanted = !first;
    if (first)
        openPerson(*first, m_page->queue()->model().indexOf(*first).data().toString());
}

} // namespace foreword
