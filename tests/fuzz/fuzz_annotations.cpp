// Any bytes as the stored annotations and redactions of a message: refused, or read into values
// that lie inside the text and come back the same. The first two bytes say how long the text is.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "core/store/annotation_codec.h"
#include "fuzz_invariant.h"

using namespace foreword;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    if (size < 2)
        return 0;
    const std::size_t textBytes = data[0] + std::size_t{256} * data[1];
    const std::string_view bytes(reinterpret_cast<const char*>(data) + 2, size - 2);
    if (const auto annotations = decodeAnnotations(bytes, textBytes)) {
        for (const Annotation& annotation : *annotations)
            FOREWORD_INVARIANT(annotation.span.start <= annotation.span.end && annotation.span.end <= textBytes);
        FOREWORD_INVARIANT(decodeAnnotations(encodeAnnotations(*annotations), textBytes) == annotations);
    }
    if (const auto redactions = decodeRedactions(bytes, textBytes)) {
        for (const Redaction& redaction : *redactions)
            FOREWORD_INVARIANT(redaction.span.start <= redaction.span.end && redaction.span.end <= textBytes);
        FOREWORD_INVARIANT(decodeRedactions(encodeRedactions(*redactions), textBytes) == redactions);
    }
    return 0;
}
