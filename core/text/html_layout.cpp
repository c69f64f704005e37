#include "core/text/html_layout.h"

#include <algorithm>

#include "core/text/utf8.h"

namespace foreword {
namespace {

enum class Kind { letter, space, newline, nothing };

// Soft hyphens, joiners without effect and control characters are nothing: senders hide them in
// words and previews.
Kind kindOf(char32_t c)
{
    switch (c) {
    // clang-format off
    case '\n': return Kind::newline;
    case ' ': case '\t': case '\r': case '\f': case 0x00A0: case 0x2007: case 0x202F: return Kind::space;
    case 0x2028: case 0x2029: case 0x0085: return Kind::newline;
    case 0x00AD: case 0x034F: case 0x200B: case 0x2060: case 0xFEFF: return Kind::nothing;
    // clang-format on
    default: return c < 0x20 || c == 0x7F ? Kind::nothing : Kind::letter;
    }
}

} // namespace

void HtmlLayout::words(std::string_view text, bool preformatted)
{
    std::size_t start = 0; // of the word that is being read
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint point = codePointAt(text, at);
        const Kind kind = kindOf(point.value);
        if (kind != Kind::letter) {
            put(text.substr(start, at - start));
            start = at + point.length;
        }
        if (kind == Kind::newline && preformatted)
            breakLine();
        else if ((kind == Kind::space || kind == Kind::newline) && m_gap == '\0')
            m_gap = ' ';
        at += point.length;
    }
    put(text.substr(start));
}

void HtmlLayout::endLine(bool blank)
{
    m_breaks = std::max(m_breaks, blank ? 2 : 1);
    m_gap = '\0';
}

void HtmlLayout::breakLine()
{
    m_breaks = std::min(m_breaks + 1, 2);
    m_gap = '\0';
}

void HtmlLayout::startCell()
{
    if (m_breaks == 0 && !m_out.empty())
        m_gap = '\t';
}

void HtmlLayout::startItem(std::string marker)
{
    endLine();
    m_marker = std::move(marker);
}

void HtmlLayout::setQuoteLevel(int level)
{
    if (level != m_level)
        endLine();
    m_level = level;
}

void HtmlLayout::put(std::string_view word)
{
    if (word.empty())
        return;
    if (m_out.empty() || m_breaks > 0)
        startLine();
    else if (m_gap != '\0')
        m_out.push_back(m_gap);
    m_gap = '\0';
    m_out.append(word);
}

void HtmlLayout::startLine()
{
    if (!m_out.empty())
        m_out.append(static_cast<std::size_t>(m_breaks), '\n');
    m_breaks = 0;
    for (int i = 0; i < m_level; ++i)
        m_out.append("> ");
    m_out.append(m_marker);
    m_marker.clear();
}

std::string HtmlLayout::take() &&
{
    return std::move(m_out);
}

} // namespace foreword
