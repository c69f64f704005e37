#include "core/sources/request_tracker/rt_notes.h"

#include <algorithm>
#include <charconv>

#include "core/sources/request_tracker/rt_fields.h"

namespace foreword {
namespace {

using nlohmann::json;
using State = NoteOutcome::State;

constexpr int created = 201;
// Conditions of one search, so that its body and its answer stay short.
constexpr std::size_t mostTransactions = 100;

std::optional<std::int64_t> ticketNumber(const std::string& text)
{
    std::int64_t number = 0;
    const auto* end = text.data() + text.size();
    const auto [stop, error] = std::from_chars(text.data(), end, number);
    return stop == end && error == std::errc() && number > 0 ? std::optional(number) : std::nullopt;
}

std::string subjectOf(const Note& note)
{
    return "Note fw-" + note.key;
}

// "815" of "/REST/2.0/transaction/815".
std::string transactionOf(std::string_view location)
{
    constexpr std::string_view path = "/transaction/";
    const auto at = location.rfind(path);
    return at == std::string_view::npos ? std::string() : std::string(location.substr(at + path.size()));
}

// Whether a POST that ended so had surely not begun, or was surely turned away.
bool neverSent(ErrorCode code)
{
    return code == ErrorCode::host_unreachable || code == ErrorCode::tls_failed || code == ErrorCode::auth_failed
        || code == ErrorCode::throttled;
}

} // namespace

NoteOutcome RtNotes::write(const Note& note, const CancelToken& cancel)
{
    const auto missing = [&] {
        return Error(ErrorCode::note_target_missing, {{"host", m_session.host()}, {"interaction", note.interaction}});
    };
    const auto number = ticketNumber(note.interaction);
    if (!number)
        return {State::refused, {}, missing()};
    const auto unsure = note.maybeThere ? State::unclear : State::notSent;
    const auto found = ticket(*number, cancel);
    if (!found)
        return {unsure, {}, found.error()};
    if (!*found)
        return {State::refused, {}, missing()};
    if (note.maybeThere) {
        const auto there = lookFor(note, *number, (*found)->id, cancel);
        if (!there)
            return {State::unclear, {}, there.error()};
        if (*there)
            return {State::arrived, **there, {}};
    }
    if (auto why = conflict(note, *number, **found))
        return {State::refused, {}, std::move(why)};
    return post(note, *number, cancel);
}

Result<std::optional<RtNotes::Ticket>> RtNotes::ticket(std::int64_t number, const CancelToken& cancel)
{
    FOREWORD_TRY(const auto record, m_session.find({"/REST/2.0/ticket/" + std::to_string(number), "", {}}, cancel));
    if (!record)
        return std::nullopt;
    FOREWORD_TRY(const auto fields, RtFields::of(*record, "ticket", m_session.host()));
    Ticket ticket;
    FOREWORD_TRY(ticket.id, fields.id());
    FOREWORD_TRY(const auto status, fields.text("Status"));
    ticket.status = statusOf(m_options, status);
    return ticket;
}

// The transaction that carries the note's key, in the ticket or in the one it was merged into.
Result<std::optional<std::string>> RtNotes::lookFor(const Note& note, std::int64_t number, std::int64_t now, const CancelToken& cancel)
{
    const auto query =
        "ObjectType='RT::Ticket' AND (ObjectId=" + std::to_string(number) + " OR ObjectId=" + std::to_string(now) + ") AND Type='Comment'";
    const RtCall call{"/REST/2.0/transactions", formEncode({{"query", query}, {"orderby", "id"}}), {}};
    FOREWORD_TRY(const auto items, m_session.list(call, cancel));
    std::vector<std::int64_t> transactions;
    for (const auto& item : items) {
        FOREWORD_TRY(const auto fields, RtFields::of(item, "transaction", m_session.host()));
        FOREWORD_TRY(const auto id, fields.id());
        transactions.push_back(id);
    }
    // The newest first: that is where it is.
    std::ranges::reverse(transactions);
    for (std::size_t begin = 0; begin < transactions.size(); begin += mostTransactions) {
        const auto end = std::min(begin + mostTransactions, transactions.size());
        FOREWORD_TRY(auto there,
                     amongSubjects({transactions.begin() + std::ptrdiff_t(begin), transactions.begin() + std::ptrdiff_t(end)},
                                   subjectOf(note), cancel));
        if (there)
            return there;
    }
    return std::nullopt;
}

Result<std::optional<std::string>> RtNotes::amongSubjects(const std::vector<std::int64_t>& transactions, const std::string& subject,
                                                          const CancelToken& cancel)
{
    json conditions = json::array();
    for (const auto id : transactions)
        conditions.push_back({{"field", "TransactionId"}, {"value", std::to_string(id)}, {"entry_aggregator", "OR"}});
    const RtCall call{"/REST/2.0/attachments", formEncode({{"fields", "TransactionId,Subject"}, {"orderby", "id"}}), std::move(conditions)};
    FOREWORD_TRY(const auto items, m_session.list(call, cancel));
    for (const auto& item : items) {
        FOREWORD_TRY(const auto fields, RtFields::of(item, "attachment", m_session.host()));
        FOREWORD_TRY(const auto said, fields.text("Subject"));
        FOREWORD_TRY(const auto transaction, fields.id("TransactionId"));
        if (said == subject)
            return std::to_string(transaction);
    }
    return std::nullopt;
}

// What changed since the note was written, so that a person must look first. That others wrote
// in the meantime is none: a note adds and overwrites nothing.
std::optional<Error> RtNotes::conflict(const Note& note, std::int64_t number, const Ticket& ticket) const
{
    if (note.insisted)
        return std::nullopt;
    if (ticket.id != number)
        return Error(ErrorCode::note_target_merged,
                     {{"interaction", note.interaction}, {"target", std::to_string(ticket.id)}, {"key", note.key}});
    if (!isUnderway(ticket.status) && isUnderway(note.seenStatus))
        return Error(ErrorCode::note_target_closed, {{"interaction", note.interaction}, {"key", note.key}});
    return std::nullopt;
}

NoteOutcome RtNotes::post(const Note& note, std::int64_t number, const CancelToken& cancel)
{
    RtCall call{"/REST/2.0/ticket/" + std::to_string(number) + "/comment", "",
                json{{"Subject", subjectOf(note)}, {"Content", note.text}, {"ContentType", "text/plain"}}};
    call.idempotent = false;
    const auto response = m_session.send(call, cancel);
    if (!response)
        return {neverSent(response.error().code) ? State::notSent : State::unclear, {}, response.error()};
    if (response->status == created)
        return {State::arrived, transactionOf(response->header("Location")), {}};
    Error error(ErrorCode::note_refused,
                {{"host", m_session.host()}, {"status", std::to_string(response->status)}, {"interaction", note.interaction}});
    // A server that failed half-way may have kept it; one that refuses has not.
    const bool refused = response->status >= 400 && response->status < 500;
    return {refused ? State::refused : State::unclear, {}, std::move(error)};
}

} // namespace foreword
