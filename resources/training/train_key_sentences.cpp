// Learns the weights of core/brief/key_sentences.h from which sentences people marked as key.
// Whole Newton steps of a logistic regression, no chance in it: the same bytes every time.
//
//     train_key_sentences DATA OUTPUT
//
// DATA is a folder with summaries_train.jsonl in the shape of `evaluate summaries`; the weights
// are written to OUTPUT, F1 on every fifth conversation, by weights that did not see it, to
// standard output. Nothing but the weights goes into the project.
#include <array>
#include <cmath>
#include <filesystem>
#include <fstream>
#include <iostream>

#include "core/brief/key_sentences.h"
#include "core/desk/conversation.h"
#include "core/evaluate/labels.h"

using namespace foreword;

namespace {

constexpr std::size_t weightCount = 2 * sentenceTraits;
constexpr double penalty = 8; // of the squared weights; the constant is free
constexpr int steps = 8;
constexpr std::size_t parts = 5;
constexpr double leastOverlap = 0.5;

using Weights = std::array<double, weightCount>;

struct Row {
    std::vector<std::size_t> active;
    double marked = 0; // share of the annotators
};

struct Example {
    std::vector<Row> rows;
    std::vector<Place> places;
    std::vector<SummaryLabels> annotators; // who marked anything
};

Example exampleOf(const std::string& line, const Definitions& definitions)
{
    Example example;
    auto conversation = parseConversation(line);
    const auto labels = summaryLabels(nlohmann::json::parse(line));
    if (!conversation || !labels) {
        std::cerr << "a line cannot be read\n";
        std::exit(1);
    }
    annotateConversation(*conversation, definitions.annotator);
    for (const SummaryLabels& annotator : *labels) {
        if (!annotator.keySentences.empty())
            example.annotators.push_back(annotator);
    }
    const HistoryView view(conversation->history, endOf(*conversation));
    const BriefFold fold(view);
    for (const SeenSentence& seen : seenSentences(fold, view.messagesOf(0))) {
        const Place place{fold.message(seen.found.message).key.id, seen.found.annotation->span};
        Row row;
        for (std::size_t trait = 0; trait < sentenceTraits; ++trait) {
            if (seen.traits[trait])
                row.active.push_back(trait + (seen.customer ? 0 : sentenceTraits));
        }
        for (const SummaryLabels& annotator : example.annotators)
            row.marked += matchPlaces({place}, annotator.keySentences, leastOverlap).truePositives > 0 ? 1 : 0;
        row.marked /= std::max<double>(1, static_cast<double>(example.annotators.size()));
        example.rows.push_back(std::move(row));
        example.places.push_back(place);
    }
    return example;
}

double scoreOf(const Weights& weights, const Row& row)
{
    double score = 0;
    for (const std::size_t i : row.active)
        score += weights[i];
    return score;
}

// Solves a x = b by Cholesky; a is positive definite thanks to the penalty.
Weights solved(std::vector<Weights>& a, Weights b)
{
    for (std::size_t j = 0; j < weightCount; ++j) {
        for (std::size_t k = 0; k < j; ++k) {
            for (std::size_t i = j; i < weightCount; ++i)
                a[i][j] -= a[i][k] * a[j][k];
        }
        const double root = std::sqrt(a[j][j]);
        for (std::size_t i = j; i < weightCount; ++i)
            a[i][j] /= root;
    }
    for (std::size_t i = 0; i < weightCount; ++i) {
        for (std::size_t k = 0; k < i; ++k)
            b[i] -= a[i][k] * b[k];
        b[i] /= a[i][i];
    }
    for (std::size_t i = weightCount; i-- > 0;) {
        for (std::size_t k = i + 1; k < weightCount; ++k)
            b[i] -= a[k][i] * b[k];
        b[i] /= a[i][i];
    }
    return b;
}

double penaltyOf(std::size_t weight)
{
    return weight % sentenceTraits == static_cast<std::size_t>(SentenceTrait::always) ? 1e-3 : penalty;
}

Weights learned(const std::vector<const Example*>& examples)
{
    Weights weights{};
    for (int step = 0; step < steps; ++step) {
        std::vector<Weights> curvature(weightCount, Weights{});
        Weights slope{};
        for (std::size_t i = 0; i < weightCount; ++i) {
            curvature[i][i] = penaltyOf(i);
            slope[i] = -penaltyOf(i) * weights[i];
        }
        for (const Example* example : examples) {
            for (const Row& row : example->rows) {
                const double chance = 1 / (1 + std::exp(-scoreOf(weights, row)));
                for (const std::size_t i : row.active) {
                    slope[i] += row.marked - chance;
                    for (const std::size_t k : row.active)
                        curvature[i][k] += chance * (1 - chance);
                }
            }
        }
        const Weights change = solved(curvature, slope);
        for (std::size_t i = 0; i < weightCount; ++i)
            weights[i] += change[i];
    }
    return weights;
}

double f1Of(const Example& example, const Weights& weights)
{
    std::vector<int> chances;
    for (const Row& row : example.rows)
        chances.push_back(static_cast<int>(std::lround(1000 / (1 + std::exp(-scoreOf(weights, row))))));
    std::vector<Place> chosen;
    for (const std::size_t i : keySet(chances))
        chosen.push_back(example.places[i]);
    double sum = 0;
    for (const SummaryLabels& annotator : example.annotators)
        sum += matchPlaces(chosen, annotator.keySentences, leastOverlap).f1().value_or(0);
    return sum / static_cast<double>(example.annotators.size());
}

void printFigures(const std::vector<Example>& examples)
{
    double sum = 0;
    std::size_t count = 0;
    for (std::size_t part = 0; part < parts; ++part) {
        std::vector<const Example*> others;
        for (std::size_t i = 0; i < examples.size(); ++i) {
            if (i % parts != part)
                others.push_back(&examples[i]);
        }
        const Weights weights = learned(others);
        for (std::size_t i = part; i < examples.size(); i += parts) {
            if (examples[i].annotators.empty())
                continue;
            sum += f1Of(examples[i], weights);
            ++count;
        }
    }
    std::cout << count << " conversations, F1 on what was left out " << sum / static_cast<double>(count) << '\n';
}

void write(const std::string& path, const Weights& weights)
{
    std::ofstream out(path, std::ios::binary);
    out << "// Written by train_key_sentences; see README.md here.\n";
    for (std::size_t side = 0; side < 2; ++side) {
        out << '{';
        for (std::size_t i = 0; i < sentenceTraits; ++i)
            out << (i == 0 ? "" : i % 16 == 0 ? ",\n " : ", ") << std::lround(1000 * weights[side * sentenceTraits + i]);
        out << "},\n";
    }
}

} // namespace

int main(int argc, char** argv)
{
    if (argc != 3) {
        std::cerr << "usage: train_key_sentences DATA OUTPUT\n";
        return 2;
    }
    const auto definitions = loadBuiltInDefinitions();
    std::ifstream in(std::filesystem::path(argv[1]) / "summaries_train.jsonl");
    if (!definitions || !in) {
        std::cerr << "no summaries_train.jsonl in " << argv[1] << '\n';
        return 1;
    }
    std::vector<Example> examples;
    for (std::string line; std::getline(in, line);)
        examples.push_back(exampleOf(line, **definitions));
    printFigures(examples);
    std::vector<const Example*> all;
    for (const Example& example : examples)
        all.push_back(&example);
    write(argv[2], learned(all));
    return 0;
}
