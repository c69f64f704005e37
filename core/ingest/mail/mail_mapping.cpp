#include "core/ingest/mail/mail_mapping.h"

#include <algorithm>

namespace foreword {
namespace {

// "@example.com" is every address at that domain and below it.
bool fits(std::string_view address, std::string_view pattern)
{
    if (!pattern.starts_with('@'))
        return address == pattern;
    const auto domain = address.substr(std::min(address.rfind('@'), address.size()));
    if (domain == pattern)
        return true;
    const auto below = "." + std::string(pattern.substr(1));
    return domain.ends_with(below);
}

bool fitsAny(std::string_view address, const std::vector<std::string>& patterns)
{
    return std::ranges::any_of(patterns, [&](const auto& pattern) { return fits(address, pattern); });
}

char lowered(char c)
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

std::vector<std::string> readPatterns(TomlTable& table, std::string_view key, Need need)
{
    auto patterns = table.texts(key, need);
    for (auto& pattern : patterns) {
        std::ranges::transform(pattern, pattern.begin(), lowered);
        if (std::ranges::count(pattern, '@') != 1 || pattern.ends_with('@'))
            table.addError(ErrorCode::toml_value_bad, key,
                           {{"value", pattern}, {"allowed", "an address, or @example.com for all of a domain"}});
    }
    return patterns;
}

} // namespace

bool MailMapping::isOwn(std::string_view address) const
{
    return fitsAny(address, own) || fitsAny(address, bots);
}

bool MailMapping::isBot(std::string_view address) const
{
    return fitsAny(address, bots);
}

MailMapping readMailMapping(TomlTable& mail)
{
    MailMapping mapping;
    mail.setEntry("[mail]");
    mapping.source = mail.text("source", Need::required);
    mapping.customerSource = mail.has("customer_source") ? mail.text("customer_source", Need::required) : mapping.source;
    mapping.own = readPatterns(mail, "own", Need::required);
    mapping.bots = readPatterns(mail, "bots", Need::optional);
    mapping.kind = mail.named<InteractionKind>("kind", Need::optional).value_or(mapping.kind);
    mapping.status = mail.named<InteractionStatus>("status", Need::optional).value_or(mapping.status);
    mail.finish();
    return mapping;
}

} // namespace foreword
