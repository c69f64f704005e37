// Any bytes as records in comparable form and a matching model, as the workspace keeps them:
// refused, or read into values that come back the same and can be compared like any others. The
// first four bytes say how long each of two records is; what follows them is the model.
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

#include "core/identity/identity_codec.h"
#include "core/identity/pair_judge.h"
#include "fuzz_invariant.h"

using namespace foreword;

namespace {

std::string_view takeFront(std::string_view& bytes, std::size_t count)
{
    const auto front = bytes.substr(0, count);
    bytes.remove_prefix(front.size());
    return front;
}

std::optional<Traits> readTraits(std::string_view bytes)
{
    auto traits = decodeTraits(bytes);
    if (!traits)
        return std::nullopt;
    const auto again = decodeTraits(encodeTraits(*traits));
    FOREWORD_INVARIANT(again && encodeTraits(*again) == encodeTraits(*traits));
    FOREWORD_INVARIANT(blockingKeys(*again) == blockingKeys(*traits) && countedKeys(*again) == countedKeys(*traits));
    return traits;
}

// A weight is a number, whatever the records and the model.
void judge(const Traits& a, const Traits& b, const MatchModel& model)
{
    Frequencies frequencies;
    frequencies.add(countedKeys(a));
    frequencies.add(countedKeys(b));
    FOREWORD_INVARIANT(std::isfinite(model.weight(compare(a, b), frequencies)));
    const Decisions decisions;
    const PairJudge judge(model, frequencies, decisions);
    if (const auto judged = judge.judge(a, b))
        FOREWORD_INVARIANT(judge.group(std::array{a, b}, {{0, 1, judged->weight}}).groups.size() <= 2);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    if (size < 4)
        return 0;
    std::string_view rest(reinterpret_cast<const char*>(data) + 4, size - 4);
    const auto first = readTraits(takeFront(rest, data[0] + std::size_t{256} * data[1]));
    const auto second = readTraits(takeFront(rest, data[2] + std::size_t{256} * data[3]));
    const auto model = decodeModel(rest);
    if (model) {
        const auto again = decodeModel(encodeModel(*model));
        FOREWORD_INVARIANT(again && encodeModel(*again) == encodeModel(*model));
    }
    for (const auto* a : {&first, &second}) {
        for (const auto* b : {&first, &second}) {
            if (*a && *b)
                judge(**a, **b, model.value_or(MatchModel()));
        }
    }
    return 0;
}
