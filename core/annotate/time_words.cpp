#include "core/annotate/time_words.h"

#include <utility>

#include "core/annotate/time_reader.h"

namespace foreword {

void TimeWords::add(std::string_view phrase, Role role, Elision elision)
{
    const FoldedText folded(phrase, elision);
    std::string joined;
    for (std::size_t i = 0; i < folded.size(); ++i) {
        if (i > 0) {
            m_starts.add(joined);
            m_entries[joined].opensPhrase = true;
            joined += ' ';
        }
        joined += folded.word(i);
    }
    m_starts.add(joined);
    if (!joined.empty())
        m_entries[joined].roles.push_back(role);
}

// Where a hyphen joins words, "mid-December" is one.
void TimeWords::addMiddles(const std::vector<std::string>& middles, std::string_view month, int value)
{
    for (const std::string& middle : middles) {
        if (middle.find(' ') == std::string::npos)
            add(middle + '-' + std::string(month), {TimeRole::middleMonth, value}, Elision::keep);
    }
}

const TimeWords::Entry* TimeWords::entry(std::string_view words) const
{
    if (!m_starts.maybe(words))
        return nullptr;
    const auto found = m_entries.find(words);
    return found == m_entries.end() ? nullptr : &found->second;
}

void TimeWords::load(TomlReader& reader, const toml::table& table, Elision elision, bool dayFirst)
{
    m_dayFirst = dayFirst;
    m_ordinalDays = table["ordinal_days"].value_or(false);
    constexpr std::pair<std::string_view, TimeRole> single[] = {
        {"minute", TimeRole::minute},
        {"hour", TimeRole::hour},
        {"day", TimeRole::day},
        {"week", TimeRole::week},
        {"month_unit", TimeRole::monthUnit},
        {"year", TimeRole::year},
        {"working", TimeRole::working},
        {"within", TimeRole::within},
        {"before", TimeRole::before},
        {"at", TimeRole::at},
        {"start_of", TimeRole::startOf},
        {"middle_of", TimeRole::middleOf},
        {"end_of", TimeRole::endOf},
        {"next", TimeRole::next},
        {"this", TimeRole::thisOne},
        {"ago", TimeRole::ago},
        {"clock", TimeRole::clock},
        {"am", TimeRole::am},
        {"pm", TimeRole::pm},
        {"filler", TimeRole::filler},
        {"range_to", TimeRole::rangeTo},
        {"or", TimeRole::orElse},
        {"day_lead", TimeRole::dayLead},
    };
    reader.onlyKeys(table, "time",
                    {"minute",   "hour",   "day",      "week",       "month_unit", "year",   "working",  "within",       "before",
                     "at",       "end_of", "start_of", "middle_of",  "ordinals",   "feasts", "next",     "this",         "ago",
                     "clock",    "am",     "pm",       "filler",     "range_to",   "or",     "day_lead", "ordinal_days", "weekdays_short",
                     "weekdays", "months", "numbers",  "days_ahead", "day_parts"});
    for (const auto& [key, role] : single) {
        for (const std::string& phrase : reader.texts(table, "time", key))
            add(phrase, {role, 0}, elision);
    }
    // Lists of lists: the place of the inner list is the value.
    constexpr std::pair<std::string_view, std::pair<TimeRole, int>> rows[] = {{"weekdays", {TimeRole::weekday, 0}},
                                                                              {"weekdays_short", {TimeRole::weekdayShort, 0}},
                                                                              {"months", {TimeRole::month, 1}},
                                                                              {"numbers", {TimeRole::number, 1}},
                                                                              {"ordinals", {TimeRole::ordinal, 1}}};
    for (const auto& [key, meaning] : rows) {
        const toml::array* list = table[key].as_array();
        if (!list) {
            reader.missing(table, key, "time");
            continue;
        }
        for (std::size_t i = 0; i < list->size(); ++i) {
            const toml::array* forms = list->get(i)->as_array();
            if (!forms) {
                reader.bad(*list->get(i), key, "", "lists of words");
                continue;
            }
            for (const toml::node& form : *forms) {
                const std::string_view word = form.value_or(std::string_view{});
                const int value = static_cast<int>(i) + meaning.second;
                add(word, {meaning.first, value}, elision);
                if (meaning.first == TimeRole::month && elision == Elision::keep)
                    addMiddles(reader.texts(table, "time", "middle_of"), word, value);
            }
        }
    }
    // Tables: the key is the value.
    for (const auto& [key, role] :
         {std::pair{std::string_view("days_ahead"), TimeRole::daysAhead}, {"day_parts", TimeRole::dayPart}, {"feasts", TimeRole::feast}}) {
        const toml::table* values = table[key].as_table();
        if (!values) {
            reader.missing(table, key, "time");
            continue;
        }
        for (const auto& [value, words] : *values) {
            const auto number = wholeNumber(value.str());
            if (!number)
                reader.bad(words, key, value.str(), "whole numbers as keys");
            for (const std::string& phrase : reader.texts(*values, key, value.str()))
                add(phrase, {role, number.value_or(0)}, elision);
        }
    }
}

bool TimeWords::startsUnit(const FoldedText& text, std::size_t at, std::size_t last) const
{
    return at < last && TimeReader(*this, text, at, last, Timestamp()).readAt(at).has_value();
}

std::vector<FoundTime> TimeWords::find(const FoldedText& text, std::size_t first, std::size_t last, Timestamp said) const
{
    std::vector<FoundTime> found;
    TimeReader reader(*this, text, first, last, said);
    std::size_t at = first;
    while (at < last) {
        const auto time = reader.mayBegin(at) ? reader.readAt(at) : std::nullopt;
        if (time && time->last > at) {
            found.push_back(*time);
            at = time->last;
        } else {
            ++at;
        }
    }
    return found;
}

} // namespace foreword
