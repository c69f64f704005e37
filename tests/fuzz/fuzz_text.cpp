// Whatever the text: zones cover it, sentences and redactions are spans of it in order on whole
// letters, masking keeps its length and its letters.
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "core/text/language.h"
#include "core/text/redaction.h"
#include "core/text/sentences.h"
#include "core/text/utf8.h"
#include "core/text/zones.h"
#include "fuzz_invariant.h"

using namespace foreword;

namespace {

void checkSpan(std::string_view text, Span span, std::uint32_t from)
{
    FOREWORD_INVARIANT(span.start >= from && span.start < span.end && span.end <= text.size());
    if (isValidUtf8(text)) {
        FOREWORD_INVARIANT(!isUtf8Continuation(text[span.start]));
        FOREWORD_INVARIANT(span.end == text.size() || !isUtf8Continuation(text[span.end]));
    }
}

void checkRedaction(const std::string& text)
{
    const Redacted redacted = redactCardData(text);
    FOREWORD_INVARIANT(redacted.text.size() == text.size());
    FOREWORD_INVARIANT(isValidUtf8(redacted.text) || !isValidUtf8(text));
    std::uint32_t at = 0;
    for (const Redaction& redaction : redacted.redactions) {
        checkSpan(text, redaction.span, at);
        FOREWORD_INVARIANT(std::string_view(text).substr(at, redaction.span.start - at)
                           == std::string_view(redacted.text).substr(at, redaction.span.start - at));
        FOREWORD_INVARIANT(redaction.span.in(redacted.text).find_first_not_of('*') == std::string_view::npos);
        at = redaction.span.end;
    }
    FOREWORD_INVARIANT(std::string_view(text).substr(at) == std::string_view(redacted.text).substr(at));
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const std::string text(reinterpret_cast<const char*>(data), size);
    std::uint32_t at = 0;
    for (const ZoneSpan& zone : zonesOf(text)) {
        FOREWORD_INVARIANT(zone.span.start == at && zone.span.end > at);
        at = zone.span.end;
    }
    FOREWORD_INVARIANT(at == text.size());
    at = 0;
    for (const Span& sentence : sentencesOf(text, "de")) {
        checkSpan(text, sentence, at);
        FOREWORD_INVARIANT(sentence.in(text).find("\n\n") == std::string_view::npos);
        at = sentence.end;
    }
    checkRedaction(text);
    FOREWORD_INVARIANT(detectLanguage(text, "fr").size() <= 2);
    return 0;
}
