// The small honest signs of life at the bottom: how fast the brief was, what is cached, which
// charter is in force. Window thread.
#pragma once

#include <QWidget>

#include <QPushButton>

#include "ui/widgets/basics.h"

class QHBoxLayout;

namespace foreword {

class StatusStrip : public QWidget {
    Q_OBJECT

public:
    explicit StatusStrip(const Theme& theme, QWidget* parent);

    void setBrief(const QString& text);
    // How each connected system stands.
    struct Source {
        QString text, detail;
        Ink ink = Ink::muted;
    };
    void setSources(const QList<Source>& sources);
    void setCached(const QString& text);
    void setCharter(const QString& text);
    // What waits to be sent; a press opens the one written last.
    void setDrafts(const QString& text);

Q_SIGNALS:
    void draftRequested();

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void set(TextLabel& label, const QString& text);
    void fit();

    const Theme& m_theme;
    TextLabel* m_brief;
    QHBoxLayout* m_sourceRow;
    QList<TextLabel*> m_sources;
    TextLabel* m_cached;
    QPushButton* m_drafts;
    TextLabel* m_charter;
};

} // namespace foreword
