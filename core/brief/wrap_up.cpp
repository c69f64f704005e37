#include "core/brief/wrap_up.h"

#include <algorithm>
#include <set>
#include <tuple>

#include "core/brief/polish.h"

namespace foreword {
namespace {

constexpr std::size_t mostDone = 6;

// Picks what rests on words of one conversation, each once.
class Picking {
public:
    Picking(const History& history, std::uint32_t interaction)
    {
        for (const HistoryMessage& message : history.messages) {
            if (message.interaction == interaction)
                m_messages.insert(message.messageKey());
        }
    }

    bool take(const Statement& statement)
    {
        const Citation& first = statement.citations().front();
        return m_messages.contains(first.message()) && m_taken.insert(first).second;
    }

    void addTo(std::vector<Statement>& out, const std::vector<Statement>& statements)
    {
        std::ranges::copy_if(statements, std::back_inserter(out), [this](const Statement& s) { return take(s); });
    }

private:
    std::set<MessageKey> m_messages;
    std::set<Citation> m_taken;
};

// What somebody of ours says was done, in their words; the newest, in the order they were said.
std::vector<Statement> reportedDone(const History& history, std::uint32_t interaction)
{
    std::vector<Statement> done;
    for (const HistoryMessage& message : history.messages) {
        if (message.interaction != interaction || message.sender != Sender::agent)
            continue;
        for (const Annotation& annotation : message.annotations) {
            if (annotation.kind != AnnotationKind::fulfilment)
                continue;
            auto citation = Citation::of(message.messageKey(), message.text, annotation.span);
            std::string text = polished(message.text, annotation.span);
            if (citation && !text.empty())
                done.emplace_back(std::move(text), *std::move(citation));
        }
    }
    if (done.size() > mostDone)
        done.erase(done.begin(), done.end() - mostDone);
    return done;
}
// A sentence that only tells a step stands among the steps.
void dropSaidTwice(WrapUp& note)
{
    const auto isStep = [&](const Statement& sentence) {
        const Citation& whole = sentence.citations().front();
        return std::ranges::any_of(note.done, [&](const Statement& step) {
            const Citation& part = step.citations().front();
            return part.message() == whole.message() && whole.span().contains(part.span());
        });
    };
    if (!std::ranges::all_of(note.situation, isStep))
        std::erase_if(note.situation, isStep);
}

std::optional<std::uint32_t> conversationAtHand(const History& history)
{
    std::vector<Timestamp> heard;
    for (const InteractionRecord& interaction : history.interactions)
        heard.push_back(interaction.openedAt);
    for (const HistoryMessage& message : history.messages) {
        if (message.interaction < heard.size())
            heard[message.interaction] = std::max(heard[message.interaction], message.at);
    }
    std::optional<std::uint32_t> best;
    std::tuple<bool, Timestamp> rank;
    for (std::uint32_t i = 0; i < heard.size(); ++i) {
        const bool underway = isUnderway(history.interactions[i].status);
        if (const std::tuple here{underway, heard[i]}; !best || rank < here) {
            best = i;
            rank = here;
        }
    }
    return best;
}

} // namespace

WrapUp wrapUpOf(const History& history, const Brief& brief)
{
    WrapUp note;
    note.interaction = conversationAtHand(history);
    if (!note.interaction)
        return note;
    Picking picking(history, *note.interaction);
    picking.addTo(note.situation, brief.situation);
    picking.addTo(note.situation, brief.history);
    picking.addTo(note.done, brief.tried);
    picking.addTo(note.done, reportedDone(history, *note.interaction));
    dropSaidTwice(note);
    for (const Promise& promise : brief.promised) {
        if (picking.take(promise.statement))
            note.promised.push_back(promise);
    }
    return note;
}

} // namespace foreword
