#include "core/sources/request_tracker/rt_session.h"

#include <algorithm>

#include "core/net/http_date.h"

namespace foreword {
namespace {

using nlohmann::json;

constexpr int mostPages = 10'000;
constexpr int ok = 200;
constexpr int notModified = 304;
constexpr int unauthorized = 401;
constexpr std::size_t mostRead = 500; // records kept
constexpr int notFound = 404;

bool isRedirect(int status)
{
    return status >= 300 && status < 400;
}

// "RT_SID_name.port=value" of a Set-Cookie header; empty for other cookies.
std::string_view sessionCookie(std::string_view header)
{
    const auto cookie = header.substr(0, header.find(';'));
    return cookie.starts_with("RT_SID_") ? cookie : std::string_view();
}

// "28" of "1-28-…".
std::string tokenUser(std::string_view token)
{
    const auto begin = token.find('-');
    const auto end = begin == std::string_view::npos ? begin : token.find('-', begin + 1);
    return end == std::string_view::npos ? std::string() : std::string(token.substr(begin + 1, end - begin - 1));
}

Secret tokenHeader(const Secret& token)
{
    if (token.empty())
        return {};
    std::string value("token ");
    value.append(token.view());
    Secret header(value);
    wipe(value);
    return header;
}

} // namespace

RtSession::RtSession(std::unique_ptr<HttpClient> http, std::string user, Secret password, Secret token)
    : m_http(std::move(http)), m_user(std::move(user)), m_tokenUser(tokenUser(token.view())), m_password(std::move(password)),
      m_authorization(tokenHeader(token)), m_useSession(!m_user.empty() && !m_password.empty())
{
}

std::string RtSession::account() const
{
    return m_useSession ? m_user : m_tokenUser;
}

Result<json> RtSession::get(const RtCall& call, const CancelToken& cancel)
{
    FOREWORD_TRY(const auto response, send(call, cancel));
    if (response.status != ok)
        return badStatus(call, response.status);
    return parse(response);
}

Result<std::optional<json>> RtSession::find(const RtCall& call, const CancelToken& cancel)
{
    const auto key = call.path + "?" + call.query;
    const auto known = m_read.find(key);
    RtCall asked = call;
    if (known != m_read.end())
        asked.ifNoneMatch = known->second.etag;
    FOREWORD_TRY(const auto response, send(asked, cancel));
    if (response.status == notModified && known != m_read.end())
        return known->second.value;
    if (response.status == notFound)
        return std::nullopt;
    if (response.status != ok)
        return badStatus(call, response.status);
    FOREWORD_TRY(auto value, parse(response));
    if (m_read.size() >= mostRead)
        m_read.clear();
    if (const auto etag = response.header("ETag"); !etag.empty())
        m_read.insert_or_assign(key, Read{std::string(etag), value});
    return std::optional<json>(std::move(value));
}

Result<std::vector<json>> RtSession::list(const RtCall& call, const CancelToken& cancel)
{
    std::vector<json> items;
    int emptyPages = 0;
    for (int number = 1; number <= mostPages; ++number) {
        FOREWORD_TRY(auto next, page(call, number, cancel));
        emptyPages = next.items.empty() ? emptyPages + 1 : 0;
        std::ranges::move(next.items, std::back_inserter(items));
        if (next.pages && number >= *next.pages)
            return items;
        // Where the count is not known, items the account may not see leave gaps in the pages:
        // a short page is not the last one, and one empty page may be such a gap.
        if (!next.pages && emptyPages == 2)
            return items;
    }
    return fail(ErrorCode::answer_malformed, {{"host", host()}, {"field", "pages"}});
}

Result<RtPage> RtSession::page(const RtCall& call, int number, const CancelToken& cancel)
{
    RtCall paged = call;
    const auto position = formEncode({{"per_page", std::to_string(call.perPage)}, {"page", std::to_string(number)}});
    paged.query.append(paged.query.empty() ? "" : "&").append(position);
    FOREWORD_TRY(auto value, get(paged, cancel));
    const auto items = value.find("items");
    if (items == value.end() || !items->is_array())
        return fail(ErrorCode::answer_malformed, {{"host", host()}, {"field", "items"}});
    RtPage page;
    page.items = std::move(items->get_ref<json::array_t&>());
    // null for lists that depend on rights, and 0.0 for an empty one.
    if (const auto pages = value.find("pages"); pages != value.end() && pages->is_number())
        page.pages = pages->get<double>();
    return page;
}

Result<HttpResponse> RtSession::send(const RtCall& call, const CancelToken& cancel)
{
    if (m_useSession) {
        FOREWORD_TRY(auto response, sendInSession(call, cancel));
        if (response)
            return std::move(*response);
        m_useSession = false;
    }
    if (m_authorization.empty())
        return fail(ErrorCode::auth_failed, {{"host", host()}});
    FOREWORD_TRY(auto response, sendAs(call, "Authorization", m_authorization, cancel));
    if (asksToLogIn(response))
        return fail(ErrorCode::auth_failed, {{"host", host()}});
    return response;
}

// Nothing: the server wants a login and has just had one.
Result<std::optional<HttpResponse>> RtSession::sendInSession(const RtCall& call, const CancelToken& cancel)
{
    for (const bool renewed : {false, true}) {
        const bool fresh = renewed || m_cookie.empty();
        if (fresh) {
            FOREWORD_CHECK(logIn(cancel));
        }
        if (m_cookie.empty())
            return std::nullopt;
        FOREWORD_TRY(auto response, sendAs(call, "Cookie", m_cookie, cancel));
        if (!asksToLogIn(response))
            return std::optional<HttpResponse>(std::move(response));
        m_cookie = Secret();
        if (fresh)
            return std::nullopt;
    }
    return std::nullopt;
}

// Leaves m_cookie empty where there is no session to be had. The login page answers 200 for a
// wrong password too; the next request shows.
Result<> RtSession::logIn(const CancelToken& cancel)
{
    m_cookie = Secret();
    HttpRequest request;
    request.method = "POST";
    request.target = "/NoAuth/Login.html";
    request.contentType = "application/x-www-form-urlencoded";
    request.body = formEncode({{"user", m_user}, {"pass", m_password.view()}});
    auto response = m_http->send(request, cancel);
    wipe(request.body);
    FOREWORD_CHECK(response);
    for (const auto value : response->headerValues("Set-Cookie")) {
        if (const auto cookie = sessionCookie(value); !cookie.empty())
            m_cookie = Secret(cookie);
    }
    return {};
}

Result<HttpResponse> RtSession::sendAs(const RtCall& call, const char* header, const Secret& value, const CancelToken& cancel)
{
    HttpRequest request;
    request.target = call.path + (call.query.empty() ? "" : "?" + call.query);
    request.secretHeader = SecretHeader{header, &value};
    request.idempotent = call.idempotent;
    request.ifNoneMatch = call.ifNoneMatch;
    if (call.body) {
        request.method = "POST";
        request.contentType = "application/json";
        request.body = call.body->dump(-1, ' ', false, json::error_handler_t::replace);
    }
    FOREWORD_TRY(auto response, m_http->send(request, cancel));
    m_serverTime = parseHttpDate(response.header("Date"));
    return response;
}

// A session that ended is sent to the start page; 401 is for everything else.
bool RtSession::asksToLogIn(const HttpResponse& response) const
{
    if (response.status == unauthorized)
        return true;
    if (!isRedirect(response.status))
        return false;
    const Url& home = m_http->url();
    const auto location = response.header("Location");
    if (location == home.path + "/")
        return true;
    const auto target = parseUrl(location);
    return target && target->host == home.host && target->path == home.path;
}

Result<json> RtSession::parse(const HttpResponse& response) const
{
    auto value = json::parse(response.body, nullptr, false);
    if (!value.is_object())
        return fail(ErrorCode::answer_malformed, {{"host", host()}, {"field", "body"}});
    return value;
}

Failure RtSession::badStatus(const RtCall& call, int status) const
{
    const std::string method = call.body ? "POST " : "GET ";
    return fail(ErrorCode::http_status, {{"host", host()}, {"status", std::to_string(status)}, {"request", method + call.path}});
}

} // namespace foreword
