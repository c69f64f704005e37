// The labels of an evaluation line (`expect` of app/CONTRACT.md), read strictly. Pure.
// Errors: missing_field, wrong_field_type, bad_value.
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "core/base/result.h"
#include "core/evaluate/quotes.h"
#include "core/model/brief.h"

namespace foreword {

struct SignalLabels {
    std::set<std::string> present, unsure;
    std::set<std::string> only; // the signals the line labels; empty: all
    std::map<std::string, std::vector<std::string>> evidence;

    bool labels(const std::string& signal) const { return (only.empty() || only.contains(signal)) && !unsure.contains(signal); }
};

struct QuoteLabel {
    std::string message, quote;
};

struct BriefLabels {
    Resolution resolution = Resolution::none;
    Satisfaction satisfaction = Satisfaction::notDissatisfied;
    std::vector<QuoteLabel> commitments, tried, told, askedAgain;
};

struct SummaryLabels {
    std::vector<Place> keySentences; // of one annotator
    std::vector<std::string> abstractive;
};

// `line` is a whole line; its `expect` is read.
Result<SignalLabels> signalLabels(const nlohmann::json& line);
Result<BriefLabels> briefLabels(const nlohmann::json& line);
Result<std::vector<SummaryLabels>> summaryLabels(const nlohmann::json& line);

} // namespace foreword
