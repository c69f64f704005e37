#include "ui/text/brief_text.h"

#include "core/model/told_together.h"
#include "ui/text/strings.h"

namespace foreword {

QString BriefText::promiseWord(const Promise& promise) const
{
    if (isRunning(promise)) {
        //: What we promised holds until that day, a suspension of the contract for example.
        return tr("Runs until %1").arg(m_wording.date(*promise.due));
    }
    switch (promise.status) {
    case PromiseStatus::missed: return tr("Missed");
    case PromiseStatus::kept: return tr("Kept");
    case PromiseStatus::due: {
        if (!promise.due)
            return tr("Due");
        const auto days = m_wording.localDate(m_wording.now()).daysTo(m_wording.localDate(*promise.due));
        if (days == 0)
            return tr("Due today");
        return days == 1 ? tr("Due tomorrow") : tr("Due %1").arg(m_wording.date(*promise.due));
    }
    case PromiseStatus::open: break;
    }
    return tr("Open");
}

Ink BriefText::promiseInk(const Promise& promise)
{
    switch (isRunning(promise) ? PromiseStatus::open : promise.status) {
    case PromiseStatus::missed: return Ink::red;
    case PromiseStatus::due: return Ink::amber;
    case PromiseStatus::kept: return Ink::green;
    case PromiseStatus::open: break;
    }
    return Ink::muted;
}

QString BriefText::channelWord(Channel channel)
{
    switch (channel) {
    case Channel::email: return tr("E-mail");
    case Channel::chat: return tr("Chat");
    case Channel::phone: return tr("Call");
    case Channel::sms: return tr("Text message");
    case Channel::social: return tr("Social media");
    case Channel::visit: break;
    }
    return tr("Visit");
}

Icon BriefText::channelIcon(Channel channel)
{
    switch (channel) {
    case Channel::email: return Icon::email;
    case Channel::chat: return Icon::chat;
    case Channel::phone: return Icon::phone;
    case Channel::sms: return Icon::sms;
    case Channel::social: return Icon::social;
    case Channel::visit: break;
    }
    return Icon::visit;
}

QString BriefText::statusWord(InteractionStatus status)
{
    switch (status) {
    case InteractionStatus::open: return tr("open");
    case InteractionStatus::pending: return tr("pending");
    case InteractionStatus::resolved: return tr("resolved");
    case InteractionStatus::closed: break;
    }
    return tr("closed");
}

Ink BriefText::statusInk(InteractionStatus status)
{
    return isUnderway(status) ? Ink::amber : Ink::normal;
}

QString BriefText::interactionPill(const InteractionRecord& interaction) const
{
    const bool over = !isUnderway(interaction.status);
    constexpr std::int64_t day = 86'400'000'000;
    if (interaction.channel == Channel::phone && over && interaction.closedAt
        && interaction.closedAt->micros() - interaction.openedAt.micros() < day)
        return m_wording.duration(interaction.openedAt, *interaction.closedAt);
    return statusWord(interaction.status);
}

QString BriefText::channelCount(Channel channel, int count) const
{
    switch (channel) {
    case Channel::email: return tr("%n e-mail(s)", nullptr, count);
    case Channel::chat: return tr("%n chat message(s)", nullptr, count);
    case Channel::phone: return tr("%n call(s)", nullptr, count);
    case Channel::sms: return tr("%n text message(s)", nullptr, count);
    case Channel::social: return tr("%n post(s)", nullptr, count);
    case Channel::visit: break;
    }
    return tr("%n visit(s)", nullptr, count);
}

QString BriefText::sinceLead(const SinceLast& since) const
{
    //: What follows is what happened, each with its number: "2 e-mails", "1 promise missed".
    return tr("Since our last answer (%1):").arg(m_wording.dayTime(since.answered));
}

QString BriefText::news(const News& news) const
{
    const auto count = static_cast<int>(news.citations.size());
    switch (news.kind) {
    case NewsKind::promiseMissed: return tr("%n promise(s) missed", nullptr, count);
    case NewsKind::promiseKept: return tr("%n promise(s) kept", nullptr, count);
    case NewsKind::noted: return tr("%n note(s) by colleagues", nullptr, count);
    case NewsKind::wrote: break;
    }
    return channelCount(news.channel, count);
}

QString BriefText::senderWord(Sender sender)
{
    switch (sender) {
    case Sender::customer: return tr("Customer");
    case Sender::agent: return tr("Agent");
    case Sender::bot: return tr("Bot");
    case Sender::system: break;
    }
    return tr("System");
}

QString BriefText::speaker(const HistoryMessage& message) const
{
    if (message.senderName.empty())
        return senderWord(message.sender);
    QString name = toQt(message.senderName);
    switch (message.sender) {
    case Sender::agent: return tr("Agent %1").arg(name);
    case Sender::bot: return tr("Bot %1").arg(name);
    case Sender::customer:
    case Sender::system: break;
    }
    return name;
}

QString BriefText::factWord(FactKind kind)
{
    switch (kind) {
    case FactKind::orderOrBookingRef: return tr("Order or booking number");
    case FactKind::accountOrDeviceId: return tr("Account or device number");
    case FactKind::deviceOrProduct: return tr("Device or product");
    case FactKind::placeOrRoute: return tr("Place");
    case FactKind::dateOrTime: return tr("Date or time");
    case FactKind::amount: return tr("Amount");
    case FactKind::errorText: return tr("Error");
    case FactKind::contactDetail: return tr("Contact");
    case FactKind::otherFact: break;
    }
    return tr("Also");
}

QString BriefText::factValue(const ToldFact& fact) const
{
    const SaidDay said = saidDay(fact);
    const QString words = toQt(said.said).simplified();
    const std::optional<CivilDate> day = parseDate(said.day);
    //: A day as somebody named it, and which one that is: "Thursday → 5 Nov 2026".
    return day ? tr("%1 → %2").arg(words, m_wording.civilDate(*day)) : toQt(fact.words).simplified();
}

QString BriefText::voice(const HistoryMessage& message) const
{
    if (message.visibility == Visibility::internal)
        return tr("Note by %1").arg(speaker(message));
    if (message.sender == Sender::system && !message.senderName.empty())
        return tr("System %1").arg(toQt(message.senderName));
    return speaker(message);
}

QString BriefText::voiceAndDay(const HistoryMessage& message) const
{
    //: Who said it, and when.
    return tr("%1, %2").arg(voice(message), m_wording.date(message.at));
}

QString BriefText::toldBy(const CitedMessages& cited, std::span<const ToldFact> facts) const
{
    const Telling telling = tellingOf(cited, facts);
    if (!telling.first)
        return {};
    const HistoryMessage& said = *telling.first;
    const InteractionRecord& interaction = cited.history().interactions[said.interaction];
    QStringList parts{speaker(said), m_wording.date(said.at), channelWord(interaction.channel)};
    if (!interaction.subject.empty())
        parts.append(toQt(interaction.subject));
    QStringList again;
    for (const HistoryMessage* other : telling.again) {
        const QString date = m_wording.date(other->at);
        if (m_wording.localDate(other->at) > m_wording.localDate(said.at) && !again.contains(date))
            again.append(date);
    }
    if (!again.isEmpty()) {
        //: On these days the customer told it again.
        parts.append(tr("again %1").arg(m_wording.list(again)));
    }
    return parts.join(u", "_s);
}

QString BriefText::situationTitle(SituationOf what)
{
    switch (what) {
    case SituationOf::openMatter: return tr("Right now");
    case SituationOf::lastMatterStillOwed: return tr("Last time, no conversation is open");
    case SituationOf::lastMatter: break;
    }
    return tr("Last time, nothing is open");
}

QString BriefText::kindWord(InteractionKind kind)
{
    switch (kind) {
    case InteractionKind::enquiry: return tr("enquiry");
    case InteractionKind::complaint: return tr("complaint");
    case InteractionKind::fault: return tr("fault");
    case InteractionKind::order: return tr("order");
    case InteractionKind::billing: return tr("billing");
    case InteractionKind::cancellation: return tr("cancellation");
    case InteractionKind::other: break;
    }
    return {};
}

QString BriefText::conversationTitle(const InteractionRecord& interaction)
{
    QString subject = toQt(interaction.subject).simplified();
    if (!subject.isEmpty())
        return subject;
    const QString kind = kindWord(interaction.kind);
    //: A conversation without a subject: its channel, and what it is about: "Chat, billing".
    return kind.isEmpty() ? channelWord(interaction.channel) : tr("%1, %2", "channel and kind").arg(channelWord(interaction.channel), kind);
}

QString BriefText::arrows()
{
    return tr("→ leads to what we answered or what a system said, ← to what the customer said came of it.");
}

} // namespace foreword
