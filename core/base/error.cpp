#include "core/base/error.h"

namespace foreword {

std::string_view Error::param(std::string_view name) const
{
    for (const auto& [key, value] : params) {
        if (key == name)
            return value;
    }
    return {};
}

Error Error::with(std::string name, std::string value) &&
{
    params.emplace_back(std::move(name), std::move(value));
    return std::move(*this);
}

} // namespace foreword
