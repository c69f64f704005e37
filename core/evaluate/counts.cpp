#include "core/evaluate/counts.h"

#include <cmath>

namespace foreword {
namespace {

std::optional<double> share(std::size_t hits, std::size_t cases)
{
    if (cases == 0)
        return std::nullopt;
    return static_cast<double>(hits) / static_cast<double>(cases);
}

} // namespace

void Counts::add(bool predicted, bool labelled)
{
    std::size_t& cell = predicted ? (labelled ? truePositives : falsePositives) : (labelled ? falseNegatives : trueNegatives);
    ++cell;
}

Counts& Counts::operator+=(const Counts& other)
{
    truePositives += other.truePositives;
    falsePositives += other.falsePositives;
    falseNegatives += other.falseNegatives;
    trueNegatives += other.trueNegatives;
    return *this;
}

std::optional<double> Counts::precision() const
{
    return share(truePositives, truePositives + falsePositives);
}

std::optional<double> Counts::recall() const
{
    return share(truePositives, positives());
}

std::optional<double> Counts::f1() const
{
    return share(2 * truePositives, 2 * truePositives + falsePositives + falseNegatives);
}

std::optional<double> Counts::twoClassF1() const
{
    Mean mean;
    mean.add(f1());
    mean.add(share(2 * trueNegatives, 2 * trueNegatives + falsePositives + falseNegatives));
    return mean.count() == 2 ? mean.value() : std::nullopt;
}

std::optional<Interval> wilson(std::size_t hits, std::size_t cases)
{
    if (cases == 0)
        return std::nullopt;
    constexpr double z = 1.959964;
    const double n = static_cast<double>(cases);
    const double p = static_cast<double>(hits) / n;
    const double centre = (p + z * z / (2 * n)) / (1 + z * z / n);
    const double half = z / (1 + z * z / n) * std::sqrt(p * (1 - p) / n + z * z / (4 * n * n));
    return Interval{std::max(0.0, centre - half), std::min(1.0, centre + half)};
}

void Mean::add(std::optional<double> value)
{
    if (!value)
        return;
    m_sum += *value;
    ++m_count;
}

std::optional<double> Mean::value() const
{
    return m_count == 0 ? std::nullopt : std::optional(m_sum / static_cast<double>(m_count));
}

nlohmann::ordered_json figure(std::optional<double> value)
{
    return value ? nlohmann::ordered_json(std::round(*value * 10000) / 10000) : nlohmann::ordered_json(nullptr);
}

nlohmann::ordered_json countsJson(const Counts& counts)
{
    return {{"tp", counts.truePositives},        {"fp", counts.falsePositives},
            {"fn", counts.falseNegatives},       {"precision", figure(counts.precision())},
            {"recall", figure(counts.recall())}, {"f1", figure(counts.f1())}};
}

} // namespace foreword
