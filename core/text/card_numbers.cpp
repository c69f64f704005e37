#include "core/text/card_numbers.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>

#include "core/text/digit_groups.h"
#include "core/text/iban.h"
#include "core/text/lines.h"

namespace foreword {
namespace {

constexpr std::size_t shortest = 13;
constexpr std::size_t longest = 19;

int numberOf(std::string_view digits, std::size_t count)
{
    int value = 0;
    for (const char c : digits.substr(0, count))
        value = value * 10 + (c - '0');
    return value;
}

bool passesLuhn(std::string_view digits)
{
    int sum = 0;
    for (std::size_t i = 0; i < digits.size(); ++i) {
        const int digit = digits[digits.size() - 1 - i] - '0';
        const int twice = 2 * digit;
        sum += i % 2 == 0 ? digit : (twice > 9 ? twice - 9 : twice);
    }
    return sum % 10 == 0;
}

// The lengths in use under the prefix ranges of the schemes (ISO/IEC 7812 registrations as the
// schemes publish them): Visa, Mastercard, American Express, Discover, Diners, JCB, UnionPay,
// Maestro, Mir, RuPay.
bool isIssued(std::string_view digits)
{
    const std::size_t length = digits.size();
    const int two = numberOf(digits, 2);
    const int three = numberOf(digits, 3);
    const int four = numberOf(digits, 4);
    if (digits[0] == '4')
        return length == 16 || length == 13 || length >= 18;
    if (two == 34 || two == 37)
        return length == 15;
    if (two == 36 || two == 38 || two == 39 || (three >= 300 && three <= 305) || three == 309)
        return length == 14 || length == 16;
    if (four >= 3528 && four <= 3589)
        return length >= 16;
    if ((two >= 51 && two <= 55) || (four >= 2221 && four <= 2720))
        return length == 16;
    if (four >= 2200 && four <= 2204)
        return length >= 16;
    if (two == 60 || two == 62 || two == 64 || two == 65 || two == 81)
        return length >= 16;
    return two == 50 || (two >= 56 && two <= 58) || two == 61 || two == 63 || two == 66 || two == 67 || two == 68 || two == 69;
}

bool hasUsualLength(std::string_view digits)
{
    const int two = numberOf(digits, 2);
    if (two == 34 || two == 37)
        return digits.size() == 15;
    if (two == 36 || two == 38 || two == 39 || two == 30)
        return digits.size() == 14;
    return digits.size() == 16;
}

// 2 to 6: banking and travel, and what the schemes took in addition.
bool isIssuerDigit(char first)
{
    return first >= '2' && first <= '6';
}

// Words that say what another long number is. Folded, looked for shortly before it.
// clang-format off
constexpr auto otherNumbers = std::to_array<std::string_view>({
    "order", "tracking", "parcel", "shipment", "imei", "iccid", "sim", "serial", "s/n", "invoice", "customer", "account", "contract",
    "reference", "ref", "ticket", "ean", "gtin", "isbn", "barcode", "meter", "phone", "call", "mobile", "bestell", "auftrag", "sendung",
    "paket", "seriennummer", "rechnung", "kunden", "konto", "vertrag", "vorgang", "zahler", "geratenummer", "telefon", "pedido",
    "seguimiento", "envio", "factura", "cliente", "cuenta", "contrato", "referencia", "telefono", "commande", "suivi", "colis",
    "facture", "client", "compte", "contrat", "dossier", "telephone", "http", "www.",
});
// clang-format on

// Numberings with a Luhn digit of their own.
constexpr auto otherLuhnNumbers = std::to_array<std::string_view>({"imei", "iccid", "sim"});

struct Window {
    Span span;
    int weight = 0; // 0: no card number
};

class RunJudge {
public:
    RunJudge(std::string_view text, const DigitRun& run) : m_text(text), m_run(run) {}

    std::vector<Span> cards() const
    {
        std::vector<Window> windows;
        for (std::size_t first = 0; first < m_run.size(); ++first)
            collect(first, windows);
        // The likeliest first; of equals the earliest, then the longest.
        std::ranges::sort(windows, [](const Window& a, const Window& b) {
            if (a.weight != b.weight)
                return a.weight > b.weight;
            return a.span.start != b.span.start ? a.span.start < b.span.start : a.span.end > b.span.end;
        });
        std::vector<Span> taken;
        for (const Window& window : windows)
            takeIfFree(window.span, taken);
        return taken;
    }

private:
    std::string_view m_text;
    const DigitRun& m_run;

    static void takeIfFree(Span span, std::vector<Span>& taken)
    {
        const auto after = std::ranges::lower_bound(taken, span.start, {}, &Span::start);
        const bool clash = (after != taken.end() && after->overlaps(span)) || (after != taken.begin() && std::prev(after)->overlaps(span));
        if (!clash)
            taken.insert(after, span);
    }

    void collect(std::size_t first, std::vector<Window>& windows) const
    {
        std::string digits;
        for (std::size_t last = first; last < m_run.size(); ++last) {
            if (digits.size() + m_run[last].digits.size() > longest)
                return;
            digits.append(m_run[last].digits);
            if (digits.size() < shortest || !passesLuhn(digits) || digits.find_first_not_of('0') == std::string::npos)
                continue;
            const Span span{m_run[first].span.start, m_run[last].span.end};
            const int weight = weigh(first, last, digits);
            if (weight > 0 && !isTelephone(span, digits) && !isInsideIban(m_text, span.start, span.end))
                windows.push_back({span, weight + (hasUsualLength(digits) ? 1 : 0)});
        }
    }

    // How sure the shape makes us that these groups are one card number.
    int weigh(std::size_t first, std::size_t last, std::string_view digits) const
    {
        const bool issued = isIssued(digits);
        const bool whole = first == 0 && last + 1 == m_run.size();
        if (m_run[first].letterBefore || m_run[last].letterAfter)
            return issued && isPrinted(first, last) ? 6 : 0;
        if (isPrinted(first, last)) {
            if (isIssuerDigit(digits[0]))
                return issued || !isNamed(m_run[first].span.start, otherLuhnNumbers) ? 8 : 0;
            return whole && !areYears(first, last) && !isNamed(m_run[first].span.start, otherNumbers) ? 4 : 0;
        }
        if (isSpoken(first, last))
            return issued || (whole && !isNamed(m_run[first].span.start, otherNumbers)) ? 4 : 0;
        if (!issued || hasGap(first, last, GroupGap::line))
            return 0;
        if (isRegular(first, last))
            return 4;
        if (isDigitByDigit(first, last))
            return whole || hasUsualLength(digits) ? 4 : 0;
        return whole && isEven(first, last) ? 2 : 0;
    }

    std::size_t sizeOf(std::size_t group) const { return m_run[group].digits.size(); }

    // In one piece, or grouped as on the card: fours with a rest, or 4-6-5 and 4-6-4.
    bool isPrinted(std::size_t first, std::size_t last) const
    {
        for (std::size_t i = first; i <= last; ++i) {
            if (m_run[i].word)
                return false;
        }
        if (first == last)
            return true;
        if (last == first + 2)
            return sizeOf(first) == 4 && sizeOf(first + 1) == 6 && (sizeOf(last) == 5 || sizeOf(last) == 4);
        for (std::size_t i = first; i < first + 4 && i < last; ++i) {
            if (sizeOf(i) != 4)
                return false;
        }
        return last == first + 3 ? sizeOf(last) == 4 : (last == first + 4 && sizeOf(last) < 4);
    }

    // Words, or words among figures.
    bool isSpoken(std::size_t first, std::size_t last) const
    {
        std::size_t words = 0;
        for (std::size_t i = first; i <= last; ++i)
            words += m_run[i].word ? 1 : 0;
        return words > 0;
    }

    bool isRegular(std::size_t first, std::size_t last) const
    {
        for (std::size_t i = first; i < last; ++i) {
            if (sizeOf(i) < 4)
                return false;
        }
        return !hasGap(first, last, GroupGap::comma) && !hasGap(first, last, GroupGap::mixed);
    }

    bool isDigitByDigit(std::size_t first, std::size_t last) const
    {
        for (std::size_t i = first; i <= last; ++i) {
            if (sizeOf(i) != 1)
                return false;
        }
        return true;
    }

    // The same mark between all groups: no coordinates, no dates with times.
    bool isEven(std::size_t first, std::size_t last) const
    {
        for (std::size_t i = first + 1; i <= last; ++i) {
            if (m_run[i].gap != m_run[first + 1].gap || m_run[i].gap == GroupGap::mixed || m_run[i].gap == GroupGap::comma)
                return false;
        }
        return true;
    }

    bool hasGap(std::size_t first, std::size_t last, GroupGap gap) const
    {
        for (std::size_t i = first + 1; i <= last; ++i) {
            if (m_run[i].gap == gap)
                return true;
        }
        return false;
    }

    bool areYears(std::size_t first, std::size_t last) const
    {
        for (std::size_t i = first; i <= last; ++i) {
            if (!m_run[i].digits.starts_with("19") && !m_run[i].digits.starts_with("20"))
                return false;
        }
        return first != last;
    }

    bool isTelephone(Span span, std::string_view digits) const
    {
        constexpr std::size_t longestTelephone = 15; // ITU-T E.164
        const bool plus = span.start > 0 && m_text[span.start - 1] == '+';
        return (plus && digits.size() <= longestTelephone) || (digits.starts_with("00") && digits.size() <= longestTelephone + 2);
    }

    template <std::size_t N>
    bool isNamed(std::uint32_t start, const std::array<std::string_view, N>& names) const
    {
        constexpr std::uint32_t reach = 40;
        const std::uint32_t from = start > reach ? start - reach : 0;
        std::string_view before = m_text.substr(from, start - from);
        if (const auto newline = before.rfind('\n'); newline != std::string_view::npos)
            before.remove_prefix(newline + 1);
        const std::string folded = foldLatin(before);
        return std::ranges::any_of(names, [&folded](std::string_view name) { return folded.find(name) != std::string::npos; });
    }
};

} // namespace

CardNumbers findCardNumbers(std::string_view text)
{
    CardNumbers cards;
    forEachDigitRun(text, [&](const DigitRun& run) {
        std::size_t digits = 0;
        for (const DigitGroup& group : run) {
            digits += group.digits.size();
            cards.otherDigits = cards.otherDigits || group.digits.size() == 3 || group.digits.size() == 4;
        }
        cards.otherDigits = cards.otherDigits || (digits >= 3 && run.size() > 1);
        if (digits < shortest)
            return;
        const auto found = RunJudge(text, run).cards();
        cards.spans.insert(cards.spans.end(), found.begin(), found.end());
    });
    return cards;
}

} // namespace foreword
