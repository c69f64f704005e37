#include "fake_tracker.h"

#include <fstream>

#include <Poco/DateTimeFormat.h>
#include <Poco/DateTimeFormatter.h>
#include <Poco/Timestamp.h>
#include <Poco/URI.h>

using nlohmann::json;

namespace {

json recorded(const std::string& name)
{
    std::ifstream file(std::string(FOREWORD_SOURCE_DIR "/tests/sources/answers/") + name + ".json");
    return json::parse(file);
}

const json noMore = {{"items", json::array()}, {"count", 0}, {"page", 2}, {"pages", nullptr}, {"per_page", 100}, {"total", nullptr}};

std::string questionOf(const ServedRequest& request)
{
    const auto path = request.target.substr(0, request.target.find('?'));
    const auto query = queryField(request, "query");
    if (path == "/NoAuth/Login.html")
        return "login";
    if (path.ends_with("/comment"))
        return "comment";
    if (path == "/REST/2.0/tickets" && query.find("EffectiveId") != std::string::npos)
        return "merged";
    if (path == "/REST/2.0/tickets" && queryField(request, "orderby") == "LastUpdated")
        return "changes";
    if (path == "/REST/2.0/tickets" && queryField(request, "order") == "DESC")
        return "newest";
    if (path == "/REST/2.0/transactions" && query.find("'Comment'") != std::string::npos)
        return "comments";
    if (path == "/REST/2.0/attachments")
        return queryField(request, "fields") == "Content" ? "contents" : "parts";
    const auto name = path.substr(std::string("/REST/2.0/").size());
    return name.substr(0, name.find('/'));
}

} // namespace

std::string queryField(const ServedRequest& request, const std::string& name)
{
    const Poco::URI uri("http://host" + request.target);
    for (const auto& [key, value] : uri.getQueryParameters()) {
        if (key == name)
            return value;
    }
    return {};
}

FakeTracker::FakeTracker()
    : m_server([this](const ServedRequest& request, Poco::Net::StreamSocket& socket) { sendAll(socket, answer(request)); })
{
    for (const char* name :
         {"users", "user", "tickets", "merged", "newest", "ticket", "transactions", "comments", "parts", "contents", "rt"})
        answers[name] = recorded(name);
}

std::string FakeTracker::answer(const ServedRequest& request)
{
    auto answer = bodyOf(request);
    if (const auto micros = m_micros.load()) {
        const auto date = Poco::DateTimeFormatter::format(Poco::Timestamp(micros), Poco::DateTimeFormat::HTTP_FORMAT);
        answer.insert(answer.find("\r\n") + 2, "Date: " + date + "\r\n");
    }
    return answer;
}

nlohmann::json FakeTracker::ticketsFor(const ServedRequest& request) const
{
    std::map<std::string, std::string> parameters;
    for (const auto& [name, value] : Poco::URI("http://host" + request.target).getQueryParameters())
        parameters[name] = value;
    if (shelf)
        return shelf->search(parameters);
    TicketShelf recordedTickets(zone);
    for (const auto& ticket : answers.at("tickets").at("items"))
        recordedTickets.put(ticket);
    return recordedTickets.search(parameters);
}

std::string FakeTracker::bodyOf(const ServedRequest& request)
{
    const auto question = questionOf(request);
    if (instead) {
        if (const auto other = instead(question, request))
            return *other;
    }
    if (question == "login") {
        if (acceptsPassword && request.body == "user=anna&pass=good") {
            ++m_session;
            m_left = sessionLength;
        }
        // A wrong password gets a page and a cookie as well.
        const auto cookie = acceptsPassword ? std::to_string(m_session) : "none";
        return httpAnswer(200, "<html>", "Set-Cookie: RT_SID_example.com.80=" + cookie + "; path=/; HttpOnly\r\n");
    }
    if (!isLoggedIn(request)) {
        return request.headers.contains("cookie") ? httpAnswer(302, "Login required", "Location: /\r\n")
                                                  : httpAnswer(401, "{\"message\":\"Unauthorized\"}");
    }
    if ((question == "changes" && !answers.contains(question))
        || (question == "tickets" && (shelf || queryField(request, "query").starts_with("id = "))))
        return httpAnswer(200, ticketsFor(request).dump());
    const auto page = queryField(request, "page");
    // The next hundred is asked for by the last number seen.
    const bool further = question == "tickets" && queryField(request, "query").find("id > 0") == std::string::npos;
    const auto name = question + (page.empty() || page == "1" ? (further ? "2" : "") : page);
    const auto found = answers.find(name);
    if (found != answers.end())
        return httpAnswer(200, found->second.dump());
    return name == question ? httpAnswer(404, "{\"message\":\"Not Found\"}") : httpAnswer(200, noMore.dump());
}

bool FakeTracker::isLoggedIn(const ServedRequest& request)
{
    const auto cookie = request.headers.find("cookie");
    const auto mine = "RT_SID_example.com.80=" + std::to_string(m_session);
    if (cookie != request.headers.end() && cookie->second == mine && m_left > 0) {
        --m_left;
        return true;
    }
    const auto token = request.headers.find("authorization");
    return token != request.headers.end() && token->second == "token 1-28-good";
}

std::vector<std::string> FakeTracker::questions() const
{
    std::vector<std::string> questions;
    for (const auto& request : m_server.requests())
        questions.push_back(questionOf(request));
    return questions;
}

ServedRequest FakeTracker::request(const std::string& question, int number) const
{
    for (const auto& request : m_server.requests()) {
        if (questionOf(request) == question && number-- == 0)
            return request;
    }
    return {};
}

std::unique_ptr<foreword::RequestTrackerSource> FakeTracker::source(foreword::RtOptions options, const std::string& password,
                                                                    const std::string& token) const
{
    using namespace foreword;
    options.http.allowHttp = true;
    auto http = HttpClient::create(*parseUrl(m_server.url()), options.http, m_clock, std::make_unique<FakeSleeper>(waits));
    auto session = std::make_unique<RtSession>(std::move(*http), password.empty() ? "" : "anna", Secret(password), Secret(token));
    return std::make_unique<RequestTrackerSource>("helpdesk", std::move(options), std::move(session));
}
