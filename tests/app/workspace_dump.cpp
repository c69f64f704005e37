#include "workspace_dump.h"

#include <QtGlobal>

#include "core/base/error_catalog.h"
#include "core/store/connection.h"
#include "core/store/query.h"
#include "core/store/workspace.h"
#include "tests/must.h"

namespace foreword::apptest {
namespace {

constexpr const char* recordSql[] = {
    "SELECT 'customer ' || concat_ws(' ', quote(source), quote(ext_id), quote(hash), quote(updated_at), quote(birth_date), quote(names), "
    "quote(emails), quote(phones), quote(addresses), quote(external_ids), quote(attributes)) FROM customer",
    "SELECT 'interaction ' || concat_ws(' ', quote(v.source), quote(v.ext_id), quote(i.hash), quote(customer_source), "
    "quote(customer_ext_id), channel, kind, status, opened_at, quote(closed_at), quote(subject), quote(tags)) "
    "FROM interaction i JOIN conversation v ON v.row = i.row",
    "SELECT 'message ' || concat_ws(' ', quote(m.source), quote(m.ext_id), quote(v.ext_id), quote(m.hash), sender, visibility, at, "
    "quote(language), quote(sender_name), quote(redactions), quote(text), quote(d.version), quote(a.items)) FROM message m "
    "JOIN conversation v ON v.row = m.conversation JOIN annotation a ON a.message = m.row JOIN dictionary d ON d.row = a.dictionary",
    "SELECT 'consent ' || concat_ws(' ', quote(source), quote(ext_id), quote(hash), quote(customer_ext_id), purpose, channel, status, "
    "basis, at) FROM consent",
    "SELECT 'event ' || concat_ws(' ', quote(source), quote(ext_id), quote(hash), quote(customer_ext_id), quote(name), at, quote(data)) "
    "FROM event",
    "SELECT 'offer ' || concat_ws(' ', quote(source), quote(ext_id), quote(hash), quote(name), kind, value) FROM offer",
};
constexpr const char* linkSql[] = {
    "SELECT 'person ' || quote(p.display_name) || (SELECT group_concat(k, ' ') FROM (SELECT c.source || ':' || c.ext_id AS k "
    "FROM customer c WHERE c.person = p.row ORDER BY 1)) FROM person p",
    "SELECT 'identifier ' || concat_ws(' ', kind, normal, c.source, c.ext_id) FROM identifier i JOIN customer c ON c.row = i.record",
    "SELECT 'owner ' || concat_ws(' ', v.source, v.ext_id, c.source, c.ext_id) FROM interaction i JOIN conversation v ON v.row = i.row "
    "LEFT JOIN customer c ON c.row = i.customer",
    "SELECT 'name ' || concat_ws(' ', quote(n.name), quote(n.folded), c.source, c.ext_id) FROM name n JOIN customer c ON c.row = n.record",
};
// Each counts what must not be there.
constexpr std::pair<const char*, const char*> faultSql[] = {
    {"damaged pages or indexes", "SELECT count(*) FROM pragma_integrity_check WHERE integrity_check <> 'ok'"},
    {"broken foreign keys", "SELECT count(*) FROM pragma_foreign_key_check"},
    {"messages without an annotation row",
     "SELECT count(*) FROM message m LEFT JOIN annotation a ON a.message = m.row WHERE a.message IS NULL"},
    {"messages pending after their batch", "SELECT count(*) FROM annotation WHERE dictionary IS NULL"},
    {"customer records of nobody", "SELECT count(*) FROM customer WHERE person IS NULL OR identified = 0"},
    {"people without a record", "SELECT count(*) FROM person p LEFT JOIN customer c ON c.person = p.row WHERE c.row IS NULL"},
    {"interactions that are there and do not say so",
     "SELECT count(*) FROM conversation v WHERE arrived <> EXISTS (SELECT 1 FROM interaction i WHERE i.row = v.row)"},
};
// FTS5 compares its index with the rows it is of, and fails where they differ.
constexpr const char* searchChecks[] = {
    "INSERT INTO message_words (message_words, rank) VALUES ('integrity-check', 1)",
    "INSERT INTO name_trigrams (name_trigrams, rank) VALUES ('integrity-check', 1)",
};

using test::must;

void collect(Connection& connection, const char* sql, std::set<std::string>& lines)
{
    Query query(connection, sql);
    while (must(query.next()))
        lines.insert(query.string(0));
}

} // namespace

WorkspaceDump dumpWorkspace(const std::filesystem::path& folder)
{
    const auto workspace = must(Workspace::open(folder, Secret(std::string(32, 'k')), SystemClock()));
    const auto connection = must(workspace.connect(Access::write));
    WorkspaceDump dump;
    const auto transaction = must(Transaction::write(*connection)); // FTS5 checks by an INSERT; rolled back
    for (const char* sql : recordSql)
        collect(*connection, sql, dump.records);
    for (const char* sql : linkSql)
        collect(*connection, sql, dump.links);
    for (const auto& [what, sql] : faultSql) {
        if (const auto count = must(Query(*connection, sql).number()).value_or(-1); count != 0)
            dump.faults.push_back(std::to_string(count) + " " + what);
    }
    for (const char* sql : searchChecks) {
        if (!Query(*connection, sql).run())
            dump.faults.emplace_back("a search index does not fit its rows");
    }
    return dump;
}

} // namespace foreword::apptest
