#include "core/net/http_message.h"

#include <Poco/String.h>

namespace foreword {

std::string_view HttpResponse::header(std::string_view name) const
{
    for (const auto& [key, value] : headers) {
        if (Poco::icompare(key, std::string(name)) == 0)
            return value;
    }
    return {};
}

} // namespace foreword
