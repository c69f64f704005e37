// The third part of MessageReader: what we promise in a sentence, and for when.
#include <algorithm>
#include <cctype>
#include <span>

#include "core/annotate/message_reader.h"
#include "core/annotate/promise_kinds.h"
#include "core/text/plain_words.h"

namespace foreword {
namespace {

constexpr std::int64_t longestPromise = 400; // days
constexpr std::size_t fewestLetters = 4;     // of a word that names something
constexpr std::size_t ownTokens = 64;        // see CueHit::own
// A clause of its own follows; folded.
constexpr std::string_view joins[] = {"and", "then", "und", "dann", "y", "e", "entonces", "et", "alors"};

int dueWeight(const FoundTime& time)
{
    switch (time.base) {
    case TimeBase::instant: return dueAtInstant;
    case TimeBase::wallClock: return dueByClock;
    case TimeBase::day: return dueByDay;
    case TimeBase::workingDays: break;
    }
    return time.workingDays;
}

void append(std::string& list, std::string_view item)
{
    if (!item.empty())
        list.append(list.empty() ? "" : ",").append(item);
}

} // namespace

// Times to come; what is over is no promise, and "after 17 years" looks back.
void MessageReader::readTimes(const FoldedText& text, std::size_t first, std::size_t last)
{
    for (const FoundTime& time : m_pack->time.find(text, first, last, m_message.at)) {
        if (!time.past && time.due && *time.due >= m_message.at && *time.due < m_message.at.plusDays(longestPromise))
            m_ahead.push_back(time);
    }
}

// "Shall I call on Friday?" waits for the answer; "could you give us its number and we'll see?" does not.
bool MessageReader::readPromise(const FoldedText& text, const ReadHit& hit, Annotation& made)
{
    const ReadSentence& sentence = m_sentences[hit.sentence];
    const auto names = [&](std::size_t first, std::size_t last) {
        return std::ranges::any_of(m_ahead, [&](const FoundTime& time) { return time.first >= first && time.last <= last; });
    };
    if (names(sentence.first, sentence.last) && asks(text, hit))
        return false;
    // "The first slot is Monday. Does that suit you?"
    const bool offered = std::ranges::any_of(m_hits, [&](const ReadHit& other) {
        return other.value == promiseOffered && other.first < hit.clauseEnd && hit.first < other.last;
    });
    ReadHit rest = hit;
    rest.sentence = m_sentences.size() - 1;
    if (offered && asks(text, rest))
        return false;
    append(made.value, pointsBack(hit) ? promisePointsBack : "");
    append(made.value, thingsNamed(hit));
    const bool waits = std::ranges::any_of(m_ahead, [&](const FoundTime& time) {
        return time.first >= sentence.first && time.last <= sentence.last && isTheirs(text, hit, time);
    });
    append(made.value, waits ? promiseWaits : "");
    addDue(text, hit, made);
    // A deed that only the customer's time made a promise of is none.
    if (made.label == anyDeed && !made.due)
        return false;
    if (names(hit.first, hit.last))
        endBefore(text, hit, made);
    return true;
}

// "Shall we move it to Friday?" moves nothing yet.
bool MessageReader::readMoving(const FoldedText& text, const ReadHit& hit, Annotation& made) const
{
    if (asks(text, hit))
        return false;
    const FoundTime* last = nullptr; // "not on Thursday but on Saturday"
    for (const FoundTime& time : m_ahead) {
        const bool within = time.first >= hit.first && time.last <= hit.clauseEnd;
        if (within && !time.bareHour && (!last || *time.due >= *last->due))
            last = &time;
    }
    if (!last)
        return false;
    made.due = last->due;
    made.weight = dueWeight(*last);
    append(made.value, thingsNamed(hit));
    append(made.value, namesNothing(text, hit) ? movesUnnamed : "");
    // A clock time alone may have been before.
    made.label = last->clockOnly ? "" : kindNamed(made);
    return true;
}

bool MessageReader::asks(const FoldedText& text, const ReadHit& hit) const
{
    const std::string_view all = m_message.text;
    const std::size_t end = m_sentences[hit.sentence].span.end;
    for (std::size_t mark = all.find('?', text.token(hit.first).span.start); mark < end; mark = all.find('?', mark + 1)) {
        if (mark + 1 == all.size() || std::isalnum(static_cast<unsigned char>(all[mark + 1])) == 0)
            return true; // not that of a link
    }
    return false;
}

// "It goes out today it'll be with you by Friday": two times in what reads like one clause are two promises.
void MessageReader::endBefore(const FoldedText& text, const ReadHit& hit, const Annotation& made)
{
    const std::uint32_t start = text.token(hit.first).span.start;
    for (Annotation& other : m_found) {
        const bool around = other.kind == AnnotationKind::promise && other.span.start < start && other.span.end > start;
        const bool apart =
            around && other.due && made.due && *other.due != *made.due && std::ranges::any_of(m_ahead, [&](const FoundTime& time) {
                return time.due == other.due && text.token(time.first).span.start >= other.span.start
                    && text.token(time.last - 1).span.end <= start;
            });
        if (apart)
            other.span.end = text.token(hit.first - 1).span.end;
    }
}

bool MessageReader::pointsBack(const ReadHit& hit) const
{
    return std::ranges::any_of(m_hits, [&](const ReadHit& other) {
        return other.cue->role == CueRole::pointing && other.sentence == hit.sentence && other.first < hit.clauseEnd
            && other.last > hit.first;
    });
}

// What the words around it name, of what events are about.
std::string MessageReader::thingsNamed(const ReadHit& hit) const
{
    std::string things;
    for (const ReadHit& other : m_hits) {
        const bool named = other.cue->role == CueRole::about && other.sentence == hit.sentence;
        if (named && (',' + things + ',').find(',' + other.cue->label + ',') == std::string::npos)
            append(things, other.cue->label);
    }
    return things;
}

// Whether its sentence names nothing beside what the cue says and its times.
bool MessageReader::namesNothing(const FoldedText& text, const ReadHit& hit) const
{
    const ReadSentence& sentence = m_sentences[hit.sentence];
    for (std::size_t i = sentence.first; i < sentence.last; ++i) {
        const bool own = i >= hit.first && i - hit.first < ownTokens && ((hit.own >> (i - hit.first)) & 1) != 0;
        const bool time = std::ranges::any_of(m_ahead, [&](const FoundTime& other) { return other.first <= i && i < other.last; });
        const bool plain =
            text.token(i).kind != TokenKind::word || text.word(i).size() < fewestLetters || isPlainWord(text.word(i), m_pack->language);
        if (!own && !time && !plain)
            return false;
    }
    return true;
}

// Whether what is asked of the customer names the time: "tell us by Friday and we'll refund you". In
// "if you like, we'll call on Friday" the promise begins before the time, in a clause of its own.
bool MessageReader::isTheirs(const FoldedText& text, const ReadHit& hit, const FoundTime& time) const
{
    const auto breaks = [&](std::size_t first, std::size_t last) {
        const auto tokens = std::span(text.tokens()).subspan(first, last - first);
        return std::ranges::any_of(tokens, [](const FoldedToken& token) { return token.before != TokenBreak::none; });
    };
    return std::ranges::any_of(m_hits, [&](const ReadHit& asked) {
        if (asked.cue->role != CueRole::condition || asked.dropped || time.first < asked.first || time.last > asked.last)
            return false;
        const bool within = asked.first < hit.first && hit.first < time.first;
        const bool joined = within && std::ranges::find(joins, text.word(hit.first - 1)) != std::end(joins);
        const bool ownClause = within && (joined || breaks(asked.first + 1, hit.first + 1));
        // "If you like, on Friday we'll call."
        const bool led = asked.first < time.first && text.token(time.first).before != TokenBreak::none && time.last == hit.first;
        return !ownClause && !led;
    });
}

void MessageReader::addDue(const FoldedText& text, const ReadHit& hit, Annotation& annotation) const
{
    const ReadSentence& sentence = m_sentences[hit.sentence];
    std::vector<FoundTime> times = m_ahead;
    std::erase_if(times, [&](const FoundTime& time) {
        return time.first < sentence.first || time.last > sentence.last || isTheirs(text, hit, time);
    });
    const auto within = [&](const FoundTime& time) { return time.first >= hit.first && time.last <= hit.clauseEnd; };
    auto chosen = std::ranges::find_if(times, within);
    if (chosen == times.end())
        chosen = times.begin();
    if (chosen == times.end())
        return;
    // "today, Thursday 5 November, at 14:00": of one day the hour says most.
    for (auto other = chosen; other != times.end(); ++other) {
        if (other->due->local().date == chosen->due->local().date && *other->due < *chosen->due)
            chosen = other;
    }
    annotation.due = chosen->due;
    annotation.weight = dueWeight(*chosen);
    annotation.span.end = std::max(annotation.span.end, text.token(chosen->last - 1).span.end);
    annotation.span.start = std::min(annotation.span.start, text.token(chosen->first).span.start);
}

} // namespace foreword
