#include "story_makers.h"

#include <cstdio>
#include <cstdlib>

#include "story.h"

namespace foreword::story {
namespace {

[[noreturn]] void refuse(const char* what)
{
    std::fprintf(stderr, "story: %s\n", what);
    std::abort();
}

} // namespace

Timestamp at(std::string_view time)
{
    const auto parsed = Timestamp::parse(time);
    if (!parsed)
        refuse("not a time");
    return *parsed;
}

Timestamp now()
{
    return at("2026-11-09T10:04:00+01:00");
}

HistoryMaker& HistoryMaker::interaction(std::string id, Channel channel, InteractionStatus status, std::string subject,
                                        std::string_view opened, std::string_view closed)
{
    InteractionRecord record;
    record.key = {"helpdesk", std::move(id)};
    record.channel = channel;
    record.status = status;
    record.subject = std::move(subject);
    record.openedAt = at(opened);
    if (!closed.empty())
        record.closedAt = at(closed);
    m_history.interactions.push_back(std::move(record));
    return *this;
}

HistoryMaker& HistoryMaker::message(Sender sender, std::string name, std::string_view time, std::string text, Visibility visibility)
{
    HistoryMessage m;
    m.key = {"helpdesk", std::to_string(m_history.messages.size() + 1)};
    m.interaction = static_cast<std::uint32_t>(m_history.interactions.size() - 1);
    m.sender = sender;
    m.senderName = std::move(name);
    m.at = at(time);
    m.text = std::move(text);
    m.visibility = visibility;
    m_history.messages.push_back(std::move(m));
    return *this;
}

Citation cite(const History& history, int number, std::string_view words)
{
    const HistoryMessage& message = history.messages[static_cast<std::size_t>(number) - 1];
    const auto place = message.text.find(words);
    if (place == std::string::npos)
        refuse("the words are not in the message");
    const auto start = static_cast<std::uint32_t>(place);
    const auto citation = Citation::of(message.messageKey(), message.text, {start, start + static_cast<std::uint32_t>(words.size())});
    if (!citation)
        refuse("not a citation");
    return *citation;
}

Evidence quote(const History& history, int number, std::string_view words)
{
    const HistoryMessage& message = history.messages[static_cast<std::size_t>(number) - 1];
    return {cite(history, number, words), std::string(words), message.sender, message.senderName, {}, message.at};
}

FieldValue value(std::string text, std::vector<RecordKey> sources, std::string_view updated)
{
    FieldValue out{std::move(text), std::move(sources), {}};
    if (!updated.empty())
        out.updatedAt = at(updated);
    return out;
}

RuleMatch complaintRule()
{
    RuleMatch rule;
    rule.rule = "R-310";
    rule.title = "Open complaint outranks offers";
    rule.version = 3;
    rule.owner = "Customer Care";
    rule.rank = Rank::p3;
    rule.verdict = Verdict::hold;
    rule.posture = Posture::serviceFirst;
    rule.untilEvent = "interaction.closed";
    rule.untilPlusDays = 14;
    rule.reviewBy = at("2026-12-31T00:00:00+01:00");
    rule.signals = {"open_complaint", "repeat_contact", "broken_promise"};
    rule.say = "An unresolved complaint comes first.";
    rule.overrideRole = "supervisor";
    rule.overrideMaxHours = 24;
    return rule;
}

std::shared_ptr<CustomerView> simpleView(std::int64_t person, std::string name)
{
    auto view = std::make_shared<CustomerView>();
    view->profile.person = person;
    view->profile.displayName = std::move(name);
    view->profile.records = {{"crm", "C-" + std::to_string(person)}};
    view->decision.asOf = now();
    view->decision.charterVersion = "2026.11.2";
    view->timings.total = 4'200;
    return view;
}

} // namespace foreword::story
