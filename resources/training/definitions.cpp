#include "resources/training/definitions.h"

#include <fstream>
#include <iostream>
#include <map>
#include <sstream>

#include "core/base/error_catalog.h"

namespace foreword::training {
namespace {

[[noreturn]] void stop(const std::vector<Error>& errors)
{
    for (const Error& error : errors)
        std::cerr << error.param("file") << ':' << error.param("line") << ' ' << englishMessage(error) << '\n';
    std::exit(1);
}

} // namespace

std::string slurp(const std::filesystem::path& path)
{
    std::ifstream file(path, std::ios::binary);
    std::stringstream text;
    text << file.rdbuf();
    return text.str();
}

Dictionary loadDictionary(const std::filesystem::path& resources)
{
    auto dictionary = Dictionary::load(slurp(resources / "dictionary.toml"), "dictionary.toml");
    if (!dictionary)
        stop(dictionary.error());
    return *std::move(dictionary);
}

Annotator loadAnnotator(const std::filesystem::path& resources, const Dictionary& dictionary, LearnedPart learned)
{
    std::map<std::string, std::string> texts;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(resources / "cues")) {
        if (entry.is_regular_file())
            texts[std::filesystem::relative(entry.path(), resources).generic_string()] = slurp(entry.path());
    }
    const std::string model = learned == LearnedPart::with ? slurp(resources / "models" / "signals.bin") : std::string();
    auto annotator = Annotator::load(dictionary, {texts.begin(), texts.end()}, model);
    if (!annotator)
        stop(annotator.error());
    return *std::move(annotator);
}

} // namespace foreword::training
