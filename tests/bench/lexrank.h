// LexRank as in the textbook (Erkan and Radev, 2004): what a brief is measured against. It
// reads everything again each time, as a summariser without stored annotations does.
#pragma once

#include <string>
#include <vector>

namespace foreword::bench {

// The weights of sentences by their likeness to each other: TF-IDF vectors, cosine, an edge
// from 0.1 on, power iteration with damping 0.85 until nothing moves by more than 0.0001.
std::vector<double> lexRank(const std::vector<std::string>& sentences);

} // namespace foreword::bench
