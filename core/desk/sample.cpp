#include "core/desk/sample.h"

#include <toml++/toml.h>

#include "core/base/resources.h"
#include "core/ingest/interchange.h"

namespace foreword {
namespace {

constexpr const char* manifestFile = "sample/sample.toml";

Result<> readManifest(Sample& sample)
{
    const auto text = embeddedFile(manifestFile).value_or(std::string_view());
    try {
        const auto manifest = toml::parse(text);
        const auto asOf = Timestamp::parse(manifest["as_of"].value_or(std::string_view()));
        if (!asOf)
            return fail(ErrorCode::bad_time, {{"file", manifestFile}, {"field", "as_of"}});
        sample.asOf = *asOf;
        sample.openCustomer = manifest["open_customer"].value_or(std::string());
        return {};
    } catch (const toml::parse_error& error) {
        return fail(
            ErrorCode::toml_syntax,
            {{"file", manifestFile}, {"line", std::to_string(error.source().begin.line)}, {"detail", std::string(error.description())}});
    }
}

Result<> readRecords(const std::string& file, std::vector<Record>& records)
{
    auto text = embeddedFile(file).value_or(std::string_view());
    for (int line = 1; !text.empty(); ++line) {
        const auto end = std::min(text.find('\n'), text.size());
        if (end > 0) {
            auto record = parseRecord(text.substr(0, end));
            if (!record)
                return fail(std::move(record).error().with("file", file).with("line", std::to_string(line)));
            records.push_back(std::move(*record));
        }
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return {};
}

} // namespace

Result<Sample> loadSample()
{
    Sample sample;
    FOREWORD_CHECK(readManifest(sample));
    for (const auto& file : embeddedFiles("sample/")) {
        if (file.ends_with(".jsonl"))
            FOREWORD_CHECK(readRecords(file, sample.records));
    }
    return sample;
}

} // namespace foreword
