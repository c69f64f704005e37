// Scores briefs against labels: F1 by quote overlap for what was promised, tried, told and asked
// again, accuracy of resolution and satisfaction. One thread.
#pragma once

#include <map>
#include <string>
#include <utility>

#include <nlohmann/json.hpp>

#include "core/evaluate/labels.h"
#include "core/model/brief.h"

namespace foreword {

class BriefScores {
public:
    // `texts`: message id to its text. The first citation of a statement is what counts.
    void add(const BriefLabels& labels, const Brief& brief, const std::map<std::string, std::string>& texts);
    nlohmann::ordered_json json() const;

private:
    struct Accuracy {
        std::size_t right = 0, all = 0;
        std::map<std::pair<std::string, std::string>, std::size_t> confusions; // labelled, found
        void add(std::string_view labelled, std::string_view found);
        nlohmann::ordered_json json() const;
    };
    Counts m_promised, m_tried, m_told, m_askedAgain;
    Accuracy m_resolution, m_satisfaction;
    std::size_t m_unplaced = 0; // labelled quotes that do not stand in their message
};

} // namespace foreword
