// The language of a text by CLD2, as ISO 639-1. Short texts say little: `hint` (the
// conversation's or the customer's language) decides where CLD2 is not reliable; without one
// the answer may be empty, which means unknown, never English. Pure, any thread.
#pragma once

#include <string>
#include <string_view>

namespace foreword {

std::string detectLanguage(std::string_view text, std::string_view hint = {});

} // namespace foreword
