// The lines that the model is trained on, with what the annotator shows of each.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "core/annotate/annotator.h"
#include "resources/training/signal_learner.h"

namespace foreword::training {

struct CorpusLine {
    Line line;                               // without words yet
    std::vector<std::vector<WordKey>> words; // of each sentence
    std::string language;
};

// The files SIGNAL.LANGUAGE.jsonl of a folder. Of our `own` lines something is assumed about the
// signals that they do not label.
std::vector<CorpusLine> readCorpus(const std::filesystem::path& folder, const Annotator& annotator, const std::vector<std::string>& ids,
                                   bool own);

} // namespace foreword::training
