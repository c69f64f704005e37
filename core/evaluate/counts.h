// How often an answer was right, and the figures that follow from it. A figure whose
// denominator is zero is no figure (null in JSON), never zero. Plain values, any thread.
#pragma once

#include <cstddef>
#include <optional>

#include <nlohmann/json.hpp>

namespace foreword {

struct Counts {
    std::size_t truePositives = 0;
    std::size_t falsePositives = 0;
    std::size_t falseNegatives = 0;
    std::size_t trueNegatives = 0;

    void add(bool predicted, bool labelled);
    Counts& operator+=(const Counts& other);

    std::size_t positives() const { return truePositives + falseNegatives; }
    std::optional<double> precision() const;
    std::optional<double> recall() const;
    std::optional<double> f1() const;
    // Mean of the F1 of "is there" and of "is not there".
    std::optional<double> twoClassF1() const;
    bool operator==(const Counts&) const = default;
};

// 95 % interval of a share (Wilson); nothing for no cases.
struct Interval {
    double low = 0, high = 0;
};
std::optional<Interval> wilson(std::size_t hits, std::size_t cases);

// Mean of the figures that there are.
class Mean {
public:
    void add(std::optional<double> value);
    std::optional<double> value() const;
    std::size_t count() const { return m_count; }

private:
    double m_sum = 0;
    std::size_t m_count = 0;
};

// {tp, fp, fn, precision, recall, f1}, rounded to four digits.
nlohmann::ordered_json countsJson(const Counts& counts);
nlohmann::ordered_json figure(std::optional<double> value);

} // namespace foreword
