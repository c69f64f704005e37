// A value to read and to copy: plain text that can be selected, wraps anywhere it must, and
// is as high as it needs to be. Window thread.
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
};

} // namespace foreword
