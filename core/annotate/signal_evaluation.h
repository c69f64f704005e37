// Folds annotations, fields, consents and events of one person into the signals that stand at
// `asOf`. Pure and deterministic: no clock, no I/O. Order: rank, then order of the dictionary.
#pragma once

#include <span>
#include <vector>

#include "core/annotate/dictionary.h"
#include "core/annotate/signal_settings.h"
#include "core/model/history.h"
#include "core/model/signal.h"

namespace foreword {

class HistoryView;

struct SignalContext {
    Timestamp asOf;
    ConsentChannel channel = ConsentChannel::agent; // consent is evaluated for it
    std::span<const OfferRecord> offers = {};       // candidates, for how their audience was chosen
    SignalSettings settings = {};
};

// Every signal that is not absent; what is about single offers is a signal an offer. Messages after `asOf` are not there yet.
std::vector<Signal> evaluateSignals(const Dictionary& dictionary, const History& history, const SignalContext& context);
// The same where a view of the history at context.asOf is there already.
std::vector<Signal> evaluateSignals(const Dictionary& dictionary, const HistoryView& view, const SignalContext& context);

} // namespace foreword
