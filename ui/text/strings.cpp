#include "ui/text/strings.h"

#include <algorithm>

namespace foreword {
namespace {

bool isContinuation(std::string_view text, std::size_t at)
{
    return at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80;
}

} // namespace

TextRange toUtf16(std::string_view text, Span span)
{
    std::size_t start = std::min<std::size_t>(span.start, text.size());
    std::size_t end = std::min<std::size_t>(span.end, text.size());
    while (start > 0 && isContinuation(text, start))
        --start;
    while (isContinuation(text, end))
        ++end;
    if (end <= start)
        return {};
    // Prefixes are decoded, not the span alone, so that a byte-order mark is treated alike.
    const auto before = static_cast<int>(toQt(text.substr(0, start)).size());
    const auto upTo = static_cast<int>(toQt(text.substr(0, end)).size());
    return {before, upTo - before};
}

QString plainToolTip(const QString& text)
{
    return u"<span>"_s + text.toHtmlEscaped() + u"</span>"_s;
}

} // namespace foreword
