#include "core/annotate/references.h"

#include <algorithm>
#include <cctype>
#include <iterator>

namespace foreword {
namespace {

constexpr std::size_t shortestReference = 4;
constexpr std::size_t fewestDigits = 4; // of a number that is no day, hour or house

bool isReference(std::string_view value)
{
    return value.size() >= shortestReference && value.find_first_of("0123456789") != std::string_view::npos;
}

} // namespace

std::string lettersAndFigures(std::string_view text)
{
    std::string kept;
    std::ranges::copy_if(text, std::back_inserter(kept), [](unsigned char c) { return std::isalnum(c) != 0; });
    return kept;
}

std::vector<std::string> numbersIn(std::string_view text)
{
    std::vector<std::string> numbers;
    std::string digits;
    for (std::size_t i = 0; i <= text.size(); ++i) {
        if (i < text.size() && std::isdigit(static_cast<unsigned char>(text[i])) != 0) {
            digits.push_back(text[i]);
            continue;
        }
        const bool year = digits.size() == fewestDigits && digits.starts_with("20");
        if (digits.size() >= fewestDigits && !year)
            numbers.push_back(digits);
        digits.clear();
    }
    return numbers;
}

bool namesSubjectOf(const HistoryView& view, std::uint32_t interaction, const EventFacts& event)
{
    return std::ranges::any_of(event.data, [&](const auto& entry) {
        const std::string value = lettersAndFigures(entry.second);
        return isReference(value) && std::ranges::any_of(view.messagesOf(interaction), [&](std::size_t i) {
                   return lettersAndFigures(view.history().messages[i].text).find(value) != std::string::npos;
               });
    });
}

bool hasSubject(const EventFacts& event)
{
    constexpr std::string_view times[] = {"to", "date", "from", "at"};
    return std::ranges::any_of(event.data, [&](const auto& entry) {
        return std::ranges::find(times, entry.first) == std::end(times) && isReference(lettersAndFigures(entry.second));
    });
}

} // namespace foreword
