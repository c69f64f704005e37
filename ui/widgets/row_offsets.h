// Heights of many rows, with the place of a row and the row at a place in logarithmic time
// (a Fenwick tree, P. Fenwick 1994). Plain value.
#pragma once

#include <vector>

namespace foreword {

class RowOffsets {
public:
    void assign(std::vector<int> heights);
    int size() const { return static_cast<int>(m_heights.size()); }
    int height(int row) const { return m_heights[static_cast<std::size_t>(row)]; }
    void setHeight(int row, int height);
    // Sum of the heights before the row; of all rows for row == size().
    int top(int row) const;
    int total() const { return top(size()); }
    // The row that covers y; -1 above the first, size() below the last.
    int rowAt(int y) const;

private:
    std::vector<int> m_heights;
    std::vector<int> m_tree; // 1-based
};

} // namespace foreword
