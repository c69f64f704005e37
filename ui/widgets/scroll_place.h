// Where a scroll area stands, kept while its content is made anew. Window thread; must not
// outlive the area.
#pragma once

#include <QScrollArea>

namespace foreword {

class ScrollPlace {
public:
    explicit ScrollPlace(QScrollArea& area);
    // Once the new content is there: lays it out and scrolls to the place, as far as there is one.
    void restore();

private:
    QScrollArea& m_area;
    int m_value;
};

} // namespace foreword
