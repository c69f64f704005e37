#include "core/text/utf8.h"

#include <cstring>

namespace foreword {
namespace {

// Bytes that the first byte announces, 0 where it cannot start a sequence.
std::uint8_t announcedLength(unsigned char lead)
{
    if (lead < 0x80)
        return 1;
    if (lead < 0xC2)
        return 0;
    if (lead < 0xE0)
        return 2;
    if (lead < 0xF0)
        return 3;
    return lead < 0xF5 ? 4 : 0;
}

// The second byte's range is narrower after some leads: no overlong forms, no surrogates,
// nothing above U+10FFFF.
bool secondFits(unsigned char lead, unsigned char second)
{
    if (lead == 0xE0)
        return second >= 0xA0 && second <= 0xBF;
    if (lead == 0xED)
        return second >= 0x80 && second <= 0x9F;
    if (lead == 0xF0)
        return second >= 0x90 && second <= 0xBF;
    if (lead == 0xF4)
        return second >= 0x80 && second <= 0x8F;
    return (second & 0xC0) == 0x80;
}

// Length of the well-formed sequence at `at`, or 0.
std::uint8_t sequenceLength(std::string_view text, std::size_t at)
{
    const auto lead = static_cast<unsigned char>(text[at]);
    const std::uint8_t length = announcedLength(lead);
    if (length < 2)
        return length;
    if (text.size() - at < length || !secondFits(lead, static_cast<unsigned char>(text[at + 1])))
        return 0;
    for (std::uint8_t i = 2; i < length; ++i) {
        if (!isUtf8Continuation(text[at + i]))
            return 0;
    }
    return length;
}

// Most text is ASCII: eight bytes a step.
std::size_t skipAscii(std::string_view text, std::size_t at)
{
    while (text.size() - at >= sizeof(std::uint64_t)) {
        std::uint64_t block = 0;
        std::memcpy(&block, text.data() + at, sizeof block);
        if ((block & 0x8080808080808080U) != 0)
            break;
        at += sizeof block;
    }
    return at;
}

} // namespace

bool isValidUtf8(std::string_view text)
{
    for (std::size_t at = skipAscii(text, 0); at < text.size(); at = skipAscii(text, at)) {
        const std::uint8_t length = sequenceLength(text, at);
        if (length == 0)
            return false;
        at += length;
    }
    return true;
}

std::string repairUtf8(std::string text)
{
    if (text.find('\0') == std::string::npos && isValidUtf8(text))
        return text;
    std::string out;
    out.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const std::uint8_t length = text[at] == '\0' ? std::uint8_t{0} : sequenceLength(text, at);
        if (length == 0)
            appendUtf8(out, 0xFFFD);
        else
            out.append(text, at, length);
        at += length == 0 ? std::uint8_t{1} : length;
    }
    return out;
}

CodePoint codePointAt(std::string_view text, std::size_t at)
{
    const auto lead = static_cast<unsigned char>(text[at]);
    if (lead < 0x80)
        return {lead, 1};
    const std::uint8_t length = sequenceLength(text, at);
    if (length == 0)
        return {};
    char32_t value = lead & (0xFFU >> (length + 1));
    for (std::uint8_t i = 1; i < length; ++i)
        value = (value << 6) | (static_cast<unsigned char>(text[at + i]) & 0x3FU);
    return {value, length};
}

void appendUtf8(std::string& out, char32_t value)
{
    const auto push = [&out](char32_t byte) { out.push_back(static_cast<char>(byte)); };
    if (value < 0x80) {
        push(value);
    } else if (value < 0x800) {
        push(0xC0 | (value >> 6));
        push(0x80 | (value & 0x3F));
    } else if (value < 0x10000) {
        push(0xE0 | (value >> 12));
        push(0x80 | ((value >> 6) & 0x3F));
        push(0x80 | (value & 0x3F));
    } else {
        push(0xF0 | (value >> 18));
        push(0x80 | ((value >> 12) & 0x3F));
        push(0x80 | ((value >> 6) & 0x3F));
        push(0x80 | (value & 0x3F));
    }
}

std::size_t previousCodePoint(std::string_view text, std::size_t at)
{
    if (at == 0)
        return 0;
    --at;
    for (int i = 0; i < 3 && at > 0 && isUtf8Continuation(text[at]); ++i)
        --at;
    return at;
}

} // namespace foreword
