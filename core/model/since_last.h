// What changed since we last answered a customer. Values for the window, which has the words
// for them; each change names the words it rests on. Plain values, any thread.
#pragma once

#include <vector>

#include "core/base/timestamp.h"
#include "core/model/citation.h"
#include "core/model/records.h"

namespace foreword {

enum class NewsKind { promiseMissed, promiseKept, noted, wrote };

struct News {
    NewsKind kind = NewsKind::wrote;
    Channel channel = Channel::email; // of what the customer wrote
    std::vector<Citation> citations;  // one for each that counts; never empty
    bool operator==(const News&) const = default;
};

struct SinceLast {
    Timestamp answered; // when somebody of ours last answered, whoever it was
    std::vector<News> news; // never empty; what we owe first
    bool operator==(const SinceLast&) const = default;
};

} // namespace foreword
