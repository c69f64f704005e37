// While it lives, numbers are written as German does: for what must come out the same anyway.
#pragma once

#include <clocale>
#include <locale>
#include <string>

namespace foreword::test {

// A locale that writes 4,5 and 1.000, whether or not the system has German.
struct Comma : std::numpunct<char> {
    char do_decimal_point() const override { return ','; }
    char do_thousands_sep() const override { return '.'; }
    std::string do_grouping() const override { return "\3"; }
};

class InGerman {
public:
    InGerman() : m_before(std::locale::global(std::locale(std::locale(), new Comma))) { std::setlocale(LC_ALL, "de_DE.UTF-8"); }
    ~InGerman()
    {
        std::locale::global(m_before);
        std::setlocale(LC_ALL, "C");
    }
    InGerman(const InGerman&) = delete;
    InGerman& operator=(const InGerman&) = delete;

private:
    std::locale m_before;
};

} // namespace foreword::test
