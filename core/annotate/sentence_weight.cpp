#include <algorithm>
#include <array>

#include "core/annotate/message_reader.h"

namespace foreword {
namespace {

constexpr int heaviest = 1000;

// A few weights in thousandths, rounded from a logistic regression over which sentences people
// marked as key. They say: who opens the matter, the longer sentences first, and of our side
// what asks, does or promises.
struct SideWeights {
    int base;
    std::array<int, 5> length;   // up to 2, 5, 9, 15 words, more
    std::array<int, 4> message;  // first of this side, second, third, later
    std::array<int, 4> sentence; // first of its message, second, third, later
    int shortGreeting, longGreeting;
};
constexpr SideWeights customerSide = {510, {-300, -225, -100, 60, 150}, {150, -45, -110, -210}, {0, -85, -150, -195}, -40, 0};
constexpr SideWeights agentSide = {485, {-420, -255, -60, 105, 205}, {-15, -45, -75, -150}, {0, -15, -65, -140}, -225, -70};

constexpr std::size_t shortGreetingWords = 8;

std::size_t lengthClass(std::size_t words)
{
    constexpr std::array<std::size_t, 4> limits = {2, 5, 9, 15};
    return static_cast<std::size_t>(std::ranges::lower_bound(limits, words) - limits.begin());
}

} // namespace

int sentenceWeight(const SentenceTraits& traits)
{
    const bool customer = traits.sender == Sender::customer;
    const SideWeights& side = customer ? customerSide : agentSide;
    int weight = side.base + side.length[lengthClass(traits.words)];
    weight += side.message[std::min<std::size_t>(traits.messagesOfSender, 3)];
    weight += side.sentence[std::min<std::size_t>(traits.sentenceIndex, 3)];
    if (traits.greeting)
        weight += traits.words <= shortGreetingWords ? side.shortGreeting : side.longGreeting;
    weight += traits.trouble ? 20 : 0;
    weight += traits.resolution ? 50 : 0;
    weight -= traits.accepted && customer ? 65 : 0;
    weight += traits.facts ? 45 : 0;
    weight += traits.topic ? 95 : 0;
    weight += traits.tried ? (customer ? 20 : 75) : 0;
    weight += traits.promise ? 15 : 0;
    weight += traits.link && !customer ? 80 : 0;
    return std::clamp(weight, 0, heaviest);
}

} // namespace foreword
