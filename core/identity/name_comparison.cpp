#include "core/identity/name_comparison.h"

#include <algorithm>
#include <span>

#include "core/identity/likeness.h"
#include "core/identity/nicknames.h"

namespace foreword {
namespace {

using Words = std::span<const NameWord>;

struct WordMatch {
    Level level = Level::missing;
    TraitKey key = 0;
};

bool soundAlike(const NameWord& a, const NameWord& b)
{
    return (a.cologne.size() > 1 && a.cologne == b.cologne) || (a.nysiis.size() > 2 && a.nysiis == b.nysiis);
}

Level compareWords(const NameWord& a, const NameWord& b)
{
    if (a.key == b.key)
        return a.initial() ? Level::variant : Level::exact;
    if (a.initial() || b.initial())
        return a.text.front() == b.text.front() ? Level::variant : Level::different;
    const auto& names = Nicknames::builtIn();
    if (names.sameName(a.text, b.text))
        return Level::variant;
    const double likeness = jaroWinkler(a.text, b.text);
    const auto shorter = std::min(a.text.size(), b.text.size());
    const bool typing = (shorter >= 4 && oneEditApart(a.text, b.text)) || (shorter >= 3 && likeness >= 0.92);
    // "Anna" and "Hanna" are two people rather than a typing error.
    if (typing)
        return names.isGivenName(a.text) && names.isGivenName(b.text) ? Level::similar : Level::near;
    if (likeness >= 0.82 || (shorter >= 4 && soundAlike(a, b)) || (shorter >= 3 && oneEditApart(a.text, b.text)))
        return Level::similar;
    return likeness >= 0.7 ? Level::distant : Level::different;
}

WordMatch best(Words a, Words b)
{
    WordMatch found;
    for (const NameWord& first : a) {
        for (const NameWord& second : b) {
            const Level level = compareWords(first, second);
            if (level > found.level)
                found = {level, level == Level::exact ? first.key : 0};
        }
    }
    return found;
}

// The two names as "given, family", and how well that reading fits.
struct Reading {
    WordMatch given, family;
    bool swapped = false;

    int fit() const { return weight(given.level) + weight(family.level) - (swapped ? 1 : 0); }

private:
    static int weight(Level level)
    {
        switch (level) {
        case Level::exact: return 8;
        case Level::variant:
        case Level::near: return 6;
        case Level::similar: return 4;
        case Level::distant: return 0;
        case Level::different: return -2;
        case Level::missing: break;
        }
        return 0;
    }
};

Words givenNames(const NameTraits& name)
{
    return Words(name.words).first(name.words.size() - 1);
}

Words familyNames(const NameTraits& name)
{
    return Words(name.words).subspan(1);
}

// "John A. Smith" and "John B. Smith".
bool middleNamesContradict(const NameTraits& a, const NameTraits& b)
{
    if (a.words.size() < 3 || b.words.size() < 3)
        return false;
    const auto middle = [](const NameTraits& name) { return Words(name.words).subspan(1, name.words.size() - 2); };
    return best(middle(a), middle(b)).level <= Level::distant;
}

Reading ofSingleWord(const NameTraits& single, const NameTraits& other)
{
    Reading reading;
    if (other.words.size() == 1) {
        const auto match = best(single.words, other.words);
        // Which of the two it is, the list of given names tells.
        const bool given = Nicknames::builtIn().isGivenName(single.words.front().text);
        (given ? reading.given : reading.family) = match;
        return reading;
    }
    const auto given = best(single.words, givenNames(other));
    const auto family = best(single.words, familyNames(other));
    if (given.level > family.level)
        reading.given = given;
    else
        reading.family = family;
    return reading;
}

Reading readNames(const NameTraits& a, const NameTraits& b)
{
    if (a.words.size() == 1)
        return ofSingleWord(a, b);
    if (b.words.size() == 1)
        return ofSingleWord(b, a);
    Reading straight{best(givenNames(a), givenNames(b)), best(familyNames(a), familyNames(b)), false};
    if (straight.given.level == Level::exact && straight.family.level == Level::exact) {
        if (middleNamesContradict(a, b))
            straight.given = {Level::near, 0};
        return straight;
    }
    // The family name of one stands in front: "Pettifer G A".
    Reading reading = straight;
    for (const auto& [turned, other] : {std::pair{&a, &b}, std::pair{&b, &a}}) {
        const Reading crossed{best(familyNames(*turned), givenNames(*other)), best(Words(turned->words).first(1), familyNames(*other)),
                              true};
        if (crossed.fit() > reading.fit())
            reading = crossed;
    }
    // "e mma moyse": a space too much or too little.
    if (reading.family.level <= Level::similar || reading.given.level <= Level::similar) {
        if (a.joined == b.joined || (a.joined.size() >= 8 && a.words.size() != b.words.size() && oneEditApart(a.joined, b.joined)))
            reading = {{Level::near, 0}, {Level::near, 0}, false};
    }
    return reading;
}

} // namespace

void compareNamesOf(const Traits& a, const Traits& b, Comparison& into)
{
    std::optional<Reading> found;
    bool sameGeneration = false;
    for (const NameTraits& first : a.names) {
        for (const NameTraits& second : b.names) {
            const Reading reading = readNames(first, second);
            if (!found || reading.fit() > found->fit())
                found = reading;
            sameGeneration = sameGeneration || first.generation == second.generation;
        }
    }
    if (!found)
        return;
    into.generations = !sameGeneration;
    into.swappedNames = found->swapped;
    const auto set = [&](Field field, const WordMatch& match) {
        into.levels[static_cast<std::size_t>(field)] = match.level;
        into.agreed[static_cast<std::size_t>(field)] = match.key;
    };
    set(Field::given, found->given);
    set(Field::family, found->family);
}

} // namespace foreword
