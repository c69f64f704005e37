#include "resources/training/corpus.h"

#include <algorithm>
#include <cstdlib>
#include <iostream>
#include <set>
#include <sstream>

#include <nlohmann/json.hpp>

#include "resources/training/definitions.h"

namespace foreword::training {
namespace {

// A line of another signal's file most likely does not hold this one, but nobody looked.
constexpr float unlabelledWeight = 0.4F;
constexpr float perhapsComplaintWeight = 0.2F; // much of what people write is half a complaint
constexpr float openWeight = 1.0F;
// The file of ordinary messages: none of the signals stands in any of them.
constexpr std::string_view ordinary = "ordinary";

// What a line of one signal's file, which nobody labelled for another signal, weighs as a line
// without it. Two files about one event say nothing certain about each other.
float weightOfSilence(std::string_view file, std::string_view signal)
{
    const auto death = [](std::string_view id) {
        return id == "bereavement" || id == "account_holder_deceased" || id == "third_party_speaker";
    };
    const auto service = [](std::string_view id) { return id == "open_complaint" || id == "open_service_issue" || id == "repeat_contact"; };
    const auto displeased = [&](std::string_view id) {
        return service(id) || id == "formal_redress_threat" || id == "churn_intent" || id == "human_requested";
    };
    if ((death(file) && death(signal)) || (service(file) && service(signal)) || (displeased(file) && signal == "open_complaint"))
        return 0;
    return signal == "open_complaint" ? perhapsComplaintWeight : unlabelledWeight;
}

// What the cue lists find in the words is not counted against them.
std::set<std::string> foundBy(const Annotator& annotator, const HistoryMessage& message)
{
    std::set<std::string> found;
    for (const Annotation& annotation : annotator.annotate({&message, 1}, 0)) {
        if (annotation.kind == AnnotationKind::cue)
            found.insert(annotation.label);
    }
    return found;
}

// A label of a signal that is none would be lost without a word.
void checkAlso(const nlohmann::json& line, const std::vector<std::string>& ids, const std::string& file)
{
    const auto also = line.find("also");
    if (also == line.end())
        return;
    for (const auto& [signal, label] : also->items()) {
        if (std::ranges::find(ids, signal) == ids.end()) {
            std::cerr << file << ": \"also\" labels " << signal << ", which is no signal of words\n";
            std::exit(1);
        }
    }
}

CorpusLine readLine(const Annotator& annotator, const std::string& text, const std::string& language)
{
    HistoryMessage message;
    message.text = text;
    message.language = language;
    CorpusLine made;
    made.language = language;
    annotator.show(message, [&](const SignalTokens& tokens) {
        made.line.sentences.push_back({tokens.features(), {}});
        auto& words = made.words.emplace_back();
        for (const SignalTokens::Token& token : tokens.tokens())
            words.push_back(tokens.key(token));
    });
    return made;
}

} // namespace

std::vector<CorpusLine> readCorpus(const std::filesystem::path& folder, const Annotator& annotator, const std::vector<std::string>& ids,
                                   bool own)
{
    std::vector<std::filesystem::path> files;
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
        if (entry.path().extension() == ".jsonl")
            files.push_back(entry.path());
    }
    std::ranges::sort(files);
    std::vector<CorpusLine> lines;
    for (const auto& file : files) {
        const std::string name = file.filename().string();
        const std::string signal = name.substr(0, name.find('.'));
        const std::string language = name.substr(signal.size() + 1, 2);
        std::istringstream rows(slurp(file));
        std::string row;
        while (std::getline(rows, row)) {
            const auto json = nlohmann::json::parse(row);
            HistoryMessage message;
            message.text = json.at("text").get<std::string>();
            message.language = language;
            CorpusLine made = readLine(annotator, message.text, language);
            if (made.line.sentences.empty())
                continue;
            checkAlso(json, ids, name);
            const std::set<std::string> found = foundBy(annotator, message);
            for (std::size_t s = 0; s < ids.size(); ++s) {
                if (ids[s] == signal) {
                    made.line.label[s] = json.at("label").get<bool>() ? 1 : 0;
                    made.line.weight[s] = own ? 1 : openWeight;
                } else if (signal == ordinary) {
                    made.line.weight[s] = 1;
                } else if (own && !found.contains(ids[s])) {
                    made.line.weight[s] = weightOfSilence(signal, ids[s]);
                }
                if (const auto also = json.find("also"); also != json.end() && also->contains(ids[s])) {
                    made.line.label[s] = also->at(ids[s]).get<bool>() ? 1 : 0;
                    made.line.weight[s] = 1;
                }
            }
            lines.push_back(std::move(made));
        }
    }
    return lines;
}

} // namespace foreword::training
