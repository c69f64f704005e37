#include "ui/models/history_model.h"

#include <algorithm>
#include <numeric>

#include "ui/text/brief_text.h"

namespace foreword {
namespace {

// Interactions that are open when a customer is opened, besides those still under way.
constexpr std::size_t openAtFirst = 2;

} // namespace

void HistoryModel::setCustomer(std::shared_ptr<const CustomerView> view, std::shared_ptr<const CitationIndex> citations,
                               const Wording& wording)
{
    beginResetModel();
    m_view = std::move(view);
    m_citations = std::move(citations);
    m_wording = wording;
    m_active.reset();
    buildThreads();
    openFirst();
    rebuild();
    endResetModel();
}

void HistoryModel::clear()
{
    beginResetModel();
    m_view.reset();
    m_citations.reset();
    m_threads.clear();
    m_order.clear();
    m_rows.clear();
    m_active.reset();
    endResetModel();
}

void HistoryModel::buildThreads()
{
    const History& history = m_view->history;
    m_threads.assign(history.interactions.size(), {});
    for (std::size_t i = 0; i < m_threads.size(); ++i)
        m_threads[i].last = history.interactions[i].openedAt;
    for (std::size_t i = 0; i < history.messages.size(); ++i) {
        const auto& message = history.messages[i];
        if (message.interaction >= m_threads.size())
            continue;
        Thread& thread = m_threads[message.interaction];
        thread.messages.push_back(static_cast<std::uint32_t>(i));
        thread.last = std::max(thread.last, message.at);
    }
    m_order.resize(m_threads.size());
    std::iota(m_order.begin(), m_order.end(), 0U);
    std::ranges::stable_sort(m_order, std::greater{}, [this](std::uint32_t i) { return m_threads[i].last; });
}

void HistoryModel::openFirst()
{
    for (std::size_t i = 0; i < m_order.size(); ++i)
        m_threads[m_order[i]].open = i < openAtFirst || isUnderway(m_view->history.interactions[m_order[i]].status);
}

std::size_t HistoryModel::firstShown(const Thread& thread) const
{
    // A single hidden message would cost as much room as the row that stands for it.
    const bool cut = !thread.whole && thread.messages.size() > thread.shown + 1;
    return cut ? thread.messages.size() - thread.shown : 0;
}

std::vector<HistoryRow> HistoryModel::rowsOf(std::uint32_t interaction) const
{
    const Thread& thread = m_threads[interaction];
    std::vector<HistoryRow> rows{{HistoryRow::Kind::interaction, interaction, 0}};
    if (!thread.open)
        return rows;
    const std::size_t first = firstShown(thread);
    if (first > 0)
        rows.push_back({HistoryRow::Kind::earlier, interaction, 0});
    for (std::size_t i = first; i < thread.messages.size(); ++i)
        rows.push_back({HistoryRow::Kind::message, interaction, thread.messages[i]});
    return rows;
}

void HistoryModel::rebuild()
{
    m_rows.clear();
    for (const auto interaction : m_order) {
        const auto rows = rowsOf(interaction);
        m_rows.insert(m_rows.end(), rows.begin(), rows.end());
    }
}

void HistoryModel::replaceThread(std::uint32_t interaction)
{
    const auto first = std::ranges::find(m_rows, HistoryRow{HistoryRow::Kind::interaction, interaction, 0});
    const auto at = first - m_rows.begin();
    const auto end = std::find_if(first + 1, m_rows.end(), [](const HistoryRow& r) { return r.kind == HistoryRow::Kind::interaction; });
    if (end - first > 1) {
        beginRemoveRows({}, static_cast<int>(at) + 1, static_cast<int>(end - m_rows.begin()) - 1);
        m_rows.erase(first + 1, end);
        endRemoveRows();
    }
    const auto rows = rowsOf(interaction);
    if (rows.size() > 1) {
        beginInsertRows({}, static_cast<int>(at) + 1, static_cast<int>(at) + static_cast<int>(rows.size()) - 1);
        m_rows.insert(m_rows.begin() + at + 1, rows.begin() + 1, rows.end());
        endInsertRows();
    }
    Q_EMIT dataChanged(index(static_cast<int>(at)), index(static_cast<int>(at)));
}

int HistoryModel::hiddenCount(const HistoryRow& row) const
{
    return static_cast<int>(firstShown(m_threads[row.interaction]));
}

void HistoryModel::toggle(int row)
{
    const HistoryRow clicked = this->row(row);
    Thread& thread = m_threads[clicked.interaction];
    if (clicked.kind == HistoryRow::Kind::message || thread.messages.empty())
        return;
    if (clicked.kind == HistoryRow::Kind::earlier)
        thread.whole = true;
    else
        thread.open = !thread.open;
    replaceThread(clicked.interaction);
}

void HistoryModel::setAllOpen(bool open)
{
    beginResetModel();
    for (Thread& thread : m_threads)
        thread.open = thread.whole = open;
    rebuild();
    endResetModel();
}

bool HistoryModel::allOpen() const
{
    return std::ranges::all_of(m_threads, [this](const Thread& t) { return t.messages.empty() || (t.open && firstShown(t) == 0); });
}

int HistoryModel::rowOfMessage(std::uint32_t message) const
{
    const HistoryRow wanted{HistoryRow::Kind::message, m_view->history.messages[message].interaction, message};
    const auto found = std::ranges::find(m_rows, wanted);
    return found == m_rows.end() ? -1 : static_cast<int>(found - m_rows.begin());
}

QModelIndex HistoryModel::reveal(const Citation& citation)
{
    if (!m_citations)
        return {};
    const auto message = m_citations->messageOf(citation);
    if (!message || m_view->history.messages[*message].interaction >= m_threads.size())
        return {};
    clearActive();
    const auto interaction = m_view->history.messages[*message].interaction;
    if (rowOfMessage(*message) < 0) {
        Thread& thread = m_threads[interaction];
        thread.open = true;
        const auto place = std::ranges::find(thread.messages, *message) - thread.messages.begin();
        thread.whole = thread.whole || static_cast<std::size_t>(place) < firstShown(thread);
        replaceThread(interaction);
    }
    m_active = Active{*message, citation.span()};
    const QModelIndex at = index(rowOfMessage(*message));
    Q_EMIT dataChanged(at, at);
    return at;
}

void HistoryModel::clearActive()
{
    if (!m_active)
        return;
    const int row = rowOfMessage(m_active->message);
    m_active.reset();
    if (row >= 0)
        Q_EMIT dataChanged(index(row), index(row));
}

std::vector<TextRange> HistoryModel::citedRanges(const HistoryRow& row) const
{
    std::vector<TextRange> ranges;
    for (const Span& span : m_citations->spansOf(row.message))
        ranges.push_back(toUtf16(message(row).text, span));
    return ranges;
}

std::optional<TextRange> HistoryModel::activeRange(const HistoryRow& row) const
{
    if (!m_active || row.kind != HistoryRow::Kind::message || m_active->message != row.message)
        return std::nullopt;
    return toUtf16(message(row).text, m_active->span);
}

QString HistoryModel::spoken(const HistoryRow& row) const
{
    const BriefText text(m_wording);
    if (row.kind == HistoryRow::Kind::earlier)
        return tr("Show %n earlier message(s)", nullptr, hiddenCount(row));
    if (row.kind == HistoryRow::Kind::message) {
        const HistoryMessage& m = message(row);
        const QString who = m.visibility == Visibility::internal ? tr("Internal note by %1").arg(text.speaker(m)) : text.speaker(m);
        //: For screen readers: who, when, which message, its text.
        return tr("%1, %2, message %3: %4").arg(who, m_wording.dayTime(m.at), QString::number(row.message + 1), toQt(m.text));
    }
    const InteractionRecord& i = interaction(row);
    //: For screen readers: channel, when, subject, status, how many messages.
    return tr("%1, %2. %3. %4. %5")
        .arg(BriefText::channelWord(i.channel), m_wording.dayTime(lastActivity(row)), toQt(i.subject), text.interactionPill(i),
             tr("%n message(s)", nullptr, messageCount(row)));
}

QString HistoryModel::quotation(const QModelIndex& index) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const HistoryRow& at = row(index.row());
    if (at.kind != HistoryRow::Kind::message)
        return spoken(at);
    const HistoryMessage& m = message(at);
    //: A quotation for the clipboard: the text, then who, when, and the record it is from.
    return tr("“%1”\n%2, %3, %4 %5")
        .arg(toQt(m.text), BriefText(m_wording).speaker(m), m_wording.fullDate(m.at) + u' ' + m_wording.time(m.at), toQt(m.key.source),
             toQt(m.key.id));
}

int HistoryModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant HistoryModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const HistoryRow& at = row(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return at.kind == HistoryRow::Kind::message    ? toQt(message(at).text)
            : at.kind == HistoryRow::Kind::interaction ? toQt(interaction(at).subject)
                                                       : spoken(at);
    case Qt::AccessibleTextRole: return spoken(at);
    default: return {};
    }
}

} // namespace foreword
