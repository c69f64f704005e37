#include "core/annotate/message_reader.h"

#include <algorithm>
#include <map>

#include "core/annotate/fact_finder.h"
#include "core/model/names.h"
#include "core/text/sentences.h"
#include "core/text/zones.h"

namespace foreword {
namespace {

// The label of a fulfilment of which only is known that something was done.
constexpr std::string_view plainDeed = "done";
constexpr std::string_view joiningWords[] = {"and", "und", "y", "e", "et"};

std::string_view zoneName(Zone zone)
{
    switch (zone) {
    case Zone::quoted: return "quoted";
    case Zone::signature: return "signature";
    case Zone::machine: return "machine";
    case Zone::body: break;
    }
    return "body";
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

} // namespace

MessageReader::MessageReader(const HistoryMessage& message, const CuePack* pack, const SignalModel* model,
                             std::span<const HistoryMessage> before)
    : m_message(message), m_pack(pack), m_model(model), m_before(before)
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

void MessageReader::show(const std::function<void(const SignalTokens&)>& trainer)
{
    m_trainer = &trainer;
    read();
}

std::optional<PostTraits> MessageReader::post()
{
    read();
    return m_post;
}

void MessageReader::readBody(Span zone)
{
    const std::string_view text = zone.in(m_message.text);
    const std::string_view language = m_pack ? std::string_view(m_pack->language) : std::string_view(m_message.language);
    const std::vector<Span> spans = sentencesOf(text, language);
    m_sentences.clear();
    m_hits.clear();
    m_ahead.clear();
    m_learned.clear();
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
    const ReadSentence sentence{span, first, last, m_hits.size(), 0};
    const std::size_t firstHit = m_matcher->hits().size();
    const std::size_t firstAhead = m_ahead.size();
    if (m_message.sender != Sender::customer)
        readTimes(text, first, last);
    m_matcher->scan(first, last, speaker(), std::span(m_ahead).subspan(firstAhead));
    m_sentences.push_back(sentence);
    collectHits(firstHit);
    m_sentences.back().lastHit = m_hits.size();
    if (m_message.sender == Sender::customer)
        facts(text, first, last);
}

void MessageReader::collectHits(std::size_t firstHit)
{
    for (std::size_t i = firstHit; i < m_matcher->hits().size(); ++i) {
        const CueHit& hit = m_matcher->hits()[i];
        const std::size_t clause = hit.cue->span == CueSpan::match ? hit.last : m_matcher->clauseEnd(hit.last);
        m_hits.push_back({hit.cue, hit.first, hit.last, clause, m_sentences.size() - 1, false, hit.own, narrowed(hit, clause)});
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

// "Did that fix it?" tells of nothing done; "I've taken it off, anything else?" does.
bool MessageReader::isAsked(const FoldedText& text, const ReadHit& hit) const
{
    std::size_t last = hit.last;
    while (last < text.size() && text.token(last).before == TokenBreak::none)
        ++last;
    const std::size_t mark = m_message.text.find_first_not_of(' ', text.token(last - 1).span.end);
    return mark != std::string::npos && m_message.text[mark] == '?';
}

// Whole-message scopes may stand behind what they cancel, so this waits for the last sentence.
void MessageReader::dropCancelled(const FoldedText& text)
{
    for (std::size_t i = 0; i < m_hits.size(); ++i) {
        const CueHit& hit = m_matcher->hits()[i];
        // A system wants and promises nothing; it only tells what happened: "has been delivered".
        const bool tells = hit.cue->kind == AnnotationKind::fulfilment || hit.cue->kind == AnnotationKind::moved;
        const bool mute = m_message.sender == Sender::system && !tells;
        m_hits[i].dropped = mute || (tells && isAsked(text, m_hits[i])) || (hit.alone && m_sentences.size() > 1)
            || CueMatcher::cancelling(hit, m_matcher->scopes()) != nullptr;
    }
    for (const ReadHit& ignore : m_hits) {
        if (ignore.cue->role != CueRole::ignore || ignore.dropped)
            continue;
        for (ReadHit& hit : m_hits) {
            const bool same = hit.cue->role == CueRole::annotation && hit.cue->kind == ignore.cue->kind
                && (ignore.cue->label.empty() || hit.cue->label == ignore.cue->label);
            if (same && hit.first < ignore.last && ignore.first < hit.last)
                hit.dropped = true;
        }
    }
}

// A deed of no kind tells nothing more where its words are one of a kind; else the first of the two
// ends where the other begins: "All changed, and I've checked the name".
void MessageReader::deedsMakeWay(const FoldedText& text)
{
    const auto stands = [](const ReadHit& hit) {
        return !hit.dropped && hit.cue->role == CueRole::annotation && hit.cue->kind == AnnotationKind::fulfilment;
    };
    const auto isPlain = [](const ReadHit& hit) { return hit.cue->label == plainDeed; };
    const auto endAt = [&text](ReadHit& hit, std::size_t end) {
        while (end > hit.last && std::ranges::find(joiningWords, text.word(end - 1)) != std::end(joiningWords))
            --end;
        hit.clauseEnd = end;
    };
    for (ReadHit& deed : m_hits) {
        for (ReadHit& other : m_hits) {
            const bool meet = stands(deed) && isPlain(deed) && stands(other) && !isPlain(other) && other.first < deed.clauseEnd
                && deed.first < other.clauseEnd;
            if (!meet)
                continue;
            if (other.first >= deed.last)
                endAt(deed, other.first);
            else if (deed.first >= other.last)
                endAt(other, deed.first);
            else
                deed.dropped = true;
        }
    }
}

void MessageReader::finishBody(const FoldedText& text)
{
    dropCancelled(text);
    deedsMakeWay(text);
    signals(text);
    if (m_message.sender == Sender::customer)
        learned(text);
    if (m_message.sender == Sender::customer && isPost(text))
        judgePost(text);
    plainHits(text);
    if (m_message.sender == Sender::customer) {
        replies(text);
        bareAnswer(text);
    }
    for (const ReadSentence& sentence : m_sentences)
        question(text, sentence);
    weigh(text);
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
