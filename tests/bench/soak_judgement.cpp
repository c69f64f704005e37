#include "tests/bench/soak_judgement.h"

#include <algorithm>
#include <cmath>

namespace foreword::bench {
namespace {

constexpr std::size_t fewestSamples = 20;

std::string megabytes(double bytes)
{
    return std::to_string(std::llround(bytes / 1024 / 102.4) / 10) + "." + std::to_string(std::abs(std::llround(bytes / 1024 / 102.4)) % 10)
        + " MB";
}

// What stays open shows at the quiet moments: the least of the first third against the least of
// the last. What is open for a moment shows in the most of all.
void judgeCount(std::vector<std::string>& broken, const char* what, std::span<const SoakSample> samples, int SoakSample::* count,
                int passing)
{
    const auto third = samples.size() / 3;
    const int before = std::ranges::min(samples.first(third), {}, count).*count;
    const int after = std::ranges::min(samples.last(third), {}, count).*count;
    const int most = std::ranges::max(samples, {}, count).*count;
    if (after > before)
        broken.push_back(std::string(what) + " grow: at least " + std::to_string(before) + " at first, " + std::to_string(after)
                         + " at the end");
    if (most > before + passing)
        broken.push_back(std::string(what) + " reach " + std::to_string(most) + ", of which " + std::to_string(before) + " stay and "
                         + std::to_string(passing) + " may pass");
}

} // namespace

std::span<const SoakSample> judged(std::span<const SoakSample> samples, const SoakLimits& limits)
{
    if (samples.empty())
        return samples;
    const double start = samples.front().seconds;
    const double end = start + limits.warmUp * (samples.back().seconds - start);
    const auto first = std::ranges::find_if(samples, [&](const auto& sample) { return sample.seconds >= end; });
    return samples.subspan(static_cast<std::size_t>(first - samples.begin()));
}

double growthPerHour(std::span<const SoakSample> samples)
{
    std::vector<double> slopes;
    for (std::size_t i = 0; i < samples.size(); ++i) {
        for (std::size_t j = i + 1; j < samples.size(); ++j)
            slopes.push_back(static_cast<double>(samples[j].residentBytes - samples[i].residentBytes)
                             / (samples[j].seconds - samples[i].seconds));
    }
    if (slopes.empty())
        return 0;
    const auto middle = slopes.begin() + static_cast<std::ptrdiff_t>(slopes.size() / 2);
    std::ranges::nth_element(slopes, middle);
    return *middle * 3600;
}

std::vector<std::string> judge(std::span<const SoakSample> all, const SoakLimits& limits)
{
    const auto samples = judged(all, limits);
    if (samples.size() < fewestSamples)
        return {"too few samples after the warm-up to judge: " + std::to_string(samples.size())};

    std::vector<std::string> broken;
    const double hours = (samples.back().seconds - samples.front().seconds) / 3600;
    const double grown = growthPerHour(samples) * hours;
    if (grown > std::max(limits.residentBytesPerHour * hours, static_cast<double>(limits.residentBytesAtLeast)))
        broken.push_back("memory grows by " + megabytes(grown / hours) + " an hour");
    judgeCount(broken, "descriptors", samples, &SoakSample::descriptors, limits.passingDescriptors);
    judgeCount(broken, "threads", samples, &SoakSample::threads, 0);
    const auto& widest = std::ranges::max(samples, {}, &SoakSample::walBytes);
    if (widest.walBytes > limits.walBytes)
        broken.push_back("the write-ahead log reaches " + megabytes(static_cast<double>(widest.walBytes)));
    return broken;
}

} // namespace foreword::bench
