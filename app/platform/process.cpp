#include "app/platform/process.h"

#ifdef _WIN32
#include <windows.h>
#else
#include <csignal>

#include <sys/resource.h>
#endif
#ifdef __linux__
#include <sys/prctl.h>
#endif

namespace foreword {

void forbidCrashDumps()
{
#ifdef _WIN32
    SetErrorMode(SEM_FAILCRITICALERRORS | SEM_NOGPFAULTERRORBOX);
#else
    const rlimit none{0, 0};
    setrlimit(RLIMIT_CORE, &none);
#endif
#ifdef __linux__
    // A crash handler of the system that reads the process is kept out too.
    prctl(PR_SET_DUMPABLE, 0);
#endif
}

void reportFileLimits()
{
#ifdef SIGXFSZ
    std::signal(SIGXFSZ, SIG_IGN);
#endif
}

} // namespace foreword
