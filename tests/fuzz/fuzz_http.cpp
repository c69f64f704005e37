// Every header line and address from outside is refused or read within bounds. The first byte
// chooses the reader.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "core/net/http_date.h"
#include "core/net/proxy.h"
#include "core/net/retry_after.h"
#include "core/net/url.h"
#include "fuzz_invariant.h"

using namespace foreword;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace {

void readDate(std::string_view text)
{
    const auto date = parseHttpDate(text);
    FOREWORD_INVARIANT(!date || date->micros() % 1'000'000 == 0);
}

void readRetryAfter(std::string_view text)
{
    const auto wait = parseRetryAfter(text, Timestamp::fromMicros(1'700'000'000'000'000));
    FOREWORD_INVARIANT(!wait || wait->count() >= 0);
}

void readTunnelStatus(std::string_view text)
{
    const int status = tunnelStatus(text);
    FOREWORD_INVARIANT(status >= 0 && status <= 999);
}

void readProxy(std::string_view text)
{
    const auto proxy = parseProxy(text, {}, Secret());
    FOREWORD_INVARIANT(!proxy || (!proxy->host.empty() && proxy->port != 0));
}

// What is stored must be read again as the same address.
void readUrl(std::string_view text)
{
    const auto url = parseUrl(text);
    if (!url)
        return;
    const auto again = parseUrl((url->https ? "https://" : "http://") + authority(url->host, url->port) + url->path);
    FOREWORD_INVARIANT(again && again->host == url->host && again->port == url->port && again->path == url->path);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    constexpr void (*readers[])(std::string_view) = {readDate, readRetryAfter, readTunnelStatus, readProxy, readUrl};
    if (size == 0)
        return 0;
    readers[data[0] % std::size(readers)]({reinterpret_cast<const char*>(data) + 1, size - 1});
    return 0;
}
