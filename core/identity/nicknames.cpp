#include "core/identity/nicknames.h"

#include <algorithm>

#include "core/base/resources.h"
#include "core/identity/traits.h"
#include "core/text/lines.h"

namespace foreword {
namespace {

void addOnce(std::vector<std::string>& names, const std::string& name)
{
    const auto place = std::ranges::lower_bound(names, name);
    if (place == names.end() || *place != name)
        names.insert(place, name);
}

} // namespace

const Nicknames& Nicknames::builtIn()
{
    static const Nicknames all = [] {
        std::vector<std::string_view> lists;
        for (const auto& path : embeddedFiles("names/"))
            lists.push_back(*embeddedFile(path));
        return Nicknames(lists);
    }();
    return all;
}

Nicknames::Nicknames(const std::vector<std::string_view>& lists)
{
    for (std::string_view list : lists) {
        while (!list.empty()) {
            const auto line = list.substr(0, list.find('\n'));
            list.remove_prefix(std::min(line.size() + 1, list.size()));
            const auto first = line.find(',');
            const auto second = line.rfind(',');
            if (line.starts_with("name1") || first == second)
                continue;
            const auto name = comparableWord(line.substr(0, first));
            const auto shortForm = comparableWord(trimmed(line.substr(second + 1)));
            addOnce(m_longForms[name], name);
            addOnce(m_longForms[shortForm], shortForm);
            addOnce(m_longForms[shortForm], name);
        }
    }
}

bool Nicknames::sameName(const std::string& a, const std::string& b) const
{
    const auto first = m_longForms.find(a);
    const auto second = m_longForms.find(b);
    if (first == m_longForms.end() || second == m_longForms.end())
        return false;
    return std::ranges::any_of(first->second, [&](const auto& name) { return std::ranges::binary_search(second->second, name); });
}

} // namespace foreword
