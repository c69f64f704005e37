// Scores signals against labels: per signal, micro and macro, by language and channel, how
// much of the labelled words the evidence covers, and how soon a signal was seen. One thread.
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "core/evaluate/labels.h"
#include "core/evaluate/quotes.h"

namespace foreword {

// What was found in one conversation.
struct FoundSignals {
    struct Text {
        std::string id, text; // a customer's message, in order
    };
    std::string language, channel;
    std::vector<Text> customerMessages;
    std::map<std::string, std::vector<Place>> evidence; // by signal; a key without places counts too
};

class SignalScores {
public:
    // `signalIds`: those that text can show; labels of others do not count.
    explicit SignalScores(std::vector<std::string> signalIds) : m_signals(std::move(signalIds)) {}

    void add(const SignalLabels& labels, const FoundSignals& found);
    nlohmann::ordered_json json() const;

private:
    struct PerSignal {
        Counts counts;
        std::size_t quotes = 0;        // labelled, of signals that were found
        std::size_t coveredQuotes = 0; // that the evidence overlaps
        Mean messagesUntilFlagged;
    };
    void addEvidence(PerSignal& score, const std::vector<std::string>& quotes, const std::vector<Place>& places, const FoundSignals& found);

    std::vector<std::string> m_signals;
    std::map<std::string, PerSignal> m_scores;
    std::map<std::string, Counts> m_byLanguage, m_byChannel;
    std::size_t m_conversations = 0;
};

} // namespace foreword
