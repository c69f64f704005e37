// The good charter of policy_fixture.h with something changed, and the errors of it.
#pragma once

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "tests/core/policy/policy_fixture.h"

namespace foreword::fixture {

inline std::vector<Error> errorsOf(const std::string& text, CivilDate date = today)
{
    auto loaded = Charter::load(text, "mine.toml", dictionary(), date);
    return loaded ? std::vector<Error>{} : loaded.error();
}

inline std::string replaced(std::string text, std::string_view from, std::string_view to)
{
    const auto found = text.find(from);
    if (found == std::string::npos)
        qFatal("%s is not in the charter", std::string(from).c_str());
    return text.replace(found, from.size(), to);
}

// The line of the good charter on which `words` stand, from 1.
inline int lineOf(const std::string& text, std::string_view words)
{
    const auto found = text.find(words);
    return 1 + static_cast<int>(std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(found), '\n'));
}

} // namespace foreword::fixture
