// The formats that need a mapping file: CSV and mail. The mapping says which of them it is for,
// by its [csv] or its [mail] table.
#pragma once

#include <filesystem>
#include <memory>
#include <string_view>
#include <vector>

#include "core/ingest/csv/csv_mapping.h"
#include "core/ingest/file_format.h"
#include "core/ingest/mail/mail_mapping.h"

namespace foreword {

// A mapping is a table of a few lines.
inline constexpr std::size_t longestMapping = 256 * 1024;

// All errors at once, each with file and line: file_not_found, toml_syntax, toml_key_unknown,
// toml_value_missing, toml_value_bad.
tl::expected<std::unique_ptr<FileFormat>, std::vector<Error>> mappedFormat(const std::filesystem::path& mapping,
                                                                           const FormatLimits& limits);
tl::expected<std::unique_ptr<FileFormat>, std::vector<Error>> mappedFormat(std::string_view toml, std::string_view file,
                                                                           const FormatLimits& limits);

std::unique_ptr<FileFormat> csvFormat(CsvMapping mapping, const FormatLimits& limits);
std::unique_ptr<FileFormat> mailFormat(MailMapping mapping);

} // namespace foreword
