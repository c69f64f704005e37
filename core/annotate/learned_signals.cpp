// The part of MessageReader that asks the model.
#include "core/annotate/message_reader.h"

#include <algorithm>

namespace foreword {
namespace {

// A few short sentences are also read as one: "I have thought about how. I have told no one."
constexpr std::size_t mostSentencesTogether = 3;
constexpr std::size_t mostTokensTogether = 70;
constexpr int learnedPoints = 60;
// What is said in fewer words the cue lists know; the model would guess from a single one.
constexpr std::size_t fewestWords = 4;
// What is left without the cited words is read without their scopes and look-alikes; a score that
// is nearly enough may then be enough.
constexpr std::int64_t restMargin = SignalShape::scoreUnit / 2;

constexpr std::array<std::string_view, scopeKinds> scopeNames = {"negated", "hypothetical", "past", "other", "nothing"};

} // namespace

void MessageReader::fill(const FoldedText& text, const ReadSentence& sentence, SignalTokens& tokens) const
{
    tokens.clear();
    tokens.addWords(text, sentence.first, sentence.last);
    for (std::size_t i = sentence.firstHit; i < sentence.lastHit; ++i) {
        const ReadHit& hit = m_hits[i];
        if (hit.cue->kind != AnnotationKind::cue)
            continue;
        if (hit.cue->role == CueRole::ignore)
            tokens.addFinding("ignore", hit.cue->label);
        else if (hit.cue->role == CueRole::annotation)
            tokens.addFinding(hit.dropped ? "dropped" : "cue", hit.cue->label);
    }
    for (const ScopeHit& scope : m_matcher->scopes()) {
        if (scope.trigger >= sentence.first && scope.trigger < sentence.last)
            tokens.addFinding("scope", scopeNames[static_cast<std::size_t>(scope.kind)]);
    }
}

// A look-alike that the lists know in the same words keeps the model silent.
bool MessageReader::proposes(std::size_t signal, std::int64_t score, std::size_t firstSentence, std::size_t lastSentence) const
{
    if (score < m_model->threshold(signal) || m_sentences[lastSentence - 1].last - m_sentences[firstSentence].first < fewestWords)
        return false;
    const std::string& id = m_model->signalId(signal);
    for (std::size_t s = firstSentence; s < lastSentence; ++s) {
        for (std::size_t i = m_sentences[s].firstHit; i < m_sentences[s].lastHit; ++i) {
            if (m_hits[i].cue->role == CueRole::ignore && m_hits[i].cue->label == id && !m_hits[i].dropped)
                return false;
        }
    }
    return true;
}

// Whether the model would propose the signal of the sentence without the words that are cited for it.
bool MessageReader::standsInTheRest(const FoldedText& text, std::size_t signal, std::size_t sentence) const
{
    const ReadSentence& whole = m_sentences[sentence];
    const std::string& id = m_model->signalId(signal);
    SignalTokens rest(m_pack->language);
    std::size_t from = whole.first;
    for (std::size_t i = whole.first; i < whole.last; ++i) {
        const Span word = text.token(i).span;
        const bool cited = std::ranges::any_of(m_found, [&](const Annotation& found) {
            return found.kind == AnnotationKind::cue && found.label == id && found.span.start < word.end && word.start < found.span.end;
        });
        if (!cited)
            continue;
        rest.addWords(text, from, i);
        from = i + 1;
    }
    rest.addWords(text, from, whole.last);
    return proposes(signal, m_model->scores(m_model->evidence(rest))[signal] + restMargin, sentence, sentence + 1);
}

// One citation in place of all that lie in the span, so that the evidence carries the signal whole.
void MessageReader::citeWhole(Span span, const std::string& id)
{
    const auto inside = [&](const Annotation& found) {
        return found.kind == AnnotationKind::cue && found.label == id && found.span.start < span.end && span.start < found.span.end;
    };
    const auto first = std::ranges::find_if(m_found, inside);
    if (first == m_found.end())
        return;
    for (auto other = std::next(first); other != m_found.end(); ++other) {
        if (inside(*other))
            widen(*first, other->span, other->value, other->weight);
    }
    widen(*first, span, first->value, first->weight);
    m_found.erase(std::remove_if(std::next(first), m_found.end(), inside), m_found.end());
}

void MessageReader::learned(const FoldedText& text)
{
    if ((!m_model && !m_trainer) || m_sentences.empty())
        return;
    SignalTokens tokens(m_pack->language);
    if (m_trainer) {
        for (const ReadSentence& sentence : m_sentences) {
            fill(text, sentence, tokens);
            (*m_trainer)(tokens);
        }
        return;
    }
    std::vector<SignalModel::Scores> bySentence;
    SignalEvidence whole;
    for (const ReadSentence& sentence : m_sentences) {
        fill(text, sentence, tokens);
        const SignalEvidence evidence = m_model->evidence(tokens);
        bySentence.push_back(m_model->scores(evidence));
        whole.join(evidence);
    }
    std::optional<SignalModel::Scores> together;
    if (m_sentences.size() > 1 && m_sentences.size() <= mostSentencesTogether && text.size() <= mostTokensTogether)
        together = m_model->scores(whole);
    for (std::size_t s = 0; s < SignalShape::signals; ++s) {
        std::size_t best = 0;
        for (std::size_t i = 1; i < bySentence.size(); ++i)
            best = bySentence[i][s] > bySentence[best][s] ? i : best;
        m_learned.push_back({m_model->signalId(s), std::max(bySentence[best][s], together ? (*together)[s] : bySentence[best][s]), best});
        const bool alone = proposes(s, bySentence[best][s], best, best + 1);
        if (!alone && !(together && proposes(s, (*together)[s], 0, m_sentences.size())))
            continue;
        const std::string& id = m_model->signalId(s);
        const bool known =
            std::ranges::any_of(m_found, [&](const Annotation& found) { return found.kind == AnnotationKind::cue && found.label == id; });
        if (!known)
            add(AnnotationKind::cue, m_sentences[best].span, id, {}, learnedPoints);
        else if (standsInTheRest(text, s, best))
            citeWhole(m_sentences[best].span, id);
    }
}

} // namespace foreword
