// Compares the names of two records word by word. Pure, any thread.
#pragma once

#include "core/identity/comparison.h"

namespace foreword {

// Sets the levels of given and family name. Words are the same (exact), short forms or initials
// of each other (variant), a typing error apart (near), alike in letters or sound (similar), or
// two different names. The pairing that agrees best counts, with the words in the order given or
// the other way round; of several names, the best two.
void compareNamesOf(const Traits& a, const Traits& b, Comparison& into);

} // namespace foreword
