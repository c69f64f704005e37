#include "core/identity/likeness.h"

#include <algorithm>
#include <array>
#include <bitset>

namespace foreword {
namespace {

// Longer words are compared by their beginning.
constexpr std::size_t longest = 64;

// Letters of `a` that have a partner in `b` near their place, and those partners.
struct Partners {
    std::bitset<longest> a, b;
    std::size_t count = 0;
};

Partners partnersOf(std::string_view a, std::string_view b)
{
    Partners found;
    const std::size_t reach = std::max<std::size_t>(std::max(a.size(), b.size()) / 2, 1) - 1;
    for (std::size_t i = 0; i < a.size(); ++i) {
        const std::size_t end = std::min(i + reach + 1, b.size());
        for (std::size_t j = i > reach ? i - reach : 0; j < end; ++j) {
            if (found.b[j] || a[i] != b[j])
                continue;
            found.a[i] = found.b[j] = true;
            ++found.count;
            break;
        }
    }
    return found;
}

std::size_t outOfOrder(std::string_view a, std::string_view b, const Partners& partners)
{
    std::size_t count = 0;
    std::size_t j = 0;
    for (std::size_t i = 0; i < a.size(); ++i) {
        if (!partners.a[i])
            continue;
        while (!partners.b[j])
            ++j;
        count += a[i] != b[j++];
    }
    return count / 2;
}

} // namespace

double jaroWinkler(std::string_view a, std::string_view b)
{
    a = a.substr(0, longest);
    b = b.substr(0, longest);
    if (a.empty() || b.empty())
        return 0;
    const auto partners = partnersOf(a, b);
    if (partners.count == 0)
        return 0;
    const auto m = static_cast<double>(partners.count);
    const auto t = static_cast<double>(outOfOrder(a, b, partners));
    const double jaro = (m / static_cast<double>(a.size()) + m / static_cast<double>(b.size()) + (m - t) / m) / 3;
    std::size_t prefix = 0;
    while (prefix < 4 && prefix < a.size() && prefix < b.size() && a[prefix] == b[prefix])
        ++prefix;
    return jaro + 0.1 * static_cast<double>(prefix) * (1 - jaro);
}

bool oneEditApart(std::string_view a, std::string_view b)
{
    if (a.size() < b.size())
        std::swap(a, b);
    if (a.size() > b.size() + 1)
        return false;
    std::size_t start = 0;
    while (start < b.size() && a[start] == b[start])
        ++start;
    std::size_t end = 0;
    while (end < b.size() - start && a[a.size() - 1 - end] == b[b.size() - 1 - end])
        ++end;
    const auto restA = a.substr(start, a.size() - start - end);
    const auto restB = b.substr(start, b.size() - start - end);
    if (restA.size() == 2 && restB.size() == 2)
        return restA[0] == restB[1] && restA[1] == restB[0];
    return restA.size() <= 1;
}

} // namespace foreword
