// A value to read and to copy: plain text that can be selected, wraps anywhere it must, an e-mail
// address after its "@" if it can, and is as high as it needs to be. What is copied is the text as
// it was given. Window thread.
#pragma once

#include <QTextEdit>

namespace foreword {

class ValueText : public QTextEdit {
    Q_OBJECT

public:
    ValueText(const QString& text, QWidget* parent);

    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    // Of everything that leaves the widget: copied, dragged, or selected for the middle button.
    QMimeData* createMimeDataFromSelection() const override;
};

} // namespace foreword
