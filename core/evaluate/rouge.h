// ROUGE-1, -2 and -L (Lin 2004): how much of a reference's words, pairs of words, and longest
// common row of words a text has. Case and accents do not matter. Pure, any thread.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace foreword {

struct Rouge {
    double one = 0, two = 0, l = 0; // F1 each
};

// The words of `text`, in the form that is compared.
std::vector<std::string> rougeWords(std::string_view text);
// Without the words that every summary of the kind has ("the customer says that").
std::vector<std::string> withoutTemplateWords(std::vector<std::string> words);
Rouge rouge(const std::vector<std::string>& text, const std::vector<std::string>& reference);

} // namespace foreword
