// Tunes the nine weights by which a public post is judged to complain (core/annotate/public_post.h).
// One thread, the same figures every time.
//
//     tune_posts RESOURCES POSTS...
//
// RESOURCES is the resources folder with the model that is in use; POSTS are conversations of one
// message in the format of `evaluate signals`, labelled for open_complaint. Prints the table for
// the cue list, and how such weights do on posts that they were not tuned on (ten folds).
#include <algorithm>
#include <array>
#include <cmath>
#include <fstream>
#include <iostream>
#include <optional>
#include <vector>

#include <nlohmann/json.hpp>

#include "resources/training/definitions.h"

using namespace foreword;
using namespace foreword::training;

namespace {

constexpr std::size_t weights = postTraits + 1; // the last is the bias
constexpr double decay = 1;                     // of the squares of the weights
constexpr double likely = 0.4;                  // from here on a post complains: a miss costs more than a look
constexpr int rounds = 25;                      // of Newton's method, far more than it needs
constexpr std::size_t folds = 10;

using Row = std::array<double, weights>;

struct Post {
    Row traits{};
    bool complains = false;
};

std::vector<Post> readPosts(const std::filesystem::path& file, const Annotator& annotator)
{
    std::vector<Post> posts;
    std::ifstream in(file);
    for (std::string text; std::getline(in, text);) {
        const auto line = nlohmann::json::parse(text);
        const auto holds = [&](const char* list) {
            const auto& all = line.at("expect").at(list);
            return std::ranges::find(all, "open_complaint") != all.end();
        };
        HistoryMessage message;
        message.text = line.at("messages").at(0).at("text");
        message.language = line.value("language", "");
        const std::optional<PostTraits> traits = annotator.post(message);
        if (!traits || holds("unsure"))
            continue;
        Post& post = posts.emplace_back();
        for (std::size_t i = 0; i < postTraits; ++i)
            post.traits[i] = (*traits)[i] / 1000.0;
        post.traits[postTraits] = 1;
        post.complains = holds("present");
    }
    return posts;
}

double chance(const Row& row, const Row& found)
{
    double sum = 0;
    for (std::size_t i = 0; i < weights; ++i)
        sum += row[i] * found[i];
    return 1 / (1 + std::exp(-sum));
}

// Solves a symmetric system by elimination; it is positive definite, so no row has to change places.
Row solved(std::array<Row, weights> matrix, Row right)
{
    for (std::size_t i = 0; i < weights; ++i) {
        for (std::size_t j = i + 1; j < weights; ++j) {
            const double factor = matrix[j][i] / matrix[i][i];
            for (std::size_t k = i; k < weights; ++k)
                matrix[j][k] -= factor * matrix[i][k];
            right[j] -= factor * right[i];
        }
    }
    for (std::size_t i = weights; i-- > 0;) {
        for (std::size_t k = i + 1; k < weights; ++k)
            right[i] -= matrix[i][k] * right[k];
        right[i] /= matrix[i][i];
    }
    return right;
}

// Logistic regression by Newton's method, without every post of `left` modulo the folds.
Row tuned(const std::vector<Post>& posts, std::size_t left)
{
    Row found{};
    for (int round = 0; round < rounds; ++round) {
        Row slope{};
        std::array<Row, weights> curve{};
        for (std::size_t i = 0; i < weights; ++i) {
            const double held = i < postTraits ? decay : 0;
            slope[i] = -held * found[i];
            curve[i][i] = held;
        }
        for (std::size_t p = 0; p < posts.size(); ++p) {
            if (p % folds == left)
                continue;
            const double likelihood = chance(posts[p].traits, found), spread = likelihood * (1 - likelihood);
            for (std::size_t i = 0; i < weights; ++i) {
                slope[i] += posts[p].traits[i] * ((posts[p].complains ? 1 : 0) - likelihood);
                for (std::size_t j = 0; j < weights; ++j)
                    curve[i][j] += posts[p].traits[i] * posts[p].traits[j] * spread;
            }
        }
        const Row step = solved(curve, slope);
        for (std::size_t i = 0; i < weights; ++i)
            found[i] += step[i];
    }
    return found;
}

void printFigures(const std::vector<Post>& posts)
{
    std::array<int, 4> counts{}; // right, wrong, missed, rightly none
    for (std::size_t left = 0; left < folds; ++left) {
        const Row found = tuned(posts, left);
        for (std::size_t p = left; p < posts.size(); p += folds) {
            const bool said = chance(posts[p].traits, found) > likely;
            ++counts[said ? (posts[p].complains ? 0 : 1) : (posts[p].complains ? 2 : 3)];
        }
    }
    const auto f1 = [&](int right) { return 2.0 * right / (2.0 * right + counts[1] + counts[2]); };
    std::cout << "# " << posts.size() << " posts, ten folds: " << counts[0] << " right, " << counts[1] << " wrong, " << counts[2]
              << " missed, F1 of both classes " << (f1(counts[0]) + f1(counts[3])) / 2 << '\n';
}

} // namespace

int main(int argc, char** argv)
{
    if (argc < 3) {
        std::cerr << "tune_posts RESOURCES POSTS...\n";
        return 2;
    }
    const Dictionary dictionary = loadDictionary(argv[1]);
    const Annotator annotator = loadAnnotator(argv[1], dictionary, LearnedPart::with);
    std::vector<Post> posts;
    for (int i = 2; i < argc; ++i) {
        const std::vector<Post> more = readPosts(argv[i], annotator);
        posts.insert(posts.end(), more.begin(), more.end());
    }
    printFigures(posts);
    const Row found = tuned(posts, folds);
    std::cout << "[complaint_in_post]\n";
    for (std::size_t i = 0; i < postTraits; ++i)
        std::cout << postTraitNames[i] << " = " << std::lround(found[i] * 100) << '\n';
    std::cout << "bias = " << std::lround((found[postTraits] - std::log(likely / (1 - likely))) * 100) << '\n';
}
