#include "core/ingest/mail/mail_threads.h"

#include <algorithm>

#include <sodium.h>

#include "core/text/folded_letters.h"
#include "core/text/lines.h"

namespace foreword {
namespace {

// A subject that comes back after this long is another matter.
constexpr std::int64_t sameMatterMicros = std::int64_t{60} * 86'400'000'000;

constexpr std::string_view replyWords[] = {"re", "aw", "antw", "sv", "fw", "fwd", "wg", "tr", "rv", "rif", "res", "vs"};

// The length of "re:", "re[2]:" or "aw :" in front; 0 where there is none.
std::size_t replyPrefix(std::string_view text)
{
    for (const auto word : replyWords) {
        if (!text.starts_with(word))
            continue;
        std::size_t at = word.size();
        if (at < text.size() && text[at] == '[')
            at = std::min(text.find(']', at), text.size() - 1) + 1;
        while (at < text.size() && text[at] == ' ')
            ++at;
        if (at < text.size() && text[at] == ':')
            return at + 1;
    }
    return 0;
}

} // namespace

BaseSubject baseSubject(std::string_view subject)
{
    BaseSubject base;
    const std::string folded = foldLatin(subject);
    std::string_view rest = trimmed(folded);
    for (std::size_t length = replyPrefix(rest); length > 0; length = replyPrefix(rest)) {
        rest = trimmed(rest.substr(length));
        base.reply = true;
    }
    base.text = rest;
    return base;
}

MailThreads::MailThreads()
{
    static_assert(sizeof m_secret == crypto_shorthash_KEYBYTES && sizeof(Key) == crypto_shorthash_BYTES);
    randombytes_buf(m_secret.data(), m_secret.size());
}

MailThreads::Key MailThreads::keyOf(std::string_view kind, std::string_view text) const
{
    const std::string whole = std::string(kind) + '\n' + std::string(text);
    std::array<unsigned char, sizeof(Key)> bytes{};
    crypto_shorthash(bytes.data(), reinterpret_cast<const unsigned char*>(whole.data()), whole.size(), m_secret.data());
    Key key = 0;
    for (const unsigned char byte : bytes)
        key = key << 8 | byte;
    return key;
}

std::uint32_t MailThreads::nodeOf(std::string_view id)
{
    const auto [found, added] = m_nodes.try_emplace(keyOf("id", id), static_cast<std::uint32_t>(m_parents.size()));
    if (added) {
        m_parents.push_back(found->second);
        m_seen.push_back(false);
    }
    return found->second;
}

std::uint32_t MailThreads::rootOf(std::uint32_t node)
{
    while (m_parents[node] != node) {
        m_parents[node] = m_parents[m_parents[node]];
        node = m_parents[node];
    }
    return node;
}

// One thread of two: what is known of both goes on under the one root.
std::uint32_t MailThreads::unite(std::uint32_t a, std::uint32_t b)
{
    a = rootOf(a);
    b = rootOf(b);
    if (a == b)
        return a;
    m_parents[b] = a;
    const auto other = m_summaries.extract(b);
    if (other.empty())
        return a;
    const auto [mine, isNew] = m_summaries.try_emplace(a, other.mapped());
    if (isNew)
        return a;
    Summary& summary = mine->second;
    if (other.mapped().first < summary.first) {
        summary.first = other.mapped().first;
        summary.opener = other.mapped().opener;
        summary.root = other.mapped().root;
    }
    summary.last = std::max(summary.last, other.mapped().last);
    return a;
}

void MailThreads::joinBySubject(std::uint32_t node, const ParsedMail& mail, std::string_view customer)
{
    const BaseSubject subject = baseSubject(mail.subject);
    if (subject.text.empty())
        return;
    const bool waiting = subject.reply && mail.references.empty();
    Subject& last = m_subjects.try_emplace(keyOf(customer, subject.text), Subject{node, false, mail.at}).first->second;
    // A reply is later than what it replies to; which of them is read first does not matter.
    const auto later = mail.at.micros() - last.at.micros();
    const bool replies = waiting && later >= 0 && later <= sameMatterMicros;
    const bool isReplied = last.waiting && later <= 0 && -later <= sameMatterMicros;
    if (replies || isReplied)
        unite(node, last.node);
    last = {node, waiting && !replies, mail.at};
}

void MailThreads::add(std::int64_t number, const ParsedMail& mail, std::string_view customer)
{
    const std::uint32_t node = nodeOf(mail.id);
    m_repeated.resize(static_cast<std::size_t>(number) + 1, false);
    if (m_seen[node]) {
        m_repeated[static_cast<std::size_t>(number)] = true;
        return;
    }
    m_seen[node] = true;
    for (const auto& reference : mail.references)
        unite(nodeOf(reference), node);
    if (customer.empty())
        return;
    Summary mine{mail.at, mail.at, number, {}};
    const std::string_view root = mail.references.empty() ? std::string_view(mail.id) : mail.references.front();
    crypto_generichash(mine.root.data(), mine.root.size(), reinterpret_cast<const unsigned char*>(root.data()), root.size(), nullptr, 0);
    const auto [found, isNew] = m_summaries.try_emplace(rootOf(node), mine);
    Summary& summary = found->second;
    if (!isNew && mine.first < summary.first) {
        mine.last = summary.last;
        summary = mine;
    }
    summary.last = std::max(summary.last, mail.at);
    joinBySubject(node, mail, customer);
}

bool MailThreads::isRepeated(std::int64_t number) const
{
    return static_cast<std::size_t>(number) < m_repeated.size() && m_repeated[static_cast<std::size_t>(number)];
}

std::optional<MailThread> MailThreads::threadOf(const ParsedMail& mail)
{
    const auto found = m_summaries.find(rootOf(nodeOf(mail.id)));
    if (found == m_summaries.end())
        return std::nullopt;
    const Summary& summary = found->second;
    std::array<char, 2 * sizeof summary.root + 1> text{};
    sodium_bin2hex(text.data(), text.size(), summary.root.data(), summary.root.size());
    return MailThread{text.data(), summary.first, summary.last, summary.opener};
}

} // namespace foreword
