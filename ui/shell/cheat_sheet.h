// All keys on one sheet, over the window. Esc, ? or a click closes it. Window thread.
#pragma once

#include <QPointer>
#include <QPushButton>
#include <QWidget>

#include "ui/shell/key_map.h"
#include "ui/theme/theme.h"
#include "ui/widgets/basics.h"

namespace foreword {

class CheatSheet : public QWidget {
    Q_OBJECT

public:
    CheatSheet(const Theme& theme, const KeyMap& keys, QWidget* host);

    void open();
    void close();

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void addKeys(const Theme& theme, const KeyMap& keys);
    void place();

    QWidget* m_host;
    Card* m_card;
    QPushButton* m_close;
    QPointer<QWidget> m_before; // had the focus
};

} // namespace foreword
