#include "core/desk/person_export.h"

#include <algorithm>
#include <map>

#include "core/identity/normalize.h"
#include "core/ingest/interchange.h"
#include "core/store/person_records.h"

namespace foreword {
namespace {

std::vector<LinkingIdentifier> linksOf(const std::vector<CustomerRecord>& records)
{
    std::map<Identifier, std::vector<RecordKey>> bearers;
    for (const CustomerRecord& record : records) {
        for (const Identifier& identifier : identifiersOf(record)) {
            auto& keys = bearers[identifier];
            if (keys.empty() || keys.back() != record.key)
                keys.push_back(record.key);
        }
    }
    std::vector<LinkingIdentifier> links;
    for (auto& [identifier, keys] : bearers) {
        if (keys.size() > 1)
            links.push_back({identifier, std::move(keys)});
    }
    return links;
}

Result<std::vector<OutboxItem>> notesOn(Connection& connection, const History& history)
{
    FOREWORD_TRY(auto notes, OutboxTable(connection).list());
    std::erase_if(notes, [&](const OutboxItem& note) {
        const RecordKey key{note.source, note.interaction};
        return std::ranges::find(history.interactions, key, &InteractionRecord::key) == history.interactions.end();
    });
    return notes;
}

} // namespace

Result<PersonExport> exportPerson(Connection& connection, const Definitions& definitions, std::int64_t person, const ReadOptions& options,
                                  const CancelToken& cancel)
{
    PersonExport out;
    FOREWORD_TRY(auto kept, readPersonRecords(connection, person, cancel));
    for (const Record& record : kept.records)
        out.lines.push_back(interchangeLine(record));
    out.links = linksOf(kept.history.records);
    FOREWORD_TRY(out.notes, notesOn(connection, kept.history));
    out.history = std::move(kept.history);
    FOREWORD_TRY(out.view, CustomerReader(connection, definitions).open(person, options, cancel));
    return out;
}

} // namespace foreword
