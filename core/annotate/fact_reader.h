// Finds the facts of one sentence; what findFacts does the work with. Contact details, amounts
// and errors are taken first, so that what is left of the numbers are references and times.
// Refers to the context; used once; one thread.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/annotate/fact_finder.h"

namespace foreword {

class FactReader {
public:
    FactReader(const FactContext& context, std::size_t first, std::size_t last);

    std::vector<FoundFact> read();

private:
    std::string_view raw(std::size_t token) const { return m_context.tokens.token(token).span.in(m_context.text); }
    TokenKind kind(std::size_t token) const { return m_context.tokens.token(token).kind; }
    bool is(std::size_t token, AtomId atom) const { return m_context.matcher.hasAtom(token, atom); }
    bool taken(std::size_t token) const { return m_taken[token - m_first]; }

    bool free(std::size_t first, std::size_t last) const;
    void add(FactKind factKind, std::size_t first, std::size_t last, std::string value, int before = 0, int after = 0);
    std::string folded(std::size_t first, std::size_t last) const;
    // Whether a noun of the class stands shortly before the token, in the same clause.
    bool announced(std::size_t token, AtomId noun) const;
    void contactDetails();
    // Number tokens side by side that make a telephone number.
    void phone(std::size_t first);
    void name(std::size_t first, bool announced);
    void amounts();
    // The bytes of a currency sign right before or after a number, a space between allowed after it.
    std::size_t signBefore(std::size_t at) const;
    std::size_t signAfter(std::size_t at) const;
    // Quoted words or a code after "error", "message says", or what follows those.
    void errorTexts();
    bool quotedAfter(std::size_t noun);
    bool saidAfter(std::size_t verb);
    bool between(std::size_t start, std::size_t end);
    void references();
    // The "2206" of "DL 2206".
    bool isFlightNumber(std::size_t token) const;
    bool announcedNext(std::size_t token, AtomId noun) const;
    // "CAS-1120" is two tokens with a hyphen between.
    std::size_t codeEnd(std::size_t at) const;
    std::string_view rawRange(std::size_t first, std::size_t last) const;
    // A code that needs no announcement: capitals and digits mixed.
    static bool standsAlone(std::string_view word, bool hyphenated);
    // The sentence is about a device: a code in it that nothing else announces is the device's.
    bool namesDevice() const;
    // Whether a word of the class stands in the sentence.
    bool names(AtomId atom) const;
    bool isTimeLike(std::size_t token) const;
    void times();
    // Whether anybody would want to know it later.
    bool tells(const FoundTime& time) const;
    // A product word with its model or make: "iPhone 7", "Envy 5530", "Panasonic wifi". A noun
    // as common as "app" says something only with one of them.
    void products();
    bool isMake(std::size_t token) const;
    bool isModel(std::size_t token) const;
    // Whether the figure of a make that no product word stands by is a model: "Envy 5530", but
    // not "Tried 3 stores" or "Since 2017".
    bool isModelNumber(std::size_t token) const;
    // "LHR", "Toronto to Gatwick", "in Burbank", "Denver airport", "Gate 40", postcodes.
    void places();
    // Right behind the token before it, one space or hyphen between.
    bool follows(std::size_t token) const;
    void addresses();
    bool isNamePart(std::size_t token) const;
    bool beginsAddress(std::size_t house) const;
    bool endsAddress(std::size_t first, std::size_t next) const;
    std::size_t streetBehind(std::size_t house) const;
    std::size_t nameBehind(std::size_t lead) const;
    std::size_t streetBefore(std::size_t first) const;
    void numberedPlaces();
    void postcodes();
    // The end of "Toronto to Gatwick" whose first name ends at `last`, or `last`.
    std::size_t routeEnd(std::size_t last) const;
    // The end of "Kuchera, Rajasthan" whose first name ends at `last`, or `last`.
    std::size_t regionEnd(std::size_t last) const;
    bool isPlace(std::size_t first, std::size_t last) const;
    bool ledBy(std::size_t token, AtomId lead) const;
    // The firm that is written to, whose name is no place.
    bool isAddressed(std::size_t token) const;
    // "DCA-RSW": two airports.
    bool isPair(std::size_t token) const;
    // The end of a proper name that starts at the token, at most three words.
    std::size_t nameEnd(std::size_t at) const;

    const FactContext& m_context;
    std::size_t m_first;
    std::size_t m_last;
    std::size_t m_begin; // first token that is no handle
    bool m_shouted = false; // capitals say nothing
    bool m_lowerCase = false; // the writer uses none
    std::vector<bool> m_taken;
    std::vector<FoundFact> m_facts;
};

inline bool isUpper(char c)
{
    return c >= 'A' && c <= 'Z';
}
inline bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}
bool allUpper(std::string_view word);
// The capitals and digits of a code without its marks.
std::string compact(std::string_view text);
bool hasDigit(std::string_view word);

} // namespace foreword
