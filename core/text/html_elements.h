// What the text of an HTML message makes of each element: silent, a line of its own, a
// quotation. Reads Gumbo's nodes, owns nothing. Pure, any thread.
#pragma once

#include <gumbo.h>

namespace foreword {

// Element whose content is no text for readers: scripts, styles, form choices, hidden parts.
bool isSilentElement(const GumboElement& element);

enum class LineRole { inlined, line, paragraph };
LineRole lineRole(const GumboElement& element);

// A quotation of another mail; `container` is one that may hold a further <blockquote> for the
// same quotation, `restOfMail` a mark below which everything is quoted.
enum class QuoteRole { none, quote, container, restOfMail };
QuoteRole quoteRole(const GumboElement& element);

} // namespace foreword
