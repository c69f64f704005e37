// What a matter, which is one interaction, says by itself. Folded out of its messages once, and
// again only when it is touched; a brief is put together from what its matters say. Messages are
// indices of the history, in whose order they are told. Pure; values that refer to the history's
// annotations; one thread.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/annotate/moved_promises.h"
#include "core/brief/brief_fold.h"
#include "core/brief/sentence_traits.h"
#include "core/model/brief.h"

namespace foreword {

// What the customer said of themselves and their matter.
struct SaidFact {
    Found found;
    FactKind kind = FactKind::otherFact;
    bool lasts = false;             // holds in other matters too
    bool worthTelling = false;
    std::optional<Timestamp> until; // "Saturday" is understood so long
    bool operator==(const SaidFact&) const = default;
};

struct GivenPromise {
    std::size_t message = 0;
    Statement statement;
    bool kept = false;
    bool standing = false; // over when it is due
    std::optional<Timestamp> due;
    std::optional<Timestamp> before; // it was moved
    bool operator==(const GivenPromise&) const = default;
};

struct TriedStep {
    std::size_t message = 0;
    Statement statement;
    std::size_t words = 0; // a hash of them, whatever their form: the same for the same step
};

struct AskedAgain {
    std::size_t message = 0;
    Statement statement;
};

// How a matter goes that the situation is about.
struct Course {
    std::vector<TriedStep> tried;
    std::vector<AskedAgain> askedAgain;
    std::vector<Statement> openQuestions;
    Resolution resolution = Resolution::none;
    bool dissatisfied = false;
};

// The sentences that carry such a matter.
struct Carried {
    std::vector<Found> situation; // the customer's, or ours where they said nothing; the weightiest first
    std::vector<Found> newest;    // what the customer wrote last, where none of those stands there
    std::vector<Found> answers;   // what we said to it, promises apart; the weightiest first
    std::vector<Found> promises;  // sentences of ours that hold one, the weightiest first
    std::vector<Found> deeds;     // what we told that we did, the newest first
    std::vector<Found> note;      // the newest one to colleagues
    std::vector<Found> key;       // most important first
};

// How a closed matter ended: our last answer or note, and what the customer or a system said came of it.
struct Ending {
    std::vector<Found> answer; // of one message
    std::optional<Found> outcome;
};

// What a closed matter is told by.
struct Ended {
    std::optional<Found> first;
    Ending ending;
    std::vector<std::size_t> words; // of its subject and what carries it, as hashes in order
    bool readClosely = false;
};

struct Matter {
    bool pressing = false; // a complaint, or words that speak for a signal
    bool closed = false;
    std::vector<SaidFact> facts;
    std::vector<GivenPromise> promises;
    std::vector<std::string> numbers; // that name it: its own, its fault's or order's
    // Made when a brief wants them.
    std::optional<Course> course;
    std::optional<Carried> carried;
    std::optional<Ended> ended;
};

// Facts that last, of all matters, in order.
using LastingFacts = std::vector<Found>;

Matter foldMatter(const BriefFold& fold, std::uint32_t interaction, const MovedPromises& moves);
Course foldCourse(const BriefFold& fold, std::uint32_t interaction, const Matter& matter, const LastingFacts& lasting);
Carried foldCarried(const BriefFold& fold, std::uint32_t interaction);
// Something was done about the matter itself: not only looked at, passed on or told of.
bool isDeed(const Annotation& annotation);
// What one of us told colleagues in the message, by that many of its first sentences.
std::vector<Found> noteToColleagues(const BriefFold& fold, std::size_t message, std::size_t most);
// How it ended, after the sentence that it is told by. `seen` are its sentences where all of them
// are compared, else each counts by what was known of it when it came.
Ending endingOf(const BriefFold& fold, std::uint32_t interaction, const Found& first, std::span<const SeenSentence> seen);
Ended foldEnded(const BriefFold& fold, std::uint32_t interaction, bool readClosely);

// How the value of a fact reads.
bool hasFigure(std::string_view value);
bool isDay(std::string_view value); // "2026-11-05"

// The parts of those.
std::vector<SaidFact> saidFacts(const BriefFold& fold, std::uint32_t interaction);
std::vector<GivenPromise> givenPromises(const BriefFold& fold, std::uint32_t interaction, const MovedPromises& moves);
std::vector<TriedStep> triedSteps(const BriefFold& fold, std::uint32_t interaction);
std::vector<AskedAgain> askedAgain(const BriefFold& fold, std::uint32_t interaction, std::span<const SaidFact> facts,
                                   const LastingFacts& lasting);
std::vector<Statement> openQuestions(const BriefFold& fold, std::uint32_t interaction);
Resolution resolutionOf(const BriefFold& fold, std::uint32_t interaction);
bool soundsDissatisfied(const BriefFold& fold, std::uint32_t interaction);

} // namespace foreword
