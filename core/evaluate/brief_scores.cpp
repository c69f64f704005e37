#include "core/evaluate/brief_scores.h"

#include "core/model/names.h"

namespace foreword {
namespace {

constexpr double leastOverlap = 0.5;

Place placeOf(const Statement& statement)
{
    const Citation& first = statement.citations().front();
    return {first.message().id, first.span()};
}

Place placeOf(const Promise& promise)
{
    return placeOf(promise.statement);
}

Place placeOf(const ToldFact& fact)
{
    return placeOf(fact.statement);
}

template <class Item>
std::vector<Place> placesOf(const std::vector<Item>& items)
{
    std::vector<Place> places;
    for (const Item& item : items)
        places.push_back(placeOf(item));
    return places;
}

} // namespace

void BriefScores::add(const BriefLabels& labels, const Brief& brief, const std::map<std::string, std::string>& texts)
{
    const auto labelled = [&](const std::vector<QuoteLabel>& quotes) {
        std::vector<Place> places;
        for (const QuoteLabel& label : quotes) {
            const auto text = texts.find(label.message);
            const auto span = text == texts.end() ? std::nullopt : findQuote(text->second, label.quote);
            if (span)
                places.push_back({label.message, *span});
            else
                ++m_unplaced;
        }
        return places;
    };
    m_promised += matchPlaces(placesOf(brief.promised), labelled(labels.commitments), leastOverlap);
    m_tried += matchPlaces(placesOf(brief.tried), labelled(labels.tried), leastOverlap);
    m_told += matchPlaces(placesOf(brief.told), labelled(labels.told), leastOverlap);
    m_askedAgain += matchPlaces(placesOf(brief.askedAgain), labelled(labels.askedAgain), leastOverlap);
    m_resolution.add(nameOf(labels.resolution), nameOf(brief.resolution));
    m_satisfaction.add(nameOf(labels.satisfaction), nameOf(brief.satisfaction));
}

void BriefScores::Accuracy::add(std::string_view labelled, std::string_view found)
{
    ++all;
    right += labelled == found ? 1 : 0;
    ++confusions[{std::string(labelled), std::string(found)}];
}

nlohmann::ordered_json BriefScores::Accuracy::json() const
{
    auto table = nlohmann::ordered_json::object();
    for (const auto& [pair, count] : confusions)
        table[pair.first][pair.second] = count;
    return {{"right", right},
            {"all", all},
            {"accuracy", all == 0 ? nlohmann::ordered_json(nullptr) : figure(static_cast<double>(right) / static_cast<double>(all))},
            {"labelled_as_found", std::move(table)}};
}

nlohmann::ordered_json BriefScores::json() const
{
    return {{"conversations", m_resolution.all},
            {"promised", countsJson(m_promised)},
            {"tried", countsJson(m_tried)},
            {"told", countsJson(m_told)},
            {"asked_again", countsJson(m_askedAgain)},
            {"resolution", m_resolution.json()},
            {"satisfaction", m_satisfaction.json()},
            {"quotes_not_in_their_message", m_unplaced}};
}

} // namespace foreword
