#include "core/policy/charter.h"

#include "core/policy/canonical.h"
#include "core/policy/charter_checks.h"
#include "core/policy/charter_reader.h"

namespace foreword {

tl::expected<Charter, std::vector<Error>> Charter::load(std::string_view toml, std::string_view file,
                                                        const Dictionary& dictionary, CivilDate today)
{
    TomlErrors errors(file);
    const auto document = parseToml(toml, errors);
    if (!document)
        return tl::unexpected(errors.take());
    CharterDraft draft = readCharter(*document, errors);
    checkCharter(draft, dictionary, today, errors);
    if (errors.count() > 0)
        return tl::unexpected(errors.take());

    Charter charter;
    for (auto& entry : draft.rules)
        charter.m_rules.push_back(std::move(entry.rule));
    charter.m_tests = std::move(draft.tests);
    charter.m_goals = std::move(draft.goals);
    charter.m_inertSignals = std::move(draft.inertSignals);
    charter.m_failClosed = std::move(draft.failClosed);
    charter.m_owner = std::move(draft.owner);
    charter.m_version = std::move(draft.version);
    charter.m_review = std::move(draft.review);
    charter.m_hash = charterHash(charter);
    runCharterTests(charter, dictionary, today, errors);
    if (errors.count() > 0)
        return tl::unexpected(errors.take());
    return charter;
}

} // namespace foreword
