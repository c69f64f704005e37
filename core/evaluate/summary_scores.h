// Scores briefs as summaries: the first four key sentences against each annotator's, averaged
// over annotators, then conversations; the customer's sentences (situation) and ours (action)
// apart; ROUGE of the brief's words against the annotators' own summaries. One thread.
#pragma once

#include <map>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "core/evaluate/labels.h"
#include "core/model/brief.h"

namespace foreword {

class SummaryScores {
public:
    // `customers`: message ids of the customer. `words`: what the summary says.
    void add(const std::vector<SummaryLabels>& annotators, const std::vector<Place>& keySentences,
             const std::map<std::string, bool>& byCustomer, const std::string& words);
    nlohmann::ordered_json json() const;

private:
    struct Figures {
        Mean precision, recall, f1;
        void add(const std::vector<Counts>& annotators);
        nlohmann::ordered_json json() const;
    };
    Figures m_all, m_situation, m_action;
    Mean m_rouge1, m_rouge2, m_rougeL;
    std::size_t m_conversations = 0, m_withoutSentences = 0;
};

} // namespace foreword
