// What people write to a service, in four languages: sentences of ours with changing things,
// times, amounts, references and invented names, so that a history has the vocabulary of a
// real one: common words, and a long tail that occurs once. The same numbers give the same text.
#pragma once

#include <cstdint>
#include <random>
#include <string>
#include <string_view>

#include "core/model/records.h"

namespace foreword::bench {

// "en", "de", "fr" or "es", as often as in a company of ours.
std::string_view anyLanguage(std::mt19937& random);

// One to nine sentences, about 115 bytes in the mean.
std::string writtenBy(Sender sender, std::string_view language, std::mt19937& random);

// An invented word of two to four syllables: a street, a product.
std::string inventedName(std::mt19937& random);

} // namespace foreword::bench
