#include "core/desk/definitions.h"

#include <map>

#include "core/base/resources.h"
#include "core/desk/charter_choice.h"

namespace foreword {
namespace {

constexpr const char* dictionaryFile = "dictionary.toml";
constexpr const char* modelFile = "models/signals.bin";
constexpr const char* cueFolder = "cues/";
constexpr const char* cueTestFolder = "cue_tests/";

std::map<std::string, std::string_view> filesIn(std::string_view folder)
{
    std::map<std::string, std::string_view> files;
    for (const auto& path : embeddedFiles(folder))
        files.emplace(path, embeddedFile(path).value_or(std::string_view()));
    return files;
}

} // namespace

namespace {

tl::expected<CharterInForce, std::vector<Error>> charterFor(const CharterOptions& options, const Dictionary& dictionary)
{
    if (options.names.empty())
        return charterOf(options.workspace, dictionary);
    auto charter = loadCharter(options.names, dictionary, options.today);
    if (!charter)
        return tl::make_unexpected(std::move(charter).error());
    return CharterInForce{std::move(*charter), options.names, {}};
}

} // namespace

tl::expected<std::shared_ptr<const Definitions>, std::vector<Error>> loadDefinitions(const CharterOptions& options)
{
    auto dictionary = Dictionary::load(embeddedFile(dictionaryFile).value_or(std::string_view()), dictionaryFile);
    if (!dictionary)
        return tl::make_unexpected(std::move(dictionary).error());
    auto annotator = Annotator::load(*dictionary, filesIn(cueFolder), embeddedFile(modelFile).value_or(std::string_view()));
    if (!annotator)
        return tl::make_unexpected(std::move(annotator).error());
    auto charter = charterFor(options, *dictionary);
    if (!charter)
        return tl::make_unexpected(std::move(charter).error());
    return std::make_shared<const Definitions>(Definitions{std::move(*dictionary), std::move(*annotator), std::move(charter->charter),
                                                           std::move(charter->names), std::move(charter->refused)});
}

tl::expected<std::shared_ptr<const Definitions>, std::vector<Error>> loadBuiltInDefinitions()
{
    return loadDefinitions({});
}

std::optional<Error> refusalOf(const Definitions& definitions)
{
    if (definitions.refusedCharter.empty())
        return std::nullopt;
    const Error& first = definitions.refusedCharter.front();
    std::string where = std::filesystem::path(first.param("file")).filename().string();
    if (const auto line = first.param("line"); !line.empty())
        where.append(":").append(line);
    return Error(ErrorCode::charter_refused, {{"where", std::move(where)}, {"version", definitions.charter.version()}});
}

CueTestReport testBuiltInCues(const Dictionary& dictionary)
{
    const auto annotator = Annotator::load(dictionary, filesIn(cueFolder));
    if (!annotator)
        return {{}, annotator.error()};
    return runCueTests(*annotator, dictionary, filesIn(cueTestFolder));
}

} // namespace foreword
