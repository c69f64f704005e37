#include "ui/theme/theme.h"

#include <QApplication>
#include <QFontDatabase>
#include <QPalette>
#include <QStyleFactory>

#include "ui/text/strings.h"
#include "ui/theme/style_sheet.h"
#include "ui/theme/system_appearance.h"

namespace foreword {
namespace {

void loadFonts()
{
    for (const auto* file : {"NotoSans-Regular.ttf", "NotoSans-SemiBold.ttf"})
        QFontDatabase::addApplicationFont(u":/foreword/fonts/"_s + QLatin1StringView(file));
}

QPalette paletteOf(const Tokens& t)
{
    QPalette palette;
    palette.setColor(QPalette::Window, t.background);
    palette.setColor(QPalette::WindowText, t.ink);
    palette.setColor(QPalette::Base, t.panel);
    palette.setColor(QPalette::AlternateBase, t.background);
    palette.setColor(QPalette::Text, t.ink);
    palette.setColor(QPalette::PlaceholderText, t.muted);
    palette.setColor(QPalette::Button, t.panel);
    palette.setColor(QPalette::ButtonText, t.ink);
    palette.setColor(QPalette::Highlight, t.accent);
    palette.setColor(QPalette::HighlightedText, t.onAccent);
    palette.setColor(QPalette::Link, t.accent);
    palette.setColor(QPalette::ToolTipBase, t.ink);
    palette.setColor(QPalette::ToolTipText, t.panel);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, t.muted);
    return palette;
}

Look lookFor(ThemeChoice choice, bool systemDark, bool systemContrast)
{
    switch (choice) {
    case ThemeChoice::light: return Look::light;
    case ThemeChoice::dark: return Look::dark;
    case ThemeChoice::highContrast: return systemDark ? Look::contrastDark : Look::contrastLight;
    case ThemeChoice::system: break;
    }
    if (systemContrast)
        return systemDark ? Look::contrastDark : Look::contrastLight;
    return systemDark ? Look::dark : Look::light;
}

} // namespace

Theme::Theme(ThemeChoice choice, QObject* parent) : QObject(parent), m_system(new SystemAppearance(this)), m_choice(choice)
{
    loadFonts();
    QApplication::setStyle(QStyleFactory::create(u"Fusion"_s));
    QApplication::setFont(font(TextStyle::body));
    connect(m_system, &SystemAppearance::changed, this, &Theme::apply);
    apply();
}

void Theme::setChoice(ThemeChoice choice)
{
    m_choice = choice;
    apply();
}

void Theme::apply()
{
    m_look = lookFor(m_choice, m_system->dark(), m_system->highContrast());
    QApplication::setPalette(paletteOf(tokens()));
    qApp->setStyleSheet(styleSheetOf(tokens()));
    Q_EMIT changed();
}

QFont Theme::font(TextStyle style)
{
    const auto make = [](int pixels, QFont::Weight weight) {
        QFont font(QStringList{u"Noto Sans"_s});
        font.setPixelSize(pixels);
        font.setWeight(weight);
        return font;
    };
    switch (style) {
    case TextStyle::strong: return make(13, QFont::DemiBold);
    case TextStyle::headline: return make(14, QFont::DemiBold);
    case TextStyle::small: return make(12, QFont::Normal);
    case TextStyle::smallStrong: return make(12, QFont::DemiBold);
    case TextStyle::caption: return make(11, QFont::Normal);
    case TextStyle::label: return make(11, QFont::DemiBold);
    case TextStyle::name: return make(18, QFont::DemiBold);
    case TextStyle::brand: return make(15, QFont::DemiBold);
    case TextStyle::body: break;
    }
    return make(13, QFont::Normal);
}

int Theme::lineHeight(TextStyle style)
{
    switch (style) {
    case TextStyle::small:
    case TextStyle::smallStrong: return 17;
    case TextStyle::caption:
    case TextStyle::label: return 16;
    case TextStyle::headline: return 20;
    case TextStyle::name: return 26;
    case TextStyle::brand: return 22;
    case TextStyle::body:
    case TextStyle::strong: break;
    }
    return 19;
}

} // namespace foreword
