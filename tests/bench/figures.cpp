#include "tests/bench/figures.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

#include <nlohmann/json.hpp>

namespace foreword::bench {

double Durations::percentile(double percent) const
{
    if (m_all.empty())
        return 0;
    auto sorted = m_all;
    std::ranges::sort(sorted);
    const auto rank = static_cast<std::size_t>(std::ceil(percent / 100 * static_cast<double>(sorted.size())));
    return sorted[std::clamp<std::size_t>(rank, 1, sorted.size()) - 1];
}

void FigureTable::add(std::string what, double value, const std::string& unit, const std::string& target)
{
    m_rows.push_back({std::move(what), threeDigits(value) + " " + unit, target, {{unit, value}}});
}

void FigureTable::add(const std::string& what, const Durations& durations, const std::string& target)
{
    const double half = durations.percentile(50), most = durations.percentile(99), worst = durations.percentile(100);
    m_rows.push_back({what,
                      threeDigits(half) + " / " + threeDigits(most) + " / " + threeDigits(worst) + " ms",
                      target,
                      {{"p50", half}, {"p99", most}, {"max", worst}, {"count", static_cast<double>(durations.count())}}});
}

std::string FigureTable::markdown() const
{
    std::string text = "| what | figure (p50 / p99 / worst) | target |\n|---|---|---|\n";
    for (const auto& row : m_rows)
        text.append("| ").append(row.what).append(" | ").append(row.shown).append(" | ").append(row.target).append(" |\n");
    return text;
}

std::string FigureTable::json() const
{
    nlohmann::ordered_json object;
    for (const auto& row : m_rows) {
        for (const auto& [name, number] : row.numbers)
            object[row.what][name] = number;
    }
    return object.dump(2) + "\n";
}

std::string threeDigits(double value)
{
    const int before = value >= 1 ? static_cast<int>(std::floor(std::log10(value))) + 1 : 0;
    std::array<char, 64> text{};
    const auto end = std::to_chars(text.data(), text.data() + text.size(), value, std::chars_format::fixed, std::clamp(3 - before, 0, 3));
    return {text.data(), end.ptr};
}

} // namespace foreword::bench
