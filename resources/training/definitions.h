// The definitions that a trainer works with, read from the resources folder. A trainer has no
// use for half of them: whatever is wrong is written to standard error and ends the program.
#pragma once

#include <filesystem>
#include <string>

#include "core/annotate/annotator.h"

namespace foreword::training {

std::string slurp(const std::filesystem::path& path);

Dictionary loadDictionary(const std::filesystem::path& resources);

enum class LearnedPart : std::uint8_t { without, with };
Annotator loadAnnotator(const std::filesystem::path& resources, const Dictionary& dictionary, LearnedPart learned);

} // namespace foreword::training
