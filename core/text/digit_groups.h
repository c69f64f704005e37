// Reads a text as runs of digit groups: what may belong to one spoken or written number, with
// what stands between its groups. Pure, any thread.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "core/model/citation.h"

namespace foreword {

// What stands between a group and the one before it.
enum class GroupGap { none, space, dash, dot, slash, comma, mixed, line };

struct DigitGroup {
    Span span;
    std::string digits;       // '0' to '9', whatever they were written in
    int value = -1;           // of a number word, for joining "forty two"
    bool word = false;
    bool letterBefore = false; // "no4111": letters, and nothing but letters, touch it
    bool letterAfter = false;
    GroupGap gap = GroupGap::none;
};

using DigitRun = std::vector<DigitGroup>;

// Calls `take` for each run, in order. A run ends at anything that does not stand inside a
// number.
void forEachDigitRun(std::string_view text, const std::function<void(const DigitRun&)>& take);

} // namespace foreword
