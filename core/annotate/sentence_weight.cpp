#include <algorithm>

#include "core/annotate/message_reader.h"

namespace foreword {
namespace {

constexpr int heaviest = 1000;

// A handful of weights, tuned by hand on sentences that people marked as key.
int lengthWeight(std::size_t words)
{
    if (words <= 2)
        return -220;
    if (words <= 5)
        return -60;
    if (words <= 9)
        return 40;
    return 110;
}

} // namespace

int sentenceWeight(const SentenceTraits& traits)
{
    const bool customer = traits.sender == Sender::customer;
    int weight = customer ? 330 : 280;
    weight += lengthWeight(traits.words);
    if (customer)
        weight += traits.messagesOfSender == 0 ? 260 : traits.messagesOfSender == 1 ? 40 : 0;
    weight -= static_cast<int>(std::min<std::size_t>(traits.sentenceIndex, 4)) * 25;
    weight += traits.question ? (customer ? 60 : 70) : 0;
    weight += traits.request ? (customer ? 70 : 60) : 0;
    weight += traits.trouble ? 60 : 0;
    weight += traits.promise ? 110 : 0;
    weight += traits.topic ? 110 : 0;
    weight += traits.tried ? 50 : 0;
    weight += traits.resolution ? 80 : 0;
    weight += traits.facts ? 30 : 0;
    weight -= traits.greeting && traits.words <= 12 ? 200 : 0;
    return std::clamp(weight, 0, heaviest);
}

} // namespace foreword
