#include "app/platform/error_line.h"

#include "core/base/error_catalog.h"

namespace foreword {

std::string errorLine(const Error& error)
{
    std::string text;
    const auto file = error.param("file");
    const auto line = error.param("line");
    if (!file.empty() && !line.empty())
        text.append(file).append(":").append(line).append(": ");
    return text.append(englishMessage(error));
}

} // namespace foreword
