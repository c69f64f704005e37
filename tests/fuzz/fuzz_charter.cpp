// Any bytes as a charter: it is put in force whole or refused with reasons, and one that is in
// force decides the same twice. The shipped charter makes a good first file of the corpus.
#include <cstdint>
#include <string_view>

#include "core/base/resources.h"
#include "core/policy/charter.h"
#include "core/policy/decider.h"
#include "tests/fuzz/fuzz_invariant.h"

namespace {

const foreword::Dictionary& dictionary()
{
    static const auto loaded = foreword::Dictionary::load(foreword::embeddedFile("dictionary.toml").value(), "dictionary.toml");
    return *loaded;
}

foreword::DecisionInput everySignal()
{
    using namespace foreword;
    DecisionInput input;
    input.asOf = Timestamp::fromCivil({{2026, 11, 9}}, 60);
    for (const auto& entry : dictionary().entries()) {
        Signal signal;
        signal.id = entry.id;
        signal.rank = entry.rank;
        signal.state = SignalState::confirmed;
        signal.since = input.asOf;
        input.signals.push_back(std::move(signal));
    }
    for (const auto kind : {OfferKind::marketing, OfferKind::upsell, OfferKind::retention, OfferKind::support, OfferKind::serviceNotice}) {
        OfferRecord offer;
        offer.kind = kind;
        input.offers.push_back(std::move(offer));
    }
    return input;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    using namespace foreword;
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    const auto charter = Charter::load(text, "charter.toml", dictionary(), {2026, 11, 9});
    if (!charter) {
        FOREWORD_INVARIANT(!charter.error().empty());
        for (const auto& error : charter.error())
            FOREWORD_INVARIANT(!error.param("file").empty() && !error.param("line").empty() && error.param("line") != "0");
        return 0;
    }
    const auto input = everySignal();
    const auto decision = decide(*charter, dictionary(), input);
    FOREWORD_INVARIANT(decision.offers.size() == input.offers.size());
    FOREWORD_INVARIANT(canonicalDecision(decision) == canonicalDecision(decide(*charter, dictionary(), input)));
    return 0;
}
