#include "core/sources/request_tracker/rt_options.h"

#include <algorithm>
#include <vector>

#include "core/model/names.h"
#include "core/sources/general_options.h"

namespace foreword {
namespace {

const std::string knownOptions = std::string("allow_http, ca_file, customer_field, queue_kinds, status_map, bots, ") + generalOptions;

Failure badOption(const std::string& option)
{
    return fail(ErrorCode::source_option_bad, {{"option", option}, {"known", knownOptions}});
}

std::vector<std::string> split(std::string_view text, char separator)
{
    std::vector<std::string> parts;
    while (!text.empty()) {
        const auto end = text.find(separator);
        parts.emplace_back(text.substr(0, end));
        text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    }
    return parts;
}

// "name:value,…" with the names of an enumeration as values.
template <class E>
Result<std::map<std::string, E>> parseMap(const std::string& option, std::string_view text)
{
    std::map<std::string, E> map;
    for (const auto& entry : split(text, ',')) {
        const auto colon = entry.rfind(':');
        if (colon == std::string::npos || colon == 0)
            return badOption(option);
        const auto value = fromName<E>(std::string_view(entry).substr(colon + 1));
        if (!value)
            return badOption(option);
        map.emplace(entry.substr(0, colon), *value);
    }
    return map;
}

std::string lowered(std::string text)
{
    std::ranges::transform(text, text.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    return text;
}

struct KindWord {
    std::string_view word;
    InteractionKind kind;
};

// In this order: a queue "Cancelled orders" is about cancelling.
constexpr KindWord kindWords[] = {
    {"cancel", InteractionKind::cancellation}, {"complain", InteractionKind::complaint}, {"fault", InteractionKind::fault},
    {"outage", InteractionKind::fault},        {"incident", InteractionKind::fault},     {"billing", InteractionKind::billing},
    {"invoice", InteractionKind::billing},     {"payment", InteractionKind::billing},    {"order", InteractionKind::order},
    {"sales", InteractionKind::order},         {"support", InteractionKind::enquiry},    {"enquir", InteractionKind::enquiry},
    {"general", InteractionKind::enquiry},
};

Result<> parseOption(RtOptions& parsed, const std::string& name, const std::string& value)
{
    if (name == "allow_http") {
        if (value != "yes" && value != "no")
            return badOption(name);
        parsed.http.allowHttp = value == "yes";
    } else if (name == "ca_file") {
        parsed.http.caFile = value;
    } else if (name == "customer_field") {
        // It becomes part of a search, "CustomField.{NAME}".
        if (value.empty() || value.find_first_of("{}") != std::string::npos)
            return badOption(name);
        parsed.customerField = value;
    } else if (name == "queue_kinds") {
        FOREWORD_TRY(parsed.kinds, parseMap<InteractionKind>(name, value));
    } else if (name == "status_map") {
        FOREWORD_TRY(parsed.statuses, parseMap<InteractionStatus>(name, value));
    } else if (name == "bots") {
        const auto names = split(value, ',');
        parsed.bots.insert(names.begin(), names.end());
    } else {
        return badOption(name);
    }
    return {};
}

} // namespace

Result<RtOptions> parseRtOptions(const std::map<std::string, std::string>& options)
{
    RtOptions parsed;
    for (const auto& [name, value] : options) {
        FOREWORD_CHECK(parseOption(parsed, name, value));
    }
    return parsed;
}

InteractionKind kindOf(const RtOptions& options, const std::string& queue)
{
    if (const auto found = options.kinds.find(queue); found != options.kinds.end())
        return found->second;
    const auto name = lowered(queue);
    for (const auto& [word, kind] : kindWords) {
        if (name.find(word) != std::string::npos)
            return kind;
    }
    return InteractionKind::other;
}

InteractionStatus statusOf(const RtOptions& options, const std::string& status)
{
    if (const auto found = options.statuses.find(status); found != options.statuses.end())
        return found->second;
    if (status == "stalled")
        return InteractionStatus::pending;
    if (status == "resolved")
        return InteractionStatus::resolved;
    if (status == "rejected" || status == "deleted")
        return InteractionStatus::closed;
    return InteractionStatus::open;
}

} // namespace foreword
