// A session with one Request Tracker: who we are, REST 2.0 calls, and paging.
//
// With a user and a password it logs in once and sends the session's cookie, because a token
// costs the server some 290 ms of bcrypt for each request. A session that ended is renewed
// once; where that fails too, the token takes over for good. Cookie and token never go
// together: the server would fall back to the slow one without a word.
//
// Used from one thread at a time. Errors of every call, beside HttpClient's: auth_failed,
// http_status, answer_malformed.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "core/base/cancel.h"
#include "core/base/result.h"
#include "core/base/secret.h"
#include "core/base/timestamp.h"
#include "core/net/http_client.h"

namespace foreword {

// The server's own limit.
inline constexpr int rtMostPerPage = 100;

// One call: a GET, or a search by POST where it has a body.
struct RtCall {
    std::string path;  // "/REST/2.0/tickets"
    std::string query; // encoded
    std::optional<nlohmann::json> body;
    int perPage = rtMostPerPage; // of a list
    bool idempotent = true; // a note is not: twice is not once
    std::string ifNoneMatch = {};
};

struct RtPage {
    std::vector<nlohmann::json> items;
    std::optional<double> pages; // how many there are, where the server knows
};

class RtSession {
public:
    // Needs a token, or a user and a password.
    RtSession(std::unique_ptr<HttpClient> http, std::string user, Secret password, Secret token);

    // Whatever the server answers.
    Result<HttpResponse> send(const RtCall& call, const CancelToken& cancel);
    // The object the server answers with.
    Result<nlohmann::json> get(const RtCall& call, const CancelToken& cancel);
    // The same, nothing for 404. A record that was read before is asked for by its ETag and sent
    // only where it has changed since.
    Result<std::optional<nlohmann::json>> find(const RtCall& call, const CancelToken& cancel);
    // The items of a list, all its pages.
    Result<std::vector<nlohmann::json>> list(const RtCall& call, const CancelToken& cancel);
    // One page, from 1.
    Result<RtPage> page(const RtCall& call, int number, const CancelToken& cancel);

    // What the server knows us by: the user's name, or its number, which a token begins with.
    std::string account() const;
    const std::string& host() const { return m_http->url().host; }
    const HttpCounts& counts() const { return m_http->counts(); }
    // What the server's clock said with its last answer; nothing where it says no time.
    std::optional<Timestamp> serverTime() const { return m_serverTime; }
    // "session" or "token", as the last call went.
    const char* authentication() const { return m_useSession ? "session" : "token"; }

private:
    Result<HttpResponse> sendAs(const RtCall& call, const char* header, const Secret& value, const CancelToken& cancel);
    Result<std::optional<HttpResponse>> sendInSession(const RtCall& call, const CancelToken& cancel);
    Result<> logIn(const CancelToken& cancel);
    bool asksToLogIn(const HttpResponse& response) const;
    Result<nlohmann::json> parse(const HttpResponse& response) const;
    Failure badStatus(const RtCall& call, int status) const;

    std::unique_ptr<HttpClient> m_http;
    // A record as it was last read.
    struct Read {
        std::string etag;
        nlohmann::json value;
    };
    std::map<std::string, Read> m_read; // by path and query
    std::string m_user;
    std::string m_tokenUser;
    Secret m_password;
    Secret m_authorization; // "token …"
    Secret m_cookie;
    std::optional<Timestamp> m_serverTime;
    bool m_useSession;
};

} // namespace foreword
