// Plain text of an HTML message. Loads nothing, runs nothing: scripts, styles, comments,
// images and hidden elements vanish; block elements, list items, table rows and <br> become
// line breaks, cells of a row are set apart by a tab; links keep their words; <blockquote> and
// mail clients' quote containers become lines that start with "> ", so that zoning sees them.
// The result is valid UTF-8 without control characters whatever comes in, and the time grows
// with the size even for documents made to prevent it. Pure, any thread.
#pragma once

#include <string>
#include <string_view>

namespace foreword {

std::string htmlToText(std::string_view html);

} // namespace foreword
