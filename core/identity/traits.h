// A customer record in the form in which it is compared with others: made once a record, then
// compared with many. Plain values, any thread.
//
// Names are folded, transliterated to Latin letters, without titles and particles ("van der"),
// umlauts as one letter. Phones keep whether their country is known. Keys are 64-bit digests of
// a kind and a value, by which equal values are found and counted.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/timestamp.h"
#include "core/model/records.h"

namespace foreword {

using TraitKey = std::uint64_t;

// Equal for equal values of one kind, on every machine.
TraitKey traitKey(char kind, std::string_view value);

// "Müller", "Mueller" and "MULLER" alike, "Дмитрий" as "dmitrij".
std::string comparableWord(std::string_view word);

struct NameWord {
    std::string text;
    TraitKey key = 0;
    std::string cologne, nysiis; // how it sounds

    bool initial() const { return text.size() == 1; }
};

struct NameTraits {
    std::vector<NameWord> words; // in reading order: given names, then the family name
    std::string generation;      // "junior", "senior", "ii", …; empty for most
    std::string joined;          // all words without spaces
};

struct Contact {
    std::string text;
    TraitKey key = 0;
    // An e-mail of an office ("info@"), a phone whose country is not known.
    bool loose = false;
};

struct PlaceTraits {
    std::vector<std::uint16_t> street; // pairs of neighbouring letters, sorted; empty without street
    std::string longestWord;           // of the street
    std::string number;                // of the house
    std::string city, postcode;
    std::string area; // the first part of the postcode
};

struct StrongId {
    std::string kind, value;
    bool own = false; // the record's own key in its source
};

struct Traits {
    RecordKey key;
    std::vector<NameTraits> names;
    std::vector<Contact> emails, phones;
    std::optional<CivilDate> birth;
    TraitKey birthKey = 0;
    std::vector<PlaceTraits> places;
    std::vector<StrongId> ids;
};

Traits traitsOf(const CustomerRecord& record);

// The keys under which records are looked for that may be the same person. Records of one person
// nearly always share one; a key that too many share is passed over (Blocks). Sorted, no doubles.
std::vector<TraitKey> blockingKeys(const Traits& traits);

// The keys by whose frequency an agreement is weighed: words of names, e-mails, phones, dates.
std::vector<TraitKey> countedKeys(const Traits& traits);

} // namespace foreword
