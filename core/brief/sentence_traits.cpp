#include "core/brief/sentence_traits.h"

#include <algorithm>
#include <array>
#include <functional>
#include <map>
#include <optional>
#include <span>
#include <string_view>
#include <unordered_map>

#include "core/text/folded_text.h"

namespace foreword {
namespace {

using Trait = SentenceTrait;

constexpr std::size_t mostSentences = 60;
constexpr std::size_t shortestContentWord = 3; // bytes

// Folded, in the languages that cue lists exist for.
constexpr std::string_view greetingWords[] = {"hi",      "hello",    "hey",      "hiya",    "dear",    "good",   "morning", "afternoon",
                                              "evening", "hallo",    "guten",    "moin",    "liebe",   "lieber", "hola",    "buenos",
                                              "buenas",  "estimado", "estimada", "bonjour", "bonsoir", "salut",  "cher",    "chere"};
constexpr std::string_view apologyWords[] = {"sorry",         "apologies", "apologise",  "apologize", "apology", "entschuldigung",
                                             "entschuldigen", "leid",      "bedauern",   "bedauere",  "perdon",  "disculpa",
                                             "disculpe",      "disculpas", "lamentamos", "lamento",   "siento",  "sentimos",
                                             "desole",        "desolee",   "desoles",    "excuses",   "excusez", "pardon"};
constexpr std::string_view thanksWords[] = {"thank",       "thanks", "thx",      "cheers",     "ty",      "appreciate",
                                            "appreciated", "danke",  "dank",     "dankeschon", "gracias", "agradezco",
                                            "agradecemos", "merci",  "remercie", "remercions"};
constexpr std::string_view directWords[] = {"dm", "dms", "pm", "direktnachricht", "privatnachricht"};
constexpr std::string_view youWords[] = {"you",   "your",  "yours",   "u",     "ur",    "you're", "you've", "you'll", "you'd", "sie",
                                         "ihnen", "ihr",   "ihre",    "ihren", "ihrer", "ihrem",  "du",     "dein",   "deine", "dir",
                                         "dich",  "usted", "ustedes", "su",    "sus",   "te",     "tu",     "vous",   "votre", "vos"};
constexpr std::string_view speakerWords[] = {"i",       "my",    "me",    "we",    "our",    "us",  "i'm",  "i've",  "i'd",      "i'll",
                                             "we're",   "we've", "we'll", "we'd",  "ich",    "wir", "mein", "meine", "meinen",   "meiner",
                                             "mir",     "mich",  "uns",   "unser", "unsere", "yo",  "mi",   "mis",   "nosotros", "nuestro",
                                             "nuestra", "nos",   "je",    "j",     "nous",   "mon", "ma",   "mes",   "notre",    "moi"};
constexpr std::string_view negationWords[] = {"not",     "no",     "never",   "don't",  "doesn't", "didn't", "isn't",    "aren't",
                                              "can't",   "cannot", "won't",   "wasn't", "haven't", "hasn't", "couldn't", "wouldn't",
                                              "nothing", "nicht",  "kein",    "keine",  "keinen",  "nie",    "nichts",   "nunca",
                                              "nada",    "ningun", "ninguna", "pas",    "jamais",  "rien",   "aucun",    "aucune"};

// Words that only hold sentences together, beside those above.
constexpr std::string_view plainWords[] = {
    "the",  "and",   "for",  "was",    "are",  "this",  "that", "with", "have", "has",   "had",  "but",  "did",  "does", "can",   "could",
    "will", "would", "just", "please", "from", "they",  "them", "her",  "she",  "him",   "been", "what", "when", "how",  "there", "here",
    "get",  "got",   "it's", "its",    "his",  "der",   "die",  "das",  "und",  "ist",   "den",  "dem",  "ein",  "eine", "einen", "fur",
    "mit",  "von",   "auf",  "hat",    "habe", "haben", "wie",  "dass", "war",  "bitte", "los",  "las",  "una",  "del",  "que",   "con",
    "por",  "para",  "ha",   "les",    "des",  "une",   "est",  "que",  "qui",  "dans",  "pour", "sur",  "avec", "ont"};

struct WordSign {
    std::span<const std::string_view> words;
    std::optional<Trait> trait; // that a word gives its sentence
    bool content = false;       // whether such a word says anything of the matter
};
constexpr WordSign wordSigns[] = {{apologyWords, Trait::apology, true},      {thanksWords, Trait::thanks, true},
                                  {directWords, Trait::directMessage, true}, {youWords, Trait::you, false},
                                  {speakerWords, Trait::speaker, false},     {negationWords, Trait::negation, false},
                                  {plainWords, std::nullopt, false}};

struct KnownWord {
    SentenceTraitSet traits;
    bool content = true;
};

// All of these words in one place: looking through the lists for each word was most of the work.
const std::unordered_map<std::string_view, KnownWord>& knownWords()
{
    static const auto known = [] {
        std::unordered_map<std::string_view, KnownWord> words;
        for (const WordSign& sign : wordSigns) {
            for (const std::string_view word : sign.words) {
                KnownWord& entry = words[word];
                if (sign.trait)
                    entry.traits.set(static_cast<std::size_t>(*sign.trait));
                entry.content = entry.content && sign.content;
            }
        }
        return words;
    }();
    return known;
}

// A sentence while it is compared with the others.
struct Seen {
    SeenSentence sentence;
    std::size_t words = 0;
    std::size_t index = 0; // in its message
    std::size_t of = 0;    // sentences of its message
    std::vector<std::size_t> content; // hashes, sorted, each once
    bool is(Trait trait) const { return sentence.traits[static_cast<std::size_t>(trait)]; }
    void set(Trait trait, bool yes = true) { sentence.traits[static_cast<std::size_t>(trait)] = yes; }
};

template <std::size_t N>
void setLargest(Seen& seen, std::size_t value, const std::array<std::size_t, N>& limits, Trait first)
{
    const auto reached = std::ranges::upper_bound(limits, value) - limits.begin();
    if (reached > 0)
        seen.set(static_cast<Trait>(static_cast<std::size_t>(first) + static_cast<std::size_t>(reached) - 1));
}

bool opensWithGreeting(const FoldedText& text)
{
    std::size_t first = 0;
    while (first < text.size() && text.token(first).kind == TokenKind::handle)
        ++first;
    return first < text.size() && std::ranges::find(greetingWords, text.word(first)) != std::end(greetingWords);
}

void readWords(Seen& seen, std::string_view sentence)
{
    const FoldedText text(sentence);
    const auto& known = knownWords();
    for (std::size_t i = 0; i < text.size(); ++i) {
        const TokenKind kind = text.token(i).kind;
        const std::string_view word = text.word(i);
        if (kind == TokenKind::link)
            seen.set(Trait::link);
        if (kind != TokenKind::word && kind != TokenKind::number)
            continue;
        ++seen.words;
        if (kind == TokenKind::number)
            seen.set(Trait::number);
        const auto entry = known.find(word);
        if (entry != known.end())
            seen.sentence.traits |= entry->second.traits;
        if (word.size() >= shortestContentWord && (entry == known.end() || entry->second.content))
            seen.content.push_back(std::hash<std::string_view>{}(word));
    }
    std::ranges::sort(seen.content);
    seen.content.erase(std::ranges::unique(seen.content).begin(), seen.content.end());
    seen.set(Trait::greeting, opensWithGreeting(text));
    seen.set(Trait::question, sentence.find('?') != std::string_view::npos);
    seen.set(Trait::exclaimed, sentence.find('!') != std::string_view::npos);
    setLargest<6>(seen, seen.words, {3, 6, 10, 15, 20, 27}, Trait::words3);
}

void readAnnotations(Seen& seen, const HistoryMessage& message)
{
    for (const Annotation& other : message.annotations) {
        if (other.kind == AnnotationKind::sentence || !other.span.overlaps(seen.sentence.found.annotation->span))
            continue;
        switch (other.kind) {
        case AnnotationKind::fact: seen.set(Trait::fact); break;
        case AnnotationKind::fulfilment: seen.set(Trait::fulfilment); break;
        case AnnotationKind::promise: seen.set(Trait::promise); break;
        case AnnotationKind::tried: seen.set(Trait::tried); break;
        case AnnotationKind::question:
            if (!other.label.empty())
                seen.set(Trait::asksFor);
            break;
        case AnnotationKind::resolution:
            seen.set(other.label == "accepted" ? Trait::accepted : other.label == "resolved" ? Trait::resolved : Trait::refused);
            break;
        default: break;
        }
    }
}

std::vector<Seen> gathered(const BriefFold& fold, std::span<const std::size_t> messages)
{
    std::vector<Seen> all;
    for (const std::size_t index : messages) {
        const HistoryMessage& message = fold.message(index);
        if (message.visibility != Visibility::visible || message.sender == Sender::system)
            continue;
        const std::size_t first = all.size();
        for (const Annotation& annotation : message.annotations) {
            if (annotation.kind != AnnotationKind::sentence || annotation.label != "body")
                continue;
            Seen& seen = all.emplace_back();
            seen.sentence.found = {index, &annotation};
            seen.sentence.customer = message.sender == Sender::customer;
            seen.index = all.size() - 1 - first;
        }
        for (std::size_t i = first; i < all.size(); ++i)
            all[i].of = all.size() - first;
    }
    return all;
}

void keepWeightiest(std::vector<Seen>& all)
{
    if (all.size() <= mostSentences)
        return;
    std::vector<int> weights;
    for (const Seen& seen : all)
        weights.push_back(seen.sentence.found.annotation->weight);
    std::ranges::nth_element(weights, weights.begin() + mostSentences - 1, std::greater());
    const int least = weights[mostSentences - 1];
    auto above = static_cast<std::size_t>(
        std::ranges::count_if(all, [&](const Seen& seen) { return seen.sentence.found.annotation->weight > least; }));
    std::erase_if(all, [&](const Seen& seen) {
        const int weight = seen.sentence.found.annotation->weight;
        return weight < least || (weight == least && above++ >= mostSentences);
    });
}

// The order of the sentences by their words, longest first.
std::vector<std::size_t> byLength(const std::vector<Seen>& all, const std::vector<std::size_t>& chosen)
{
    std::vector<std::size_t> order = chosen;
    std::ranges::stable_sort(order, std::greater(), [&](std::size_t i) { return all[i].words; });
    return order;
}

void readLengths(std::vector<Seen>& all)
{
    std::map<std::size_t, std::vector<std::size_t>> byMessage;
    std::array<std::vector<std::size_t>, 2> bySide;
    std::array<std::size_t, 2> words{};
    for (std::size_t i = 0; i < all.size(); ++i) {
        byMessage[all[i].sentence.found.message].push_back(i);
        const std::size_t side = all[i].sentence.customer ? 0 : 1;
        bySide[side].push_back(i);
        words[side] += all[i].words;
    }
    for (const auto& [message, chosen] : byMessage) {
        const auto order = byLength(all, chosen);
        for (std::size_t rank = 0; rank < order.size(); ++rank)
            setLargest<2>(all[order[rank]], rank, {1, 2}, Trait::longestOfMessage2);
    }
    for (const std::size_t side : {0U, 1U}) {
        const auto order = byLength(all, bySide[side]);
        for (std::size_t rank = 0; rank < order.size(); ++rank) {
            Seen& seen = all[order[rank]];
            setLargest<4>(seen, rank, {1, 2, 4, 6}, Trait::longestOfSide2);
            setLargest<5>(seen, 100 * seen.words / std::max<std::size_t>(words[side], 1), {5, 10, 15, 20, 30}, Trait::share5);
        }
    }
}

void readPlaces(const BriefFold& fold, std::span<const std::size_t> messages, std::vector<Seen>& all)
{
    std::array<std::size_t, 2> counts{};
    std::map<std::size_t, std::size_t> places;
    for (const std::size_t index : messages) {
        const HistoryMessage& message = fold.message(index);
        if (message.visibility == Visibility::visible && message.sender != Sender::system)
            places[index] = counts[message.sender == Sender::customer ? 0 : 1]++;
    }
    for (Seen& seen : all) {
        const std::size_t place = places[seen.sentence.found.message];
        setLargest<3>(seen, place, {1, 2, 3}, Trait::message2);
        setLargest<3>(seen, counts[seen.sentence.customer ? 0 : 1] - 1 - place, {1, 2, 3}, Trait::messageFromEnd2);
        setLargest<2>(seen, seen.index, {1, 2}, Trait::sentence2);
        setLargest<2>(seen, seen.of - 1 - seen.index, {1, 2}, Trait::sentenceFromEnd2);
        seen.set(Trait::lastMessage, seen.sentence.found.message == places.rbegin()->first);
    }
}

// What the message before and the message after say.
void readNeighbours(std::vector<Seen>& all)
{
    const auto end = [&](std::size_t from) {
        std::size_t to = from;
        while (to < all.size() && all[to].sentence.found.message == all[from].sentence.found.message)
            ++to;
        return to;
    };
    std::size_t before = all.size(); // first sentence of the message before; none yet
    for (std::size_t first = 0; first < all.size(); before = first, first = end(first)) {
        const std::size_t next = end(first);
        const std::size_t last = next < all.size() ? end(next) : next;
        const bool asked = before < first
            && std::any_of(
                               all.begin() + static_cast<std::ptrdiff_t>(before), all.begin() + static_cast<std::ptrdiff_t>(first),
                               [](const Seen& seen) { return seen.is(Trait::question); });
        bool thanked = false, asks = false;
        for (std::size_t i = next; i < last; ++i) {
            thanked = thanked || all[i].is(Trait::thanks) || all[i].is(Trait::accepted);
            asks = asks || all[i].is(Trait::question);
        }
        const bool same = before < first && all[before].sentence.customer == all[first].sentence.customer;
        const bool sameNext = next < all.size() && all[next].sentence.customer == all[first].sentence.customer;
        for (std::size_t i = first; i < next; ++i) {
            all[i].set(Trait::answers, asked && !same);
            all[i].set(Trait::thankedAfter, thanked && !sameNext);
            all[i].set(Trait::askedAfter, asks && !sameNext);
            all[i].set(Trait::sameSideBefore, same);
            all[i].set(Trait::sameSideAfter, sameNext);
        }
    }
}

void readSharedWords(std::vector<Seen>& all)
{
    struct Holders {
        int count = 0;
        bool met = false; // by now
    };
    std::unordered_map<std::size_t, Holders> words;
    for (const Seen& seen : all) {
        for (const std::size_t word : seen.content)
            ++words[word].count;
    }
    for (Seen& seen : all) {
        std::size_t shared = 0, fresh = 0;
        for (const std::size_t word : seen.content) {
            Holders& holders = words[word];
            shared += holders.count > 1 ? 1 : 0;
            fresh += holders.met ? 0 : 1;
            holders.met = true;
        }
        setLargest<4>(seen, shared, {1, 2, 3, 5}, Trait::shared1);
        setLargest<4>(seen, fresh, {1, 2, 4, 7}, Trait::new1);
    }
}

} // namespace

std::vector<SeenSentence> seenSentences(const BriefFold& fold, std::span<const std::size_t> messages)
{
    std::vector<Seen> all = gathered(fold, messages);
    keepWeightiest(all);
    for (Seen& seen : all) {
        const HistoryMessage& message = fold.message(seen.sentence.found.message);
        seen.set(Trait::always);
        readWords(seen, seen.sentence.found.annotation->span.in(message.text));
        readAnnotations(seen, message);
    }
    readLengths(all);
    readPlaces(fold, messages, all);
    readNeighbours(all);
    readSharedWords(all);
    std::vector<SeenSentence> sentences;
    for (const Seen& seen : all)
        sentences.push_back(seen.sentence);
    return sentences;
}

} // namespace foreword
