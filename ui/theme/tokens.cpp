#include "ui/theme/tokens.h"

#include <algorithm>
#include <cmath>

namespace foreword {
namespace {

QColor rgb(unsigned value)
{
    return QColor::fromRgb(value);
}

// clang-format off
const Tokens lightTokens{
    rgb(0xf5f6f8), rgb(0xffffff), rgb(0xe3e6eb),
    rgb(0x1b2330), rgb(0x5d667a),
    rgb(0x3b5bdb), rgb(0xeef2ff), rgb(0xffffff),
    rgb(0xc92a2a), rgb(0xfff1f0),
    rgb(0xa35200), rgb(0xfff6e5),
    rgb(0x1f7a3d), rgb(0xecf8ef),
    rgb(0xeef0f3), rgb(0xfff0b3), rgb(0xffd84d),
};

const Tokens darkTokens{
    rgb(0x12161d), rgb(0x1a2029), rgb(0x2b333f),
    rgb(0xe7ebf1), rgb(0x97a3b4),
    rgb(0x8da2fb), rgb(0x222b45), rgb(0x12161d),
    rgb(0xff8787), rgb(0x3a1f22),
    rgb(0xffc078), rgb(0x3a2c17),
    rgb(0x8ce99a), rgb(0x1b3324),
    rgb(0x28303b), rgb(0x5a4a12), rgb(0x7a6310),
};
// clang-format on

// High contrast keeps the same places and raises every text to 7:1 and every line to 4.5:1.
// clang-format off
const Tokens contrastLightTokens{
    rgb(0xffffff), rgb(0xffffff), rgb(0x4a4f57),
    rgb(0x000000), rgb(0x2d333b),
    rgb(0x1b2f9e), rgb(0xe3e9ff), rgb(0xffffff),
    rgb(0x8c0000), rgb(0xffecea),
    rgb(0x663300), rgb(0xfff1d6),
    rgb(0x0b4a1f), rgb(0xe2f6e7),
    rgb(0xe9ebee), rgb(0xffeb8a), rgb(0xffd21f),
};

const Tokens contrastDarkTokens{
    rgb(0x000000), rgb(0x000000), rgb(0xa9b2bf),
    rgb(0xffffff), rgb(0xd5dbe3),
    rgb(0xb9c6ff), rgb(0x1a2450), rgb(0x000000),
    rgb(0xffb3b3), rgb(0x3d0f12),
    rgb(0xffd9a0), rgb(0x3a2600),
    rgb(0xb2f2bb), rgb(0x0c2f16),
    rgb(0x20262e), rgb(0x4d3e00), rgb(0x665200),
};
// clang-format on

double channelLuminance(double value)
{
    return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
}

double luminance(const QColor& color)
{
    return 0.2126 * channelLuminance(color.redF()) + 0.7152 * channelLuminance(color.greenF()) + 0.0722 * channelLuminance(color.blueF());
}

} // namespace

const Tokens& tokensOf(Look look)
{
    switch (look) {
    case Look::dark: return darkTokens;
    case Look::contrastLight: return contrastLightTokens;
    case Look::contrastDark: return contrastDarkTokens;
    case Look::light: break;
    }
    return lightTokens;
}

QColor inkOf(const Tokens& tokens, Ink ink)
{
    switch (ink) {
    case Ink::muted: return tokens.muted;
    case Ink::accent: return tokens.accent;
    case Ink::onAccent: return tokens.onAccent;
    case Ink::red: return tokens.red;
    case Ink::amber: return tokens.amber;
    case Ink::green: return tokens.green;
    case Ink::normal: break;
    }
    return tokens.ink;
}

QColor backgroundOf(const Tokens& tokens, Ink ink)
{
    switch (ink) {
    case Ink::accent: return tokens.accentBackground;
    case Ink::onAccent: return tokens.accent;
    case Ink::red: return tokens.redBackground;
    case Ink::amber: return tokens.amberBackground;
    case Ink::green: return tokens.greenBackground;
    case Ink::normal:
    case Ink::muted: break;
    }
    return tokens.chip;
}

std::vector<TokenPair> usedPairs(const Tokens& t)
{
    constexpr double text = 4.5;
    constexpr double mark = 3.0;
    return {
        {"ink on background", t.ink, t.background, text},
        {"ink on panel", t.ink, t.panel, text},
        {"ink on chip", t.ink, t.chip, text},
        {"ink on selection", t.ink, t.accentBackground, text},
        {"ink on red banner", t.ink, t.redBackground, text},
        {"ink on amber banner", t.ink, t.amberBackground, text},
        {"ink on green banner", t.ink, t.greenBackground, text},
        {"ink on highlight", t.ink, t.highlight, text},
        {"ink on active highlight", t.ink, t.activeHighlight, text},
        {"muted on background", t.muted, t.background, text},
        {"muted on panel", t.muted, t.panel, text},
        {"muted on chip", t.muted, t.chip, text},
        {"muted on selection", t.muted, t.accentBackground, text},
        {"muted on red banner", t.muted, t.redBackground, text},
        {"muted on amber banner", t.muted, t.amberBackground, text},
        {"muted on green banner", t.muted, t.greenBackground, text},
        {"accent on panel", t.accent, t.panel, text},
        {"accent on background", t.accent, t.background, text},
        {"accent on citation chip", t.accent, t.accentBackground, text},
        {"text on primary button", t.onAccent, t.accent, text},
        {"red on panel", t.red, t.panel, text},
        {"red on its background", t.red, t.redBackground, text},
        {"amber on panel", t.amber, t.panel, text},
        {"amber on its background", t.amber, t.amberBackground, text},
        {"green on panel", t.green, t.panel, text},
        {"green on its background", t.green, t.greenBackground, text},
        {"red dot on selection", t.red, t.accentBackground, mark},
        {"amber dot on selection", t.amber, t.accentBackground, mark},
        {"green dot on selection", t.green, t.accentBackground, mark},
        {"focus ring on panel", t.accent, t.panel, mark},
        {"focus ring on background", t.accent, t.background, mark},
        {"focus ring on amber banner", t.accent, t.amberBackground, mark},
        {"focus ring on red banner", t.accent, t.redBackground, mark},
        {"focus ring on chip", t.accent, t.chip, mark},
    };
}

double contrastRatio(const QColor& a, const QColor& b)
{
    const double first = luminance(a) + 0.05;
    const double second = luminance(b) + 0.05;
    return std::max(first, second) / std::min(first, second);
}

} // namespace foreword
