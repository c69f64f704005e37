// Any text as a foreword:// address, which web pages and mails can send: no address, or an
// identifier with something in it.
#include <cstddef>
#include <cstdint>

#include "app/desktop/options.h"
#include "fuzz_invariant.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const auto address = QString::fromUtf8(reinterpret_cast<const char*>(data), static_cast<qsizetype>(size));
    const auto identifier = foreword::desktop::identifierOf(address);
    if (identifier)
        FOREWORD_INVARIANT(!identifier->isEmpty() && *identifier == identifier->trimmed());
    FOREWORD_INVARIANT(!identifier || address.trimmed().startsWith(QLatin1String("foreword"), Qt::CaseInsensitive));
    return 0;
}
