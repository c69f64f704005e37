// Measures the program on labelled conversations: one line of labelled data in, the figures of
// app/CONTRACT.md out at the end. The same reading as for a stored history. One thread.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include <nlohmann/json.hpp>

#include "core/base/result.h"
#include "core/desk/definitions.h"

namespace foreword {

class Evaluation {
public:
    virtual ~Evaluation() = default;
    // Adds a labelled conversation. Errors: those of parseConversation, and missing_field,
    // wrong_field_type, bad_value for labels; the line then counts for nothing.
    virtual Result<> add(std::string_view line) = 0;
    virtual nlohmann::ordered_json figures() const = 0;
};

// `kind`: signals, briefs or summaries; null for another. Refers to `definitions`.
std::unique_ptr<Evaluation> makeEvaluation(std::string_view kind, const Definitions& definitions, std::optional<Timestamp> asOf);

} // namespace foreword
