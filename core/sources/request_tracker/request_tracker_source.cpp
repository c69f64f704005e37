#include "core/sources/request_tracker/request_tracker_source.h"

#include <algorithm>
#include <charconv>

#include "core/sources/general_options.h"

namespace foreword {
namespace {

std::string withoutPackaging(const std::string& version)
{
    return version.substr(0, version.find_first_not_of("0123456789."));
}

// The tickets asked for, from a number on: whatever changes while the pages are read, none is
// skipped and none comes twice.
std::string ticketQuery(const std::set<std::int64_t>& users, const std::string& since, std::int64_t after)
{
    std::string query = "id > " + std::to_string(after);
    std::string requestors;
    for (const auto user : users)
        requestors.append(requestors.empty() ? "" : " OR ").append("Requestor.id = ").append(std::to_string(user));
    if (!requestors.empty())
        query.append(" AND (").append(requestors).append(")");
    if (!since.empty())
        query.append(" AND LastUpdated >= '").append(since).append("'");
    return query;
}

std::optional<std::int64_t> numberOf(const std::string& text)
{
    std::int64_t number = 0;
    const auto end = text.data() + text.size();
    const auto [at, error] = std::from_chars(text.data(), end, number);
    return error == std::errc() && at == end && number > 0 ? std::optional(number) : std::nullopt;
}

RtCall ticketCall(const std::string& query)
{
    return {"/REST/2.0/tickets",
            formEncode({{"query", query},
                        {"orderby", "id"},
                        {"fields", rtTicketFields},
                        {"fields[Queue]", "Name"},
                        {"fields[Creator]", "id"},
                        {"fields[Requestor]", rtUserFields}}),
            {}};
}

} // namespace

RequestTrackerSource::RequestTrackerSource(std::string name, RtOptions options, std::unique_ptr<RtSession> session)
    : m_name(std::move(name)), m_options(std::move(options)), m_session(std::move(session)), m_changes(*m_session), m_presence(*m_session),
      m_users(*m_session, m_options), m_history(*m_session), m_records(m_name, m_options)
{
}

Result<SourceAbilities> RequestTrackerSource::test(const CancelToken& cancel)
{
    SourceAbilities abilities;
    FOREWORD_TRY(const auto server, m_session->get({"/REST/2.0/rt", "", {}}, cancel));
    FOREWORD_TRY(const auto fields, RtFields::of(server, "rt", m_session->host()));
    FOREWORD_TRY(const auto version, fields.text("Version"));
    abilities.system = "Request Tracker " + withoutPackaging(version);
    FOREWORD_TRY(abilities.account, accountName(cancel));

    const auto newest = formEncode({{"query", "id > 0"}, {"orderby", "id"}, {"order", "DESC"}});
    FOREWORD_TRY(const auto tickets, m_session->page({"/REST/2.0/tickets", newest, {}}, 1, cancel));
    if (tickets.items.empty()) {
        FOREWORD_TRY(const auto queues, m_session->page({"/REST/2.0/queues/all", "", {}}, 1, cancel));
        abilities.canRead = !queues.items.empty();
    } else {
        FOREWORD_TRY(const auto ticket, RtFields::of(tickets.items.front(), "ticket", m_session->host()));
        FOREWORD_TRY(const auto id, ticket.id());
        abilities.canRead = true;
        FOREWORD_TRY(abilities.canWriteNotes, mayComment(id, cancel));
    }
    abilities.authentication = m_session->authentication();
    return abilities;
}

Result<std::string> RequestTrackerSource::accountName(const CancelToken& cancel)
{
    auto account = m_session->account();
    if (account.empty())
        return account;
    FOREWORD_TRY(const auto record, m_session->find({"/REST/2.0/user/" + urlEncode(account), "", {}}, cancel));
    if (!record)
        return account;
    FOREWORD_TRY(const auto fields, RtFields::of(*record, "user", m_session->host()));
    return fields.text("Name");
}

// The server lists under each ticket what the account may do with it.
Result<bool> RequestTrackerSource::mayComment(std::int64_t ticket, const CancelToken& cancel)
{
    FOREWORD_TRY(const auto record, m_session->get({"/REST/2.0/ticket/" + std::to_string(ticket), "", {}}, cancel));
    FOREWORD_TRY(const auto fields, RtFields::of(record, "ticket", m_session->host()));
    FOREWORD_TRY(const auto links, fields.objects("_hyperlinks"));
    for (const auto& link : links) {
        FOREWORD_TRY(const auto kind, link.text("ref"));
        if (kind == "comment")
            return true;
    }
    return false;
}

NoteOutcome RequestTrackerSource::writeNote(const Note& note, const CancelToken& cancel)
{
    return RtNotes(*m_session, m_options).write(note, cancel);
}

Result<PullCounts> RequestTrackerSource::pull(const PullRequest& request, const RecordSink& sink, const CancelToken& cancel)
{
    const HttpCounts before = m_session->counts();
    m_users.forget();
    Pull pull{request, sink, cancel, {}, {}, {}, false, 0, {}};
    FOREWORD_CHECK(pullAll(pull));
    const HttpCounts& after = m_session->counts();
    return PullCounts{pull.records,
                      after.requests - before.requests,
                      after.retries - before.retries,
                      after.notModified - before.notModified,
                      after.bytes - before.bytes,
                      after.throttledSeconds - before.throttledSeconds,
                      pull.settledUntil};
}

Result<> RequestTrackerSource::pullAll(Pull& pull)
{
    if (pull.request.customer) {
        FOREWORD_TRY(const auto users, m_users.find(*pull.request.customer, pull.cancel));
        if (users.empty()) {
            FOREWORD_CHECK(tellGone(pull));
            return pull.told ? Result<>() : fail(ErrorCode::customer_not_found, {{"query", *pull.request.customer}});
        }
        for (const auto& user : users) {
            pull.wanted.insert(user.id);
            FOREWORD_CHECK(giveCustomer(pull, user));
        }
    }
    if (!pull.request.customer) {
        FOREWORD_TRY(pull.settledUntil, m_changes.settledUntil(pull.cancel));
    }
    std::string since;
    if (pull.request.since) {
        FOREWORD_TRY(since, m_changes.dateFor(*pull.request.since, pull.cancel));
    }
    FOREWORD_CHECK(giveTicketsSince(pull, since));
    return tellGone(pull);
}

// Of what is known, what was not given just now.
Result<> RequestTrackerSource::tellGone(Pull& pull)
{
    std::vector<std::int64_t> tickets, gone;
    bool gaveKnown = false;
    const auto tell = [&](GoneRecord::Kind kind, std::int64_t id) -> Result<> {
        pull.told = true;
        return pull.request.gone({kind, std::to_string(id)});
    };
    for (const KnownRecord& known : pull.request.known) {
        const auto id = numberOf(known.id);
        if (!id)
            continue;
        const bool isTicket = known.kind == GoneRecord::Kind::interaction;
        if (isTicket && pull.givenTickets.contains(*id))
            gaveKnown = true;
        else if (isTicket)
            tickets.push_back(*id);
        if (known.kind != GoneRecord::Kind::customer || pull.given.contains(*id))
            continue;
        FOREWORD_TRY(const bool isGone, m_presence.isGoneUser(*id, pull.cancel));
        if (isGone)
            FOREWORD_CHECK(tell(known.kind, *id));
    }
    FOREWORD_TRY(gone, m_presence.goneTickets(tickets, gaveKnown, pull.cancel));
    for (const auto ticket : gone)
        FOREWORD_CHECK(tell(GoneRecord::Kind::interaction, ticket));
    return {};
}

// `since` as the server reads it; empty: all.
Result<> RequestTrackerSource::giveTicketsSince(Pull& pull, const std::string& since)
{
    for (std::int64_t last = 0;;) {
        const auto call = ticketCall(ticketQuery(pull.wanted, since, last));
        FOREWORD_TRY(const auto page, m_session->page(call, 1, pull.cancel));
        FOREWORD_TRY(const auto tickets, readTickets(pull, page.items, last));
        if (!tickets.empty()) {
            FOREWORD_CHECK(giveTickets(pull, tickets));
            FOREWORD_CHECK(giveMessages(pull, tickets));
        }
        if (page.items.empty() || (page.pages && *page.pages <= 1))
            return {};
    }
}

// Moves `last` to the last of them.
Result<std::vector<RtTicket>> RequestTrackerSource::readTickets(const Pull& pull, const std::vector<nlohmann::json>& items,
                                                                std::int64_t& last) const
{
    std::vector<RtTicket> tickets;
    for (const auto& item : items) {
        FOREWORD_TRY(const auto fields, RtFields::of(item, "ticket", m_session->host()));
        FOREWORD_TRY(const auto id, fields.id());
        // A server that does not heed the order would be asked for ever.
        if (id <= last)
            return fields.malformed("id");
        last = id;
        FOREWORD_TRY(auto ticket, readTicket(fields));
        if (ticket && isWanted(pull, *ticket))
            tickets.push_back(std::move(*ticket));
    }
    return tickets;
}

// The server may have ignored a condition, or read a date by another clock.
bool RequestTrackerSource::isWanted(const Pull& pull, const RtTicket& ticket) const
{
    const auto& since = pull.request.since;
    if (since && ticket.updatedAt && *ticket.updatedAt < *since)
        return false;
    return pull.wanted.empty() || std::ranges::any_of(ticket.requestors, [&](const RtUser& user) { return pull.wanted.contains(user.id); });
}

Result<> RequestTrackerSource::give(Pull& pull, Record record)
{
    FOREWORD_CHECK(pull.cancel.check());
    FOREWORD_CHECK(pull.sink(std::move(record)));
    ++pull.records;
    return {};
}

Result<> RequestTrackerSource::giveCustomer(Pull& pull, const RtUser& user)
{
    if (!pull.given.insert(user.id).second)
        return {};
    return give(pull, m_records.customer(user));
}

Result<> RequestTrackerSource::giveTickets(Pull& pull, const std::vector<RtTicket>& tickets)
{
    for (const auto& ticket : tickets) {
        for (const auto& requestor : ticket.requestors) {
            FOREWORD_CHECK(giveCustomer(pull, requestor));
        }
        FOREWORD_CHECK(give(pull, m_records.interaction(ticket)));
        pull.givenTickets.insert(ticket.id);
    }
    return {};
}

Result<> RequestTrackerSource::giveMessages(Pull& pull, const std::vector<RtTicket>& tickets)
{
    std::vector<std::int64_t> ids;
    for (const auto& ticket : tickets)
        ids.push_back(ticket.id);
    const auto take = [&](RtMessage message) -> Result<> {
        const auto ticket = std::ranges::find(tickets, message.transaction.ticket, &RtTicket::id);
        FOREWORD_TRY(const auto sender, senderOf(pull, message.transaction, *ticket));
        return give(pull, m_records.message(std::move(message), sender));
    };
    return m_history.read(ids, take, pull.cancel);
}

// Someone from outside who is no requestor, say by copy, must not count as one of ours: what
// they write is no promise.
Result<Sender> RequestTrackerSource::senderOf(Pull& pull, const RtTransaction& transaction, const RtTicket& ticket)
{
    if (const auto known = m_records.sender(transaction, ticket))
        return *known;
    FOREWORD_TRY(const auto standing, m_users.standing(transaction.creator, pull.cancel));
    return standing == RtUsers::Standing::outside ? Sender::customer : Sender::agent;
}

Result<std::unique_ptr<Source>> makeRequestTracker(const SourceConfig& config, SourceCredentials credentials, const Clock& clock)
{
    FOREWORD_TRY(auto options, parseRtOptions(optionsOfKind(config.options)));
    if (credentials.token.empty() && (config.user.empty() || credentials.password.empty()))
        return fail(ErrorCode::source_secret_missing);
    FOREWORD_TRY(auto url, parseUrl(config.url));
    FOREWORD_TRY(options.http.proxy, proxyFor(config.options, url.host, credentials.proxyPassword));
    FOREWORD_TRY(auto http, HttpClient::create(std::move(url), options.http, clock, std::make_unique<ThreadSleeper>()));
    auto session = std::make_unique<RtSession>(std::move(http), config.user, std::move(credentials.password), std::move(credentials.token));
    return std::make_unique<RequestTrackerSource>(config.name, std::move(options), std::move(session));
}

} // namespace foreword
