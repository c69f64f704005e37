// Any archive is read without harm, and each mail of it is refused or becomes records.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "core/ingest/mapped_formats.h"
#include "fuzz_format.h"

using namespace foreword;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    static fuzz::FileInMemory file;
    auto format = mappedFormat("[mail]\nsource = \"mail\"\nown = [\"@shop.example\"]\n", "mapping.toml", {});
    FOREWORD_INVARIANT(format.has_value());
    file.fill({reinterpret_cast<const char*>(data), size});
    fuzz::readTwice(**format, file.path());
    return 0;
}
