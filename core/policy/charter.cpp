#include "core/policy/charter.h"

#include <optional>

#include "core/policy/canonical.h"
#include "core/policy/charter_checks.h"
#include "core/policy/charter_reader.h"

namespace foreword {

namespace {

// The charter with its packs, or the errors of what could not be read at all.
std::optional<CharterDraft> readAll(std::span<const CharterFile> files, TomlErrors& errors)
{
    std::optional<CharterDraft> draft;
    bool whole = true;
    for (const auto& file : files) {
        TomlErrors own(file.name);
        if (const auto document = parseToml(file.text, own)) {
            CharterDraft read = readCharter(*document, file.name, draft ? &*draft : nullptr, own);
            if (draft)
                extendCharter(*draft, std::move(read), own);
            else
                draft = std::move(read);
        } else {
            whole = false;
        }
        errors.append(std::move(own));
    }
    return whole ? std::move(draft) : std::nullopt;
}

} // namespace

tl::expected<Charter, std::vector<Error>> Charter::load(std::string_view toml, std::string_view file, const Dictionary& dictionary,
                                                        CivilDate today)
{
    const CharterFile only{file, toml};
    return load(std::span(&only, 1), dictionary, today);
}

tl::expected<Charter, std::vector<Error>> Charter::load(std::span<const CharterFile> files, const Dictionary& dictionary, CivilDate today)
{
    auto charter = loadUntested(files, dictionary, today);
    if (!charter)
        return charter;
    TomlErrors errors(files.front().name);
    runCharterTests(*charter, dictionary, today, errors);
    if (errors.count() > 0)
        return tl::unexpected(errors.take());
    return charter;
}

tl::expected<Charter, std::vector<Error>> Charter::loadUntested(std::span<const CharterFile> files, const Dictionary& dictionary,
                                                                CivilDate today)
{
    TomlErrors errors(files.empty() ? std::string_view() : files.front().name);
    auto draft = readAll(files, errors);
    if (!draft)
        return tl::unexpected(errors.take());
    checkCharter(*draft, dictionary, today, errors);
    if (errors.count() > 0)
        return tl::unexpected(errors.take());

    Charter charter;
    for (auto& entry : draft->rules)
        charter.m_rules.push_back(std::move(entry.rule));
    charter.m_tests = std::move(draft->tests);
    charter.m_goals = std::move(draft->goals);
    charter.m_inertSignals = std::move(draft->inertSignals);
    charter.m_failClosed = std::move(draft->failClosed);
    charter.m_settings = std::move(draft->settings);
    charter.m_data = std::move(draft->data);
    charter.m_calendar = std::move(draft->calendar);
    charter.m_owner = std::move(draft->owner);
    charter.m_version = std::move(draft->version);
    charter.m_review = std::move(draft->review);
    charter.m_hash = charterHash(charter);
    return charter;
}

} // namespace foreword
