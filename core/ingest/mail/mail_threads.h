// Which mails belong together, told in a first pass over all of them and asked in a second:
// by Message-ID, References and In-Reply-To, and where a reply names nothing, by customer and
// subject. Mails are counted 0, 1, 2 … in both passes. Memory: about 150 bytes a mail, whatever
// the mails hold. Single thread.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/base/timestamp.h"
#include "core/ingest/mail/parsed_mail.h"

namespace foreword {

// "Re: AW: [Ticket] Kein Netz" is "[ticket] kein netz"; empty where nothing is left.
struct BaseSubject {
    std::string text;
    bool reply = false; // something was taken off
};
BaseSubject baseSubject(std::string_view subject);

struct MailThread {
    std::string id; // the same whenever the thread begins with the same mail
    Timestamp first, last;
    std::int64_t opener = 0; // number of its first mail that is from or to a customer
};

class MailThreads {
public:
    MailThreads();

    // The first pass. `customer`: address of the outside party, empty where there is none.
    void add(std::int64_t number, const ParsedMail& mail, std::string_view customer);

    // The second pass. A mail that came twice is taken once, the first time.
    bool isRepeated(std::int64_t number) const;
    // Nothing: no mail of the thread is from or to a customer.
    std::optional<MailThread> threadOf(const ParsedMail& mail);

private:
    using Key = std::uint64_t;
    using Digest = std::array<unsigned char, 16>;
    struct Summary {
        Timestamp first, last;
        std::int64_t opener = 0;
        Digest root{}; // of the id of the mail that began it
    };
    struct Subject {
        std::uint32_t node = 0;
        bool waiting = false; // a reply that names nothing
        Timestamp at;
    };

    Key keyOf(std::string_view kind, std::string_view text) const;
    std::uint32_t nodeOf(std::string_view id);
    std::uint32_t rootOf(std::uint32_t node);
    std::uint32_t unite(std::uint32_t a, std::uint32_t b);
    void joinBySubject(std::uint32_t node, const ParsedMail& mail, std::string_view customer);

    std::array<unsigned char, 16> m_secret{}; // so that nobody can write ids that collide
    std::unordered_map<Key, std::uint32_t> m_nodes;
    std::vector<std::uint32_t> m_parents;
    std::vector<bool> m_seen; // nodes that are mails, not only referred to
    std::unordered_map<std::uint32_t, Summary> m_summaries; // by root
    std::unordered_map<Key, Subject> m_subjects;
    std::vector<bool> m_repeated; // by number of the mail
};

} // namespace foreword
