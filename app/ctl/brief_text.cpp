#include "app/ctl/brief_text.h"

#include <algorithm>
#include <functional>
#include <set>
#include <span>
#include <string>

#include "app/ctl/profile_output.h"
#include "app/ctl/text_output.h"
#include "core/model/cited_message.h"
#include "core/model/names.h"
#include "core/model/told_together.h"

namespace foreword::ctl {
namespace {

constexpr std::size_t mostEvidence = 2; // of one signal; all of it is behind --json
constexpr std::size_t dateLength = 10;  // "2026-11-05"

std::string citationText(const Statement& statement)
{
    std::vector<std::string> ids;
    for (const Citation& citation : statement.citations()) {
        std::string id = printable(citation.message().id);
        if (std::ranges::find(ids, id) == ids.end())
            ids.push_back(std::move(id));
    }
    std::string out = " [";
    for (std::size_t i = 0; i < ids.size(); ++i)
        out.append(i == 0 ? "" : ", ").append(ids[i]);
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

const HistoryMessage* messageOf(const History& history, const Statement& statement)
{
    return citedMessage(history, statement.citations().front());
}

// The matters of the situation, each under what it is called, where it runs and how it stands.
void printSituation(std::ostream& out, const CustomerView& view)
{
    if (view.brief.situation.empty())
        return;
    const bool open = std::ranges::any_of(view.brief.situation, [&](const Statement& statement) {
        const HistoryMessage* message = messageOf(view.history, statement);
        return !message || isUnderway(view.history.interactions[message->interaction].status);
    });
    out << (open ? "Right now (" : "Last time, nothing is open (") << nameOf(view.brief.resolution) << ", "
        << nameOf(view.brief.satisfaction) << ")\n";
    std::optional<std::uint32_t> matter;
    for (const Statement& statement : view.brief.situation) {
        const HistoryMessage* message = messageOf(view.history, statement);
        if (message && matter != message->interaction) {
            matter = message->interaction;
            const InteractionRecord& interaction = view.history.interactions[*matter];
            out << "  " << (interaction.subject.empty() ? "(no subject)" : printable(interaction.subject)) << " ("
                << nameOf(interaction.channel) << ", " << nameOf(interaction.status) << ")\n";
        }
        const bool note = message && message->visibility == Visibility::internal;
        printLine(out, message && message->sender == Sender::customer ? "customer: " : note ? "our note: " : "", statement);
    }
}

void printPromises(std::ostream& out, const std::vector<Promise>& promises)
{
    if (promises.empty())
        return;
    out << "We promised\n";
    for (const auto& promise : promises)
        printLine(out, std::string(nameOf(promise.status)) + ": ", promise.statement);
}

std::string dayOf(const HistoryMessage& message)
{
    return message.at.toString().substr(0, dateLength);
}

std::string speakerOf(const HistoryMessage& message)
{
    if (message.sender == Sender::customer)
        return message.senderName.empty() ? "customer" : printable(message.senderName);
    return "we" + (message.senderName.empty() ? std::string() : " (" + printable(message.senderName) + ")");
}

// Each step with who took or told it, and when.
void printTried(std::ostream& out, const CustomerView& view)
{
    if (!view.brief.tried.empty())
        out << "Already tried\n";
    for (const Statement& step : view.brief.tried) {
        const HistoryMessage* message = messageOf(view.history, step);
        printLine(out, message ? speakerOf(*message) + ", " + dayOf(*message) + ": " : std::string(), step);
    }
}

const char* wordFor(FactKind kind)
{
    switch (kind) {
    case FactKind::orderOrBookingRef: return "order or booking number";
    case FactKind::accountOrDeviceId: return "account or device number";
    case FactKind::deviceOrProduct: return "device or product";
    case FactKind::placeOrRoute: return "place";
    case FactKind::dateOrTime: return "date or time";
    case FactKind::amount: return "amount";
    case FactKind::errorText: return "error";
    case FactKind::contactDetail: return "contact";
    case FactKind::otherFact: break;
    }
    return "also";
}

// Who said it, when and in which conversation; on which days again.
std::string sourceOf(const History& history, std::span<const ToldFact> facts)
{
    const Telling telling = tellingOf(history, facts);
    if (!telling.first)
        return {};
    const HistoryMessage& said = *telling.first;
    const InteractionRecord& interaction = history.interactions[said.interaction];
    std::string text = speakerOf(said) + ", " + dayOf(said) + ", " + std::string(nameOf(interaction.channel))
        + (interaction.subject.empty() ? "" : " \"" + interaction.subject + "\"");
    std::set<std::string> again;
    for (const HistoryMessage* other : telling.again) {
        if (dayOf(*other) > dayOf(said))
            again.insert(dayOf(*other));
    }
    for (const std::string& day : again)
        text += (day == *again.begin() ? "; again " : ", ") + day;
    return text;
}

// Facts of one sentence stand in one line, with that sentence.
void printTold(std::ostream& out, const CustomerView& view)
{
    if (view.brief.told.empty())
        return;
    out << "Already told us, do not ask again\n";
    for (const std::span<const ToldFact> facts : toldTogether(view.brief.told)) {
        std::string line;
        for (const ToldFact& fact : facts)
            line.append(line.empty() ? "" : "; ").append(wordFor(fact.kind)).append(": ").append(fact.words);
        line += " (" + sourceOf(view.history, facts) + ")";
        if (!facts.front().sentence.empty())
            line += ": \"" + facts.front().sentence + "\"";
        out << "  - " << printable(line) << citationText(facts.front().statement) << '\n';
    }
}

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
    printSituation(out, view);
    printTried(out, view);
    printPromises(out, view.brief.promised);
    printTold(out, view);
    printSection(out, "Asked again", view.brief.askedAgain);
    printSection(out, "Open questions", view.brief.openQuestions);
    printSection(out, "Before", view.brief.history);
    printOffers(out, view.decision.offers);
}

void printDecision(std::ostream& out, const Decision& decision)
{
    printPosture(out, decision);
    printOffers(out, decision.offers);
}

} // namespace foreword::ctl
