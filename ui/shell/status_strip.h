// The small honest signs of life at the bottom: how fast the brief was, what is cached, which
// charter is in force. Window thread.
#pragma once

#include <QWidget>

#include "ui/widgets/basics.h"

namespace foreword {

class StatusStrip : public QWidget {
    Q_OBJECT

public:
    explicit StatusStrip(const Theme& theme, QWidget* parent);

    void setBrief(const QString& text);
    void setCached(const QString& text);
    void setCharter(const QString& text);

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void set(TextLabel& label, const QString& text);
    void fit();

    const Theme& m_theme;
    TextLabel* m_brief;
    TextLabel* m_cached;
    TextLabel* m_charter;
};

} // namespace foreword
