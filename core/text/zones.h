// Which parts of a message are the writer's own words. Quoted mail and signatures are others'
// words or none; words written to a program (machine_words.h) say nothing of the writer. Spans cover the text without gaps, in order. Pure, any thread.
#pragma once

#include <string_view>
#include <vector>

#include "core/model/citation.h"

namespace foreword {

enum class Zone { body, quoted, signature, machine };

struct ZoneSpan {
    Zone zone = Zone::body;
    Span span;
};

std::vector<ZoneSpan> zonesOf(std::string_view text);

} // namespace foreword
