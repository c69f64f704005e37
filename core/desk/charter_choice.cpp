#include "core/desk/charter_choice.h"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <optional>

#include <nlohmann/json.hpp>

#include "core/base/resources.h"
#include "core/text/toml_table.h"

namespace foreword {
namespace {

namespace fs = std::filesystem;

constexpr const char* builtInName = "charter.toml";
constexpr const char* packFolder = "charters/";
constexpr const char* packSuffix = ".toml";
constexpr CivilDate noReviewDate{1, 1, 1};
constexpr std::size_t keptLimit = 64 * tomlTextLimit;

// Whatever is longer than `most` is read a little beyond it, so that it shows.
Result<std::string> readFile(const fs::path& path, std::size_t most)
{
    std::error_code problem;
    if (fs::is_directory(path, problem))
        return fail(ErrorCode::file_unreadable, {{"file", path.string()}, {"detail", "it is a folder"}});
    std::ifstream in(path, std::ios::binary);
    if (!in)
        return fail(ErrorCode::file_not_found, {{"file", path.string()}});
    std::string text(most + 1, '\0');
    in.read(text.data(), static_cast<std::streamsize>(text.size()));
    if (in.bad())
        return fail(ErrorCode::file_unreadable, {{"file", path.string()}, {"detail", "read failed"}});
    text.resize(static_cast<std::size_t>(in.gcount()));
    return text;
}

// Written beside it and moved over it, so that it is never half there.
Result<> writeFile(const fs::path& path, const std::string& text)
{
    const fs::path fresh = path.string() + ".new";
    std::error_code problem;
    {
        std::ofstream out(fresh, std::ios::binary | std::ios::trunc);
        out << text;
        if (!out.flush())
            return fail(ErrorCode::file_unwritable, {{"file", fresh.string()}, {"detail", "write failed"}});
    }
    fs::rename(fresh, path, problem);
    if (problem)
        return fail(ErrorCode::file_unwritable, {{"file", path.string()}, {"detail", problem.message()}});
    return {};
}

bool isPack(const std::string& text)
{
    TomlErrors ignored("");
    const auto document = parseToml(text, ignored);
    return document && document->contains("extends");
}

// The choice of a workspace, and the texts that were last found good for it.
struct Kept {
    std::vector<std::string> names;
    CharterTexts texts;
};

fs::path keptIn(const fs::path& workspace)
{
    return workspace / "charter.json";
}

// Nothing where nothing was chosen. What cannot be read is no choice either, but is told.
Result<std::optional<Kept>> readKept(const fs::path& workspace)
{
    std::error_code problem;
    if (workspace.empty() || !fs::exists(keptIn(workspace), problem))
        return std::nullopt;
    FOREWORD_TRY(const auto text, readFile(keptIn(workspace), keptLimit));
    const auto broken = fail(ErrorCode::file_unreadable, {{"file", keptIn(workspace).string()}, {"detail", "it is not as it was written"}});
    const auto json = nlohmann::json::parse(text, nullptr, false);
    if (!json.is_object() || !json.contains("names") || !json.contains("good") || !json["good"].is_array())
        return broken;
    Kept kept;
    for (const auto& name : json["names"])
        kept.names.push_back(name.is_string() ? name.get<std::string>() : std::string());
    for (const auto& file : json["good"]) {
        if (!file.is_array() || file.size() != 2 || !file[0].is_string() || !file[1].is_string())
            return broken;
        kept.texts.files.emplace_back(file[0].get<std::string>(), file[1].get<std::string>());
    }
    return kept;
}

Result<> writeKept(const fs::path& workspace, const Kept& kept)
{
    nlohmann::json json{{"names", kept.names}, {"good", nlohmann::json::array()}};
    for (const auto& [name, text] : kept.texts.files)
        json["good"].push_back(nlohmann::json::array({name, text}));
    return writeFile(keptIn(workspace), json.dump(1, ' ', false, nlohmann::json::error_handler_t::replace));
}

tl::expected<Charter, Errors> load(const CharterTexts& texts, const Dictionary& dictionary, CivilDate today)
{
    return Charter::load(texts.views(), dictionary, today);
}

} // namespace

std::vector<CharterFile> CharterTexts::views() const
{
    std::vector<CharterFile> views;
    for (const auto& [name, text] : files)
        views.push_back({name, text});
    return views;
}

std::vector<std::string> builtInPacks()
{
    std::vector<std::string> names;
    for (const auto& path : embeddedFiles(packFolder))
        names.push_back(fs::path(path).stem().string());
    return names;
}

tl::expected<CharterTexts, Errors> readCharterTexts(const std::vector<std::string>& names)
{
    CharterTexts texts;
    Errors errors;
    bool whole = false;
    for (const auto& name : names) {
        if (name == "default")
            continue;
        const auto path = packFolder + name + packSuffix;
        if (const auto pack = embeddedFile(path)) {
            texts.files.emplace_back(path, *pack);
            continue;
        }
        auto text = readFile(name, tomlTextLimit);
        if (!text) {
            errors.push_back(text.error());
            continue;
        }
        if (isPack(*text)) {
            texts.files.emplace_back(name, std::move(*text));
        } else {
            texts.files.emplace(texts.files.begin(), name, std::move(*text));
            whole = true;
        }
    }
    if (!errors.empty())
        return tl::unexpected(std::move(errors));
    if (!whole)
        texts.files.emplace(texts.files.begin(), builtInName, embeddedFile(builtInName).value_or(std::string_view()));
    return texts;
}

tl::expected<Charter, Errors> loadCharter(const std::vector<std::string>& names, const Dictionary& dictionary, CivilDate today)
{
    const auto texts = readCharterTexts(names);
    if (!texts)
        return tl::unexpected(texts.error());
    return load(*texts, dictionary, today);
}

std::vector<CharterWarning> charterWarnings(const std::vector<std::string>& names)
{
    const auto texts = readCharterTexts(names);
    return texts ? charterWarnings(texts->views()) : std::vector<CharterWarning>();
}

tl::expected<CharterInForce, Errors> charterOf(const fs::path& workspace, const Dictionary& dictionary)
{
    const auto read = readKept(workspace);
    const auto* kept = read && *read ? &**read : nullptr;
    if (!kept) {
        auto builtIn = loadCharter({}, dictionary, noReviewDate);
        if (!builtIn)
            return tl::unexpected(builtIn.error());
        return CharterInForce{std::move(*builtIn), {}, read ? Errors() : Errors{read.error()}};
    }
    Errors refused;
    auto texts = readCharterTexts(kept->names);
    if (texts) {
        auto chosen = load(*texts, dictionary, noReviewDate);
        if (chosen) {
            // A workspace that cannot be written keeps the older good one; this one counts all the same.
            if (texts->files != kept->texts.files)
                (void)writeKept(workspace, {kept->names, *texts}).has_value();
            return CharterInForce{std::move(*chosen), kept->names, {}};
        }
        refused = chosen.error();
    } else {
        refused = texts.error();
    }
    auto good = load(kept->texts, dictionary, noReviewDate);
    if (!good)
        good = loadCharter({}, dictionary, noReviewDate);
    if (!good)
        return tl::unexpected(good.error());
    return CharterInForce{std::move(*good), kept->names, std::move(refused)};
}

tl::expected<Charter, Errors> chooseCharter(const fs::path& workspace, const std::vector<std::string>& names, const Dictionary& dictionary,
                                            CivilDate today)
{
    auto texts = readCharterTexts(names);
    if (!texts)
        return tl::unexpected(texts.error());
    auto charter = load(*texts, dictionary, today);
    if (!charter)
        return charter;
    // Another folder is where the next start may run.
    std::vector<std::string> absolute;
    for (const auto& name : names)
        absolute.push_back(name == "default" || embeddedFile(packFolder + name + packSuffix) ? name : fs::absolute(name).string());
    if (const auto written = writeKept(workspace, {absolute, *texts}); !written)
        return tl::unexpected(Errors{written.error()});
    return charter;
}

} // namespace foreword
