#include "app/ctl/text_output.h"

#include <algorithm>

#include "core/model/names.h"

namespace foreword::ctl {
namespace {

std::string citationText(const Statement& statement)
{
    std::string out = " [";
    for (std::size_t i = 0; i < statement.citations().size(); ++i)
        out.append(i == 0 ? "" : ", ").append(printable(statement.citations()[i].message().id));
    return out.append("]");
}

void printLine(std::ostream& out, const std::string& mark, const Statement& statement)
{
    out << "  - " << mark << printable(statement.text()) << citationText(statement) << '\n';
}

void printSection(std::ostream& out, const char* title, const std::vector<Statement>& statements)
{
    if (statements.empty())
        return;
    out << title << '\n';
    for (const auto& statement : statements)
        printLine(out, "", statement);
}

void printPromises(std::ostream& out, const std::vector<Promise>& promises)
{
    if (promises.empty())
        return;
    out << "We promised\n";
    for (const auto& promise : promises)
        printLine(out, std::string(nameOf(promise.status)) + ": ", promise.statement);
}

void printTold(std::ostream& out, const std::vector<ToldFact>& told)
{
    if (told.empty())
        return;
    out << "Already told us, do not ask again\n";
    for (const auto& fact : told)
        printLine(out, "", fact.statement);
}

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

void printBrief(std::ostream& out, const CustomerView& view)
{
    out << printable(view.profile.displayName) << '\n';
    printDecision(out, view.decision);
    printSection(out, "Right now", view.brief.situation);
    printSection(out, "Already tried", view.brief.tried);
    printPromises(out, view.brief.promised);
    printTold(out, view.brief.told);
    printSection(out, "Asked again", view.brief.askedAgain);
    printSection(out, "Open questions", view.brief.openQuestions);
    printSection(out, "Before", view.brief.history);
}

void printDecision(std::ostream& out, const Decision& decision)
{
    out << "Posture: " << nameOf(decision.posture);
    if (decision.postureReason)
        out << " (" << decision.postureReason->rule << ": " << decision.postureReason->say << ')';
    out << '\n';
    for (const auto& offer : decision.offers) {
        out << "  " << nameOf(offer.verdict) << ": " << printable(offer.name);
        if (offer.reason)
            out << " (" << offer.reason->rule << ": " << offer.reason->say << ')';
        out << '\n';
    }
}

void printFigures(std::ostream& out, const nlohmann::ordered_json& figures)
{
    printIndented(out, figures, "");
}

} // namespace foreword::ctl
