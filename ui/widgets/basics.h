// The plain building blocks: cards, labels in the theme's type, avatars, and the calm page
// that stands where there is nothing to show. Window thread.
#pragma once

#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>
#include <QWidget>

#include "ui/theme/theme.h"

namespace foreword {

// A panel with a line around it; children go into body().
class Card : public QWidget {
    Q_OBJECT

public:
    explicit Card(const Theme& theme, QWidget* parent = nullptr);
    QVBoxLayout* body() const { return m_body; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    const Theme& m_theme;
    QVBoxLayout* m_body;
};

// One line of plain text in a style and an ink; elides at its end.
class TextLabel : public QLabel {
    Q_OBJECT

public:
    TextLabel(const Theme& theme, const QString& text, TextStyle style, Ink ink = Ink::normal, QWidget* parent = nullptr);

    void setInk(Ink ink);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    const Theme& m_theme;
    TextStyle m_style;
    Ink m_ink;
};

// Initials on a disc, or a person where there are none. Decoration: the name stands beside it.
class Avatar : public QWidget {
    Q_OBJECT

public:
    explicit Avatar(const Theme& theme, QWidget* parent = nullptr);
    void setInitials(const QString& initials);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    const Theme& m_theme;
    QString m_initials;
};

// An icon in an ink.
class IconLabel : public QWidget {
    Q_OBJECT

public:
    IconLabel(const Theme& theme, Icon icon, Ink ink, int size, QWidget* parent = nullptr);
    void set(Icon icon, Ink ink);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    const Theme& m_theme;
    Icon m_icon;
    Ink m_ink;
};

// Icon, title, a sentence, and at most one button: for empty, first and failed states.
class StateView : public QWidget {
    Q_OBJECT

public:
    explicit StateView(const Theme& theme, QWidget* parent = nullptr);
    void tell(Icon icon, const QString& title, const QString& details, const QString& action = {});
    QString title() const { return m_title->text(); }

Q_SIGNALS:
    void actionTriggered();

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void fitDetails();

    IconLabel* m_icon;
    TextLabel* m_title;
    QLabel* m_details;
    QPushButton* m_action;
};

// Dresses a button as a tab: checkable, and wide enough for its heavier type when checked.
void makeTab(QPushButton& button, const QString& text);

// Removes and deletes everything in a layout.
void clearLayout(QLayout& layout);

} // namespace foreword
