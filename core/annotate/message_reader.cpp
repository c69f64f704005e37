#include "core/annotate/message_reader.h"

#include <algorithm>
#include <map>

#include "core/annotate/fact_finder.h"
#include "core/model/names.h"
#include "core/text/sentences.h"
#include "core/text/zones.h"

namespace foreword {
namespace {

// Weak signs of one signal count together when they stand this close.
constexpr std::size_t windowSentences = 3;
constexpr int defaultThreshold = 100;
constexpr std::size_t longestReply = 14; // words of a message that can be a bare "yes please"

std::string_view zoneName(Zone zone)
{
    return zone == Zone::quoted ? "quoted" : zone == Zone::signature ? "signature" : "body";
}

Span trimmed(std::string_view text, Span span)
{
    const auto space = [&](std::uint32_t at) { return static_cast<unsigned char>(text[at]) <= ' '; };
    while (span.start < span.end && space(span.start))
        ++span.start;
    while (span.end > span.start && space(span.end - 1))
        --span.end;
    return span;
}

bool endsWithQuestionMark(std::string_view text, Span span)
{
    // Closing marks, an agent's initials or a link may follow it.
    return span.in(text).find('?') != std::string_view::npos;
}

} // namespace

MessageReader::MessageReader(const HistoryMessage& message, const CuePack* pack, std::span<const HistoryMessage> before)
    : m_message(message), m_pack(pack), m_before(before)
{
}

Annotations MessageReader::read()
{
    for (const ZoneSpan& zone : zonesOf(m_message.text)) {
        const Span span = trimmed(m_message.text, zone.span);
        if (span.start == span.end)
            continue;
        if (zone.zone == Zone::body)
            readBody(span);
        else
            add(AnnotationKind::sentence, span, std::string(zoneName(zone.zone)), m_pack ? m_pack->language : "");
    }
    std::ranges::stable_sort(m_found, [](const Annotation& a, const Annotation& b) {
        return std::tie(a.span.start, a.kind, a.span.end, a.label) < std::tie(b.span.start, b.kind, b.span.end, b.label);
    });
    return std::move(m_found);
}

void MessageReader::readBody(Span zone)
{
    const std::string_view text = zone.in(m_message.text);
    const std::string_view language = m_pack ? std::string_view(m_pack->language) : std::string_view(m_message.language);
    const std::vector<Span> spans = sentencesOf(text, language);
    m_sentences.clear();
    m_hits.clear();
    if (!m_pack) {
        for (const Span& span : spans)
            add(AnnotationKind::sentence, {span.start + zone.start, span.end + zone.start}, "body");
        return;
    }
    const FoldedText folded(text, m_pack->elision, zone.start);
    m_matcher.emplace(*m_pack, folded);
    std::size_t token = 0;
    for (const Span& local : spans) {
        const Span span{local.start + zone.start, local.end + zone.start};
        while (token < folded.size() && folded.token(token).span.start < span.start)
            ++token;
        std::size_t last = token;
        while (last < folded.size() && folded.token(last).span.start < span.end)
            ++last;
        readSentence(folded, span, token, last);
        token = last;
    }
    finishBody(folded);
    m_matcher.reset();
}

void MessageReader::readSentence(const FoldedText& text, Span span, std::size_t first, std::size_t last)
{
    ReadSentence sentence{span, first, last, m_hits.size(), 0};
    const std::size_t firstHit = m_matcher->hits().size();
    if (m_message.sender != Sender::system) {
        m_matcher->scan(first, last, speaker());
        m_sentences.push_back(sentence);
        collectHits(firstHit);
        m_sentences.back().lastHit = m_hits.size();
        if (m_message.sender == Sender::customer)
            facts(text, first, last);
    } else {
        sentence.lastHit = sentence.firstHit;
        m_sentences.push_back(sentence);
    }
}

void MessageReader::collectHits(std::size_t firstHit)
{
    for (std::size_t i = firstHit; i < m_matcher->hits().size(); ++i) {
        const CueHit& hit = m_matcher->hits()[i];
        const std::size_t clause = hit.cue->span == CueSpan::match ? hit.last : m_matcher->clauseEnd(hit.last);
        m_hits.push_back({hit.cue, hit.first, hit.last, clause, m_sentences.size() - 1, hit.alone, false, narrowed(hit, clause)});
    }
}

// What the words of a cue limit it to: "stop the e-mails" is about e-mail only.
std::string MessageReader::narrowed(const CueHit& hit, std::size_t clauseEnd) const
{
    const auto known = hit.cue->kind == AnnotationKind::cue ? m_pack->values.find(hit.cue->label) : m_pack->values.end();
    if (known == m_pack->values.end())
        return hit.cue->value;
    std::string value;
    for (const auto& [name, atom] : known->second) {
        bool named = false;
        for (std::size_t token = hit.first; token < clauseEnd && !named; ++token)
            named = m_matcher->hasAtom(token, atom);
        if (named && name == "all")
            return {};
        if (named)
            value += (value.empty() ? "" : ",") + name;
    }
    return value;
}

void MessageReader::facts(const FoldedText& text, std::size_t first, std::size_t last)
{
    const FactContext context{m_message.text, text, *m_pack, *m_matcher, m_message.at};
    for (FoundFact& fact : findFacts(context, first, last))
        add(AnnotationKind::fact, fact.span, std::string(nameOf(fact.kind)), std::move(fact.value));
}

// Whole-message scopes may stand behind what they cancel, so this waits for the last sentence.
void MessageReader::dropCancelled(std::size_t firstHit)
{
    for (std::size_t i = firstHit; i < m_hits.size(); ++i) {
        ReadHit& hit = m_hits[i];
        hit.dropped = (hit.alone && m_sentences.size() > 1) ||
                      CueMatcher::cancelling({hit.cue, hit.first, hit.last, hit.alone}, m_matcher->scopes()) != nullptr;
    }
    for (const ReadHit& ignore : m_hits) {
        if (ignore.cue->role != CueRole::ignore || ignore.dropped)
            continue;
        for (ReadHit& hit : m_hits) {
            const bool same = hit.cue->role == CueRole::annotation && hit.cue->kind == AnnotationKind::cue && hit.cue->label == ignore.cue->label;
            if (same && hit.first < ignore.last && ignore.first < hit.last)
                hit.dropped = true;
        }
    }
}

void MessageReader::finishBody(const FoldedText& text)
{
    dropCancelled(0);
    signals(text);
    plainHits(text);
    if (m_message.sender == Sender::customer)
        replies(text);
    for (const ReadSentence& sentence : m_sentences)
        question(text, sentence);
    weigh(text);
}

void MessageReader::signals(const FoldedText& text)
{
    std::map<std::string_view, std::vector<const ReadHit*>> bySignal;
    for (const ReadHit& hit : m_hits) {
        const bool sign = hit.cue->kind == AnnotationKind::cue && (hit.cue->role == CueRole::annotation || hit.cue->role == CueRole::praise);
        if (sign && !hit.dropped)
            bySignal[hit.cue->label].push_back(&hit);
    }
    for (const auto& [label, hits] : bySignal)
        emitSignal(text, label, hits);
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
            merged.span.end = std::max(merged.span.end, span.end);
            merged.weight = std::max(merged.weight, hit->cue->points);
            // Of two readings of the same words the wider one protects.
            if (merged.value != hit->value)
                merged.value.clear();
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
    if (made.kind == AnnotationKind::promise)
        addDue(text, hit, made);
    // Of two readings of the same words the first, longer one stands.
    for (Annotation& other : m_found) {
        if (other.kind != made.kind || !other.span.overlaps(made.span))
            continue;
        if (made.kind == AnnotationKind::question && (other.label != made.label || other.value != made.value))
            continue;
        if (made.due && !other.due)
            other.due = made.due;
        return;
    }
    m_found.push_back(std::move(made));
}

void MessageReader::addDue(const FoldedText& text, const ReadHit& hit, Annotation& annotation) const
{
    const ReadSentence& sentence = m_sentences[hit.sentence];
    const std::vector<FoundTime> times = m_pack->time.find(text, sentence.first, sentence.last, m_message.at);
    for (const bool inside : {true, false}) {
        for (const FoundTime& time : times) {
            const bool within = time.first >= hit.first && time.last <= hit.clauseEnd;
            if (within != inside || time.past || !time.due || *time.due < m_message.at)
                continue;
            annotation.due = time.due;
            annotation.span.end = std::max(annotation.span.end, text.token(time.last - 1).span.end);
            annotation.span.start = std::min(annotation.span.start, text.token(time.first).span.start);
            return;
        }
    }
}

void MessageReader::question(const FoldedText&, const ReadSentence& sentence)
{
    if (!endsWithQuestionMark(m_message.text, sentence.span))
        return;
    const bool known = std::ranges::any_of(m_found, [&](const Annotation& other) {
        return other.kind == AnnotationKind::question && other.span.overlaps(sentence.span);
    });
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
        if (const Cue* offer = offerBefore())
            add(AnnotationKind::cue, spanOf(text, hit.first, hit.last), offer->label, offer->value, offer->points);
        return;
    }
}

// What the agent or bot offered last, since the customer spoke before.
const Cue* MessageReader::offerBefore() const
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
        const Cue* last = nullptr;
        std::size_t from = 0;
        for (std::size_t at = 1; at <= folded.size(); ++at) {
            if (at < folded.size() && folded.token(at).before != TokenBreak::strong)
                continue;
            matcher.scan(from, at, Speaker::agent);
            from = at;
        }
        for (const CueHit& hit : matcher.hits()) {
            if (hit.cue->role == CueRole::offer)
                last = hit.cue;
        }
        if (last)
            return last;
    }
    return nullptr;
}

void MessageReader::weigh(const FoldedText& text)
{
    SentenceTraits common;
    common.sender = m_message.sender;
    for (const HistoryMessage& earlier : m_before) {
        if (earlier.interaction != m_message.interaction)
            continue;
        ++common.messageIndex;
        common.messagesOfSender += earlier.sender == m_message.sender ? 1 : 0;
    }
    Annotations sentences;
    for (std::size_t i = 0; i < m_sentences.size(); ++i) {
        const ReadSentence& sentence = m_sentences[i];
        SentenceTraits traits = common;
        traits.sentenceIndex = i;
        for (std::size_t t = sentence.first; t < sentence.last; ++t)
            traits.words += text.token(t).kind == TokenKind::word || text.token(t).kind == TokenKind::number ? 1 : 0;
        traits.question = endsWithQuestionMark(m_message.text, sentence.span);
        for (std::size_t h = sentence.firstHit; h < sentence.lastHit; ++h) {
            traits.greeting = traits.greeting || m_hits[h].cue->role == CueRole::greeting;
            traits.trouble = traits.trouble || (m_hits[h].cue->kind == AnnotationKind::cue && m_hits[h].cue->role == CueRole::annotation);
        }
        for (const Annotation& other : m_found) {
            if (!sentence.span.overlaps(other.span))
                continue;
            traits.request = traits.request || other.kind == AnnotationKind::request;
            traits.promise = traits.promise || other.kind == AnnotationKind::promise;
            traits.tried = traits.tried || other.kind == AnnotationKind::tried;
            traits.facts = traits.facts || other.kind == AnnotationKind::fact;
            traits.topic = traits.topic || (other.kind == AnnotationKind::question && !other.label.empty());
            traits.resolution = traits.resolution || other.kind == AnnotationKind::resolution || other.kind == AnnotationKind::fulfilment;
        }
        sentences.push_back({AnnotationKind::sentence, sentence.span, "body", m_pack->language, std::nullopt, sentenceWeight(traits)});
    }
    m_found.insert(m_found.end(), sentences.begin(), sentences.end());
}

Span MessageReader::spanOf(const FoldedText& text, std::size_t first, std::size_t last) const
{
    return {text.token(first).span.start, text.token(last - 1).span.end};
}

Speaker MessageReader::speaker() const
{
    return m_message.sender == Sender::customer ? Speaker::customer : Speaker::agent;
}

void MessageReader::add(AnnotationKind kind, Span span, std::string label, std::string value, int weight)
{
    m_found.push_back({kind, span, std::move(label), std::move(value), std::nullopt, weight});
}

} // namespace foreword
