// Annotations and redactions of one message as bytes. Decoding checks everything against the
// length of the text they belong to; nothing means that the bytes are damaged. Pure, any thread.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/model/annotation.h"

namespace foreword {

std::string encodeAnnotations(const Annotations& annotations);
std::optional<Annotations> decodeAnnotations(std::string_view bytes, std::size_t textBytes);

std::string encodeRedactions(const std::vector<Redaction>& redactions);
std::optional<std::vector<Redaction>> decodeRedactions(std::string_view bytes, std::size_t textBytes);

} // namespace foreword
