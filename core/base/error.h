// What went wrong, as data: a code and named parameters, never prose.
//
// Sentences for people are made from the catalogue in error_catalog.h, in English by
// forewordctl and translated by ui/text. Parameters carry ids, counts, file names, line
// numbers and field names; customer text, tokens and keys must never be put into one.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/base/error_codes.h"

namespace foreword {

struct Error {
    using Params = std::vector<std::pair<std::string, std::string>>;

    ErrorCode code = ErrorCode::internal;
    Params params;

    Error() = default;
    explicit Error(ErrorCode c, Params p = {}) : code(c), params(std::move(p)) {}

    // The value of a parameter, or an empty view.
    std::string_view param(std::string_view name) const;

    // Adds a parameter and returns the error, for the layer that knows more (file, line).
    Error with(std::string name, std::string value) &&;

    bool operator==(const Error&) const = default;
};

} // namespace foreword
