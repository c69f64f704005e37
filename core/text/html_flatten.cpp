#include "core/text/html_flatten.h"

#include <algorithm>
#include <array>

namespace foreword {
namespace {

// What Gumbo takes in a fraction of a second however the tags are arranged.
constexpr std::size_t mostTags = 8000;
constexpr std::size_t mostAttributes = 200; // of one tag

char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

bool isLetter(char c)
{
    return lower(c) >= 'a' && lower(c) <= 'z';
}

bool isSpace(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
}

struct TagScan {
    std::size_t end = 0; // after the ">"
    std::size_t attributes = 0;
};

// Reads a tag's attributes as HTML's tokenizer does (13.2.5.32 and on); `at` is after the name.
TagScan scanTag(std::string_view html, std::size_t at, std::size_t limit)
{
    TagScan scan;
    const auto skipSpaces = [&] { at = std::min(html.find_first_not_of(" \t\n\r\f", at), html.size()); };
    while (at < html.size() && scan.attributes <= limit) {
        at = std::min(html.find_first_not_of(" \t\n\r\f/", at), html.size());
        if (at == html.size() || html[at] == '>')
            break;
        ++scan.attributes;
        at = std::min(html.find_first_of(" \t\n\r\f/>=", at + 1), html.size()); // "=" may be a name's first letter
        skipSpaces();
        if (at == html.size() || html[at] != '=')
            continue;
        ++at;
        skipSpaces();
        if (at < html.size() && (html[at] == '"' || html[at] == '\''))
            at = std::min(html.find(html[at], at + 1), html.size() - 1) + 1;
        else
            at = std::min(html.find_first_of(" \t\n\r\f>", at), html.size());
    }
    scan.end = std::min(at + 1, html.size());
    return scan;
}

// clang-format off
constexpr auto breakingTags = std::to_array<std::string_view>({
    "address", "article", "aside", "blockquote", "br", "center", "dd", "div", "dl", "dt", "fieldset", "figure", "footer", "form", "h1",
    "h2", "h3", "h4", "h5", "h6", "header", "hr", "li", "main", "nav", "ol", "p", "pre", "section", "table", "tbody", "tr", "ul",
});
// clang-format on

// Their content is not text.
// clang-format off
constexpr auto silentTags = std::to_array<std::string_view>({
    "iframe", "noembed", "noframes", "object", "script", "select", "style", "svg", "template", "textarea", "title", "xmp",
});
// clang-format on

class Flattener {
public:
    explicit Flattener(std::string_view html) : m_html(html), m_out("<pre>\n") {}

    std::string run()
    {
        while (m_at < m_html.size()) {
            const char c = m_html[m_at];
            if (c != '<') {
                takeText(c);
                ++m_at;
            } else if (m_html.substr(m_at).starts_with("<!--")) {
                skipPast("-->");
            } else if (startsTag()) {
                takeTag();
            } else {
                m_out.append("&lt;");
                ++m_at;
            }
        }
        return std::move(m_out);
    }

private:
    std::string_view m_html;
    std::size_t m_at = 0;
    std::string m_out;
    int m_quotes = 0;      // blockquotes that are open in the output
    int m_deeperQuotes = 0; // open, but too deep to be kept

    void takeText(char c) { m_out.push_back(isSpace(c) ? ' ' : c); }

    void skipPast(std::string_view mark)
    {
        const auto found = m_html.find(mark, m_at);
        m_at = found == std::string_view::npos ? m_html.size() : found + mark.size();
    }

    bool startsTag() const
    {
        if (m_at + 1 >= m_html.size())
            return false;
        const char next = m_html[m_at + 1];
        return isLetter(next) || next == '!' || next == '?' || (next == '/' && m_at + 2 < m_html.size() && isLetter(m_html[m_at + 2]));
    }

    void takeTag()
    {
        const bool closing = m_html[m_at + 1] == '/';
        const std::size_t start = m_at + (closing ? 2 : 1);
        const std::size_t end = std::min(m_html.find_first_of(" \t\n\r\f/>", start), m_html.size());
        std::string name(m_html.substr(start, std::min<std::size_t>(end - start, 12)));
        std::ranges::transform(name, name.begin(), lower);
        m_at = scanTag(m_html, end, m_html.size()).end;
        if (name == "blockquote")
            takeBlockquote(closing);
        else if (std::ranges::find(breakingTags, name) != breakingTags.end())
            m_out.push_back('\n');
        else if (name == "td" || name == "th")
            m_out.push_back(' ');
        else if (!closing && std::ranges::find(silentTags, name) != silentTags.end())
            skipSilent(name);
    }

    void skipSilent(std::string_view name)
    {
        while (m_at < m_html.size()) {
            skipPast("</");
            const auto rest = m_html.substr(m_at, name.size());
            if (std::ranges::equal(rest, name, {}, lower)) {
                skipPast(">");
                return;
            }
        }
    }

    void takeBlockquote(bool closing)
    {
        constexpr int deepest = 20;
        if (!closing && m_quotes < deepest) {
            m_out.append("<blockquote>");
            ++m_quotes;
        } else if (!closing) {
            ++m_deeperQuotes;
        } else if (m_deeperQuotes > 0) {
            --m_deeperQuotes;
        } else if (m_quotes > 0) {
            m_out.append("</blockquote>");
            --m_quotes;
        }
    }
};

} // namespace

bool isTameHtml(std::string_view html)
{
    std::size_t tags = 0;
    // A "<a" inside a comment or a value is scanned as well, which would add up without end.
    std::size_t budget = 4 * html.size() + 65'536;
    for (auto at = html.find('<'); at != std::string_view::npos; at = html.find('<', at + 1)) {
        if (at + 1 == html.size() || !(isLetter(html[at + 1]) || html[at + 1] == '/'))
            continue;
        const TagScan scan = scanTag(html, std::min(html.find_first_of(" \t\n\r\f/>", at + 2), html.size()), mostAttributes);
        const std::size_t length = scan.end - at;
        if (++tags > mostTags || scan.attributes > mostAttributes || length > budget)
            return false;
        budget -= length;
    }
    return true;
}

std::string flattenHtml(std::string_view html)
{
    return Flattener(html).run();
}

} // namespace foreword
