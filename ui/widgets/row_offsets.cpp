#include "ui/widgets/row_offsets.h"

#include <bit>

namespace foreword {

void RowOffsets::assign(std::vector<int> heights)
{
    m_heights = std::move(heights);
    m_tree.assign(m_heights.size() + 1, 0);
    for (std::size_t i = 1; i < m_tree.size(); ++i) {
        m_tree[i] += m_heights[i - 1];
        const std::size_t parent = i + (i & (~i + 1));
        if (parent < m_tree.size())
            m_tree[parent] += m_tree[i];
    }
}

void RowOffsets::setHeight(int row, int height)
{
    const int delta = height - m_heights[static_cast<std::size_t>(row)];
    m_heights[static_cast<std::size_t>(row)] = height;
    for (std::size_t i = static_cast<std::size_t>(row) + 1; i < m_tree.size(); i += i & (~i + 1))
        m_tree[i] += delta;
}

int RowOffsets::top(int row) const
{
    int sum = 0;
    for (auto i = static_cast<std::size_t>(row); i > 0; i -= i & (~i + 1))
        sum += m_tree[i];
    return sum;
}

int RowOffsets::rowAt(int y) const
{
    if (y < 0)
        return -1;
    std::size_t at = 0;
    for (std::size_t step = std::bit_floor(m_tree.size()); step > 0; step /= 2) {
        if (at + step < m_tree.size() && m_tree[at + step] <= y) {
            at += step;
            y -= m_tree[at];
        }
    }
    return static_cast<int>(at);
}

} // namespace foreword
