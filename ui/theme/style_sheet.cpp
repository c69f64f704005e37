#include "ui/theme/style_sheet.h"

#include "ui/text/strings.h"

namespace foreword {
namespace {

// {name} is a colour of the tokens. Buttons: plain, "primary", and "quiet" without a frame.
const QString sheet = uR"(
QToolTip { background: {ink}; color: {panel}; border: none; padding: 4px 6px; font-size: 12px; }
QPushButton {
    background: {panel}; color: {ink}; border: 1px solid {line}; border-radius: 6px;
    padding: 0 12px; min-height: 28px; font-size: 13px;
}
QPushButton:hover { background: {background}; }
QPushButton:pressed { background: {chip}; }
QPushButton:focus { border: 2px solid {accent}; padding: 0 11px; min-height: 26px; }
QPushButton:disabled { color: {muted}; }
QPushButton[kind="primary"] { background: {accent}; color: {onAccent}; border-color: {accent}; }
QPushButton[kind="primary"]:focus { border: 2px solid {ink}; }
QPushButton[kind="primary"]:disabled { background: {chip}; color: {muted}; border-color: {line}; }
QPushButton[kind="quiet"] { background: transparent; border: 1px solid transparent; color: {accent}; padding: 0 6px; min-height: 22px; font-size: 12px; }
QPushButton[kind="quiet"]:hover { background: {accentBackground}; }
QPushButton[kind="quiet"]:focus { border: 2px solid {accent}; padding: 0 5px; min-height: 20px; }
QPushButton[kind="key"] { text-align: left; padding: 0 36px 0 12px; }
QPushButton[kind="key"]:focus { padding: 0 35px 0 11px; }
QPushButton[kind="tab"] { background: transparent; border: 1px solid transparent; color: {muted}; padding: 0 9px; }
QPushButton[kind="tab"]:hover { background: {background}; }
QPushButton[kind="tab"]:checked { background: {accentBackground}; color: {accent}; font-weight: 600; }
QPushButton[kind="tab"]:focus { border: 2px solid {accent}; padding: 0 8px; }
QLineEdit {
    background: {background}; border: 1px solid {line}; border-radius: 6px; padding: 0 10px; font-size: 13px;
}
QLineEdit:focus { border: 2px solid {accent}; padding: 0 9px; background: {panel}; }
QPlainTextEdit {
    background: {background}; color: {ink}; border: 1px solid {line}; border-radius: 6px; padding: 4px 6px; font-size: 13px;
}
QPlainTextEdit:focus { border: 2px solid {accent}; padding: 3px 5px; background: {panel}; }
QTextEdit { background: transparent; border: none; }
QListView { background: transparent; border: none; outline: none; }
QScrollArea, QScrollArea > QWidget > QWidget#scrolled { background: transparent; border: none; }
QScrollBar:vertical { background: transparent; width: 10px; margin: 2px; border: none; }
QScrollBar::handle:vertical { background: {handle}; border-radius: 3px; min-height: 32px; }
QScrollBar::handle:vertical:disabled { background: transparent; }
QScrollBar::handle:vertical:hover { background: {muted}; }
QScrollBar::add-line:vertical, QScrollBar::sub-line:vertical { height: 0; }
QScrollBar::add-page:vertical, QScrollBar::sub-page:vertical { background: transparent; }
)"_s;

// A third of the way from one colour to another.
QColor towards(const QColor& from, const QColor& to)
{
    const auto mix = [](int a, int b) { return (2 * a + b) / 3; };
    return QColor(mix(from.red(), to.red()), mix(from.green(), to.green()), mix(from.blue(), to.blue()));
}

} // namespace

QString styleSheetOf(const Tokens& t)
{
    // clang-format off
    const std::pair<const char*, QColor> colors[] = {
        {"background", t.background}, {"panel", t.panel}, {"line", t.line}, {"ink", t.ink}, {"muted", t.muted},
        {"accent", t.accent}, {"accentBackground", t.accentBackground}, {"onAccent", t.onAccent}, {"chip", t.chip},
        {"handle", towards(t.line, t.muted)},
    };
    // clang-format on
    QString out = sheet;
    for (const auto& [name, color] : colors)
        out.replace(u'{' + QLatin1StringView(name) + u'}', color.name());
    return out;
}

} // namespace foreword
