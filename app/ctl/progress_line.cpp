#include "app/ctl/progress_line.h"

#include "app/platform/terminal.h"

namespace foreword::ctl {
namespace {

using namespace std::chrono_literals;
constexpr std::chrono::milliseconds terminalInterval = 100ms;
constexpr std::chrono::milliseconds logInterval = 5s;

// A line that wraps could not be written over.
std::string cutToWidth(std::string text, int width)
{
    int letters = 0;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const bool begins = (static_cast<unsigned char>(text[at]) & 0xc0) != 0x80;
        if (begins && ++letters >= width) {
            text.resize(at);
            break;
        }
    }
    return text;
}

} // namespace

ProgressLine::ProgressLine(std::ostream& err) : m_err(err), m_terminal(standardErrorWidth() > 0), m_last(SteadyClock::now()) {}

ProgressLine::~ProgressLine()
{
    if (m_terminal && m_shown)
        m_err << "\r\033[K" << std::flush;
}

void ProgressLine::show(const std::function<std::string()>& text)
{
    const auto now = SteadyClock::now();
    if (now - m_last < (m_terminal ? terminalInterval : logInterval))
        return;
    m_last = now;
    m_shown = true;
    if (m_terminal)
        m_err << '\r' << cutToWidth(text(), standardErrorWidth()) << "\033[K" << std::flush;
    else
        m_err << text() << '\n' << std::flush;
}

} // namespace foreword::ctl
