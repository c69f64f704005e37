#include "core/annotate/sentence_around.h"

#include <algorithm>

namespace foreword {

const Annotation* sentenceAround(const HistoryMessage& message, Span words)
{
    const auto found = std::ranges::find_if(message.annotations, [&](const Annotation& a) {
        return a.kind == AnnotationKind::sentence && a.span.start <= words.start && words.end <= a.span.end;
    });
    return found == message.annotations.end() ? nullptr : &*found;
}

} // namespace foreword
