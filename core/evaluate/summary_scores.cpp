#include "core/evaluate/summary_scores.h"

#include <algorithm>

#include "core/evaluate/rouge.h"

namespace foreword {
namespace {

constexpr std::size_t sentencesCounted = 4;
constexpr double leastOverlap = 0.5; // sentences are told apart a little differently by everyone

std::vector<Place> spokenBy(const std::vector<Place>& places, const std::map<std::string, bool>& byCustomer, bool customer)
{
    std::vector<Place> chosen;
    std::ranges::copy_if(places, std::back_inserter(chosen), [&](const Place& place) {
        const auto known = byCustomer.find(place.message);
        return known != byCustomer.end() && known->second == customer;
    });
    return chosen;
}

} // namespace

void SummaryScores::Figures::add(const std::vector<Counts>& annotators)
{
    Mean p, r, f;
    for (const Counts& counts : annotators) {
        p.add(counts.precision());
        r.add(counts.recall());
        f.add(counts.f1());
    }
    precision.add(p.value());
    recall.add(r.value());
    f1.add(f.value());
}

nlohmann::ordered_json SummaryScores::Figures::json() const
{
    return {{"precision", figure(precision.value())}, {"recall", figure(recall.value())}, {"f1", figure(f1.value())}};
}

void SummaryScores::add(const std::vector<SummaryLabels>& annotators, const std::vector<Place>& keySentences,
                        const std::map<std::string, bool>& byCustomer, const std::string& words)
{
    ++m_conversations;
    const std::vector<Place> top(keySentences.begin(),
                                 keySentences.begin() + static_cast<std::ptrdiff_t>(std::min(sentencesCounted, keySentences.size())));
    std::vector<Counts> all, situation, action;
    Mean one, two, l;
    const std::vector<std::string> own = withoutTemplateWords(rougeWords(words));
    for (const SummaryLabels& annotator : annotators) {
        if (annotator.keySentences.empty()) {
            ++m_withoutSentences; // who marked none says nothing of them
        } else {
            all.push_back(matchPlaces(top, annotator.keySentences, leastOverlap));
            const auto side = [&](bool customer) {
                return matchPlaces(spokenBy(top, byCustomer, customer), spokenBy(annotator.keySentences, byCustomer, customer),
                                   leastOverlap);
            };
            situation.push_back(side(true));
            action.push_back(side(false));
        }
        if (annotator.abstractive.empty())
            continue;
        std::string reference;
        for (const std::string& sentence : annotator.abstractive)
            reference += sentence + "\n";
        const Rouge scores = rouge(own, withoutTemplateWords(rougeWords(reference)));
        one.add(scores.one);
        two.add(scores.two);
        l.add(scores.l);
    }
    m_all.add(all);
    m_situation.add(situation);
    m_action.add(action);
    m_rouge1.add(one.value());
    m_rouge2.add(two.value());
    m_rougeL.add(l.value());
}

nlohmann::ordered_json SummaryScores::json() const
{
    return {{"conversations", m_conversations},    {"annotators_without_sentences", m_withoutSentences},
            {"sentences", m_all.json()},           {"situation", m_situation.json()},
            {"action", m_action.json()},           {"rouge_1", figure(m_rouge1.value())},
            {"rouge_2", figure(m_rouge2.value())}, {"rouge_l", figure(m_rougeL.value())}};
}

} // namespace foreword
