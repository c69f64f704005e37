// Which spelling of a name is shown. Pure, any thread.
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "core/model/records.h"

namespace foreword {

// "Hoffmann, Maria (Hoffmann Ltd)" as "Maria Hoffmann": in reading order, without what stands in
// brackets, unless nothing else is there.
std::string shownName(std::string_view name);

// Whether `a` is the same name as `b` in a shorter form: fewer words, initials, letters of the
// keyboard instead of its own ("K. Mensah" and "Kwame Mensah").
bool isShorterForm(std::string_view a, std::string_view b);

// In which order this person's name is read, as far as their records tell: a comma, the e-mail
// address, a word that is known as a given name, and how most of their records write it.
class NameOrder {
public:
    explicit NameOrder(const std::vector<CustomerRecord>& records);

    // The higher, the likelier the words of this spelling stand in the order they are read in.
    int evidenceFor(std::string_view shown) const;
    // The spelling itself; or, where e-mail and given name both say that it begins with the family
    // name, or a shorter form of the name does, turned.
    std::string inOrder(std::string shown) const;

private:
    bool addressesAgree(const std::vector<std::string>& name) const;
    int formsThatTurn(const std::vector<std::string>& name) const;

    std::vector<std::vector<std::string>> m_forms;
    std::map<std::string, int> m_written;      // sequences of words, by how often they are written
    std::set<std::string> m_certain;           // written with a comma
    std::vector<std::vector<std::string>> m_addresses; // words of the e-mail addresses
};

} // namespace foreword
