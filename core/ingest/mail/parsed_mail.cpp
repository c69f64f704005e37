#include "core/ingest/mail/parsed_mail.h"

#include <algorithm>
#include <memory>

#include <gmime/gmime.h>

#include "core/base/hash.h"
#include "core/ingest/mail/mail_body.h"
#include "core/text/lines.h"
#include "core/text/utf8.h"

namespace foreword {
namespace {

constexpr std::size_t mostHeaderBytes = 1024 * 1024;
constexpr std::size_t mostAddresses = 1000;
constexpr std::size_t mostReferences = 100;
constexpr std::size_t longestText = 1000; // of names and subjects
constexpr std::size_t longestId = 900; // of a key's 1024

struct Unref {
    void operator()(void* object) const { g_object_unref(object); }
};
template <class T>
using Owned = std::unique_ptr<T, Unref>;

void startLibrary()
{
    static const bool started = (g_mime_init(), true);
    static_cast<void>(started);
}

Owned<GMimeMessage> messageOf(const std::string& bytes)
{
    startLibrary();
    const Owned<GMimeStream> stream(g_mime_stream_mem_new_with_buffer(bytes.data(), bytes.size()));
    const Owned<GMimeParser> parser(g_mime_parser_new_with_stream(stream.get()));
    return Owned<GMimeMessage>(g_mime_parser_construct_message(parser.get(), nullptr));
}

std::string textOf(const char* text)
{
    std::string out = text ? repairUtf8(std::string(trimmed(text))) : std::string();
    if (out.size() > longestText)
        out.resize(previousCodePoint(out, longestText + 1));
    return out;
}

// An id is used as it is written, unless it cannot be a key.
std::string idOf(const char* text)
{
    std::string id = text ? repairUtf8(std::string(trimmed(text))) : std::string();
    return id.size() <= longestId ? id : "sha256-" + sha256Hex(id);
}

void collectAddresses(InternetAddressList* list, std::vector<MailAddress>& addresses, bool inGroup = false)
{
    const int count = list ? internet_address_list_length(list) : 0;
    for (int i = 0; i < count && addresses.size() < mostAddresses; ++i) {
        InternetAddress* entry = internet_address_list_get_address(list, i);
        if (INTERNET_ADDRESS_IS_GROUP(entry) && !inGroup) {
            collectAddresses(internet_address_group_get_members(INTERNET_ADDRESS_GROUP(entry)), addresses, true);
        } else if (INTERNET_ADDRESS_IS_MAILBOX(entry)) {
            std::string address = textOf(internet_address_mailbox_get_addr(INTERNET_ADDRESS_MAILBOX(entry)));
            std::ranges::transform(address, address.begin(),
                                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
            const auto at = address.find('@');
            if (at != std::string::npos && at > 0 && at + 1 < address.size() && address.size() <= longestId)
                addresses.push_back({textOf(internet_address_get_name(entry)), std::move(address)});
        }
    }
}

void collectReferences(GMimeMessage* message, const char* header, std::vector<std::string>& references)
{
    const char* text = g_mime_object_get_header(GMIME_OBJECT(message), header);
    if (!text)
        return;
    GMimeReferences* parsed = g_mime_references_parse(nullptr, text);
    const int count = g_mime_references_length(parsed);
    for (int i = 0; i < count && references.size() < mostReferences; ++i) {
        std::string id = idOf(g_mime_references_get_message_id(parsed, i));
        if (!id.empty() && std::ranges::find(references, id) == references.end())
            references.push_back(std::move(id));
    }
    g_mime_references_free(parsed);
}

std::optional<Timestamp> timeOf(GDateTime* time)
{
    if (!time)
        return std::nullopt;
    constexpr std::int64_t perSecond = 1'000'000;
    constexpr std::int64_t perMinute = 60 * perSecond;
    const auto at =
        Timestamp::fromMicros(g_date_time_to_unix(time) * perSecond, static_cast<int>(g_date_time_get_utc_offset(time) / perMinute));
    const int year = at.local().date.year;
    const bool possible = year >= 1970 && year <= 9999; // mail is younger
    return possible ? std::optional(at) : std::nullopt;
}

std::optional<Timestamp> dateOf(GMimeMessage* message, std::string_view envelope)
{
    if (const auto at = timeOf(g_mime_message_get_date(message)))
        return at;
    // "maria@example.com Mon Nov  9 10:02:00 2026"
    const auto afterSender = envelope.find(' ');
    if (afterSender == std::string_view::npos || envelope.size() > 200)
        return std::nullopt;
    GDateTime* time = g_mime_utils_header_decode_date(std::string(envelope.substr(afterSender + 1)).c_str());
    const auto at = timeOf(time);
    if (time)
        g_date_time_unref(time);
    return at;
}

} // namespace

Result<ParsedMail> parseMail(const std::string& bytes, std::string_view envelope)
{
    if (std::min(bytes.find("\n\n"), bytes.size()) > mostHeaderBytes)
        return fail(ErrorCode::mail_headers);
    const auto message = messageOf(bytes);
    if (!message)
        return fail(ErrorCode::mail_headers);
    ParsedMail mail;
    collectAddresses(g_mime_message_get_from(message.get()), mail.from);
    if (mail.from.empty())
        return fail(ErrorCode::mail_no_sender);
    const auto at = dateOf(message.get(), envelope);
    if (!at)
        return fail(ErrorCode::mail_no_date);
    mail.at = *at;
    collectAddresses(g_mime_message_get_to(message.get()), mail.to);
    collectAddresses(g_mime_message_get_cc(message.get()), mail.to);
    mail.id = idOf(g_mime_message_get_message_id(message.get()));
    if (mail.id.empty())
        mail.id = "sha256-" + sha256Hex(bytes);
    collectReferences(message.get(), "References", mail.references);
    collectReferences(message.get(), "In-Reply-To", mail.references);
    mail.subject = textOf(g_mime_message_get_subject(message.get()));
    readBody(g_mime_message_get_mime_part(message.get()), mail);
    return mail;
}

} // namespace foreword
