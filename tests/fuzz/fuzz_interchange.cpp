// Any line is refused or becomes a record that comes back the same from its canonical line,
// and that can be made fit to be kept.
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <variant>

#include "core/ingest/interchange.h"
#include "core/ingest/preparing.h"
#include "core/text/utf8.h"
#include "fuzz_invariant.h"

using namespace foreword;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const auto record = parseRecord({reinterpret_cast<const char*>(data), size});
    if (!record)
        return 0;
    const std::string line = canonicalLine(*record);
    const auto again = parseRecord(line);
    FOREWORD_INVARIANT(again && *again == *record);
    FOREWORD_INVARIANT(canonicalLine(*again) == line);

    const auto prepared = prepareRecord(*record);
    FOREWORD_INVARIANT(prepared.has_value());
    const auto kept = parseRecord(canonicalLine(prepared->record));
    FOREWORD_INVARIANT(kept && *kept == prepared->record);
    if (const auto* message = std::get_if<MessageRecord>(&prepared->record))
        FOREWORD_INVARIANT(message->html.empty() && isValidUtf8(message->text));
    return 0;
}
