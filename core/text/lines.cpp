#include "core/text/lines.h"

#include <array>

#include <unicode/uchar.h>
#include <unicode/unorm2.h>

#include "core/text/utf8.h"

namespace foreword {
namespace {

constexpr std::string_view noBreakSpace = "\xC2\xA0";

bool isSpace(char c)
{
    return c == ' ' || c == '\t' || c == '\r' || c == '\n' || c == '\f' || c == '\v';
}

void foldOther(std::string& out, char32_t value)
{
    if (value >= 0x0300 && value <= 0x036F)
        return; // combining marks
    switch (value) {
    // clang-format off
    case 0x00A0: case 0x2007: case 0x2009: case 0x202F: out.push_back(' '); return;
    case 0x00DF: case 0x1E9E: out.append("ss"); return;
    case 0x00C6: case 0x00E6: out.append("ae"); return;
    case 0x0152: case 0x0153: out.append("oe"); return;
    case 0x00D8: case 0x00F8: out.push_back('o'); return;
    case 0x2018: case 0x2019: case 0x02BC: case 0x00B4: out.push_back('\''); return;
    case 0x2010: case 0x2011: case 0x2012: case 0x2013: case 0x2014: case 0x2015: out.push_back('-'); return;
    // clang-format on
    default: break;
    }
    const auto lower = static_cast<char32_t>(u_tolower(static_cast<UChar32>(value)));
    UErrorCode status = U_ZERO_ERROR;
    const UNormalizer2* nfd = unorm2_getNFDInstance(&status);
    std::array<UChar, 8> parts{};
    const auto count = U_SUCCESS(status)
        ? unorm2_getDecomposition(nfd, static_cast<UChar32>(lower), parts.data(), static_cast<std::int32_t>(parts.size()), &status)
        : -1;
    const bool latin = count > 0 && U_SUCCESS(status) && parts[0] < 0x80;
    appendUtf8(out, latin ? parts[0] : lower);
}

} // namespace

std::vector<TextLine> linesOf(std::string_view text)
{
    std::vector<TextLine> lines;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t newline = text.find('\n', at);
        const std::size_t end = newline == std::string_view::npos ? text.size() : newline + 1;
        std::string_view content = text.substr(at, end - at);
        for (;;) {
            if (!content.empty() && isSpace(content.back()))
                content.remove_suffix(1);
            else if (content.ends_with(noBreakSpace))
                content.remove_suffix(noBreakSpace.size());
            else
                break;
        }
        lines.push_back({static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + content.size()), static_cast<std::uint32_t>(end)});
        at = end;
    }
    return lines;
}

std::string foldLatin(std::string_view text)
{
    std::string out;
    out.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const char c = text[at];
        if (static_cast<unsigned char>(c) < 0x80) {
            out.push_back(c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c);
            ++at;
            continue;
        }
        const CodePoint point = codePointAt(text, at);
        foldOther(out, point.value);
        at += point.length;
    }
    return out;
}

std::string_view trimmed(std::string_view text)
{
    for (;;) {
        if (!text.empty() && isSpace(text.front()))
            text.remove_prefix(1);
        else if (!text.empty() && isSpace(text.back()))
            text.remove_suffix(1);
        else if (text.starts_with(noBreakSpace))
            text.remove_prefix(noBreakSpace.size());
        else if (text.ends_with(noBreakSpace))
            text.remove_suffix(noBreakSpace.size());
        else
            return text;
    }
}

} // namespace foreword
