#include "app/platform/end_requests.h"

#ifndef _WIN32
#include <csignal>
#include <cstdlib>

#include <sys/socket.h>
#include <unistd.h>
#endif

namespace foreword {

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

int openEndRequests()
{
    if (socketpair(AF_UNIX, SOCK_STREAM, 0, pipeEnds) != 0)
        return -1;
    for (const int number : handled)
        std::signal(number, onSignal);
    return pipeEnds[1];
}

void closeEndRequests()
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
int openEndRequests()
{
    return -1;
}

void closeEndRequests() {}
#endif

} // namespace foreword
