// Figures of a run: durations by name, their percentiles, and the table that shows them.
#pragma once

#include <chrono>
#include <string>
#include <vector>

namespace foreword::bench {

class Stopwatch {
public:
    double milliseconds() const { return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - m_start).count(); }

private:
    std::chrono::steady_clock::time_point m_start = std::chrono::steady_clock::now();
};

// Durations of one kind of work, in milliseconds.
class Durations {
public:
    void add(double milliseconds) { m_all.push_back(milliseconds); }
    std::size_t count() const { return m_all.size(); }
    // The value that so many of a hundred do not exceed; 0 without any.
    double percentile(double percent) const;

private:
    std::vector<double> m_all;
};

// What is measured, its figure, the figure that is wanted.
class FigureTable {
public:
    void add(std::string what, double value, const std::string& unit, const std::string& target = {});
    void add(const std::string& what, const Durations& durations, const std::string& target = {});

    std::string markdown() const;
    // One object, names to numbers.
    std::string json() const;

private:
    struct Row {
        std::string what, shown, target;
        std::vector<std::pair<std::string, double>> numbers;
    };
    std::vector<Row> m_rows;
};

// Three digits, no exponent: "0.412", "12.3", "98700".
std::string threeDigits(double value);

} // namespace foreword::bench
