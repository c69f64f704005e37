// A list of values as a JSON array whose objects keep their keys in the order of writing. Any thread.
#pragma once

#include <vector>

#include <nlohmann/json.hpp>

namespace foreword {

template <class T, class F>
nlohmann::ordered_json jsonList(const std::vector<T>& values, F toJson)
{
    auto list = nlohmann::ordered_json::array();
    for (const auto& value : values)
        list.push_back(toJson(value));
    return list;
}

} // namespace foreword
