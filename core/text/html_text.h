// Plain text of an HTML message. Loads nothing, runs nothing: scripts, styles, comments,
// images and hidden elements vanish; block elements, list items, table cells and <br> become
// line breaks; links keep their words; <blockquote> and mail clients' quote containers become
// lines that start with "> ", so that zoning sees them. Pure, any thread.
#pragma once

#include <string>
#include <string_view>

namespace foreword {

std::string htmlToText(std::string_view html);

} // namespace foreword
