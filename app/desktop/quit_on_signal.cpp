#include "app/desktop/quit_on_signal.h"

#include <QCoreApplication>
#include <QSocketNotifier>

#ifndef _WIN32
#include <csignal>

#include <sys/socket.h>
#include <unistd.h>
#endif

namespace foreword::desktop {

#ifndef _WIN32
namespace {

constexpr int handled[] = {SIGTERM, SIGINT, SIGHUP};

// A handler gets no object, so the ends of its pipe have to be global. It may only write.
int pipeEnds[2] = {-1, -1};

void onSignal(int)
{
    const char wake = 1;
    if (write(pipeEnds[0], &wake, 1) != 1)
        std::_Exit(1); // nobody is listening any more
}

} // namespace

QuitOnSignal::QuitOnSignal(QCoreApplication& application)
{
    if (socketpair(AF_UNIX, SOCK_STREAM, 0, pipeEnds) != 0)
        return; // signals then end the program at once, as they do by default
    auto* notifier = new QSocketNotifier(pipeEnds[1], QSocketNotifier::Read, this);
    connect(notifier, &QSocketNotifier::activated, &application, [&application, notifier] {
        notifier->setEnabled(false);
        application.quit();
    });
    for (const int number : handled)
        std::signal(number, onSignal);
}

QuitOnSignal::~QuitOnSignal()
{
    for (const int number : handled)
        std::signal(number, SIG_DFL);
    for (int& end : pipeEnds) {
        if (end >= 0)
            close(end);
        end = -1;
    }
}
#else
QuitOnSignal::QuitOnSignal(QCoreApplication&) {}
QuitOnSignal::~QuitOnSignal() = default;
#endif

} // namespace foreword::desktop
