#include "core/text/html_elements.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

namespace foreword {
namespace {

std::string_view attribute(const GumboElement& element, const char* name)
{
    const GumboAttribute* found = gumbo_get_attribute(&element.attributes, name);
    return found ? std::string_view(found->value) : std::string_view();
}

// A style in lower case without spaces, for looking up declarations.
std::string styleOf(const GumboElement& element)
{
    constexpr std::size_t longest = 4096;
    std::string out;
    for (const char c : attribute(element, "style").substr(0, longest)) {
        if (c != ' ' && c != '\t' && c != '\n' && c != '\r')
            out.push_back(c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c);
    }
    return out;
}

// "font-size:0", "font-size:0px", not "font-size:0.9em".
bool declaresZero(std::string_view style, std::string_view property)
{
    for (auto at = style.find(property); at != std::string_view::npos; at = style.find(property, at + 1)) {
        const auto value = style.substr(at + property.size());
        if ((at == 0 || style[at - 1] == ';') && value.starts_with(":0")
            && (value.size() == 2 || (value[2] != '.' && !(value[2] >= '0' && value[2] <= '9'))))
            return true;
    }
    return false;
}

bool isHidden(const GumboElement& element)
{
    if (gumbo_get_attribute(&element.attributes, "hidden"))
        return true;
    const std::string style = styleOf(element);
    if (style.empty())
        return false;
    const auto has = [&style](std::string_view declaration) { return style.find(declaration) != std::string::npos; };
    return has("display:none") || has("visibility:hidden") || has("mso-hide:all") || declaresZero(style, "font-size")
        || declaresZero(style, "opacity")
        || (has("overflow:hidden") && (declaresZero(style, "max-height") || declaresZero(style, "height")));
}

// clang-format off
constexpr auto silentTags = std::to_array<GumboTag>({
    GUMBO_TAG_HEAD, GUMBO_TAG_TITLE, GUMBO_TAG_SCRIPT, GUMBO_TAG_STYLE, GUMBO_TAG_TEMPLATE, GUMBO_TAG_IFRAME,
    GUMBO_TAG_OBJECT, GUMBO_TAG_EMBED, GUMBO_TAG_APPLET, GUMBO_TAG_NOEMBED, GUMBO_TAG_NOFRAMES, GUMBO_TAG_SVG, GUMBO_TAG_AUDIO,
    GUMBO_TAG_VIDEO, GUMBO_TAG_CANVAS, GUMBO_TAG_MAP, GUMBO_TAG_SELECT, GUMBO_TAG_DATALIST, GUMBO_TAG_IMG, GUMBO_TAG_XMP,
    GUMBO_TAG_TEXTAREA, GUMBO_TAG_PLAINTEXT,
});

constexpr auto paragraphTags = std::to_array<GumboTag>({
    GUMBO_TAG_P, GUMBO_TAG_H1, GUMBO_TAG_H2, GUMBO_TAG_H3, GUMBO_TAG_H4, GUMBO_TAG_H5, GUMBO_TAG_H6, GUMBO_TAG_UL, GUMBO_TAG_OL,
    GUMBO_TAG_DL, GUMBO_TAG_BLOCKQUOTE, GUMBO_TAG_PRE, GUMBO_TAG_HR,
});

constexpr auto lineTags = std::to_array<GumboTag>({
    GUMBO_TAG_HTML, GUMBO_TAG_BODY, GUMBO_TAG_DIV, GUMBO_TAG_LI, GUMBO_TAG_TR, GUMBO_TAG_DT, GUMBO_TAG_DD, GUMBO_TAG_ADDRESS,
    GUMBO_TAG_SECTION, GUMBO_TAG_ARTICLE, GUMBO_TAG_HEADER, GUMBO_TAG_FOOTER, GUMBO_TAG_MAIN, GUMBO_TAG_NAV, GUMBO_TAG_ASIDE,
    GUMBO_TAG_CENTER, GUMBO_TAG_FIELDSET, GUMBO_TAG_FIGURE, GUMBO_TAG_FIGCAPTION, GUMBO_TAG_CAPTION, GUMBO_TAG_LEGEND,
    GUMBO_TAG_DETAILS, GUMBO_TAG_SUMMARY, GUMBO_TAG_THEAD, GUMBO_TAG_TBODY, GUMBO_TAG_TFOOT, GUMBO_TAG_FORM, GUMBO_TAG_TABLE,
});
// clang-format on

// Classes of mail clients: Gmail, Yahoo, Proton, Tutanota, Zoho, Thunderbird's forward, Outlook
// for mobile, Front, Freshdesk.
// clang-format off
constexpr auto quoteClasses = std::to_array<std::string_view>({
    "gmail_quote", "gmail_quote_container", "yahoo_quoted", "protonmail_quote", "tutanota_quote", "zmail_extra", "moz-forward-container",
    "moz-cite-prefix", "ms-outlook-mobile-reference-message", "front-blockquote", "freshdesk_quote", "gmail_attr",
});
// clang-format on

constexpr auto restIds = std::to_array<std::string_view>({"divrplyfwdmsg", "appendonsend"});

std::string lowered(std::string_view text)
{
    std::string out(text);
    for (char& c : out)
        c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    return out;
}

// Outlook puts "x_" in front of the names of mails it quotes, once a reply.
std::string_view withoutPrefix(std::string_view name)
{
    while (name.starts_with("x_"))
        name.remove_prefix(2);
    return name;
}

bool hasQuoteClass(const GumboElement& element)
{
    const std::string classes = lowered(attribute(element, "class").substr(0, 512));
    for (std::string_view rest = classes; !rest.empty();) {
        const auto start = rest.find_first_not_of(" \t\r\n");
        if (start == std::string_view::npos)
            break;
        const auto end = std::min(rest.find_first_of(" \t\r\n", start), rest.size());
        if (std::ranges::find(quoteClasses, withoutPrefix(rest.substr(start, end - start))) != quoteClasses.end())
            return true;
        rest.remove_prefix(end);
    }
    return false;
}

// Editors indent with <blockquote> too, and take its border away.
bool isIndent(const GumboElement& element)
{
    const bool cited = attribute(element, "type") == "cite" || gumbo_get_attribute(&element.attributes, "cite") || hasQuoteClass(element);
    return !cited && styleOf(element).find("border:none") != std::string::npos;
}

template <std::size_t N>
bool isOneOf(GumboTag tag, const std::array<GumboTag, N>& tags)
{
    return std::ranges::find(tags, tag) != tags.end();
}

} // namespace

bool isSilentElement(const GumboElement& element)
{
    return isOneOf(element.tag, silentTags) || (element.attributes.length > 0 && isHidden(element));
}

LineRole lineRole(const GumboElement& element)
{
    if (isOneOf(element.tag, paragraphTags)) {
        // Word writes each line as a paragraph without margins.
        const bool tight =
            element.tag == GUMBO_TAG_P && (attribute(element, "class").starts_with("Mso") || declaresZero(styleOf(element), "margin"));
        return tight ? LineRole::line : LineRole::paragraph;
    }
    return isOneOf(element.tag, lineTags) ? LineRole::line : LineRole::inlined;
}

QuoteRole quoteRole(const GumboElement& element)
{
    if (element.tag == GUMBO_TAG_BLOCKQUOTE)
        return isIndent(element) ? QuoteRole::none : QuoteRole::quote;
    if (element.attributes.length == 0)
        return QuoteRole::none;
    const std::string id = lowered(attribute(element, "id").substr(0, 128));
    if (!id.empty() && std::ranges::find(restIds, withoutPrefix(id)) != restIds.end())
        return QuoteRole::restOfMail;
    const bool gmx = element.tag == GUMBO_TAG_DIV && attribute(element, "name") == "quote";
    return gmx || withoutPrefix(id) == "olk_src_body_section" || hasQuoteClass(element) ? QuoteRole::container : QuoteRole::none;
}

} // namespace foreword
