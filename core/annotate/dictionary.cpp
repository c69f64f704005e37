#include "core/annotate/dictionary.h"

#include <algorithm>
#include <map>

#include "core/annotate/toml_reader.h"
#include "core/base/hash.h"
#include "core/base/timestamp.h"
#include "core/model/names.h"

namespace foreword {
namespace {

constexpr int longestEndDays = 3660;

bool isId(std::string_view id)
{
    return !id.empty() && id.front() >= 'a' && id.front() <= 'z'
        && std::ranges::all_of(id, [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_'; });
}

// A list with each value known and none twice.
std::vector<std::string> choices(TomlReader& reader, const toml::table& table, std::string_view entry, std::string_view key,
                                 std::initializer_list<std::string_view> allowed, std::string_view allowedText)
{
    std::vector<std::string> values = reader.texts(table, entry, key);
    const toml::node* node = table.get(key);
    if (!node || !node->is_array())
        return values;
    if (values.empty())
        reader.missing(*node, key, entry);
    for (std::size_t i = 0; i < values.size(); ++i) {
        const bool repeated = std::find(values.begin(), values.begin() + static_cast<std::ptrdiff_t>(i), values[i])
            != values.begin() + static_cast<std::ptrdiff_t>(i);
        if (repeated || std::ranges::find(allowed, values[i]) == allowed.end())
            reader.bad(*node, key, values[i], allowedText);
    }
    return values;
}

void readEnd(TomlReader& reader, const toml::table& table, DictionaryEntry& entry)
{
    const toml::node* node = table.get("ends");
    if (!node)
        return reader.missing(table, "ends", entry.id);
    const toml::table* ends = node->as_table();
    if (!ends)
        return reader.bad(*node, "ends", "", "a table with days, by, plus_days");
    reader.onlyKeys(*ends, entry.id, {"days", "by", "plus_days"});
    entry.endsAfterDays = static_cast<int>(reader.number(*ends, "days", 0, 1, longestEndDays));
    entry.endsByPlusDays = static_cast<int>(reader.number(*ends, "plus_days", 0, 0, longestEndDays));
    entry.endsBy = reader.text(*ends, "by", "",
                               {"interaction.closed", "conversation", "opt_in", "window", "evaluation", "human", "state", "final_response",
                                "fulfilment", "signal_ended", "ingestion"});
    if (!ends->contains("days") && !ends->contains("by"))
        reader.missing(*node, "ends.days or ends.by", entry.id);
    if (ends->contains("plus_days") && !ends->contains("by"))
        reader.missing(*node, "ends.by", entry.id);
}

void readUses(TomlReader& reader, const toml::table& table, DictionaryEntry& entry)
{
    entry.uses = choices(reader, table, entry.id, "uses", {"protect", "route", "personalise", "sell"},
                         "protect, route, personalise, sell; each once");
    if (!entry.sensitive)
        return;
    for (const std::string& use : entry.uses) {
        if (use == "sell" || use == "personalise")
            reader.note(ErrorCode::charter_use_forbidden, *table.get("uses"), {{"field", "uses"}, {"entry", entry.id}, {"value", use}});
    }
}

// events = { outage = ["service_restored"] }, kinds = ["fault"].
void readRecords(TomlReader& reader, const toml::table& table, DictionaryEntry& entry)
{
    const toml::node* events = table.get("events");
    const toml::table* named = events ? events->as_table() : nullptr;
    if (events && !named)
        reader.bad(*events, "events", "", "a table of event names, each with the events that end it");
    if (named) {
        for (const auto& [key, value] : *named) {
            if (!isId(key.str()))
                reader.bad(value, "events", key.str(), "lower-case letters, digits and _");
            entry.events.emplace(std::string(key.str()), reader.texts(*named, entry.id, key.str()));
        }
    }
    for (const auto& [key, names] : {std::pair("ended_by", &entry.endedBy), {"owed", &entry.owed}, {"paid_by", &entry.paidBy}}) {
        if (table.contains(key))
            *names = reader.texts(table, entry.id, key);
    }
    for (const std::string& name : entry.owed) {
        if (!entry.events.contains(name))
            reader.bad(*table.get("owed"), "owed", name, "names of events");
    }
    if (!table.contains("kinds"))
        return;
    for (const std::string& name : reader.texts(table, entry.id, "kinds")) {
        if (const auto kind = fromName<InteractionKind>(name))
            entry.kinds.push_back(*kind);
        else
            reader.bad(*table.get("kinds"), "kinds", name, allNames<InteractionKind>());
    }
}

std::string readReview(TomlReader& reader, const toml::table& table, std::string_view entry)
{
    auto review = reader.text(table, entry, "review");
    if (!review.empty() && !parseDate(review))
        reader.bad(*table.get("review"), "review", review, "a date such as 2027-06-30");
    return review;
}

// The id of an entry, which may have no other keys than these.
std::string readId(TomlReader& reader, const toml::table& table, std::string_view kind, std::initializer_list<std::string_view> keys)
{
    auto id = reader.text(table, kind, "id");
    if (!id.empty() && !isId(id))
        reader.bad(*table.get("id"), "id", id, "lower-case letters, digits and _");
    reader.onlyKeys(table, id.empty() ? kind : std::string_view(id), keys);
    return id;
}

DictionaryEntry readEntry(TomlReader& reader, const toml::table& table)
{
    DictionaryEntry entry;
    entry.line = TomlReader::lineOf(table);
    entry.id = readId(reader, table, "signal",
                      {"id", "title", "definition", "authority", "owner", "rank", "sensitive", "evidence", "uses", "ends", "events",
                       "ended_by", "owed", "paid_by", "kinds", "review"});
    entry.title = reader.text(table, entry.id, "title");
    entry.definition = reader.text(table, entry.id, "definition");
    entry.authority = reader.text(table, entry.id, "authority");
    entry.owner = reader.text(table, entry.id, "owner");
    const std::string rank = reader.text(table, entry.id, "rank");
    if (const auto known = fromName<Rank>(rank))
        entry.rank = *known;
    else if (!rank.empty())
        reader.bad(*table.get("rank"), "rank", rank, allNames<Rank>());
    entry.sensitive = reader.flag(table, entry.id, "sensitive").value_or(false);
    entry.evidence =
        choices(reader, table, entry.id, "evidence", {"field", "text", "history", "offer"}, "field, text, history, offer; each once");
    readUses(reader, table, entry);
    readRecords(reader, table, entry);
    readEnd(reader, table, entry);
    entry.review = readReview(reader, table, entry.id);
    return entry;
}

AttributeEntry readAttribute(TomlReader& reader, const toml::table& table)
{
    AttributeEntry entry;
    entry.line = TomlReader::lineOf(table);
    entry.id = readId(reader, table, "attribute", {"id", "title", "definition", "owner", "values", "review"});
    entry.title = reader.text(table, entry.id, "title");
    entry.definition = reader.text(table, entry.id, "definition");
    entry.owner = reader.text(table, entry.id, "owner");
    if (table.contains("values"))
        entry.values = reader.texts(table, entry.id, "values");
    entry.review = readReview(reader, table, entry.id);
    return entry;
}

// Calls `read` for each [[key]] table.
template <class Read>
void readTables(TomlReader& reader, const toml::table& root, std::string_view key, Need need, const Read& read)
{
    const toml::node* node = root.get(key);
    const toml::array* list = node ? node->as_array() : nullptr;
    if (!list && (node || need == Need::required))
        reader.missing(node ? *node : root, key, "the file");
    for (std::size_t i = 0; list && i < list->size(); ++i) {
        if (const toml::table* table = list->get_as<toml::table>(i))
            read(*table);
        else
            reader.bad(*list->get(i), key, "", "[[" + std::string(key) + "]] tables");
    }
}

} // namespace

tl::expected<Dictionary, std::vector<Error>> Dictionary::load(std::string_view toml, std::string_view file)
{
    TomlReader reader(file);
    Dictionary made;
    made.m_file = file;
    if (const std::optional<toml::table> root = reader.parse(toml)) {
        reader.onlyKeys(*root, "the file", {"version", "signal", "attribute"});
        made.m_version = reader.text(*root, "the file", "version");
        readTables(reader, *root, "signal", Need::required, [&](const toml::table& table) {
            DictionaryEntry entry = readEntry(reader, table);
            if (!entry.id.empty() && made.find(entry.id))
                reader.note(ErrorCode::charter_duplicate_id, table, {{"field", "id"}, {"value", entry.id}});
            made.m_entries.push_back(std::move(entry));
        });
        readTables(reader, *root, "attribute", Need::optional, [&](const toml::table& table) {
            AttributeEntry entry = readAttribute(reader, table);
            if (!entry.id.empty() && made.attribute(entry.id))
                reader.note(ErrorCode::charter_duplicate_id, table, {{"field", "id"}, {"value", entry.id}});
            made.m_attributes.push_back(std::move(entry));
        });
    }
    if (reader.failed())
        return tl::unexpected(reader.takeErrors());
    made.m_hash = sha256Hex(toml);
    return made;
}

const DictionaryEntry* Dictionary::find(std::string_view id) const
{
    const auto found = std::ranges::find(m_entries, id, &DictionaryEntry::id);
    return found == m_entries.end() ? nullptr : &*found;
}

const AttributeEntry* Dictionary::attribute(std::string_view id) const
{
    const auto found = std::ranges::find(m_attributes, id, &AttributeEntry::id);
    return found == m_attributes.end() ? nullptr : &*found;
}

std::size_t Dictionary::orderOf(std::string_view id) const
{
    return static_cast<std::size_t>(std::ranges::find(m_entries, id, &DictionaryEntry::id) - m_entries.begin());
}

} // namespace foreword
