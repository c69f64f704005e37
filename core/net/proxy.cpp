#include "core/net/proxy.h"

#include <algorithm>
#include <charconv>
#include <cstdlib>

#include <sodium.h>

#include "core/net/url.h"

namespace foreword {
namespace {

std::string lowered(std::string_view text)
{
    std::string low(text);
    std::ranges::transform(low, low.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    return low;
}

std::shared_ptr<const Secret> basic(std::string_view user, const Secret& password)
{
    std::string plain(user);
    plain.append(":").append(password.view());
    constexpr std::string_view scheme = "Basic ";
    std::string header(scheme);
    header.resize(scheme.size() + sodium_base64_ENCODED_LEN(plain.size(), sodium_base64_VARIANT_ORIGINAL));
    sodium_bin2base64(header.data() + scheme.size(), header.size() - scheme.size(), reinterpret_cast<const unsigned char*>(plain.data()),
                      plain.size(), sodium_base64_VARIANT_ORIGINAL);
    auto secret = std::make_shared<const Secret>(std::string_view(header).substr(0, header.size() - 1)); // without the terminator
    wipe(plain);
    wipe(header);
    return secret;
}

// "example.com", ".example.com" and "*.example.com" name the domain and all in it.
bool isNamed(std::string entry, const std::string& host)
{
    entry.erase(std::remove(entry.begin(), entry.end(), ' '), entry.end());
    if (entry == "*")
        return true;
    entry.erase(0, entry.find_first_not_of("*."));
    if (entry.empty())
        return false;
    return host == entry || (host.size() > entry.size() && host.ends_with("." + entry));
}

bool isExempt(const std::string& list, const std::string& host)
{
    for (std::size_t begin = 0; begin <= list.size();) {
        const auto end = std::min(list.find(',', begin), list.size());
        if (isNamed(list.substr(begin, end - begin), host))
            return true;
        begin = end + 1;
    }
    return false;
}

} // namespace

Result<HttpProxy> parseProxy(std::string_view address, std::string_view user, const Secret& password)
{
    const auto url = parseUrl(address);
    // What is not an address may hold a password.
    if (!url || url->https || !url->path.empty()) {
        const auto at = address.rfind('@');
        return fail(ErrorCode::proxy_bad, {{"proxy", std::string(at == std::string_view::npos ? address : address.substr(at + 1))}});
    }
    HttpProxy proxy{url->host, url->port, nullptr};
    if (!user.empty())
        proxy.authorization = basic(user, password);
    return proxy;
}

std::string processEnvironment(const char* name)
{
    const char* value = std::getenv(name);
    return value ? value : "";
}

Result<std::optional<HttpProxy>> proxyOfEnvironment(const Environment& environment, std::string_view host, std::string_view user,
                                                    const Secret& password)
{
    const auto value = [&](const char* capital, const char* small) {
        auto found = environment(small);
        return found.empty() ? environment(capital) : found;
    };
    const auto address = value("HTTPS_PROXY", "https_proxy");
    if (address.empty() || isExempt(lowered(value("NO_PROXY", "no_proxy")), lowered(host)))
        return std::nullopt;
    FOREWORD_TRY(auto proxy, parseProxy(address, user, password));
    return std::optional<HttpProxy>(std::move(proxy));
}

std::string authority(std::string_view host, std::uint16_t port)
{
    std::string text(host);
    if (text.find(':') != std::string::npos)
        text = "[" + text + "]";
    return text + ":" + std::to_string(port);
}

int tunnelStatus(std::string_view head)
{
    constexpr std::size_t number = 9; // after "HTTP/1.1 "
    if (!head.starts_with("HTTP/1.") || head.size() < number + 3 || head[number - 1] != ' ')
        return 0;
    unsigned status = 0; // a sign is no part of it
    const auto* end = head.data() + number + 3;
    const auto [stop, error] = std::from_chars(head.data() + number, end, status);
    return stop == end && error == std::errc() ? static_cast<int>(status) : 0;
}

} // namespace foreword
