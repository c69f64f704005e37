// Trains the learned part of the annotator: one logistic regression a signal over the features
// of core/annotate/signal_model.h, on the lines of this folder. One thread, fixed seed, the same
// bytes every time.
//
//     train_signals RESOURCES OUTPUT
//
// RESOURCES is the resources folder (dictionary, cue lists, training/signals, training/open);
// the model is written to OUTPUT, the figures of a five-fold check to standard output.
#include <algorithm>
#include <cmath>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <map>
#include <sstream>

#include <nlohmann/json.hpp>

#include "core/annotate/annotator.h"
#include "core/annotate/signal_model.h"
#include "core/base/error_catalog.h"

using namespace foreword;

namespace {

constexpr std::size_t signals = SignalModel::signalCount;
constexpr int folds = 5;
constexpr int rounds = 24;
constexpr float learningRate = 0.35F;
constexpr float decay = 2e-5F;
// A line of another signal's file most likely does not hold this one, but nobody looked.
constexpr float unlabelledWeight = 0.12F;
constexpr float quantum = 24; // steps of a weight in a whole unit
constexpr long smallest = 2;

struct Line {
    std::vector<FeatureId> features;
    float scale = 1; // one over the length of the row
    std::array<float, signals> label{}, weight{};
    int fold = 0;
};

struct Learner {
    std::vector<std::array<float, signals>> weights = std::vector<std::array<float, signals>>(SignalModel::featureCount);
    std::vector<std::array<float, signals>> squares = weights;
    std::array<float, signals> bias{}, biasSquares{};

    std::array<float, signals> scores(const Line& line) const
    {
        std::array<float, signals> sums{};
        for (const FeatureId feature : line.features) {
            for (std::size_t s = 0; s < signals; ++s)
                sums[s] += weights[feature][s];
        }
        for (std::size_t s = 0; s < signals; ++s)
            sums[s] = sums[s] * line.scale + bias[s];
        return sums;
    }

    // AdaGrad, one line at a time.
    void learn(const Line& line)
    {
        const auto sums = scores(line);
        std::array<float, signals> slope{};
        for (std::size_t s = 0; s < signals; ++s) {
            slope[s] = line.weight[s] * (1 / (1 + std::exp(-sums[s])) - line.label[s]);
            biasSquares[s] += slope[s] * slope[s];
            bias[s] -= learningRate * slope[s] / (1 + std::sqrt(biasSquares[s]));
        }
        for (const FeatureId feature : line.features) {
            for (std::size_t s = 0; s < signals; ++s) {
                const float step = slope[s] * line.scale + decay * weights[feature][s];
                squares[feature][s] += step * step;
                weights[feature][s] -= learningRate * step / (0.05F + std::sqrt(squares[feature][s]));
            }
        }
    }
};

std::string slurp(const std::filesystem::path& path)
{
    std::ifstream file(path, std::ios::binary);
    std::stringstream text;
    text << file.rdbuf();
    return text.str();
}

[[noreturn]] void stop(const std::vector<Error>& errors)
{
    for (const Error& error : errors)
        std::cerr << error.param("file") << ':' << error.param("line") << ' ' << englishMessage(error) << '\n';
    std::exit(1);
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

// Not in any order that the files have: x * odd + odd over the indices.
std::vector<std::size_t> shuffled(std::size_t count, std::uint64_t seed)
{
    std::vector<std::size_t> order(count);
    for (std::size_t i = 0; i < count; ++i)
        order[i] = i;
    for (std::size_t i = count; i > 1; --i) {
        seed = seed * 6364136223846793005ULL + 1442695040888963407ULL;
        std::swap(order[i - 1], order[(seed >> 33) % i]);
    }
    return order;
}

// Two files about one event: a line of one says nothing certain about the other.
bool related(std::string_view a, std::string_view b)
{
    const auto death = [](std::string_view id) {
        return id == "bereavement" || id == "account_holder_deceased" || id == "third_party_speaker";
    };
    const auto service = [](std::string_view id) { return id == "open_complaint" || id == "open_service_issue" || id == "repeat_contact"; };
    return (death(a) && death(b)) || (service(a) && service(b)) || b == "open_complaint";
}

std::vector<Line> readLines(const std::filesystem::path& folder, const Annotator& annotator, const std::vector<std::string>& ids, bool own)
{
    std::vector<std::filesystem::path> files;
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
        if (entry.path().extension() == ".jsonl")
            files.push_back(entry.path());
    }
    std::ranges::sort(files);
    std::vector<Line> lines;
    for (const auto& file : files) {
        const std::string name = file.filename().string();
        const std::string signal = name.substr(0, name.find('.'));
        const std::string language = name.substr(signal.size() + 1, 2);
        std::istringstream text(slurp(file));
        std::string row;
        while (std::getline(text, row)) {
            const auto json = nlohmann::json::parse(row);
            HistoryMessage message;
            message.text = json.at("text").get<std::string>();
            message.language = language;
            Line line;
            line.features = annotator.features(message);
            if (line.features.empty())
                continue;
            line.scale = 1 / std::sqrt(static_cast<float>(line.features.size()));
            line.fold = static_cast<int>(lines.size() % folds);
            for (std::size_t s = 0; s < signals; ++s) {
                if (ids[s] == signal) {
                    line.label[s] = json.at("label").get<bool>() ? 1 : 0;
                    line.weight[s] = own ? 1 : 0.5F;
                } else if (own && !related(signal, ids[s])) {
                    line.weight[s] = unlabelledWeight;
                }
            }
            lines.push_back(std::move(line));
        }
    }
    return lines;
}

// Small weights say nothing and would only make the model large.
std::int8_t quantised(float weight)
{
    const long steps = std::clamp(std::lround(weight * quantum), -127L, 127L);
    return static_cast<std::int8_t>(std::abs(steps) <= smallest ? 0 : steps);
}

// What stands in one line only cannot be told from chance. The length of the row stays.
void dropRare(std::vector<Line>& lines)
{
    std::vector<int> counts(SignalModel::featureCount);
    for (const Line& line : lines) {
        for (const FeatureId feature : line.features)
            ++counts[feature];
    }
    for (Line& line : lines)
        std::erase_if(line.features, [&](FeatureId feature) { return counts[feature] < 2; });
}

Learner train(const std::vector<Line>& lines, int without)
{
    Learner learner;
    for (int round = 0; round < rounds; ++round) {
        for (const std::size_t i : shuffled(lines.size(), static_cast<std::uint64_t>(round) + 17)) {
            if (lines[i].fold != without)
                learner.learn(lines[i]);
        }
    }
    return learner;
}

struct Proposal {
    std::string_view signal;
    float threshold; // of the score, the logarithm of the odds
};

// Chosen on conversations that nothing is trained on and on the sample history, where a year of
// ordinary sentences a customer shows what a look too many costs: an alarm on everybody is none.
constexpr std::array<Proposal, signals> proposals = {{
    {"self_harm_risk", 1.5F},
    {"immediate_danger", 1.5F},
    {"account_holder_deceased", 100.0F},
    {"marketing_objection", 1.5F},
    {"third_party_speaker", 0.0F},
    {"open_complaint", 100.0F},
    {"formal_redress_threat", 0.8F},
    {"bereavement", 0.5F},
    {"health_vulnerability", 0.9F},
    {"financial_hardship", 0.8F},
    {"capability_need", 1.9F},
    {"fraud_or_takeover", 1.5F},
    {"open_service_issue", -0.3F},
    {"repeat_contact", 2.0F},
    {"human_requested", 100.0F},
    {"churn_intent", 0.7F},
}};

float thresholdOf(std::string_view signal)
{
    const auto found = std::ranges::find(proposals, signal, &Proposal::signal);
    return found == proposals.end() ? 100.0F : found->threshold;
}

// How lines that were not trained on come out at the threshold.
void printFigures(std::string_view signal, const std::vector<Line>& lines, const std::vector<std::array<float, signals>>& unseen,
                  std::size_t s)
{
    const float threshold = thresholdOf(signal);
    int right = 0, wrong = 0, missed = 0;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (lines[i].weight[s] < 0.5F)
            continue;
        const bool proposed = unseen[i][s] >= threshold;
        const bool there = lines[i].label[s] > 0;
        right += proposed && there ? 1 : 0;
        wrong += proposed && !there ? 1 : 0;
        missed += !proposed && there ? 1 : 0;
    }
    std::cout << signal << ": " << right << " right, " << wrong << " wrong, " << missed << " missed\n";
}

} // namespace

int main(int argc, char** argv)
{
    if (argc != 3) {
        std::cerr << "usage: train_signals RESOURCES OUTPUT\n";
        return 2;
    }
    const std::filesystem::path resources = argv[1];
    const auto dictionary = Dictionary::load(slurp(resources / "dictionary.toml"), "dictionary.toml");
    if (!dictionary)
        stop(dictionary.error());
    std::map<std::string, std::string> texts;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(resources / "cues")) {
        if (entry.is_regular_file())
            texts[std::filesystem::relative(entry.path(), resources).generic_string()] = slurp(entry.path());
    }
    const auto annotator = Annotator::load(*dictionary, {texts.begin(), texts.end()});
    if (!annotator)
        stop(annotator.error());
    const std::vector<std::string> ids = signalIds(*dictionary);
    if (ids.size() != signals) {
        std::cerr << "the dictionary has " << ids.size() << " signals of words, the model " << signals << '\n';
        return 1;
    }
    std::vector<Line> lines = readLines(resources / "training" / "signals", *annotator, ids, true);
    for (Line& line : readLines(resources / "training" / "open", *annotator, ids, false))
        lines.push_back(std::move(line));

    dropRare(lines);
    std::vector<std::array<float, signals>> unseen(lines.size());
    for (int fold = 0; fold < folds; ++fold) {
        const Learner learner = train(lines, fold);
        for (std::size_t i = 0; i < lines.size(); ++i) {
            if (lines[i].fold == fold)
                unseen[i] = learner.scores(lines[i]);
        }
    }
    const Learner whole = train(lines, -1);
    SignalModel::Scores bias{}, thresholds{};
    std::cout << lines.size() << " lines\n";
    for (std::size_t s = 0; s < signals; ++s) {
        thresholds[s] = static_cast<std::int32_t>(std::lround(thresholdOf(ids[s]) * 16 * quantum));
        bias[s] = static_cast<std::int32_t>(std::lround(whole.bias[s] * 16 * quantum));
        printFigures(ids[s], lines, unseen, s);
    }
    std::vector<std::array<std::int8_t, signals>> weights(SignalModel::featureCount);
    for (std::size_t f = 0; f < weights.size(); ++f) {
        for (std::size_t s = 0; s < signals; ++s)
            weights[f][s] = quantised(whole.weights[f][s]);
    }
    const std::string model = SignalModel::write(ids, bias, thresholds, weights);
    std::ofstream(argv[2], std::ios::binary) << model;
    std::cout << model.size() << " bytes\n";
    return 0;
}
