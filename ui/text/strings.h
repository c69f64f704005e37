// Between core's UTF-8 and Qt's UTF-16. Pure, any thread.
#pragma once

#include <QString>

#include <string>
#include <string_view>

#include "core/model/citation.h"

namespace foreword {

using namespace Qt::Literals::StringLiterals;

inline QString toQt(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

inline std::string toStd(const QString& text)
{
    return text.toStdString();
}

// A range of UTF-16 code units.
struct TextRange {
    int start = 0;
    int length = 0;
    bool operator==(const TextRange&) const = default;
};

// Where a span of UTF-8 bytes lies in toQt(text). A span past the end, or one that cuts a
// character, is brought back to the characters it touches; an impossible one is empty.
TextRange toUtf16(std::string_view text, Span span);

// As rich text that shows exactly these characters: for tool tips, which Qt would otherwise
// interpret when they look like HTML.
QString plainToolTip(const QString& text);

} // namespace foreword
