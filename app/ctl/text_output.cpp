#include "app/ctl/text_output.h"

#include <algorithm>

namespace foreword::ctl {
namespace {

void printIndented(std::ostream& out, const nlohmann::ordered_json& figures, const std::string& indent)
{
    for (const auto& [name, value] : figures.items()) {
        out << indent << printable(name) << ':';
        const bool flat = !value.is_object() || std::ranges::none_of(value, [](const auto& inner) { return inner.is_structured(); });
        if (!flat) {
            out << '\n';
            printIndented(out, value, indent + "  ");
            continue;
        }
        if (!value.is_object())
            out << ' ' << value.dump();
        else
            for (const auto& [inner, number] : value.items())
                out << "  " << printable(inner) << ' ' << number.dump();
        out << '\n';
    }
}

} // namespace

std::string printable(std::string_view text)
{
    std::string out;
    out.reserve(text.size());
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        out.push_back(byte < 0x20 || byte == 0x7F ? ' ' : c);
    }
    return out;
}

void printFigures(std::ostream& out, const nlohmann::ordered_json& figures)
{
    printIndented(out, figures, "");
}

} // namespace foreword::ctl
