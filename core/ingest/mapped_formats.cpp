#include "core/ingest/mapped_formats.h"

#include <fstream>
#include <iterator>
#include <string>

namespace foreword {

tl::expected<std::unique_ptr<FileFormat>, std::vector<Error>> mappedFormat(const std::filesystem::path& mapping, const FormatLimits& limits)
{
    std::ifstream in(mapping, std::ios::binary);
    std::string text(longestMapping + 1, '\0');
    in.read(text.data(), static_cast<std::streamsize>(text.size()));
    text.resize(static_cast<std::size_t>(in.gcount()));
    if (!in.is_open() || in.bad())
        return tl::unexpected(std::vector<Error>{Error(ErrorCode::file_not_found, {{"file", mapping.string()}})});
    return mappedFormat(text, mapping.string(), limits);
}

tl::expected<std::unique_ptr<FileFormat>, std::vector<Error>> mappedFormat(std::string_view toml, std::string_view file,
                                                                           const FormatLimits& limits)
{
    TomlErrors errors(file);
    const auto document = parseToml(toml, errors);
    if (!document)
        return tl::unexpected(errors.take());
    TomlTable table(*document, 1, "the mapping", errors);
    auto csv = table.table("csv", Need::optional);
    auto mail = table.table("mail", Need::optional);
    auto records = table.tables("record");
    if (csv.has_value() == mail.has_value())
        table.addError(ErrorCode::toml_value_missing, "[csv] or [mail]", {});
    if (mail && !records.empty())
        table.addError(ErrorCode::toml_value_bad, "record", {{"value", "[[record]]"}, {"allowed", "only with [csv]"}});
    table.finish();

    std::unique_ptr<FileFormat> format;
    if (csv)
        format = csvFormat(readCsvMapping(*csv, std::move(records)), limits);
    else if (mail)
        format = mailFormat(readMailMapping(*mail));
    if (errors.count() > 0)
        return tl::unexpected(errors.take());
    return format;
}

} // namespace foreword
