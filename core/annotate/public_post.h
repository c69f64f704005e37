// Whether a public post that names a firm ("@firm …") complains. In a few words to everybody the
// signs of displeasure mean less than in a letter: news and adverts are passed on, questions are
// asked in passing. So for posts the points of the cue lists do not decide alone; a sum of a few
// weighted traits does, a logistic regression in whole numbers. The weights stand in the cue list
// of their language ([complaint_in_post]) and are tuned by resources/training/tune_posts.cpp.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace foreword {

enum class PostTrait : std::uint8_t {
    points,      // of the signs of complaint, less those of praise; 100 is a whole one
    words,       // how many, in units of twenty, at most forty
    link,        // points to a page
    endsAsking,  // ends with a question mark
    questions,   // question marks, at most two
    complaint,   // what the learned part says to open_complaint, the logarithm of the odds
    service,     // … to open_service_issue
    bereavement, // … to bereavement
};
constexpr std::size_t postTraits = 8;
constexpr std::array<std::string_view, postTraits> postTraitNames = {
    "points", "words", "link", "ends_asking", "questions", "open_complaint", "open_service_issue", "bereavement"};

// In thousandths.
using PostTraits = std::array<std::int32_t, postTraits>;

struct PostWeights {
    std::array<std::int32_t, postTraits> weights{}; // in hundredths
    std::int32_t bias = 0;                          // in hundredths
};

// Whether the traits weigh enough.
bool complainsInPost(const PostTraits& traits, const PostWeights& weights);

} // namespace foreword
