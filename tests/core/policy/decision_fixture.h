// Decisions over the small charter of policy_fixture.h, and what tests ask of them.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "tests/core/policy/policy_fixture.h"

namespace foreword::fixture {

using Ids = std::vector<std::string>;

inline Decision decided(std::vector<Signal> signals)
{
    return decide(charter(), dictionary(), input(std::move(signals)));
}

inline InteractionRecord interaction(std::string id, std::optional<Timestamp> closed)
{
    InteractionRecord record;
    record.key = {"helpdesk", std::move(id)};
    record.openedAt = at("2026-10-01T09:00:00+01:00");
    record.closedAt = closed;
    return record;
}

inline Signal complaintAbout(const std::vector<std::string>& interactions)
{
    auto made = signal("complaint");
    for (const auto& id : interactions)
        made.interactions.push_back({"helpdesk", id});
    return made;
}

inline std::vector<std::string> rulesOf(const std::vector<RuleMatch>& matches)
{
    std::vector<std::string> ids;
    for (const auto& match : matches)
        ids.push_back(match.rule);
    return ids;
}

} // namespace foreword::fixture
