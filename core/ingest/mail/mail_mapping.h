// How a mail archive becomes records: the [mail] table of a mapping file (README, Import).
// Checked when it is loaded; then a value, any thread.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/model/records.h"
#include "core/text/toml_table.h"

namespace foreword {

struct MailMapping {
    std::string source;            // of interactions and messages
    std::string customerSource;    // of customers; their id is their address
    std::vector<std::string> own;  // "support@example.com", "@example.com" with its subdomains; lower case
    std::vector<std::string> bots; // of ours, the same forms
    InteractionKind kind = InteractionKind::other;
    InteractionStatus status = InteractionStatus::closed;

    bool isOwn(std::string_view address) const;
    bool isBot(std::string_view address) const;
};

// What is wrong is reported by the table.
MailMapping readMailMapping(TomlTable& mail);

} // namespace foreword
