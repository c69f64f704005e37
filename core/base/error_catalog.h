// The catalogue of errors: a stable name, the exit status of the command line, and an
// English sentence and remedy with {parameters}. forewordctl prints these; ui/text
// translates them. Pure data, safe from any thread.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "core/base/error.h"

namespace foreword {

// Exit status of forewordctl, as in app/CONTRACT.md.
enum class ExitStatus { done = 0, failed = 1, usage = 2, rejected = 3 };

struct ErrorEntry {
    ErrorCode code;
    const char* name; // stable, used in JSON output
    ExitStatus exit;
    const char* message; // English, {param} placeholders
    const char* remedy;  // English, may be empty
};

std::span<const ErrorEntry> errorCatalog();
const ErrorEntry& errorEntry(ErrorCode code);
// Nothing for a name that is not in the catalogue.
std::optional<ErrorCode> codeNamed(std::string_view name);

// Replaces each {param} of the template by the error's parameter; a placeholder without a
// parameter becomes "?".
std::string fillTemplate(std::string_view text, const Error& error);

// "message remedy", in English.
std::string englishMessage(const Error& error);

} // namespace foreword
