// Reads one message with one language's cue list: sentences, signals' cues, promises, facts,
// steps, questions, requests, resolution. Made for one message, used once, by one thread.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "core/annotate/cue_matcher.h"
#include "core/annotate/public_post.h"
#include "core/annotate/signal_model.h"
#include "core/model/history.h"

namespace foreword {

// Importance of a sentence in thousandths, from where it stands and what was found in it.
struct SentenceTraits {
    Sender sender = Sender::customer;
    std::size_t messagesOfSender = 0; // before this one, in the matter
    std::size_t sentenceIndex = 0;    // in the message
    std::size_t words = 0;
    bool greeting = false;
    bool trouble = false; // a signal stands in it
    bool promise = false;
    bool tried = false;
    bool facts = false;
    bool topic = false;      // an agent asks for a fact
    bool resolution = false; // settled, or done
    bool accepted = false;
    bool link = false;
};
int sentenceWeight(const SentenceTraits& traits);

// A sentence of the writer's own words and the tokens in it.
struct ReadSentence {
    Span span;
    std::size_t first = 0; // tokens, end exclusive
    std::size_t last = 0;
    std::size_t firstHit = 0; // hits, end exclusive
    std::size_t lastHit = 0;
};

class MessageReader {
public:
    // `pack` may be null: the language has no cue list, and only sentences are told apart.
    // `model` may be null: patterns alone then find signals.
    MessageReader(const HistoryMessage& message, const CuePack* pack, const SignalModel* model, std::span<const HistoryMessage> before);

    Annotations read();
    // Shows the trainer of the model what the model would see, sentence by sentence.
    void show(const std::function<void(const SignalTokens&)>& trainer);
    // What a public post is judged by; nothing of other messages.
    std::optional<PostTraits> post();

private:
    // A hit with what was found out about it while its sentence was at hand.
    struct ReadHit {
        const Cue* cue;
        std::size_t first;
        std::size_t last;
        std::size_t clauseEnd;
        std::size_t sentence;
        bool dropped;
        std::uint64_t own; // see CueHit
        std::string value;
    };

    // What the model says to a signal, and the sentence it says it most of.
    struct LearnedScore {
        std::string_view signal;
        std::int64_t score;
        std::size_t sentence;
    };

    void readBody(Span zone);
    void readSentence(const FoldedText& text, Span span, std::size_t first, std::size_t last);
    void collectHits(std::size_t firstHit);
    std::string narrowed(const CueHit& hit, std::size_t clauseEnd) const;
    void facts(const FoldedText& text, std::size_t first, std::size_t last);
    bool isAsked(const FoldedText& text, const ReadHit& hit) const;
    void dropCancelled(const FoldedText& text);
    void deedsMakeWay(const FoldedText& text);
    void finishBody(const FoldedText& text);
    void signals(const FoldedText& text);
    // What the model adds to what the patterns found.
    void learned(const FoldedText& text);
    void fill(const FoldedText& text, const ReadSentence& sentence, SignalTokens& tokens) const;
    bool proposes(std::size_t signal, std::int64_t score, std::size_t firstSentence, std::size_t lastSentence) const;
    // Makes one citation of two.
    static void widen(Annotation& cited, Span span, const std::string& value, int weight);
    bool isPost(const FoldedText& text) const;
    PostTraits postTraitsOf(const FoldedText& text) const;
    void judgePost(const FoldedText& text);
    bool standsInTheRest(const FoldedText& text, std::size_t signal, std::size_t sentence) const;
    void citeWhole(Span span, const std::string& id);
    void emitSignal(const FoldedText& text, std::string_view label, std::span<const ReadHit* const> hits);
    void plainHits(const FoldedText& text);
    void emit(const FoldedText& text, const ReadHit& hit);
    void addFact(Annotation made);
    void addOnce(Annotation made);
    void readTimes(const FoldedText& text, std::size_t first, std::size_t last);
    bool readPromise(const FoldedText& text, const ReadHit& hit, Annotation& made);
    bool readMoving(const FoldedText& text, const ReadHit& hit, Annotation& made) const;
    void endBefore(const FoldedText& text, const ReadHit& hit, const Annotation& made);
    void addDue(const FoldedText& text, const ReadHit& hit, Annotation& annotation) const;
    bool asks(const FoldedText& text, const ReadHit& hit) const;
    bool pointsBack(const ReadHit& hit) const;
    std::string thingsNamed(const ReadHit& hit) const;
    bool namesNothing(const FoldedText& text, const ReadHit& hit) const;
    bool isTheirs(const FoldedText& text, const ReadHit& hit, const FoundTime& time) const;
    void question(const FoldedText& text, const ReadSentence& sentence);
    void replies(const FoldedText& text);
    // The last cue of ours, since the customer spoke before, that `wanted` accepts.
    template <class Wanted>
    const Cue* cueBefore(Wanted wanted) const;
    void bareAnswer(const FoldedText& text);
    void weigh(const FoldedText& text);
    SentenceTraits traitsOf(const FoldedText& text, const ReadSentence& sentence) const;
    Span spanOf(const FoldedText& text, std::size_t first, std::size_t last) const;
    Speaker speaker() const;
    void add(AnnotationKind kind, Span span, std::string label = {}, std::string value = {}, int weight = 0);

    const HistoryMessage& m_message;
    const CuePack* m_pack;
    const SignalModel* m_model;
    std::span<const HistoryMessage> m_before;
    Annotations m_found;
    std::vector<ReadSentence> m_sentences; // of the body zone at hand
    std::vector<ReadHit> m_hits;
    std::vector<FoundTime> m_ahead; // times to come in our own words, of that zone
    std::vector<LearnedScore> m_learned; // of that zone, one a signal
    std::optional<PostTraits> m_post;
    std::optional<CueMatcher> m_matcher;
    const std::function<void(const SignalTokens&)>* m_trainer = nullptr;
};

} // namespace foreword
