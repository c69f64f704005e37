#include "core/store/feedback_table.h"

#include <algorithm>

#include "core/store/query.h"

namespace foreword {
namespace {

const std::string allFeedback = "SELECT source, message, span_start, span_end, section, signal, verdict, reason, statement, marked_at, "
                                "marked_offset FROM feedback";

Result<Feedback> readFeedback(const Query& row)
{
    Feedback feedback;
    auto& subject = feedback.subject;
    subject.message = {row.string(0), row.string(1)};
    subject.span = {static_cast<std::uint32_t>(row.integer(2)), static_cast<std::uint32_t>(row.integer(3))};
    FOREWORD_TRY(subject.section, row.value(4, Section::signal));
    subject.signal = row.string(5);
    FOREWORD_TRY(feedback.verdict, row.value(6, FeedbackVerdict::misleading));
    feedback.reason = row.string(7);
    feedback.statement = row.string(8);
    feedback.at = row.time(9);
    return feedback;
}

Result<> readAll(Query& rows, std::vector<Feedback>& all)
{
    for (;;) {
        FOREWORD_TRY(const bool more, rows.next());
        if (!more)
            return {};
        FOREWORD_TRY(auto feedback, readFeedback(rows));
        all.push_back(std::move(feedback));
    }
}

} // namespace

Result<> FeedbackTable::put(const Feedback& feedback)
{
    const auto& subject = feedback.subject;
    Query insert(
        m_connection,
        "INSERT OR REPLACE INTO feedback (source, message, span_start, span_end, section, signal, verdict, reason, statement, marked_at, "
        "marked_offset) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)");
    return insert
        .with(subject.message.source, subject.message.id, static_cast<std::int64_t>(subject.span.start),
              static_cast<std::int64_t>(subject.span.end), static_cast<int>(subject.section), subject.signal,
              static_cast<int>(feedback.verdict), feedback.reason, feedback.statement, feedback.at)
        .run();
}

Result<> FeedbackTable::remove(const FeedbackSubject& subject)
{
    Query remove(
        m_connection,
        "DELETE FROM feedback WHERE source = ?1 AND message = ?2 AND span_start = ?3 AND span_end = ?4 AND section = ?5 AND signal = ?6");
    return remove
        .with(subject.message.source, subject.message.id, static_cast<std::int64_t>(subject.span.start),
              static_cast<std::int64_t>(subject.span.end), static_cast<int>(subject.section), subject.signal)
        .run();
}

Result<std::vector<Feedback>> FeedbackTable::list() const
{
    const auto sql = allFeedback + " ORDER BY source, message, span_start, span_end, section, signal";
    Query rows(m_connection, sql);
    std::vector<Feedback> all;
    FOREWORD_CHECK(readAll(rows, all));
    return all;
}

// Most workspaces have few marks, most people none: a look at the table is cheaper than one at
// each message.
Result<std::vector<Feedback>> FeedbackTable::about(const History& history) const
{
    FOREWORD_TRY(auto all, list());
    std::erase_if(all, [&](const Feedback& feedback) {
        const auto found = std::ranges::find(history.messages, feedback.subject.message, &HistoryMessage::messageKey);
        return found == history.messages.end() || !Citation::of(feedback.subject.message, found->text, feedback.subject.span);
    });
    return all;
}

Result<std::vector<std::int64_t>> FeedbackTable::persons() const
{
    Query rows(m_connection,
               "SELECT DISTINCT c.person FROM feedback f JOIN message m ON m.ext_id = f.message AND m.source = f.source "
               "JOIN interaction i ON i.row = m.conversation JOIN customer c ON c.row = i.customer WHERE c.person IS NOT NULL ORDER BY 1");
    std::vector<std::int64_t> persons;
    for (;;) {
        FOREWORD_TRY(const bool more, rows.next());
        if (!more)
            return persons;
        persons.push_back(rows.integer(0));
    }
}

} // namespace foreword
