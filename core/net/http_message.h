// A request to a server and its answer, as plain values.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/base/secret.h"

namespace foreword {

// A header whose value never leaves its zeroising type before the request is written. The
// secret must outlive the call.
struct SecretHeader {
    std::string name;
    const Secret* value = nullptr;
};

struct HttpRequest {
    std::string method = "GET";
    std::string target; // path and query below the server's address, encoded: "/REST/2.0/rt"
    std::string contentType;
    std::string body;
    std::optional<SecretHeader> secretHeader;
    std::string ifNoneMatch; // the ETag of what is here already; empty: none is
    // Sending it twice is no different from once: searches sent by POST are, notes are not.
    bool idempotent = true;
};

struct HttpResponse {
    int status = 0;
    std::vector<std::pair<std::string, std::string>> headers;
    std::string body;

    // The values of a header, whose name may be written in any case.
    std::vector<std::string_view> headerValues(std::string_view name) const;
    // The first of them; empty where there is none.
    std::string_view header(std::string_view name) const;
};

} // namespace foreword
