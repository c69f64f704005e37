#include "ui/shell/screenshot.h"

#include <QPixmap>
#include <QTimer>

#include "ui/shell/main_window.h"
#include "ui/text/strings.h"

namespace foreword {

Screenshot::Screenshot(Desk& desk, const Theme& theme, Options options, QObject* parent)
    : QObject(parent), m_options(std::move(options)), m_window(std::make_unique<MainWindow>(desk, theme, m_options.locale))
{
    m_window->setAttribute(Qt::WA_DontShowOnScreen);
    m_window->resize(m_options.size);
    // A turn of the event loop later, when layouts have settled.
    const auto grabSoon = [this] { QTimer::singleShot(0, this, &Screenshot::grab); };
    connect(m_window.get(), m_options.view == u"health"_s ? &MainWindow::healthShown : &MainWindow::customerShown, this, grabSoon);
    connect(m_window.get(), &MainWindow::nobodyWaits, this, grabSoon);
    connect(m_window.get(), &MainWindow::customerFailed, this, [this](const Error& error) { end(fail(error)); });
    connect(m_window.get(), &MainWindow::customerNotFound, this,
            [this] { end(fail(ErrorCode::customer_not_found, {{"query", toStd(m_options.customer)}})); });
}

Screenshot::~Screenshot() = default;

void Screenshot::start()
{
    m_window->show();
    if (m_options.view == u"health"_s)
        m_window->showHealth();
    else if (m_options.customer.isEmpty())
        m_window->openFirstOfQueue();
    else
        m_window->openIdentifier(m_options.customer);
}

void Screenshot::grab()
{
    // A picture shows no caret and no focus of somebody who is not there.
    if (QWidget* focus = m_window->focusWidget())
        focus->clearFocus();
    if (m_window->grab().save(m_options.file, "PNG"))
        end({});
    else
        end(fail(ErrorCode::file_unwritable, {{"file", toStd(m_options.file)}, {"detail", "PNG"}}));
}

void Screenshot::end(const Result<>& result)
{
    if (!std::exchange(m_ended, true))
        Q_EMIT finished(result);
}

} // namespace foreword
