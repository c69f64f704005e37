// Words of names that a word of a query may be meant for, in spite of typos. Inside the caller's
// transaction, same thread as the connection. Errors: store_failed and the like.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/base/result.h"
#include "core/store/connection.h"

namespace foreword {

struct AlikeWord {
    int likeness; // of 1000
    std::int64_t row; // of name_word
};

// Those that are alike enough, the most alike first; no more than a few dozen.
Result<std::vector<AlikeWord>> alikeWords(Connection& connection, const std::string& word);

} // namespace foreword
