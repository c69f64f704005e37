#include <algorithm>
#include <span>

#include "core/brief/matter.h"
#include "core/text/folded_text.h"

namespace foreword {
namespace {

// Displeasure of a message in hundredths of plain displeasure; more than this says no more.
constexpr int mostTone = 300;
constexpr int plainTone = 150;

// How much speaks for a dissatisfied customer, in hundredths of a logarithm of odds; tuned as
// resources/models/README.md says.
constexpr int toneWeight = 90; // for each hundred of tone, of the message where it is highest
constexpr int base = 20;
constexpr int thankedLater = -130;
constexpr int politeFirst = -130;
constexpr int acceptedLast = -90;
constexpr int settledLast = -80;

constexpr std::size_t lastMessages = 2;  // in which "it works now" counts
constexpr std::size_t openingBytes = 400; // of a first message, where people are polite

// Folded, in the languages that cue lists exist for.
constexpr std::string_view politeWords[] = {"please", "pls",   "plz",     "hi",      "hello",   "hey",    "help", "thanks", "thank",
                                            "bitte",  "hallo", "guten",   "danke",   "hilfe",   "helfen", "hola", "buenos", "buenas",
                                            "favor",  "ayuda", "gracias", "bonjour", "bonsoir", "merci",  "aide", "aider",  "plait"};
// With these we end what needs no more of us.
constexpr std::string_view closingWords[] = {"welcome", "glad",   "pleasure",  "worries",   "enjoy", "anytime", "gern", "gerne", "freut",
                                             "nada",    "alegra", "encantado", "encantada", "rien",  "plaisir", "ravi", "ravis"};
// With these we send the customer elsewhere.
constexpr std::string_view redirectWords[] = {"dm",     "dms",      "contact",   "reach",        "call",    "email",
                                              "mail",   "visit",    "wenden",    "kontaktieren", "anrufen", "contactar",
                                              "llamar", "contacte", "contactez", "contacter",    "appeler", "appelez"};

bool has(const HistoryMessage& message, AnnotationKind kind, std::string_view label = {}, std::string_view value = {})
{
    return std::ranges::any_of(message.annotations, [&](const Annotation& found) {
        return found.kind == kind && (label.empty() || found.label == label) && (value.empty() || found.value == value);
    });
}

bool saysAny(std::string_view text, std::span<const std::string_view> words)
{
    const FoldedText folded(text);
    for (std::size_t i = 0; i < folded.size(); ++i) {
        if (std::ranges::find(words, folded.word(i)) != words.end())
            return true;
    }
    return false;
}

bool takesLeave(std::string_view text)
{
    const FoldedText folded(text);
    for (std::size_t i = 0; i < folded.size(); ++i) {
        const std::string_view word = folded.word(i);
        const bool noProblem = i > 0 && folded.word(i - 1) == "no" && (word == "problem" || word == "probs");
        if (noProblem || std::ranges::find(closingWords, word) != std::end(closingWords))
            return true;
    }
    return false;
}

int toneOf(const HistoryMessage& message)
{
    int tone = 0;
    for (const Annotation& found : message.annotations)
        tone += found.kind == AnnotationKind::dissatisfaction ? found.weight : 0;
    return std::min(tone, mostTone);
}

bool thanks(const HistoryMessage& message)
{
    return has(message, AnnotationKind::resolution, "accepted", "thanks") || message.text.find("👍") != std::string::npos;
}

bool accepts(const HistoryMessage& message)
{
    return has(message, AnnotationKind::resolution, "accepted") || thanks(message);
}

// Something was done about the matter itself: not only passed on, looked at or told of, and not
// only promised ("we'll have this fixed").
bool did(const HistoryMessage& ours)
{
    constexpr std::string_view words[] = {"feedback", "investigation", "update", "callback"};
    const auto promised = [&](const Annotation& done) {
        return std::ranges::any_of(ours.annotations, [&](const Annotation& other) {
            return other.kind == AnnotationKind::promise && other.span.overlaps(done.span) && other.span.start <= done.span.start;
        });
    };
    return std::ranges::any_of(ours.annotations, [&](const Annotation& found) {
        return found.kind == AnnotationKind::fulfilment && std::ranges::find(words, found.label) == std::end(words) && !promised(found);
    });
}

// Where a matter stands while its messages are read, oldest first.
class Standing {
public:
    void said(const HistoryMessage& ours)
    {
        m_answered = true;
        // What we say in several messages counts together.
        if (m_heard)
            m_promised = m_asked = m_sentOn = m_left = m_heard = false;
        m_promised = m_promised || has(ours, AnnotationKind::promise);
        m_asked = m_asked || has(ours, AnnotationKind::question);
        m_sentOn = m_sentOn || saysAny(ours.text, redirectWords);
        m_left = takesLeave(ours.text);
        if (!did(ours))
            return;
        m_done = true;
        if (m_state == Resolution::unresolved)
            m_state = Resolution::partial;
    }

    void heard(const HistoryMessage& theirs)
    {
        const bool displeased = toneOf(theirs) >= plainTone && !thanks(theirs);
        const bool asks = has(theirs, AnnotationKind::question);
        m_enquiry = m_answered ? m_enquiry : m_enquiry || asks;
        // Who complains anew takes back what was accepted.
        const bool complains =
            displeased || (m_state != Resolution::resolved && !accepts(theirs) && has(theirs, AnnotationKind::cue, "open_complaint"));
        if (!m_answered || complains || has(theirs, AnnotationKind::resolution, "refused"))
            m_state = Resolution::unresolved; // NOLINT(bugprone-branch-clone): the reasons stand in the order in which they win
        else if (has(theirs, AnnotationKind::resolution, "resolved") && !asks)
            m_state = Resolution::resolved;
        else if (thanks(theirs) && !(m_asked && has(theirs, AnnotationKind::fact)))
            m_state = asks ? Resolution::partial : afterThanks();
        else if (accepts(theirs) && !has(theirs, AnnotationKind::resolution, "accepted", "sent") && m_state != Resolution::resolved)
            m_state = m_asked && !m_promised ? Resolution::unresolved : afterThanks(); // "ok" to a request is no step taken
        else if (m_state == Resolution::resolved && asks)
            m_state = Resolution::unresolved;
        m_thankedOnly = m_state == Resolution::resolved && !has(theirs, AnnotationKind::resolution, "resolved");
        m_heard = true;
    }

    // Thanks settle a matter where a question was answered, something was done or we took leave; else the answer may have been taken, no more.
    Resolution result() const
    {
        const bool open = !m_done && !m_enquiry && !m_left;
        const bool promisedSince = m_promised && !m_heard;
        return m_thankedOnly && (open || promisedSince) ? Resolution::partial : m_state;
    }

private:
    // Where we asked or promised something or sent them on, there is more to come.
    Resolution afterThanks() const
    {
        const bool moreToCome = m_promised || m_asked || m_sentOn;
        return m_state == Resolution::resolved || !moreToCome ? Resolution::resolved : Resolution::partial;
    }

    Resolution m_state = Resolution::unresolved;
    bool m_answered = false, m_done = false, m_enquiry = false, m_thankedOnly = false;
    bool m_heard = false; // the customer, since we spoke
    bool m_promised = false, m_asked = false, m_sentOn = false, m_left = false; // by us, when we spoke last
};

} // namespace

Resolution resolutionOf(const BriefFold& fold, std::uint32_t interaction)
{
    const std::vector<std::size_t>& messages = fold.messagesOf(interaction);
    if (messages.empty())
        return Resolution::none;
    if (fold.view().closedAt(interaction))
        return Resolution::resolved;
    Standing standing;
    for (const std::size_t index : messages) {
        const HistoryMessage& message = fold.message(index);
        if (message.visibility != Visibility::visible)
            continue;
        if (BriefFold::fromUs(message))
            standing.said(message);
        else if (BriefFold::fromCustomer(message))
            standing.heard(message);
    }
    return standing.result();
}

// By how the customer of one matter sounds: displeased words, without which nobody is called so, against thanks, courtesy and acceptance.
bool soundsDissatisfied(const BriefFold& fold, std::uint32_t interaction)
{
    std::vector<const HistoryMessage*> heard;
    for (const std::size_t index : fold.messagesOf(interaction)) {
        if (BriefFold::fromCustomer(fold.message(index)))
            heard.push_back(&fold.message(index));
    }
    if (heard.empty())
        return false;
    int tone = 0;
    bool displeased = false, thanked = false, settled = false;
    for (std::size_t i = 0; i < heard.size(); ++i) {
        tone = std::max(tone, toneOf(*heard[i]));
        displeased = displeased || tone > 0 || has(*heard[i], AnnotationKind::cue, "open_complaint");
        thanked = thanked || (i > 0 && has(*heard[i], AnnotationKind::resolution, "accepted", "thanks"));
        settled = settled || (i + lastMessages >= heard.size() && has(*heard[i], AnnotationKind::resolution, "resolved"));
    }
    const bool polite = saysAny(std::string_view(heard.front()->text).substr(0, openingBytes), politeWords);
    const int score = base + toneWeight * tone / 100 + (thanked ? thankedLater : 0) + (polite ? politeFirst : 0)
        + (accepts(*heard.back()) ? acceptedLast : 0) + (settled ? settledLast : 0);
    return displeased && score > 0;
}

} // namespace foreword
