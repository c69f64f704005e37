// How the rows of a history change when the same customer was read again: by removing, moving
// and inserting, so that whoever looks at a row goes on looking at it.
#include <algorithm>
#include <map>
#include <set>
#include <string_view>

#include "ui/models/history_model.h"

namespace foreword {
namespace {

using Key = std::pair<std::string_view, std::string_view>;

template <class Record>
std::map<Key, std::uint32_t> placesOf(const std::vector<Record>& records)
{
    std::map<Key, std::uint32_t> places;
    for (std::size_t i = 0; i < records.size(); ++i)
        places.emplace(Key(records[i].key.source, records[i].key.id), static_cast<std::uint32_t>(i));
    return places;
}

// Where each of the old records stands among the new ones.
template <class Record>
std::vector<std::optional<std::uint32_t>> translation(const std::vector<Record>& before, const std::vector<Record>& after)
{
    const auto places = placesOf(after);
    std::vector<std::optional<std::uint32_t>> out(before.size());
    for (std::size_t i = 0; i < before.size(); ++i) {
        if (const auto found = places.find(Key(before[i].key.source, before[i].key.id)); found != places.end())
            out[i] = found->second;
    }
    return out;
}

} // namespace

// What was open stays open, and no message that was in sight folds away.
void HistoryModel::openAs(const HistoryModel& before, const Translation& to)
{
    for (std::size_t i = 0; i < before.m_threads.size(); ++i) {
        if (!to.interactions[i])
            continue;
        const Thread& old = before.m_threads[i];
        Thread& thread = m_threads[*to.interactions[i]];
        thread.open = old.open;
        const std::size_t first = before.firstShown(old);
        thread.whole = old.whole || (first == 0 && !old.messages.empty());
        const auto oldest = old.messages.empty() ? std::nullopt : to.messages[old.messages[first]];
        if (thread.whole || !oldest)
            continue;
        if (const auto shown = std::ranges::find(thread.messages, *oldest); shown != thread.messages.end())
            thread.shown = static_cast<std::size_t>(thread.messages.end() - shown);
    }
}

void HistoryModel::follow(std::shared_ptr<const CustomerView> view, std::shared_ptr<const CitationIndex> citations, const Wording& wording)
{
    const Translation to{translation(m_view->history.interactions, view->history.interactions),
                         translation(m_view->history.messages, view->history.messages)};
    HistoryModel next;
    next.m_view = std::move(view);
    next.buildThreads();
    next.openFirst();
    next.openAs(*this, to);
    next.rebuild();
    removeGone(to, next.m_rows);
    // What is left is there in both: from here on it means the new view.
    for (HistoryRow& row : m_rows)
        row = *to.row(row);
    if (m_active) {
        const auto message = to.messages[m_active->message];
        m_active = message ? std::optional(Active{*message, m_active->span}) : std::nullopt;
    }
    m_view = std::move(next.m_view);
    m_citations = std::move(citations);
    m_wording = wording;
    m_threads = std::move(next.m_threads);
    m_order = std::move(next.m_order);
    become(next.m_rows);
    // Numbers, times and the words that are lit may have changed in any row, and its height.
    Q_EMIT layoutAboutToBeChanged();
    Q_EMIT layoutChanged();
}

std::optional<HistoryRow> HistoryModel::Translation::row(const HistoryRow& row) const
{
    const auto interaction = interactions[row.interaction];
    const auto message = row.kind == HistoryRow::Kind::message ? messages[row.message] : std::optional(0U);
    return interaction && message ? std::optional(HistoryRow{row.kind, *interaction, *message}) : std::nullopt;
}

void HistoryModel::removeGone(const Translation& to, const std::vector<HistoryRow>& target)
{
    const std::set<HistoryRow> wanted(target.begin(), target.end());
    for (std::size_t i = m_rows.size(); i-- > 0;) {
        const auto row = to.row(m_rows[i]);
        if (row && wanted.contains(*row))
            continue;
        beginRemoveRows({}, static_cast<int>(i), static_cast<int>(i));
        m_rows.erase(m_rows.begin() + static_cast<std::ptrdiff_t>(i));
        endRemoveRows();
    }
}

// Every row there is stands somewhere in the target too. Rows that move or arrive together do so
// in one go.
void HistoryModel::become(const std::vector<HistoryRow>& target)
{
    std::set<HistoryRow> missing(target.begin(), target.end());
    for (const HistoryRow& row : m_rows)
        missing.erase(row);
    for (std::size_t at = 0; at < target.size(); ++at) {
        if (at < m_rows.size() && m_rows[at] == target[at])
            continue;
        const int to = static_cast<int>(at);
        std::size_t end = at + 1;
        if (missing.contains(target[at])) {
            while (end < target.size() && missing.contains(target[end]))
                ++end;
            beginInsertRows({}, to, static_cast<int>(end) - 1);
            m_rows.insert(m_rows.begin() + to, target.begin() + to, target.begin() + static_cast<std::ptrdiff_t>(end));
            endInsertRows();
        } else {
            const auto first = std::find(m_rows.begin() + to, m_rows.end(), target[at]);
            auto last = first + 1;
            while (last != m_rows.end() && end < target.size() && *last == target[end]) {
                ++last;
                ++end;
            }
            beginMoveRows({}, static_cast<int>(first - m_rows.begin()), static_cast<int>(last - m_rows.begin()) - 1, {}, to);
            std::rotate(m_rows.begin() + to, first, last);
            endMoveRows();
        }
        at = end - 1;
    }
}

} // namespace foreword
