#include "core/brief/opening_line.h"

#include <algorithm>

#include "core/brief/opening_frames.h"
#include "core/brief/polish.h"
#include "core/model/cited_message.h"

namespace foreword {
namespace {

// Whoever speaks may not be the customer, so nothing of the history may be read to them.
constexpr std::string_view silent[] = {"identity_conflict", "third_party_speaker", "fraud_or_takeover"};
// Never read out, but never to be told again either.
constexpr std::string_view delicate[] = {"account_holder_deceased", "bereavement",     "health_vulnerability",
                                         "financial_hardship",      "capability_need", "breathing_space"};

constexpr int waitedForDays = 30;

constexpr bool isIn(std::span<const std::string_view> list, std::string_view id)
{
    return std::ranges::find(list, id) != list.end();
}

class Opening {
public:
    Opening(const History& history, const Brief& brief, Timestamp asOf) : m_history(history), m_brief(brief), m_asOf(asOf) {}

    std::optional<Statement> of(std::span<const Signal> signals) const
    {
        for (const Signal& signal : signals) {
            if (signal.rank == Rank::p0 || isIn(silent, signal.id))
                return std::nullopt;
        }
        // One of them is enough: what else is owed can wait for the second sentence.
        for (const Signal& signal : signals) {
            if (isIn(delicate, signal.id))
                return heard(signal);
        }
        if (auto line = promised(PromiseStatus::missed))
            return line;
        if (auto line = promised(PromiseStatus::due))
            return line;
        return said();
    }

private:
    bool open(const HistoryMessage& message) const { return isUnderway(m_history.interactions[message.interaction].status); }

    static std::string wordsOf(const HistoryMessage& message, const Citation& citation) { return polished(message.text, citation.span()); }

    std::optional<Statement> heard(const Signal& signal) const
    {
        for (const Evidence& evidence : signal.evidence) {
            if (evidence.citation && evidence.sender == Sender::customer) {
                const HistoryMessage* message = citedMessage(m_history, *evidence.citation);
                if (!message)
                    continue;
                return Statement(std::string(openingFrames(message->language).heard), *evidence.citation);
            }
        }
        return std::nullopt;
    }

    // The newest one: of several, the customer waits for that.
    std::optional<Statement> promised(PromiseStatus status) const
    {
        for (auto promise = m_brief.promised.rbegin(); promise != m_brief.promised.rend(); ++promise) {
            const Citation& citation = promise->statement.citations().front();
            const HistoryMessage* message = citedMessage(m_history, citation);
            // What a note for colleagues says is not quoted to the customer.
            if (promise->status != status || !timely(*promise) || !message || message->visibility != Visibility::visible)
                continue;
            const auto& frames = openingFrames(message->language);
            return line(frames, status == PromiseStatus::missed ? frames.missed : frames.due, *message, citation);
        }
        return std::nullopt;
    }

    // Due today, or missed so lately that it is still waited for.
    bool timely(const Promise& promise) const
    {
        if (!promise.due)
            return false;
        if (promise.status == PromiseStatus::due)
            return promise.due->local().date == m_asOf.atOffset(promise.due->offsetMinutes()).local().date;
        return m_asOf < promise.due->plusDays(waitedForDays);
    }

    // What the customer said that carries an open matter.
    std::optional<Statement> said() const
    {
        for (const Citation& citation : m_brief.keySentences) {
            const HistoryMessage* message = citedMessage(m_history, citation);
            if (!message || message->sender != Sender::customer || message->visibility != Visibility::visible || !open(*message))
                continue;
            const auto& frames = openingFrames(message->language);
            const bool spoken = m_history.interactions[message->interaction].channel == Channel::phone;
            const bool question = wordsOf(*message, citation).ends_with('?');
            if (auto found = line(frames, question ? frames.asked : spoken ? frames.told : frames.wrote, *message, citation))
                return found;
        }
        return std::nullopt;
    }

    std::optional<Statement> line(const OpeningFrames& frames, std::string_view frame, const HistoryMessage& message,
                                  const Citation& citation) const
    {
        std::string quote = wordsOf(message, citation);
        if (quote.empty())
            return std::nullopt;
        const bool ended = std::string_view(".!?").find(quote.back()) != std::string_view::npos || quote.ends_with("…");
        if (!ended)
            quote += '.';
        return Statement(fillFrame(frames, frame, message.at, m_asOf, quote), citation);
    }

    const History& m_history;
    const Brief& m_brief;
    Timestamp m_asOf;
};

} // namespace

std::optional<Statement> openingLine(const History& history, const Brief& brief, std::span<const Signal> signals, Timestamp asOf)
{
    return Opening(history, brief, asOf).of(signals);
}

} // namespace foreword
