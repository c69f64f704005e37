// A Request Tracker of recorded answers (answers/, taken from the real one that
// tests/servers/rt-up starts), which a test bends to its needs before it asks.
#pragma once

#include <atomic>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>

#include <nlohmann/json.hpp>

#include "collector.h"
#include "core/sources/request_tracker/request_tracker_source.h"
#include "fake_sleeper.h"
#include "loopback_server.h"
#include "ticket_shelf.h"

class FakeTracker {
public:
    FakeTracker();

    // What it says, by the question: users, user, tickets, merged, newest, ticket, transactions,
    // comments, parts, contents, rt, changes (which tickets changed
    // last; by default by the times of tickets). A list's pages after the first are empty unless they have a
    // name of their own, "transactions2".
    std::map<std::string, nlohmann::json> answers;
    // Says something else in place of an answer: a whole one, or bytes that are none.
    std::function<std::optional<std::string>(const std::string& question, const ServedRequest&)> instead;
    // Where it is set, tickets come from here instead of the answers.
    std::shared_ptr<TicketShelf> shelf;
    // By which it reads dates in questions about recorded tickets.
    std::string zone = "Europe/Berlin";
    bool acceptsPassword = true;
    // Requests that a session lasts.
    int sessionLength = 1'000'000;

    std::string url() const { return m_server.url(); }
    // What its clock says with every answer; nothing, and it says no time.
    void setTime(std::optional<foreword::Timestamp> time) { m_micros = time ? time->micros() : 0; }

    // "login", "users", … as they came.
    std::vector<std::string> questions() const;
    ServedRequest request(const std::string& question, int number = 0) const;

    // Both credentials unless said otherwise.
    std::unique_ptr<foreword::RequestTrackerSource> source(foreword::RtOptions options = {}, const std::string& password = "good",
                                                           const std::string& token = "1-28-good") const;

    FakeSleeper::Waits waits = std::make_shared<std::vector<std::chrono::milliseconds>>();

private:
    std::string answer(const ServedRequest& request);
    std::string bodyOf(const ServedRequest& request);
    nlohmann::json ticketsFor(const ServedRequest& request) const;
    bool isLoggedIn(const ServedRequest& request);

    foreword::FixedClock m_clock{*foreword::Timestamp::parse("2026-11-23T12:00:00Z")};
    std::atomic<std::int64_t> m_micros = 0;
    int m_session = 0;
    int m_left = 0;
    LoopbackServer m_server; // last: its thread uses the rest
};

// The decoded value of a field of the request's query.
std::string queryField(const ServedRequest& request, const std::string& name);

// The customer of the recorded answers.
inline constexpr const char* helen = "helen.baker@example.com";

// One pull and what it gave.
struct Pulled : Collector {
    foreword::Result<foreword::PullCounts> outcome;

    explicit Pulled(foreword::Source& source, const foreword::PullRequest& request = {helen, {}}, const foreword::CancelToken& cancel = {})
        : outcome(source.pull(request, sink(), cancel))
    {
    }
    // `internal` where it went well.
    foreword::ErrorCode error() const { return outcome ? foreword::ErrorCode::internal : outcome.error().code; }
    std::string field() const { return outcome ? "" : std::string(outcome.error().param("field")); }
};
