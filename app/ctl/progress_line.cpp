#include "app/ctl/progress_line.h"

#ifdef _WIN32
#include <io.h>
#else
#include <unistd.h>
#endif

namespace foreword::ctl {
namespace {

using namespace std::chrono_literals;
constexpr auto terminalInterval = 100ms;
constexpr auto logInterval = 5s;

} // namespace

bool standardErrorIsTerminal()
{
#ifdef _WIN32
    return _isatty(2) != 0;
#else
    return isatty(STDERR_FILENO) != 0;
#endif
}

ProgressLine::ProgressLine(std::ostream& err, bool terminal) : m_err(err), m_terminal(terminal), m_last(SteadyClock::now()) {}

ProgressLine::~ProgressLine()
{
    if (m_terminal && m_shown)
        m_err << "\r\033[K" << std::flush;
}

void ProgressLine::show(const std::string& text)
{
    const auto now = SteadyClock::now();
    if (now - m_last < (m_terminal ? std::chrono::milliseconds(terminalInterval) : std::chrono::milliseconds(logInterval)))
        return;
    m_last = now;
    m_shown = true;
    if (m_terminal)
        m_err << '\r' << text << "\033[K" << std::flush;
    else
        m_err << text << '\n';
}

} // namespace foreword::ctl
