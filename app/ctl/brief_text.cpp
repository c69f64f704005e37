#include "app/ctl/brief_text.h"

#include <algorithm>
#include <set>
#include <string>

#include "app/ctl/brief_sections.h"
#include "app/ctl/profile_output.h"
#include "app/ctl/text_output.h"
#include "core/model/names.h"

namespace foreword::ctl {
namespace {

constexpr std::size_t mostEvidence = 2; // of one signal; all of it is behind --json
constexpr std::size_t dateLength = 10;  // "2026-11-05"

void printEvidence(std::ostream& out, const Signal& signal)
{
    for (std::size_t i = 0; i < std::min(mostEvidence, signal.evidence.size()); ++i) {
        const Evidence& evidence = signal.evidence[i];
        out << "  because " << signal.id << " is " << nameOf(signal.state) << ": ";
        if (evidence.citation)
            out << '"' << printable(evidence.quote) << "\" [" << printable(evidence.citation->message().id);
        else
            out << printable(evidence.field) << (evidence.quote.empty() ? "" : " ") << printable(evidence.quote) << " [";
        if (evidence.at)
            out << (evidence.citation ? ", " : "") << evidence.at->toString().substr(0, dateLength);
        out << "]\n";
    }
}

void printPosture(std::ostream& out, const Decision& decision)
{
    out << "Posture: " << nameOf(decision.posture);
    if (!decision.postureReason) {
        out << '\n';
        return;
    }
    out << " (" << decision.postureReason->rule << ": " << decision.postureReason->say << ")\n";
    for (const std::string& id : decision.postureReason->signals) {
        const auto signal = std::ranges::find(decision.signals, id, &Signal::id);
        if (signal != decision.signals.end())
            printEvidence(out, *signal);
    }
}

// Offers of which the same becomes for the same reason stand in one line.
void printOffers(std::ostream& out, const std::vector<OfferDecision>& offers)
{
    if (offers.empty())
        return;
    const auto group = [](const OfferDecision& offer) {
        return std::make_tuple(offer.verdict, offer.reason ? offer.reason->rule : std::string(), offer.until, offer.untilEvent);
    };
    out << "Offers\n";
    std::set<decltype(group(offers.front()))> printed;
    for (const OfferDecision& first : offers) {
        if (!printed.insert(group(first)).second)
            continue;
        out << "  " << nameOf(first.verdict) << ": ";
        bool further = false;
        for (const OfferDecision& offer : offers) {
            if (group(offer) != group(first))
                continue;
            out << (further ? "; " : "") << printable(offer.name);
            further = true;
        }
        if (first.reason)
            out << " (" << first.reason->rule << ": " << first.reason->say << ')';
        if (first.until)
            out << ", until " << first.until->toString().substr(0, dateLength);
        out << '\n';
    }
}

} // namespace

void printBrief(std::ostream& out, const CustomerView& view)
{
    out << printable(view.profile.displayName) << '\n';
    printGone(out, view.history.gone);
    printStale(out, view.freshness);
    printPosture(out, view.decision);
    printSections(out, view);
    printOffers(out, view.decision.offers);
}

void printDecision(std::ostream& out, const Decision& decision)
{
    printPosture(out, decision);
    printOffers(out, decision.offers);
}

} // namespace foreword::ctl
