// Reads the fields of one JSON object that a server sent. Everything in it is hostile: what is
// absent, null or empty is given as empty, what has the wrong type is an answer_malformed that
// names the field, and nothing throws.
//
// Looks at the object it was made of, which must outlive it. Any thread.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <nlohmann/json_fwd.hpp>

#include "core/base/result.h"
#include "core/base/timestamp.h"

namespace foreword {

class RtFields {
public:
    // `what` names the object in errors: "ticket". Errors: answer_malformed if it is none.
    static Result<RtFields> of(const nlohmann::json& value, std::string what, const std::string& host);

    // Numbers and booleans come as their JSON text: Request Tracker is not steady in its types.
    Result<std::string> text(const char* name) const;
    // A positive number, as such or in quotes; it must be there.
    Result<std::int64_t> id(const char* name = "id") const;
    // Nothing for 1970-01-01T00:00:00Z, which says "never".
    Result<std::optional<Timestamp>> time(const char* name) const;
    Result<std::vector<RtFields>> objects(const char* name) const;
    // An object that must be there.
    Result<RtFields> object(const char* name) const;
    Result<std::vector<std::string>> texts(const char* name) const;

    Failure malformed(const char* name) const;

private:
    RtFields(const nlohmann::json& object, std::string what, const std::string& host)
        : m_object(&object), m_what(std::move(what)), m_host(&host)
    {
    }
    const nlohmann::json* find(const char* name) const;
    std::string path(const char* name) const;

    const nlohmann::json* m_object;
    std::string m_what;
    const std::string* m_host;
};

} // namespace foreword
