#include "core/net/url.h"

#include <algorithm>

#include <Poco/Exception.h>
#include <Poco/Net/IPAddress.h>
#include <Poco/String.h>
#include <Poco/URI.h>

namespace foreword {
namespace {

bool isUnreserved(char c)
{
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '.' || c == '_' || c == '~';
}

// What the address may show of itself in an error: nothing that could be a password.
Failure badUrl(std::string_view text)
{
    const auto at = text.rfind('@');
    return fail(ErrorCode::url_bad, {{"url", std::string(at == std::string_view::npos ? text : text.substr(at + 1))}});
}

bool isHost(std::string_view host)
{
    return !host.empty() && std::ranges::all_of(host, [](char c) { return isUnreserved(c) || c == ':'; });
}

void appendEncoded(std::string& out, std::string_view text)
{
    constexpr std::string_view digits = "0123456789ABCDEF";
    for (const char c : text) {
        if (isUnreserved(c)) {
            out += c;
            continue;
        }
        const auto byte = static_cast<unsigned char>(c);
        out += '%';
        out += digits[byte >> 4];
        out += digits[byte & 15];
    }
}

} // namespace

Result<Url> parseUrl(std::string_view text)
{
    Poco::URI uri;
    try {
        uri = Poco::URI(std::string(text));
    } catch (const Poco::Exception&) {
        return badUrl(text);
    }
    Url url;
    url.https = uri.getScheme() == "https";
    url.host = uri.getHost();
    url.port = uri.getPort();
    url.path = uri.getPath();
    while (url.path.ends_with('/'))
        url.path.pop_back();
    const bool known = url.https || uri.getScheme() == "http";
    const bool plainAddress = uri.getUserInfo().empty() && uri.getRawQuery().empty() && uri.getFragment().empty();
    const bool plainPath = std::ranges::all_of(url.path, [](char c) { return isUnreserved(c) || c == '/'; });
    if (!known || !plainAddress || !plainPath || !isHost(url.host) || url.port == 0)
        return badUrl(text);
    return url;
}

bool isLoopbackHost(std::string_view host)
{
    Poco::Net::IPAddress address;
    const std::string name(host);
    if (Poco::Net::IPAddress::tryParse(name, address))
        return address.isLoopback();
    return Poco::icompare(name, std::string("localhost")) == 0;
}

std::string urlEncode(std::string_view text)
{
    std::string out;
    appendEncoded(out, text);
    return out;
}

std::string formEncode(std::initializer_list<std::pair<std::string_view, std::string_view>> fields)
{
    // One allocation: a password in here leaves no copy behind when the string is wiped.
    std::size_t longest = 0;
    for (const auto& [name, value] : fields)
        longest += 3 * (name.size() + value.size()) + 2;
    std::string out;
    out.reserve(longest);
    for (const auto& [name, value] : fields) {
        if (!out.empty())
            out += '&';
        appendEncoded(out, name);
        out += '=';
        appendEncoded(out, value);
    }
    return out;
}

} // namespace foreword
