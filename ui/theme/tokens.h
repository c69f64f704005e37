// Every colour of the window, in one place (design: ui.md, "Tokens of the pictures"). The
// accent is for actions and selection only; red, amber and green for posture only, always
// beside a word. Plain values, any thread.
#pragma once

#include <QColor>

#include <vector>

namespace foreword {

enum class Look { light, dark, contrastLight, contrastDark };

struct Tokens {
    QColor background, panel, line;
    QColor ink, muted;
    QColor accent, accentBackground, onAccent;
    QColor red, redBackground;
    QColor amber, amberBackground;
    QColor green, greenBackground;
    QColor chip;
    QColor highlight;       // behind cited words
    QColor activeHighlight; // behind the words a chip has just led to
};

const Tokens& tokensOf(Look look);

// What a text or mark is painted with; resolved against the tokens when it is painted, so
// that a change of theme needs no rebuilding.
enum class Ink { normal, muted, accent, onAccent, red, amber, green };
QColor inkOf(const Tokens& tokens, Ink ink);
// The quiet background that belongs to a posture ink; the chip colour for the others.
QColor backgroundOf(const Tokens& tokens, Ink ink);

// A foreground on a background as the window paints it, and the contrast it needs: 4.5 for
// text, 3 for marks and rings (WCAG 2.1, 1.4.3 and 1.4.11).
struct TokenPair {
    const char* name = nullptr;
    QColor foreground, background;
    double minimum = 0;
};
std::vector<TokenPair> usedPairs(const Tokens& tokens);

// WCAG 2.1 contrast ratio of two opaque colours, 1 to 21.
double contrastRatio(const QColor& a, const QColor& b);

// Distances on the 4 px grid, and the fixed measures of the pictures.
namespace metrics {
inline constexpr int grid = 4;
inline constexpr int controlRadius = 6;
inline constexpr int cardRadius = 8;
inline constexpr int topBar = 48;
inline constexpr int statusBar = 26;
inline constexpr int queueWidth = 236;
inline constexpr int sideWidth = 318;
inline constexpr int pageMargin = 18;
inline constexpr int cardMargin = 14;
inline constexpr int narrowBelow = 700;  // one column
inline constexpr int foldBelow = 1000;   // the queue folds away
} // namespace metrics

} // namespace foreword
