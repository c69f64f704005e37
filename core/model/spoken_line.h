// A statement taken apart by who speaks in it: "the lamp is dark → we have changed the fuse ← it is
// bright again (2026-03-02)". What is given refers to the statement and to the history. Pure, any thread.
#pragma once

#include <string_view>
#include <vector>

#include "core/model/cited_message.h"

namespace foreword {

struct SpokenPart {
    std::string_view arrow; // "→", "←", or empty at the beginning
    std::string_view text;
    const HistoryMessage* said = nullptr; // nothing where the history does not tell
};

struct SpokenLine {
    std::vector<SpokenPart> parts; // at least one, in order
    std::string_view days;         // "(2026-03-02)" at the end, or empty
};

// Behind an arrow stand the words of a later citation. An arrow in people's own words is one of their
// letters: what follows it is in no citation of its own.
SpokenLine spokenLine(const CitedMessages& cited, const Statement& statement);

// Whether the name that a message bears is another one than the customer's, who is "Maria" or
// "Hoffmann, Maria" too. Not where it bears none.
bool speaksAsAnother(const HistoryMessage& message, std::string_view customer);

} // namespace foreword
