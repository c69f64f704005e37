#include "core/evaluate/signal_scores.h"

#include <algorithm>

namespace foreword {
namespace {

using Json = nlohmann::ordered_json;

// From this many positives on, a signal's F1 says something.
constexpr std::size_t enoughPositives = 8;

Json intervalJson(std::optional<Interval> interval)
{
    return interval ? Json{figure(interval->low), figure(interval->high)} : Json(nullptr);
}

Json groupsJson(const std::map<std::string, Counts>& groups)
{
    auto json = Json::object();
    for (const auto& [name, counts] : groups)
        json[name] = countsJson(counts);
    return json;
}

} // namespace

void SignalScores::add(const SignalLabels& labels, const FoundSignals& found)
{
    ++m_conversations;
    for (const std::string& signal : m_signals) {
        if (!labels.labels(signal))
            continue;
        PerSignal& score = m_scores[signal];
        const auto places = found.evidence.find(signal);
        const bool predicted = places != found.evidence.end();
        const bool labelled = labels.present.contains(signal);
        score.counts.add(predicted, labelled);
        m_byLanguage[found.language].add(predicted, labelled);
        m_byChannel[found.channel].add(predicted, labelled);
        if (!predicted || !labelled)
            continue;
        const auto quotes = labels.evidence.find(signal);
        addEvidence(score, quotes == labels.evidence.end() ? std::vector<std::string>() : quotes->second, places->second, found);
    }
}

void SignalScores::addEvidence(PerSignal& score, const std::vector<std::string>& quotes, const std::vector<Place>& places,
                               const FoundSignals& found)
{
    for (const std::string& quote : quotes) {
        ++score.quotes;
        const bool covered = std::ranges::any_of(found.customerMessages, [&](const FoundSignals::Text& message) {
            const auto span = findQuote(message.text, quote);
            return span && std::ranges::any_of(places, [&](const Place& place) { return overlap(place, {message.id, *span}) > 0; });
        });
        score.coveredQuotes += covered ? 1 : 0;
    }
    for (std::size_t i = 0; i < found.customerMessages.size(); ++i) {
        if (std::ranges::find(places, found.customerMessages[i].id, &Place::message) == places.end())
            continue;
        score.messagesUntilFlagged.add(static_cast<double>(i + 1));
        return;
    }
}

Json SignalScores::json() const
{
    auto signals = Json::object();
    Counts all;
    Mean precision, recall, f1, frequentF1;
    std::size_t quotes = 0, covered = 0;
    for (const std::string& signal : m_signals) {
        const auto known = m_scores.find(signal);
        if (known == m_scores.end())
            continue;
        const PerSignal& score = known->second;
        Json one = countsJson(score.counts);
        one["positives"] = score.counts.positives();
        one["labelled"] = score.counts.positives() + score.counts.falsePositives + score.counts.trueNegatives;
        one["two_class_f1"] = figure(score.counts.twoClassF1());
        one["precision_95"] = intervalJson(wilson(score.counts.truePositives, score.counts.truePositives + score.counts.falsePositives));
        one["recall_95"] = intervalJson(wilson(score.counts.truePositives, score.counts.positives()));
        one["evidence"] = {{"quotes", score.quotes}, {"covered", score.coveredQuotes}};
        one["messages_until_flagged"] = figure(score.messagesUntilFlagged.value());
        signals[signal] = std::move(one);
        all += score.counts;
        quotes += score.quotes;
        covered += score.coveredQuotes;
        if (score.counts.positives() == 0)
            continue;
        // Nothing found at all is a precision of nothing for its signal, but no reward.
        precision.add(score.counts.precision().value_or(0));
        recall.add(score.counts.recall());
        f1.add(score.counts.f1());
        if (score.counts.positives() >= enoughPositives)
            frequentF1.add(score.counts.f1());
    }
    return {{"conversations", m_conversations},
            {"signals", std::move(signals)},
            {"micro", countsJson(all)},
            {"macro",
             {{"signals", f1.count()},
              {"precision", figure(precision.value())},
              {"recall", figure(recall.value())},
              {"f1", figure(f1.value())}}},
            {"macro_from_8_positives", {{"signals", frequentF1.count()}, {"f1", figure(frequentF1.value())}}},
            {"evidence_overlap",
             {{"quotes", quotes},
              {"covered", covered},
              {"share", quotes == 0 ? Json(nullptr) : figure(static_cast<double>(covered) / static_cast<double>(quotes))}}},
            {"by_language", groupsJson(m_byLanguage)},
            {"by_channel", groupsJson(m_byChannel)}};
}

} // namespace foreword
