// Tells account numbers from card numbers. Source: ISO 13616 (IBAN registry lengths, modulo 97).
// Pure, any thread.
#pragma once

#include <cstddef>
#include <string_view>

namespace foreword {

// Where the IBAN that starts at `at` ends, or `at` if none does. Groups may be spaced. With a
// label in front ("IBAN: …") a wrong check digit is forgiven.
std::size_t ibanEnd(std::string_view text, std::size_t at);

// Whether [start, end) lies inside an IBAN that starts a little before it.
bool isInsideIban(std::string_view text, std::size_t start, std::size_t end);

} // namespace foreword
