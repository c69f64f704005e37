#include "app/ctl/link_output.h"

#include <array>
#include <charconv>
#include <cmath>
#include <utility>

#include "app/ctl/text_output.h"

namespace foreword::ctl {
namespace {

constexpr double hundredths = 100, tenThousandths = 10'000;

std::string_view fieldWord(std::string_view what)
{
    constexpr std::array<std::pair<std::string_view, std::string_view>, 8> words{{{"given_name", "given name"},
                                                                                  {"family_name", "family name"},
                                                                                  {"birth_date", "birth date"},
                                                                                  {"address", "address"},
                                                                                  {"town", "town"},
                                                                                  {"email", "e-mail"},
                                                                                  {"phone", "phone"},
                                                                                  {"external_id", "external id"}}};
    for (const auto& [name, word] : words) {
        if (name == what)
            return word;
    }
    return what;
}

std::string_view agreementWord(std::string_view agreement)
{
    if (agreement == "exact")
        return "same";
    if (agreement == "variant")
        return "another form of the same";
    if (agreement == "near")
        return "nearly the same";
    if (agreement == "similar")
        return "similar";
    return agreement == "distant" ? "hardly similar" : "different";
}

std::string plainReason(const LinkReason& reason)
{
    if (reason.what == "rarity")
        return "two records are seldom one person";
    if (reason.what == "relatives")
        return "people of one household share as much";
    if (reason.what == "generation")
        return "one is called junior or senior, the other is not";
    if (reason.what == "name_order")
        return "names the other way round";
    if (reason.agreement == "variant" && reason.what == "birth_date")
        return "day and month of the birth date exchanged";
    if (reason.agreement == "variant" && reason.what == "address")
        return "same street";
    if (reason.agreement == "variant" && reason.what == "town")
        return "same postcode";
    return std::string(agreementWord(reason.agreement)).append(" ").append(fieldWord(reason.what));
}

std::string signedNumber(double value)
{
    std::array<char, 32> digits{};
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value, std::chars_format::fixed, 1).ptr;
    const std::string text(digits.data(), end);
    return value > 0 ? "+" + text : text;
}

std::string nameOf(const RecordKey& key)
{
    return printable(key.source + ":" + key.id);
}

std::string percentOf(const RecordLink& link)
{
    // Never more certain than it is: 99.99 % of all is not all.
    return std::to_string(static_cast<int>(link.score * hundredths)) + " %";
}

} // namespace

double roundedTo(double value, double digits)
{
    return std::round(value * digits) / digits;
}

Json reasonsJson(const std::vector<LinkReason>& reasons)
{
    auto list = Json::array();
    for (const LinkReason& reason : reasons)
        list.push_back({{"what", reason.what}, {"agreement", reason.agreement}, {"weight", roundedTo(reason.weight, hundredths)}});
    return list;
}

Json linkJson(const RecordLink& link)
{
    return {{"a", recordKeyJson(link.a)},
            {"b", recordKeyJson(link.b)},
            {"score", roundedTo(link.score, tenThousandths)},
            {"weight", roundedTo(link.weight, hundredths)},
            {"confirmed", link.confirmed},
            {"reasons", reasonsJson(link.reasons)}};
}

Json apartJson(const std::vector<DecidedApart>& apart)
{
    const auto keys = [](const std::vector<RecordKey>& records) {
        auto list = Json::array();
        for (const RecordKey& key : records)
            list.push_back(recordKeyJson(key));
        return list;
    };
    auto list = Json::array();
    for (const DecidedApart& one : apart)
        list.push_back({{"records", keys(one.own)}, {"others", keys(one.others)}, {"at", one.at.toString()}});
    return list;
}

Json reviewsJson(const std::vector<OpenReview>& reviews)
{
    auto list = Json::array();
    for (const OpenReview& review : reviews)
        list.push_back(linkJson(review.pair));
    return list;
}

std::string reasonsText(const std::vector<LinkReason>& reasons)
{
    std::string text;
    for (const LinkReason& reason : reasons)
        text.append(text.empty() ? "" : ", ").append(plainReason(reason)).append(" (").append(signedNumber(reason.weight)).append(")");
    return text;
}

void printLinks(std::ostream& out, const PersonLinks& links)
{
    for (const CustomerRecord& record : links.records)
        out << "  record " << nameOf(record.key) << '\n';
    for (const RecordLink& link : links.links)
        out << "  linked " << nameOf(link.a) << " = " << nameOf(link.b) << ", "
            << (link.confirmed ? "confirmed by a person" : percentOf(link)) << ": " << reasonsText(link.reasons) << '\n';
    for (const OpenReview& review : links.reviews)
        out << "  perhaps " << nameOf(review.pair.a) << " ? " << nameOf(review.pair.b) << ", " << percentOf(review.pair) << ": "
            << reasonsText(review.pair.reasons) << '\n';
    for (const DecidedApart& one : links.apart)
        out << "  two people: not " << nameOf(one.other.key) << ", decided " << one.at.toString() << '\n';
}

void printReviews(std::ostream& out, const std::vector<OpenReview>& reviews)
{
    for (const OpenReview& review : reviews)
        out << nameOf(review.pair.a) << " ? " << nameOf(review.pair.b) << ", " << percentOf(review.pair) << ": "
            << reasonsText(review.pair.reasons) << '\n';
    out << reviews.size() << " pairs wait for a person\n";
}

} // namespace foreword::ctl
