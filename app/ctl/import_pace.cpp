#include "app/ctl/import_pace.h"

#include <cmath>
#include <filesystem>

namespace foreword::ctl {
namespace {

using std::chrono::duration;
using namespace std::chrono_literals;

// What writing, linking and annotating cost compared to checking the same bytes.
constexpr double writingCost = 12;
constexpr auto window = 20s;
constexpr auto between = 250ms; // samples
constexpr double soonest = 1;   // seconds before a rate says anything

std::string grouped(std::int64_t number)
{
    std::string digits = std::to_string(number);
    for (auto at = static_cast<std::ptrdiff_t>(digits.size()) - 3; at > 0; at -= 3)
        digits.insert(static_cast<std::size_t>(at), ",");
    return digits;
}

std::string megabytes(std::uint64_t bytes)
{
    const std::uint64_t tenths = bytes / 100'000;
    return std::to_string(tenths / 10) + "." + std::to_string(tenths % 10);
}

// No more exact than it is known: "40 s", "4 min", "1 h 20 min".
std::string leftText(double seconds)
{
    if (seconds < 90)
        return std::to_string(std::max(1L, std::lround(seconds))) + " s left";
    const auto minutes = std::lround(seconds / 60);
    if (minutes < 90)
        return std::to_string(minutes) + " min left";
    return std::to_string(minutes / 60) + " h " + std::to_string(minutes % 60) + " min left";
}

} // namespace

void ImportPace::add(const ImportProgress& progress, TimePoint now)
{
    if (m_samples.empty() || progress.checking != m_now.checking) {
        if (!m_samples.empty())
            m_checkedBytesPerSecond = static_cast<double>(m_now.allBytes) / std::max(0.001, duration<double>(now - m_passStart).count());
        m_samples.clear();
        m_passStart = now;
    }
    m_now = progress;
    if (!m_samples.empty() && now - m_samples.back().at < between)
        return;
    m_samples.push_back({now, progress.passLines, progress.passBytes});
    while (m_samples.size() > 2 && now - m_samples[1].at > window)
        m_samples.pop_front();
}

std::optional<double> ImportPace::seconds() const
{
    if (m_samples.size() < 2)
        return std::nullopt;
    const double seconds = duration<double>(m_samples.back().at - m_samples.front().at).count();
    return seconds >= soonest ? std::optional(seconds) : std::nullopt;
}

std::optional<double> ImportPace::linesPerSecond() const
{
    const auto time = seconds();
    if (!time)
        return std::nullopt;
    return static_cast<double>(m_samples.back().lines - m_samples.front().lines) / *time;
}

std::optional<double> ImportPace::bytesPerSecond() const
{
    const auto time = seconds();
    if (!time || m_samples.back().bytes <= m_samples.front().bytes)
        return std::nullopt;
    return static_cast<double>(m_samples.back().bytes - m_samples.front().bytes) / *time;
}

std::optional<double> ImportPace::secondsLeft() const
{
    const auto all = static_cast<double>(m_now.allBytes);
    const double left = all - static_cast<double>(m_now.passBytes);
    auto rate = bytesPerSecond();
    if (!rate && !m_now.checking && m_checkedBytesPerSecond)
        rate = *m_checkedBytesPerSecond / writingCost;
    if (!rate)
        return std::nullopt;
    return m_now.checking ? left / *rate + all * writingCost / *rate : left / *rate;
}

std::string ImportPace::text() const
{
    std::string text = m_now.checking ? "Checking " : "Importing ";
    text += std::filesystem::path(m_now.file).filename().string() + (m_now.checking ? " (pass 1 of 2): " : " (pass 2 of 2): ");
    text += grouped(m_now.lines) + " lines, " + megabytes(m_now.bytes) + " of " + megabytes(m_now.totalBytes) + " MB";
    if (const auto rate = linesPerSecond())
        text += ", " + grouped(std::llround(*rate)) + " lines/s";
    if (const auto left = secondsLeft())
        text += ", " + leftText(*left);
    return text;
}

} // namespace foreword::ctl
