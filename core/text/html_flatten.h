// Keeps hostile HTML away from the parser. Gumbo builds a correct tree, but some documents make
// it work in the square of their size (thousands of open tags, attributes or formatting
// elements); those are flattened here in one linear pass. Pure, any thread.
#pragma once

#include <string>
#include <string_view>

namespace foreword {

// Few enough tags and attributes for Gumbo.
bool isTameHtml(std::string_view html);

// The document's words in one <pre>, with block ends as line ends and blockquotes kept; tags,
// comments, scripts and styles are gone, entities stay for Gumbo.
std::string flattenHtml(std::string_view html);

} // namespace foreword
