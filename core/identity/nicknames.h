// Given names and their short forms ("Elizabeth" and "Beth"), from resources/names. Words are in
// the form of comparableWord. Immutable, any thread.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace foreword {

class Nicknames {
public:
    // Those that are built in; made once.
    static const Nicknames& builtIn();
    // Lines "name,has_nickname,short form" below a header.
    explicit Nicknames(const std::vector<std::string_view>& lists);

    // One is short for the other, or both are short for a third.
    bool sameName(const std::string& a, const std::string& b) const;
    bool isGivenName(const std::string& word) const { return m_longForms.contains(word); }

private:
    // Of each name, itself and what it may be short for, sorted.
    std::unordered_map<std::string, std::vector<std::string>> m_longForms;
};

} // namespace foreword
