#include "core/store/draft_table.h"

#include "core/store/query.h"

namespace foreword {
namespace {

Result<std::vector<Draft>> readDrafts(Query& rows)
{
    std::vector<Draft> drafts;
    for (;;) {
        FOREWORD_TRY(const bool more, rows.next());
        if (!more)
            return drafts;
        Draft draft;
        draft.interaction = {rows.string(0), rows.string(1)};
        FOREWORD_TRY(draft.kind, rows.value(2, DraftKind::note));
        draft.text = rows.string(3);
        draft.editedAt = rows.time(4);
        drafts.push_back(std::move(draft));
    }
}

} // namespace

Result<> DraftTable::put(const Draft& draft)
{
    Query insert(
        m_connection,
        "INSERT OR REPLACE INTO draft (source, interaction, kind, text, edited_at, edited_offset) VALUES (?1, ?2, ?3, ?4, ?5, ?6)");
    return insert.with(draft.interaction.source, draft.interaction.id, static_cast<int>(draft.kind), draft.text, draft.editedAt).run();
}

Result<> DraftTable::remove(const RecordKey& interaction, DraftKind kind)
{
    Query remove(m_connection, "DELETE FROM draft WHERE source = ?1 AND interaction = ?2 AND kind = ?3");
    return remove.with(interaction.source, interaction.id, static_cast<int>(kind)).run();
}

Result<std::vector<Draft>> DraftTable::list() const
{
    Query rows(m_connection,
               "SELECT source, interaction, kind, text, edited_at, edited_offset FROM draft ORDER BY edited_at DESC, source, interaction");
    return readDrafts(rows);
}

Result<std::vector<Draft>> DraftTable::of(std::int64_t person) const
{
    Query rows(m_connection,
               "SELECT d.source, d.interaction, d.kind, d.text, d.edited_at, d.edited_offset FROM draft d "
               "JOIN conversation v ON v.ext_id = d.interaction AND v.source = d.source JOIN interaction i ON i.row = v.row "
               "JOIN customer c ON c.row = i.customer WHERE c.person = ?1 ORDER BY d.edited_at DESC");
    return readDrafts(rows.with(person));
}

Result<std::optional<DraftTable::About>> DraftTable::aboutWhom(const RecordKey& interaction) const
{
    Query row(m_connection,
              "SELECT p.row, p.display_name FROM conversation v JOIN interaction i ON i.row = v.row JOIN customer c ON c.row = i.customer "
              "JOIN person p ON p.row = c.person WHERE v.ext_id = ?1 AND v.source = ?2");
    FOREWORD_TRY(const bool found, row.with(interaction.id, interaction.source).next());
    if (!found)
        return std::nullopt;
    return About{row.integer(0), row.string(1)};
}

} // namespace foreword
