#include "core/desk/definitions.h"

#include <map>

#include "core/base/resources.h"

namespace foreword {
namespace {

constexpr const char* dictionaryFile = "dictionary.toml";
constexpr const char* charterFile = "charter.toml";
constexpr CivilDate noReviewDate{1, 1, 1};

std::map<std::string, std::string_view> cueFiles()
{
    std::map<std::string, std::string_view> files;
    for (const auto& path : embeddedFiles("cues/"))
        files.emplace(path, embeddedFile(path).value_or(std::string_view()));
    return files;
}

} // namespace

tl::expected<std::shared_ptr<const Definitions>, std::vector<Error>> loadBuiltInDefinitions()
{
    auto dictionary = Dictionary::load(embeddedFile(dictionaryFile).value_or(std::string_view()), dictionaryFile);
    if (!dictionary)
        return tl::make_unexpected(std::move(dictionary).error());
    auto annotator = Annotator::load(*dictionary, cueFiles());
    if (!annotator)
        return tl::make_unexpected(std::move(annotator).error());
    auto charter = Charter::load(embeddedFile(charterFile).value_or(std::string_view()), charterFile, *dictionary, noReviewDate);
    if (!charter)
        return tl::make_unexpected(std::move(charter).error());
    return std::make_shared<const Definitions>(Definitions{std::move(*dictionary), std::move(*annotator), std::move(*charter)});
}

} // namespace foreword
