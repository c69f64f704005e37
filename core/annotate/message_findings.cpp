// The second half of MessageReader: what the hits of a body come to.
#include "core/annotate/message_reader.h"

#include <algorithm>
#include <map>

#include "core/annotate/promise_kinds.h"

namespace foreword {
namespace {

// Weak signs of one signal count together when they stand this close.
constexpr std::size_t windowSentences = 2;
constexpr int defaultThreshold = 100;
constexpr std::size_t longestReply = 14; // words of a message that can be a bare "yes please"
constexpr std::size_t longestAnswer = 4; // and of one that can be the bare thing asked for

bool endsWithQuestionMark(std::string_view text, Span span)
{
    // Closing marks, an agent's initials or a link may follow it.
    return span.in(text).find('?') != std::string_view::npos;
}

} // namespace

template <class Wanted>
const Cue* MessageReader::cueBefore(Wanted wanted) const
{
    for (std::size_t i = m_before.size(); i-- > 0;) {
        const HistoryMessage& earlier = m_before[i];
        if (earlier.interaction != m_message.interaction || earlier.visibility != Visibility::visible)
            continue;
        if (earlier.sender == Sender::customer)
            return nullptr;
        if (earlier.sender == Sender::system)
            continue;
        const FoldedText folded(earlier.text, m_pack->elision);
        CueMatcher matcher(*m_pack, folded);
        std::size_t from = 0;
        for (std::size_t at = 1; at <= folded.size(); ++at) {
            if (at < folded.size() && folded.token(at).before != TokenBreak::strong)
                continue;
            matcher.scan(from, at, Speaker::agent);
            from = at;
        }
        const Cue* last = nullptr;
        for (const CueHit& hit : matcher.hits()) {
            if (wanted(*hit.cue))
                last = hit.cue;
        }
        if (last)
            return last;
    }
    return nullptr;
}

void MessageReader::signals(const FoldedText& text)
{
    std::map<std::string_view, std::vector<const ReadHit*>> bySignal;
    for (const ReadHit& hit : m_hits) {
        const bool sign =
            hit.cue->kind == AnnotationKind::cue && (hit.cue->role == CueRole::annotation || hit.cue->role == CueRole::praise);
        if (sign && !hit.dropped)
            bySignal[hit.cue->label].push_back(&hit);
    }
    for (const auto& [label, hits] : bySignal)
        emitSignal(text, label, hits);
}

void MessageReader::widen(Annotation& cited, Span span, const std::string& value, int weight)
{
    cited.span = {std::min(cited.span.start, span.start), std::max(cited.span.end, span.end)};
    cited.weight = std::max(cited.weight, weight);
    // Of two readings of the same words the wider one protects.
    if (cited.value != value)
        cited.value.clear();
}

// One strong sign is enough; weak ones count together within a few sentences, praise against
// them. Everything that counted is cited, so that the evidence carries the signal whole.
void MessageReader::emitSignal(const FoldedText& text, std::string_view label, std::span<const ReadHit* const> hits)
{
    const auto known = m_pack->thresholds.find(label);
    const int threshold = known == m_pack->thresholds.end() ? defaultThreshold : known->second;
    bool present = false;
    for (std::size_t from = 0; from < m_sentences.size() && !present; ++from) {
        std::map<const Cue*, int> counted; // a sign that is repeated counts once
        for (const ReadHit* hit : hits) {
            if (hit->sentence >= from && hit->sentence < from + windowSentences)
                counted[hit->cue] = hit->cue->points;
            present = present || hit->cue->points >= threshold;
        }
        int sum = 0;
        for (const auto& [cue, points] : counted)
            sum += points;
        present = present || sum >= threshold;
    }
    if (!present)
        return;
    Annotation merged;
    for (const ReadHit* hit : hits) {
        if (hit->cue->points <= 0)
            continue;
        const Span span = spanOf(text, hit->first, hit->clauseEnd);
        if (!merged.label.empty() && span.start < merged.span.end) {
            widen(merged, span, hit->value, hit->cue->points);
            continue;
        }
        if (!merged.label.empty())
            m_found.push_back(merged);
        merged = {AnnotationKind::cue, span, std::string(label), hit->value, std::nullopt, hit->cue->points};
    }
    if (!merged.label.empty())
        m_found.push_back(merged);
}

void MessageReader::plainHits(const FoldedText& text)
{
    for (const ReadHit& hit : m_hits) {
        const bool plain = hit.cue->role == CueRole::annotation && hit.cue->kind != AnnotationKind::cue;
        if (plain && !hit.dropped)
            emit(text, hit);
    }
}

void MessageReader::emit(const FoldedText& text, const ReadHit& hit)
{
    Annotation made;
    made.kind = hit.cue->kind;
    made.span = hit.cue->span == CueSpan::sentence ? m_sentences[hit.sentence].span : spanOf(text, hit.first, hit.clauseEnd);
    made.label = hit.cue->label;
    made.value = hit.value;
    if (made.kind == AnnotationKind::dissatisfaction)
        made.weight = hit.cue->points;
    if (made.kind == AnnotationKind::promise && !readPromise(text, hit, made))
        return;
    if (made.kind == AnnotationKind::moved && !readMoving(text, hit, made))
        return;
    if (made.kind == AnnotationKind::fact)
        addFact(std::move(made));
    else
        addOnce(std::move(made));
}

// What a cue says whole ("a 3 year old") stands instead of the pieces that were found in it ("3 year").
void MessageReader::addFact(Annotation made)
{
    const auto piece = [&](const Annotation& other) {
        return other.kind == AnnotationKind::fact && made.span.start <= other.span.start && other.span.end <= made.span.end;
    };
    const bool crossed = std::ranges::any_of(m_found, [&](const Annotation& other) {
        return other.kind == AnnotationKind::fact && other.span.overlaps(made.span) && !piece(other);
    });
    if (crossed)
        return;
    std::erase_if(m_found, piece);
    if (made.value.empty()) {
        const FoldedText folded(made.span.in(m_message.text));
        for (std::size_t i = 0; i < folded.size(); ++i)
            made.value += (made.value.empty() ? "" : " ") + std::string(folded.word(i));
    }
    m_found.push_back(std::move(made));
}

void MessageReader::addOnce(Annotation made)
{
    // Of two readings of the same words the first, longer one stands.
    for (Annotation& other : m_found) {
        if (other.kind != made.kind || !other.span.overlaps(made.span))
            continue;
        // One sentence may ask for two things, one "thanks" may accept what another word refuses.
        const bool apart = made.kind == AnnotationKind::question || made.kind == AnnotationKind::resolution;
        if (apart && (other.label != made.label || other.value != made.value))
            continue;
        if (made.kind == AnnotationKind::promise && other.label == anyDeed)
            other.label = made.label;
        if (says(made, promiseComes) && !says(other, promiseComes))
            other.value.append(other.value.empty() ? "" : ",").append(promiseComes);
        if (made.due && !other.due) {
            other.due = made.due;
            other.weight = made.weight;
        }
        return;
    }
    m_found.push_back(std::move(made));
}

void MessageReader::question(const FoldedText&, const ReadSentence& sentence)
{
    if (!endsWithQuestionMark(m_message.text, sentence.span))
        return;
    const bool known = std::ranges::any_of(
        m_found, [&](const Annotation& other) { return other.kind == AnnotationKind::question && other.span.overlaps(sentence.span); });
    if (!known)
        add(AnnotationKind::question, sentence.span);
}

// "Yes please" after "would you like to speak to a manager?" asks for the manager.
void MessageReader::replies(const FoldedText& text)
{
    if (m_sentences.empty() || text.size() > longestReply)
        return;
    for (std::size_t i = m_sentences.front().firstHit; i < m_sentences.front().lastHit; ++i) {
        const ReadHit& hit = m_hits[i];
        if (hit.cue->role == CueRole::decline)
            return;
        if (hit.cue->role != CueRole::accept)
            continue;
        if (const Cue* offer = cueBefore([](const Cue& cue) { return cue.role == CueRole::offer; }))
            add(AnnotationKind::cue, spanOf(text, hit.first, hit.last), offer->label, offer->value, offer->points);
        return;
    }
}

// "2489" after "which flight is it?": the answer is what was asked for, however bare.
void MessageReader::bareAnswer(const FoldedText& text)
{
    const bool other = std::ranges::any_of(m_hits, [](const ReadHit& hit) { return !hit.dropped && hit.cue->role != CueRole::ignore; });
    const bool facts = std::ranges::any_of(m_found, [](const Annotation& a) { return a.kind == AnnotationKind::fact; });
    std::size_t first = 0;
    while (first < text.size() && text.token(first).kind == TokenKind::handle)
        ++first;
    if (other || facts || m_sentences.size() != 1 || first == text.size() || text.size() - first > longestAnswer)
        return;
    for (std::size_t i = first; i < text.size(); ++i) {
        if (text.token(i).kind != TokenKind::word && text.token(i).kind != TokenKind::number)
            return;
    }
    const Cue* asked = cueBefore([](const Cue& cue) { return cue.role == CueRole::annotation && cue.kind == AnnotationKind::question; });
    if (!asked)
        return;
    // "40515 and 40517" answers twice.
    std::string value;
    const auto isNumber = [&](std::size_t i) { return text.token(i).kind == TokenKind::number; };
    const bool apart =
        text.size() - first > 1 && isNumber(first) && isNumber(text.size() - 1) && (text.size() - first == 2 || !isNumber(first + 1));
    for (std::size_t i = first; i < text.size(); ++i) {
        if (apart && isNumber(i))
            add(AnnotationKind::fact, text.token(i).span, asked->label, std::string(text.word(i)));
        value += value.empty() ? "" : " ";
        value += text.word(i);
    }
    if (!apart)
        add(AnnotationKind::fact, spanOf(text, first, text.size()), asked->label, std::move(value));
}

void MessageReader::weigh(const FoldedText& text)
{
    std::size_t before = 0;
    for (const HistoryMessage& earlier : m_before)
        before += earlier.interaction == m_message.interaction && earlier.sender == m_message.sender ? 1 : 0;
    Annotations sentences;
    for (std::size_t i = 0; i < m_sentences.size(); ++i) {
        SentenceTraits traits = traitsOf(text, m_sentences[i]);
        traits.messagesOfSender = before;
        traits.sentenceIndex = i;
        sentences.push_back(
            {AnnotationKind::sentence, m_sentences[i].span, "body", m_pack->language, std::nullopt, sentenceWeight(traits)});
    }
    m_found.insert(m_found.end(), sentences.begin(), sentences.end());
}

SentenceTraits MessageReader::traitsOf(const FoldedText& text, const ReadSentence& sentence) const
{
    SentenceTraits traits;
    traits.sender = m_message.sender;
    for (std::size_t t = sentence.first; t < sentence.last; ++t) {
        const TokenKind kind = text.token(t).kind;
        traits.words += kind == TokenKind::word || kind == TokenKind::number ? 1 : 0;
        traits.link = traits.link || kind == TokenKind::link;
    }
    for (std::size_t h = sentence.firstHit; h < sentence.lastHit; ++h)
        traits.greeting = traits.greeting || m_hits[h].cue->role == CueRole::greeting;
    for (const Annotation& other : m_found) {
        if (!sentence.span.overlaps(other.span))
            continue;
        const bool accepted = other.kind == AnnotationKind::resolution && other.label == "accepted";
        traits.trouble = traits.trouble || other.kind == AnnotationKind::cue;
        traits.promise = traits.promise || other.kind == AnnotationKind::promise;
        traits.tried = traits.tried || other.kind == AnnotationKind::tried;
        traits.facts = traits.facts || other.kind == AnnotationKind::fact;
        traits.topic = traits.topic || (other.kind == AnnotationKind::question && !other.label.empty());
        traits.accepted = traits.accepted || accepted;
        traits.resolution = traits.resolution || other.kind == AnnotationKind::fulfilment
            || (other.kind == AnnotationKind::resolution && other.label == "resolved");
    }
    return traits;
}

} // namespace foreword
