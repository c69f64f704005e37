#include "core/net/http_message.h"

#include <Poco/String.h>

namespace foreword {

std::vector<std::string_view> HttpResponse::headerValues(std::string_view name) const
{
    std::vector<std::string_view> values;
    for (const auto& [key, value] : headers) {
        if (Poco::icompare(key, std::string(name)) == 0)
            values.emplace_back(value);
    }
    return values;
}

std::string_view HttpResponse::header(std::string_view name) const
{
    const auto values = headerValues(name);
    return values.empty() ? std::string_view() : values.front();
}

} // namespace foreword
