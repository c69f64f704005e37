// Labels and values in two columns. Values can be selected and copied; a value that another
// source contradicts has that source's word below it. Window thread.
#pragma once

#include <QGridLayout>
#include <QWidget>

#include <vector>

#include "ui/text/profile_text.h"
#include "ui/theme/theme.h"

namespace foreword {

class KeyValue : public QWidget {
    Q_OBJECT

public:
    explicit KeyValue(const Theme& theme, QWidget* parent = nullptr);
    void setLines(const std::vector<ProfileLine>& lines);

private:
    void addLine(int row, const ProfileLine& line);

    const Theme& m_theme;
    QGridLayout* m_grid;
};

} // namespace foreword
