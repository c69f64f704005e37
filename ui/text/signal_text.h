// Signals in words: a short phrase for the banner, the state, what ends it. Pure.
#pragma once

#include <QCoreApplication>

#include <vector>

#include "core/desk/desk.h"
#include "ui/text/wording.h"

namespace foreword {

class SignalText {
    Q_DECLARE_TR_FUNCTIONS(foreword::SignalText)

public:
    // "open complaint #4711": lower case where the language has it, to stand in a list. A
    // signal this program has no phrase for is called by its title in the dictionary.
    static QString phrase(const Signal& signal, const std::vector<Definition>& definitions);
    // The dictionary's title, or the id.
    static QString title(const std::string& id, const std::vector<Definition>& definitions);
    static QString state(SignalState state);
    static QString rank(Rank rank);
    // "#4711", or nothing where it is not about exactly one interaction.
    static QString interactionRef(const Signal& signal);
};

const Definition* definitionOf(const std::string& signal, const std::vector<Definition>& definitions);
const Signal* signalOf(const std::string& id, const std::vector<Signal>& all);

} // namespace foreword
