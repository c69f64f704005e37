// Sentence boundaries by ICU (UAX 29 with the language's rules), trimmed of white space, never
// crossing a blank line; a list item or a chat line of its own is a sentence. Abbreviations
// and numbers do not end one. Thread-safe: each thread has break iterators of its own.
#pragma once

#include <string_view>
#include <vector>

#include "core/model/citation.h"

namespace foreword {

std::vector<Span> sentencesOf(std::string_view text, std::string_view language);

} // namespace foreword
