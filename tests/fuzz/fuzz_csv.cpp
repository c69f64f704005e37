// Any mapping is refused or read, and with it any table. The input is "mapping \x1d table"; a
// table alone is read with a mapping of ours, chosen by its first byte.
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "core/ingest/mapped_formats.h"
#include "fuzz_format.h"

using namespace foreword;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace {

constexpr std::string_view mappings[] = {
    "[csv]\n[[record]]\ntype = \"customer\"\nsource = \"crm\"\n[record.fields]\nid = \"a\"\nnames = { columns = [\"b\", \"c\"] }\n"
    "emails = { column = \"c\", list = \",\" }\nbirth_date = { column = \"d\", format = \"dd.MM.yyyy\" }\naddresses.city = \"b\"\n"
    "attributes.tier = { column = \"d\", map = { A = \"gold\" }, other = \"none\" }\n",
    "[csv]\nencoding = \"windows-1252\"\ntime_zone = \"Europe/Berlin\"\n[[record]]\ntype = \"message\"\nsource = \"desk\"\n[record.fields]\n"
    "id = \"a\"\ninteraction = \"b\"\nsender = { value = \"customer\" }\nat = { column = \"c\", format = \"dd.MM.yyyy HH:mm\" }\nhtml = \"d\"\n",
    "[csv]\nencoding = \"UTF-16\"\nseparator = \"tab\"\n[[record]]\ntype = \"offer\"\nsource = \"m\"\n[record.fields]\nid = \"a\"\n"
    "kind = { value = \"upsell\" }\nvalue = \"b\"\ncredit = \"c\"\nvalid_to = \"d\"\n",
};
constexpr char between = '\x1d';

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    static fuzz::FileInMemory file;
    const std::string_view input(reinterpret_cast<const char*>(data), size);
    const auto split = input.find(between);
    std::string_view mapping, table;
    if (split != std::string_view::npos) {
        mapping = input.substr(0, split);
        table = input.substr(split + 1);
    } else if (!input.empty()) {
        mapping = mappings[static_cast<unsigned char>(input.front()) % std::size(mappings)];
        table = input.substr(1);
    }
    auto format = mappedFormat(mapping, "mapping.toml", FormatLimits{4096});
    FOREWORD_INVARIANT(format || !format.error().empty());
    if (!format)
        return 0;
    file.fill(table);
    fuzz::readTwice(**format, file.path());
    return 0;
}
