#include <algorithm>
#include <map>
#include <numeric>
#include <set>

#include "core/annotate/history_view.h"
#include "core/model/names.h"
#include "core/text/folded_text.h"

namespace foreword {
namespace {

constexpr std::size_t shortestSubjectNumber = 4;

// The customer opened it unless the first person to speak by letter was ours: on the phone and
// in chat the agent greets first.
bool openedByCustomer(const HistoryView& view, std::uint32_t index)
{
    const Channel channel = view.interaction(index).channel;
    if (channel == Channel::phone || channel == Channel::chat || channel == Channel::visit)
        return true;
    for (const std::size_t i : view.messagesOf(index)) {
        const HistoryMessage& message = view.history().messages[i];
        if (message.visibility != Visibility::visible)
            continue;
        if (message.sender == Sender::customer || message.sender == Sender::agent)
            return message.sender == Sender::customer;
    }
    return true;
}

bool isReplyPrefix(std::string_view word)
{
    constexpr std::string_view prefixes[] = {"re", "fw", "fwd", "aw", "wg", "antw", "antwort", "tr", "rv", "ref", "sv"};
    return std::ranges::find(prefixes, word) != std::end(prefixes);
}

bool isYear(std::string_view word)
{
    return word.size() == 4 && (word.starts_with("19") || word.starts_with("20"));
}

bool isReference(std::string_view word)
{
    const auto digits = std::ranges::count_if(word, [](char c) { return c >= '0' && c <= '9'; });
    return static_cast<std::size_t>(digits) >= shortestSubjectNumber && !isYear(word)
        && word.find_first_of(".,:/") == std::string_view::npos;
}

// What an interaction is about: its subject without reply prefixes, and every order, fault or
// case reference in subject and the customer's words.
std::set<std::string> issuesOf(const HistoryView& view, std::uint32_t index)
{
    std::set<std::string> issues;
    const FoldedText subject(view.interaction(index).subject);
    std::string plain;
    bool leading = true;
    for (std::size_t i = 0; i < subject.size(); ++i) {
        leading = leading && isReplyPrefix(subject.word(i));
        if (leading)
            continue;
        plain += ' ';
        plain += subject.word(i);
        if (isReference(subject.word(i)))
            issues.insert("reference " + std::string(subject.word(i)));
    }
    if (!plain.empty())
        issues.insert("subject" + plain);
    for (const std::size_t m : view.messagesOf(index)) {
        const HistoryMessage& message = view.history().messages[m];
        if (message.sender != Sender::customer || message.visibility != Visibility::visible)
            continue;
        for (const Annotation& fact : message.annotations) {
            if (fact.kind != AnnotationKind::fact || fact.label != nameOf(FactKind::orderOrBookingRef))
                continue;
            const FoldedText value(fact.value);
            if (value.size() > 0)
                issues.insert("reference " + std::string(value.word(0)));
        }
    }
    return issues;
}

struct Contact {
    std::uint32_t interaction;
    Timestamp at;
    std::size_t group;
};

std::size_t rootOf(std::vector<Contact>& contacts, std::size_t at)
{
    while (contacts[at].group != at)
        at = contacts[at].group = contacts[contacts[at].group].group;
    return at;
}

std::vector<Contact> contactsInWindow(const HistoryView& view, int days)
{
    const Timestamp from = view.asOf().plusDays(-days);
    std::vector<Contact> contacts;
    for (std::uint32_t i = 0; i < view.history().interactions.size(); ++i) {
        const Timestamp opened = view.interaction(i).openedAt;
        if (view.exists(opened) && opened >= from && openedByCustomer(view, i))
            contacts.push_back({i, opened, contacts.size()});
    }
    std::map<std::string, std::size_t> firstWith;
    for (std::size_t c = 0; c < contacts.size(); ++c) {
        for (const std::string& issue : issuesOf(view, contacts[c].interaction)) {
            const auto [known, fresh] = firstWith.emplace(issue, c);
            if (!fresh)
                contacts[rootOf(contacts, c)].group = rootOf(contacts, known->second);
        }
    }
    return contacts;
}

} // namespace

// Contacts about one issue in the window; the count falls below what makes a repeat when one of
// the newest of them leaves it.
std::vector<StandingEvidence> repeatedContacts(const HistoryView& view, const DictionaryEntry& entry, const SignalSettings& settings)
{
    std::vector<Contact> contacts = contactsInWindow(view, settings.repeatDays);
    std::map<std::size_t, std::vector<Contact>> groups;
    for (std::size_t c = 0; c < contacts.size(); ++c)
        groups[rootOf(contacts, c)].push_back(contacts[c]);
    const auto repeated = static_cast<std::size_t>(settings.repeatContacts);
    std::vector<StandingEvidence> found;
    for (auto& [root, group] : groups) {
        std::erase_if(group, [&](const Contact& contact) { return !view.stands(view.recordedEnd(entry, contact.at)); });
        if (group.size() < repeated)
            continue;
        std::ranges::stable_sort(group, {}, &Contact::at);
        const Timestamp end = group[group.size() - repeated].at.plusDays(settings.repeatDays);
        for (const Contact& contact : group) {
            const InteractionRecord& interaction = view.interaction(contact.interaction);
            found.push_back({HistoryView::field(view.describe(contact.interaction), interaction.subject, contact.at),
                             end,
                             contact.interaction,
                             true,
                             {},
                             static_cast<int>(group.size())});
        }
    }
    return found;
}

} // namespace foreword
