// Any bytes become valid text: UTF-8, no control characters but line ends and tabs, no white
// space at its ends, never two blank lines in a row.
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "core/text/html_text.h"
#include "core/text/utf8.h"
#include "fuzz_invariant.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const std::string text = foreword::htmlToText({reinterpret_cast<const char*>(data), size});
    FOREWORD_INVARIANT(foreword::isValidUtf8(text));
    for (const char c : text)
        FOREWORD_INVARIANT(static_cast<unsigned char>(c) >= 0x20 || c == '\n' || c == '\t');
    FOREWORD_INVARIANT(text.find("\n\n\n") == std::string::npos);
    if (!text.empty()) {
        FOREWORD_INVARIANT(text.front() != '\n' && text.front() != '\t');
        FOREWORD_INVARIANT(text.back() != '\n' && text.back() != ' ' && text.back() != '\t');
    }
    return 0;
}
