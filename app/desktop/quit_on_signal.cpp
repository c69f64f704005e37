#include "app/desktop/quit_on_signal.h"

#include <QCoreApplication>
#include <QSocketNotifier>

#include "app/platform/end_requests.h"

namespace foreword::desktop {

QuitOnSignal::QuitOnSignal(QCoreApplication& application)
{
    const int socket = openEndRequests();
    if (socket < 0)
        return; // they end the program at once, as they do by default
    auto* notifier = new QSocketNotifier(socket, QSocketNotifier::Read, this);
    connect(notifier, &QSocketNotifier::activated, &application, [&application, notifier] {
        notifier->setEnabled(false);
        application.quit();
    });
}

QuitOnSignal::~QuitOnSignal()
{
    closeEndRequests();
}

} // namespace foreword::desktop
