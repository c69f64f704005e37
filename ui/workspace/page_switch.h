// In narrow windows, one part of the workspace at a time: the buttons that choose it.
#pragma once

#include <QButtonGroup>
#include <QWidget>

namespace foreword {

class PageSwitch : public QWidget {
    Q_OBJECT

public:
    enum class Page { queue, brief, history, side };

    explicit PageSwitch(QWidget* parent);
    Page page() const;
    void setPage(Page page);

Q_SIGNALS:
    void changed();

private:
    void add(Page page, const QString& text, const QString& name);

    QButtonGroup* m_group;
};

} // namespace foreword
