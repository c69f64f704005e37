// The small marks of the window: citation chips and fact chips, which lead to the exact words,
// pills, and key caps. They paint themselves in the theme's colours. Window thread.
#pragma once

#include <QAbstractButton>
#include <QLabel>

#include "core/model/citation.h"
#include "ui/text/profile_lines.h"
#include "ui/theme/theme.h"

namespace foreword {

// The number of a message; pressing it (mouse, Space or Enter) shows the words.
class CitationChip : public QAbstractButton {
    Q_OBJECT

public:
    // `spoken` is the accessible name: "Message 9, Maria, today 10:02".
    CitationChip(const Theme& theme, Citation citation, int number, const QString& spoken, QWidget* parent = nullptr);

    const Citation& citation() const { return m_citation; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    const Theme& m_theme;
    Citation m_citation;
};

// Something the customer told us, with the number of the message; one button.
class FactChip : public QAbstractButton {
    Q_OBJECT

public:
    FactChip(const Theme& theme, Citation citation, int number, const QString& fact, const QString& spoken, QWidget* parent = nullptr);

    const Citation& citation() const { return m_citation; }
    const QString& fact() const { return m_fact; }
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    const Theme& m_theme;
    Citation m_citation;
    // Not the button's text: an ampersand in a customer's words must not become a shortcut.
    QString m_fact;
    QString m_number;
};

// A word or two on a rounded background.
class Pill : public QLabel {
    Q_OBJECT

public:
    Pill(const Theme& theme, const PillText& text, QWidget* parent = nullptr);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {24, 20}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    const Theme& m_theme;
    Ink m_ink;
};

// A key of the keyboard, drawn as a cap.
class KeyCap : public QLabel {
    Q_OBJECT

public:
    KeyCap(const Theme& theme, const QString& key, QWidget* parent = nullptr);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    const Theme& m_theme;
};

} // namespace foreword
