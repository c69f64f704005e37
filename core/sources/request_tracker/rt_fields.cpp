#include "core/sources/request_tracker/rt_fields.h"

#include <charconv>

#include <nlohmann/json.hpp>

namespace foreword {
namespace {

using nlohmann::json;

// The text of a scalar; nothing for objects and lists.
std::optional<std::string> scalarText(const json& value)
{
    if (value.is_null())
        return std::string();
    if (value.is_string())
        return value.get_ref<const std::string&>();
    if (value.is_number() || value.is_boolean())
        return value.dump();
    return std::nullopt;
}

Failure malformedField(const std::string& host, std::string field)
{
    return fail(ErrorCode::answer_malformed, {{"host", host}, {"field", std::move(field)}});
}

} // namespace

Result<RtFields> RtFields::of(const json& value, std::string what, const std::string& host)
{
    if (!value.is_object())
        return malformedField(host, std::move(what));
    return RtFields(value, std::move(what), host);
}

Failure RtFields::malformed(const char* name) const
{
    return malformedField(*m_host, path(name));
}

std::string RtFields::path(const char* name) const
{
    return m_what + "." + name;
}

const json* RtFields::find(const char* name) const
{
    const auto found = m_object->find(name);
    return found == m_object->end() || found->is_null() ? nullptr : &*found;
}

Result<std::string> RtFields::text(const char* name) const
{
    const json* value = find(name);
    if (!value)
        return std::string();
    if (auto text = scalarText(*value))
        return std::move(*text);
    return malformed(name);
}

Result<std::int64_t> RtFields::id(const char* name) const
{
    FOREWORD_TRY(const auto digits, text(name));
    std::int64_t id = 0;
    const auto* end = digits.data() + digits.size();
    const auto [stop, error] = std::from_chars(digits.data(), end, id);
    if (stop != end || error != std::errc() || id <= 0)
        return malformed(name);
    return id;
}

Result<std::optional<Timestamp>> RtFields::time(const char* name) const
{
    FOREWORD_TRY(const auto written, text(name));
    if (written.empty())
        return std::nullopt;
    const auto time = Timestamp::parse(written);
    if (!time)
        return malformed(name);
    if (time->micros() == 0)
        return std::nullopt;
    return time;
}

Result<std::vector<RtFields>> RtFields::objects(const char* name) const
{
    std::vector<RtFields> list;
    const json* value = find(name);
    // Perl's empty list may be an empty string here.
    if (!value || (value->is_string() && value->get_ref<const std::string&>().empty()))
        return list;
    if (!value->is_array())
        return malformed(name);
    list.reserve(value->size());
    for (const json& entry : *value) {
        FOREWORD_TRY(auto fields, of(entry, path(name), *m_host));
        list.push_back(std::move(fields));
    }
    return list;
}

Result<RtFields> RtFields::object(const char* name) const
{
    const json* value = find(name);
    if (!value)
        return malformed(name);
    return of(*value, path(name), *m_host);
}

Result<std::vector<std::string>> RtFields::texts(const char* name) const
{
    std::vector<std::string> list;
    const json* value = find(name);
    if (!value)
        return list;
    if (!value->is_array())
        return malformed(name);
    for (const json& entry : *value) {
        // Fields that hold a file come as objects; a file is no text.
        if (entry.is_object())
            continue;
        auto text = scalarText(entry);
        if (!text)
            return malformed(name);
        list.push_back(std::move(*text));
    }
    return list;
}

} // namespace foreword
