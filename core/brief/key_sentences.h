// Which sentences carry a matter: each has a chance, by learned weights over its traits, that a
// person would mark it as key; the set is chosen that agrees best with such persons. The weights
// and what made them stand in resources/models (README.md there). Pure; whole numbers only.
#pragma once

#include <span>
#include <vector>

#include "core/brief/sentence_traits.h"

namespace foreword {

// The chance in thousandths.
int keyChance(const SeenSentence& sentence);

// Two to four of the sentences, most important first; fewer where there are no more.
std::vector<Found> keySentences(std::span<const SeenSentence> sentences);
// The same for a trainer with chances of its own, as indices.
std::vector<std::size_t> keySet(std::span<const int> chances);

} // namespace foreword
