// Plain text that wraps, with small widgets (citation chips) following inline. Everything
// from outside is shown as the letters it is: there is no markup. Window thread.
#pragma once

#include <QTextLayout>
#include <QWidget>

#include <memory>
#include <vector>

#include "ui/theme/theme.h"

namespace foreword {

class FlowText : public QWidget {
    Q_OBJECT

public:
    FlowText(const Theme& theme, TextStyle style, QWidget* parent = nullptr);

    void clear();
    // Further text; after a chip or other text it follows on the same line.
    void addText(const QString& text, Ink ink = Ink::normal);
    // Further text that begins with a word of its own weight and colour.
    void addText(const QString& lead, Ink leadInk, const QString& text, Ink ink = Ink::normal);
    // Takes the widget; it stays with the end of the text before it.
    void addInline(QWidget* widget);

    void setText(const QString& text, Ink ink = Ink::normal);
    QString plainText() const;

    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    bool event(QEvent* event) override;
    // A widget stands behind what it belongs to: a menu of the text is that of the next one.
    void contextMenuEvent(QContextMenuEvent* event) override;

private:
    struct Piece {
        std::unique_ptr<QTextLayout> text; // or
        QWidget* widget = nullptr;
        Ink ink = Ink::normal;
        Ink leadInk = Ink::normal;
        int leadLength = 0;
    };
    struct Cursor {
        qreal x = 0;
        qreal y = 0;
    };
    int arrange(int width, bool apply) const;
    void flowText(const Piece& piece, int width, Cursor& cursor) const;
    void flowWidget(const Piece& piece, int width, bool apply, Cursor& cursor) const;
    void changedContent();

    const Theme& m_theme;
    TextStyle m_style;
    std::vector<Piece> m_pieces;
    mutable int m_arrangedWidth = -1;
    mutable int m_arrangedHeight = 0;
};

} // namespace foreword
