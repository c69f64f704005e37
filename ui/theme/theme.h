// The look of the window: which tokens are in force, fonts, palette and style sheet. One
// object, made by `app` after QApplication and handed to every widget; widgets repaint on
// changed(). Window thread.
#pragma once

#include <QFont>
#include <QObject>

#include "ui/theme/icons.h"
#include "ui/theme/tokens.h"

namespace foreword {

enum class ThemeChoice { system, light, dark, highContrast };

// Sizes and weights of ui.md, "Type".
enum class TextStyle { body, strong, headline, small, smallStrong, caption, label, name, brand };

class SystemAppearance;

class Theme : public QObject {
    Q_OBJECT

public:
    // Loads the bundled fonts and dresses the application.
    explicit Theme(ThemeChoice choice, QObject* parent = nullptr);

    const Tokens& tokens() const { return tokensOf(m_look); }
    Look look() const { return m_look; }
    bool dark() const { return m_look == Look::dark || m_look == Look::contrastDark; }
    ThemeChoice choice() const { return m_choice; }
    void setChoice(ThemeChoice choice);

    QColor ink(Ink ink) const { return inkOf(tokens(), ink); }
    QColor backgroundOf(Ink ink) const { return foreword::backgroundOf(tokens(), ink); }
    QPixmap icon(Icon icon, Ink ink, int size, qreal devicePixelRatio) const
    {
        return iconPixmap(icon, this->ink(ink), size, devicePixelRatio);
    }

    static QFont font(TextStyle style);
    // Distance between base lines, 1.45 of the size.
    static int lineHeight(TextStyle style);

Q_SIGNALS:
    void changed();

private:
    void apply();

    SystemAppearance* m_system;
    ThemeChoice m_choice;
    Look m_look = Look::light;
};

} // namespace foreword
