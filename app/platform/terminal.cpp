#include "app/platform/terminal.h"

#ifdef _WIN32
#include <windows.h>

#include <io.h>
#else
#include <sys/ioctl.h>
#include <unistd.h>
#endif

namespace foreword {

int standardErrorWidth()
{
    constexpr int usual = 80; // of a terminal that does not say
#ifdef _WIN32
    CONSOLE_SCREEN_BUFFER_INFO info{};
    if (GetConsoleScreenBufferInfo(GetStdHandle(STD_ERROR_HANDLE), &info) == 0)
        return 0;
    const int width = info.srWindow.Right - info.srWindow.Left + 1;
#else
    if (isatty(STDERR_FILENO) == 0)
        return 0;
    winsize size{};
    const int width = ioctl(STDERR_FILENO, TIOCGWINSZ, &size) == 0 ? size.ws_col : 0;
#endif
    return width > 0 ? width : usual;
}

bool standardInputIsTerminal()
{
#ifdef _WIN32
    return _isatty(0) != 0;
#else
    return isatty(STDIN_FILENO) != 0;
#endif
}

} // namespace foreword
