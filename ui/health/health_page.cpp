#include "ui/health/health_page.h"

#include <QFileDialog>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPainter>

#include "ui/delegates/health_delegate.h"
#include "ui/text/error_text.h"
#include "ui/text/health_text.h"
#include "ui/text/strings.h"

namespace foreword {

HealthPage::HealthPage(Desk& desk, const Theme& theme, const QLocale& locale, QWidget* parent)
    : QWidget(parent), m_desk(desk), m_theme(theme), m_locale(locale), m_model(new HealthModel(this)), m_view(new QListView(this)),
      m_state(new StateView(theme, this)), m_summary(new TextLabel(theme, {}, TextStyle::body, Ink::muted, this)),
      m_again(new QPushButton(tr("Look again"), this)), m_export(new QPushButton(tr("Export"), this)), m_pages(new QStackedLayout)
{
    setObjectName(u"healthPage"_s);
    build();
    connect(m_again, &QPushButton::clicked, this, &HealthPage::makeAgain);
    connect(m_export, &QPushButton::clicked, this, &HealthPage::askWhere);
    connect(m_state, &StateView::actionTriggered, this, &HealthPage::makeAgain);
    connect(m_view, &QListView::activated, this, &HealthPage::openExample);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

HealthPage::~HealthPage()
{
    m_making.cancel();
    m_writing.cancel();
}

void HealthPage::build()
{
    m_view->setObjectName(u"healthList"_s);
    m_view->setAccessibleName(tr("Data health"));
    m_view->setModel(m_model);
    m_view->setItemDelegate(new HealthDelegate(m_theme, m_view));
    m_view->setEditTriggers(QListView::NoEditTriggers);
    m_view->setVerticalScrollMode(QListView::ScrollPerPixel);
    m_view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_view->setMouseTracking(true);
    m_view->setFrameShape(QFrame::NoFrame);
    m_again->setObjectName(u"healthAgain"_s);
    m_again->setAccessibleName(tr("Look at all customers again"));
    m_export->setObjectName(u"healthExport"_s);
    m_export->setAccessibleName(tr("Export all findings as a file"));
    m_export->setEnabled(false);
    m_summary->setObjectName(u"healthSummary"_s);
    m_state->setObjectName(u"healthState"_s);

    auto* titles = new QVBoxLayout;
    titles->setSpacing(0);
    titles->addWidget(new TextLabel(m_theme, tr("Data health"), TextStyle::name, Ink::normal, this));
    titles->addWidget(m_summary);
    auto* head = new QHBoxLayout;
    head->setContentsMargins(0, 0, 0, 8);
    head->setSpacing(8);
    head->addLayout(titles, 1);
    head->addWidget(m_again);
    head->addWidget(m_export);
    auto* card = new Card(m_theme, this);
    card->body()->setContentsMargins(4, 4, 4, 4);
    m_pages->addWidget(m_view);
    m_pages->addWidget(m_state);
    card->body()->addLayout(m_pages, 1);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(metrics::pageMargin, 14, metrics::pageMargin, 14);
    column->setSpacing(0);
    column->addLayout(head);
    column->addWidget(card, 1);
}

void HealthPage::enter()
{
    if (!m_report && !m_busy)
        makeAgain();
    m_view->setFocus();
}

void HealthPage::makeAgain()
{
    m_making.cancel();
    m_making = CancelSource();
    m_busy = true;
    m_state->tell(Icon::person, tr("Looking at all customers"), {});
    m_pages->setCurrentWidget(m_state);
    m_desk.health(
        m_making.token(),
        [this](int customers) {
            m_state->tell(Icon::person, tr("Looking at all customers"), tr("%Ln customer(s) so far", nullptr, customers));
        },
        [this](Result<std::shared_ptr<const HealthReport>> report) { show(std::move(report)); });
}

void HealthPage::show(Result<std::shared_ptr<const HealthReport>> report)
{
    m_busy = false;
    m_export->setEnabled(report.has_value());
    if (report) {
        m_report = *report;
        m_model->setReport(m_report, wording());
        m_summary->setText(HealthText(wording()).summary(*m_report));
        if (m_report->topics.empty() && m_report->goals.empty())
            m_state->tell(Icon::check, tr("Nothing was found"), {});
        m_pages->setCurrentWidget(m_model->rowCount() == 0 ? static_cast<QWidget*>(m_state) : m_view);
        m_view->setCurrentIndex(m_model->index(m_model->rowCount() > 1 ? 1 : 0));
    } else {
        m_report.reset();
        m_state->tell(Icon::warning, tr("Data health could not be read"), ErrorText::message(report.error()), tr("Try again"));
        m_pages->setCurrentWidget(m_state);
    }
    Q_EMIT shown();
}

// Not by the dialog's own event loop: the window goes on.
void HealthPage::askWhere()
{
    auto* dialog = new QFileDialog(this, tr("Export data health"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilters({tr("Table (*.csv)"), tr("JSON (*.json)")});
    dialog->setDefaultSuffix(u"csv"_s);
    dialog->selectFile(u"data-health.csv"_s);
    connect(dialog, &QFileDialog::filterSelected, dialog,
            [dialog](const QString& filter) { dialog->setDefaultSuffix(filter.contains(u".json"_s) ? u"json"_s : u"csv"_s); });
    connect(dialog, &QFileDialog::fileSelected, this, &HealthPage::exportTo);
    dialog->open();
}

void HealthPage::exportTo(const QString& file)
{
    if (!m_report)
        return;
    const auto format = file.endsWith(u".json"_s, Qt::CaseInsensitive) ? HealthFormat::json : HealthFormat::csv;
    m_desk.exportHealth(m_report, std::filesystem::path(file.toStdU16String()), format, m_writing.token(),
                        [this, file](const Result<std::filesystem::path>& written) {
                            m_summary->setInk(written ? Ink::muted : Ink::red);
                            //: A file.
                            m_summary->setText(written ? tr("Saved as %1").arg(file) : ErrorText::message(written.error()));
                        });
}

void HealthPage::openExample(const QModelIndex& index)
{
    const QString customer = index.data(HealthModel::CustomerRole).toString();
    if (!customer.isEmpty())
        Q_EMIT customerRequested(customer);
}

void HealthPage::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape)
        Q_EMIT left();
    else
        QWidget::keyPressEvent(event);
}

void HealthPage::paintEvent(QPaintEvent*)
{
    QPainter(this).fillRect(rect(), m_theme.tokens().background);
}

} // namespace foreword
