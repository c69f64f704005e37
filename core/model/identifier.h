// One identifier of a customer record in its comparable form: what search looks up and what
// linking compares. Plain value.
#pragma once

#include <compare>
#include <string>

namespace foreword {

struct Identifier {
    std::string kind;   // "email", "phone", "external", "name"
    std::string normal; // comparable form, see core/identity/normalize.h
    auto operator<=>(const Identifier&) const = default;
};

} // namespace foreword
