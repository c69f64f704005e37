#include "core/ingest/text_decoder.h"

#include <array>
#include <cstdint>

#include <unicode/ucnv.h>
#include <unicode/unistr.h>

namespace foreword {

void TextDecoder::Close::operator()(UConverter* converter) const
{
    ucnv_close(converter);
}

bool isEncoding(const std::string& name)
{
    UErrorCode status = U_ZERO_ERROR;
    UConverter* converter = ucnv_open(name.c_str(), &status);
    if (U_FAILURE(status) || name.empty())
        return false;
    ucnv_close(converter);
    return true;
}

TextDecoder::TextDecoder(const std::string& encoding)
{
    UErrorCode status = U_ZERO_ERROR;
    m_converter.reset(ucnv_open(encoding.c_str(), &status));
    if (U_FAILURE(status))
        m_converter.reset();
}

void TextDecoder::append(std::string& out, std::string_view bytes, bool last)
{
    if (!m_converter) {
        out.append(bytes.empty() ? "" : "\xEF\xBF\xBD");
        return;
    }
    std::array<char16_t, 4096> units{};
    const char* source = bytes.data();
    const char* const end = source + bytes.size();
    for (;;) {
        UErrorCode status = U_ZERO_ERROR;
        char16_t* target = units.data();
        ucnv_toUnicode(m_converter.get(), &target, units.data() + units.size(), &source, end, nullptr, last ? 1 : 0, &status);
        icu::UnicodeString(false, units.data(), static_cast<std::int32_t>(target - units.data())).toUTF8String(out);
        if (status != U_BUFFER_OVERFLOW_ERROR)
            return;
    }
}

std::string decoded(std::string_view bytes, const std::string& encoding)
{
    std::string out;
    TextDecoder(encoding).append(out, bytes, true);
    return out;
}

} // namespace foreword
