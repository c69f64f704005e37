// One mail, taken apart by GMime: addresses, threading, time and the words that a person reads.
// Hostile until it comes out of here: sizes, depths and counts are bounded, text is valid UTF-8.
// Any thread.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/base/timestamp.h"

namespace foreword {

struct MailAddress {
    std::string name;    // as its owner writes it; may be empty
    std::string address; // lower case
};

struct ParsedMail {
    std::string id; // Message-ID without brackets; "sha256-…" of the mail where it has none
    std::vector<std::string> references; // oldest first, In-Reply-To last
    std::vector<MailAddress> from, to;   // `to`: To, then Cc
    std::string subject;
    Timestamp at;
    std::string text, html; // one of them; both empty where there is nothing to read
};

inline constexpr std::size_t largestMail = 32 * 1024 * 1024;

// `envelope` is the rest of an mbox's "From " line, for mails without a date. Errors:
// mail_headers (no header, or more of them than any mail has), mail_no_sender, mail_no_date.
Result<ParsedMail> parseMail(const std::string& bytes, std::string_view envelope);

} // namespace foreword
