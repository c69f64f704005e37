#include "story.h"

#include <cstdio>
#include <cstdlib>

namespace foreword::story {
namespace {

[[noreturn]] void refuse(const char* what)
{
    std::fprintf(stderr, "story: %s\n", what);
    std::abort();
}

FieldValue value(std::string text, std::vector<RecordKey> sources, std::string_view updated = {})
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

RuleMatch objectionRule()
{
    RuleMatch rule;
    rule.rule = "R-110";
    rule.title = "Objection to marketing";
    rule.version = 2;
    rule.owner = "Privacy Office";
    rule.rank = Rank::p1;
    rule.verdict = Verdict::suppress;
    rule.untilEvent = "opt_in";
    rule.signals = {"marketing_objection"};
    rule.say = "Objected to upgrade offers on 3 Nov.";
    return rule;
}

History mariaHistory()
{
    HistoryMaker maker;
    maker
        .interaction("4689", Channel::chat, InteractionStatus::closed, "First report of evening drops, router swap agreed",
                     "2026-10-28T20:02:00+01:00", "2026-10-28T20:14:00+01:00")
        .message(Sender::customer, "Maria", "2026-10-28T20:02:00+01:00", "Hi, my fibre line has a problem.")
        .message(Sender::agent, "Jo", "2026-10-28T20:04:00+01:00", "Hello Maria, what do you see? And which modem do you have?")
        .message(Sender::bot, "Assist", "2026-10-28T20:05:00+01:00", "You can find the serial number on the back of your modem.")
        .message(Sender::customer, "Maria", "2026-10-28T20:14:00+01:00",
                 "The connection drops every evening, always 19:00 to 22:00. Modem serial FX-20931 🙂, für alle Geräte im Haus.");
    maker
        .interaction("4702", Channel::email, InteractionStatus::closed, "Router swap", "2026-11-01T09:00:00+01:00",
                     "2026-11-01T18:00:00+01:00")
        .message(Sender::agent, "Jo", "2026-11-01T09:00:00+01:00", "The router was replaced today. Please tell us if it holds.");
    maker
        .interaction("4705", Channel::email, InteractionStatus::closed, "Marketing reply: “stop sending me upgrade offers”",
                     "2026-11-03T11:05:00+01:00", "2026-11-03T12:00:00+01:00")
        .message(Sender::customer, "Maria", "2026-11-03T11:05:00+01:00", "Stop sending me upgrade offers while my line does not work.");
    maker
        .interaction("4709", Channel::phone, InteractionStatus::closed, "Asked about the missed visit, credit to be checked",
                     "2026-11-07T16:16:00+01:00", "2026-11-07T16:20:00+01:00")
        .message(
            Sender::agent, "Piet", "2026-11-07T16:16:00+01:00",
            "Identity verified on 5 November. Line reset and channel change done by phone. Technician booked for 5 Nov 14:00, home after 16:00.",
            Visibility::internal)
        .message(Sender::agent, "Piet", "2026-11-07T16:20:00+01:00", "I will call you back by Monday about the credit for October.");
    maker.interaction("4711", Channel::email, InteractionStatus::open, "Router still drops every evening", "2026-11-09T10:02:00+01:00")
        .message(
            Sender::customer, "Maria", "2026-11-09T10:02:00+01:00",
            "This is the third time I write about this. Nobody came on Tuesday although you confirmed it. Please send a technician and "
            "credit October.");
    return maker.take();
}

Profile mariaProfile()
{
    const RecordKey crm{"crm", "C-100"}, helpdesk{"helpdesk", "H-77"}, billing{"billing", "B-9"};
    Profile p;
    p.person = maria;
    p.displayName = "Maria Hoffmann";
    p.records = {billing, crm, helpdesk};
    p.fields = {
        {"name", value("Maria Hoffmann", {crm, helpdesk}), {}, false},
        {"email", value("maria.hoffmann@example.com", {crm, helpdesk}), {}, false},
        {"phone", value("+49 30 901820", {crm, billing}), {}, false},
        {"address", value("Lindenstr. 4, Berlin", {crm}), {}, false},
        {"birth_date", value("1981-04-12", {crm}, "2026-11-01T00:00:00+01:00"), {value("1981-12-04", {helpdesk})}, true},
        {"value_tier", value("gold", {crm}, "2026-11-01T00:00:00+01:00"), {}, true},
        {"language", value("de", {crm}), {}, false},
        {"renewal_date", value("2026-12-13", {crm}), {}, false},
        {"customer_since", value("2017", {crm}), {}, false},
    };
    p.consents = {
        {"crm", "2", crm, "service", ConsentChannel::any, ConsentStatus::granted, ConsentBasis::optIn, at("2021-02-01T10:00:00+01:00"), {}},
        {"crm",
         "1",
         crm,
         "marketing",
         ConsentChannel::any,
         ConsentStatus::granted,
         ConsentBasis::optIn,
         at("2021-02-01T10:00:00+01:00"),
         {}},
    };
    return p;
}

Brief mariaBrief(const History& h)
{
    Brief b;
    b.situation = {
        {"The fibre connection drops every evening since 28 Oct and the replacement router did not fix it.",
         cite(h, 4, "The connection drops every evening"),
         {cite(h, 9, "third time")}},
        {"Asks for a technician and a credit for October.", cite(h, 9, "credit October")},
    };
    b.tried = {{"Router replaced on 1 Nov", cite(h, 5, "The router was replaced today")},
               {"Line reset and channel change by phone", cite(h, 7, "Line reset and channel change")}};
    b.promised = {
        {{"technician visit, 5 Nov 14:00", cite(h, 7, "Technician booked for 5 Nov 14:00")},
         PromiseStatus::missed,
         at("2026-11-05T14:00:00+01:00")},
        {{"call back about the credit", cite(h, 8, "call you back by Monday")}, PromiseStatus::due, at("2026-11-09T23:59:59+01:00")}};
    b.told = {{{"Modem serial FX-20931", cite(h, 4, "FX-20931")}, FactKind::accountOrDeviceId, "FX-20931"},
              {{"Drops 19:00 to 22:00", cite(h, 4, "19:00 to 22:00")}, FactKind::dateOrTime, "19:00/22:00"},
              {{"Home after 16:00", cite(h, 7, "home after 16:00")}, FactKind::dateOrTime, "16:00"},
              {{"Identity verified 5 Nov", cite(h, 7, "Identity verified on 5 November")}, FactKind::otherFact, ""}};
    b.resolution = Resolution::unresolved;
    b.satisfaction = Satisfaction::dissatisfied;
    b.keySentences = {cite(h, 9, "Nobody came on Tuesday")};
    return b;
}

Decision mariaDecision(const History& h)
{
    const RecordKey open{"helpdesk", "4711"};
    Decision d;
    d.asOf = now();
    d.channel = "agent";
    d.charterVersion = "2026.11.2";
    d.inputHash = "5f0c2e9b71aa4c0f";
    d.posture = Posture::serviceFirst;
    d.postureReason = complaintRule();
    d.postureEvidence = {quote(h, 4, "drops every evening"), quote(h, 7, "Technician booked for 5 Nov 14:00"),
                         quote(h, 9, "Nobody came on Tuesday")};
    d.matched = {objectionRule(), complaintRule()};
    d.signals = {
        {"marketing_objection",
         SignalState::confirmed,
         Rank::p1,
         {quote(h, 6, "Stop sending me upgrade offers")},
         {},
         at("2026-11-03T11:05:00+01:00"),
         {},
         "opt_in",
         {},
         {}},
        {"open_complaint",
         SignalState::suspected,
         Rank::p3,
         {quote(h, 9, "Nobody came on Tuesday")},
         {open},
         at("2026-11-09T10:02:00+01:00"),
         {},
         "interaction.closed",
         {},
         {}},
        {"repeat_contact",
         SignalState::confirmed,
         Rank::p4,
         {quote(h, 9, "third time I write")},
         {{"helpdesk", "4689"}, {"helpdesk", "4709"}, open},
         {},
         {},
         {},
         {},
         {}},
        {"broken_promise", SignalState::confirmed, Rank::p4, {quote(h, 7, "Technician booked for 5 Nov 14:00")}, {}, {}, {}, {}, {}, {}},
    };
    OfferDecision lock{{"marketing", "lock"},
                       "Loyalty price lock",
                       OfferKind::retention,
                       Verdict::hold,
                       {},
                       "interaction.closed",
                       14,
                       {},
                       complaintRule(),
                       {},
                       {},
                       {}};
    OfferDecision fibre{{"marketing", "fibre-1000"},
                        "Fibre 1000 upgrade",
                        OfferKind::upsell,
                        Verdict::suppress,
                        {},
                        "opt_in",
                        0,
                        {},
                        objectionRule(),
                        {quote(h, 6, "Stop sending me upgrade offers")},
                        {complaintRule()},
                        {}};
    OfferDecision credit;
    credit.offer = {"marketing", "credit-10"};
    credit.name = "October service credit";
    credit.kind = OfferKind::support;
    d.offers = {lock, fibre, credit};
    return d;
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

std::shared_ptr<CustomerView> mariaView()
{
    auto view = simpleView(maria, "Maria Hoffmann");
    view->profile = mariaProfile();
    view->history = mariaHistory();
    view->brief = mariaBrief(view->history);
    view->decision = mariaDecision(view->history);
    view->definitions = {
        {"open_complaint", "Open complaint", "Dissatisfaction about service, in any words, with a response expected.",
         "FCA Glossary, ISO 10002", "Customer Care"},
        {"repeat_contact", "Repeat contact", "Three or more contacts about one issue in 7 days.", "First-contact resolution practice",
         "Service Quality"},
        {"broken_promise", "Broken promise", "A commitment is past due and nothing fulfilled it.", "Commitment detection", "Customer Care"},
        {"marketing_objection", "Objection to marketing", "Any clear request to stop marketing.", "GDPR 21(2)-(3)", "Privacy Office"},
    };
    view->findings = {
        {FindingCode::birthDatesDiffer,
         {{"first_source", "crm"},
          {"first", "1981-04-12"},
          {"second_source", "helpdesk"},
          {"second", "1981-12-04"},
          {"difference", "swapped"}}},
        {FindingCode::consentsConflict,
         {{"channel", "any"},
          {"first_source", "helpdesk"},
          {"first", "objected"},
          {"first_at", "2026-11-03T11:05:00+01:00"},
          {"second_source", "crm"},
          {"second", "granted"},
          {"second_at", "2021-02-01T10:00:00+01:00"},
          {"winner_source", "helpdesk"},
          {"winner", "objected"}}},
    };
    return view;
}

std::shared_ptr<CustomerView> kwameView()
{
    auto view = simpleView(kwame, "Kwame Mensah");
    HistoryMaker maker;
    maker.interaction("5001", Channel::email, InteractionStatus::open, "Account of my late father", "2026-11-09T09:58:00+01:00")
        .message(Sender::customer, "Kwame", "2026-11-09T09:58:00+01:00",
                 "My father passed away last week. If this is not settled I will go to the ombudsman.");
    view->history = maker.take();
    view->brief.situation = {{"Reports the death of the account holder.", cite(view->history, 1, "My father passed away")}};
    RuleMatch rule = complaintRule();
    rule.rule = "R-305";
    rule.title = "Formal redress goes to a supervisor";
    rule.posture = Posture::escalate;
    rule.signals = {"formal_redress_threat", "bereavement"};
    view->decision.posture = Posture::escalate;
    view->decision.postureReason = rule;
    view->decision.matched = {rule};
    view->decision.postureEvidence = {quote(view->history, 1, "ombudsman")};
    view->decision.signals = {
        {"formal_redress_threat", SignalState::suspected, Rank::p3, {quote(view->history, 1, "ombudsman")}, {}, {}, {}, {}, {}, {}},
        {"bereavement", SignalState::suspected, Rank::p3, {quote(view->history, 1, "My father passed away")}, {}, {}, {}, {}, {}, {}}};
    return view;
}

std::shared_ptr<CustomerView> priyaView()
{
    auto view = simpleView(priya, "Priya Nair");
    HistoryMaker maker;
    maker.interaction("5002", Channel::chat, InteractionStatus::open, "Upgrade question", "2026-11-09T09:53:00+01:00")
        .message(Sender::customer, "Priya", "2026-11-09T09:53:00+01:00", "Which upgrades can I have?");
    view->history = maker.take();
    view->brief.openQuestions = {{"Which upgrades can I have?", cite(view->history, 1, "Which upgrades can I have?")}};
    OfferDecision offer;
    offer.offer = {"marketing", "fibre-1000"};
    offer.name = "Fibre 1000 upgrade";
    offer.kind = OfferKind::upsell;
    view->decision.offers = {offer};
    return view;
}

std::shared_ptr<CustomerView> tomView()
{
    auto view = simpleView(tom, "Tom Okafor");
    view->profile.fields = {{"email", value("tom.okafor@example.com", {{"crm", "C-4"}}), {}, false}};
    return view;
}

std::shared_ptr<CustomerView> longView(int messages)
{
    auto view = simpleView(lena, "Lena Sørensen");
    HistoryMaker maker;
    const Timestamp start = at("2020-01-01T08:00:00+01:00");
    constexpr int perInteraction = 40;
    for (int i = 0; i < messages; ++i) {
        const std::string time = start.plusMinutes(i * 300LL).toString();
        if (i % perInteraction == 0)
            maker.interaction(std::to_string(6000 + i / perInteraction), static_cast<Channel>(i / perInteraction % 6),
                              InteractionStatus::closed, "Matter " + std::to_string(i / perInteraction), time, time);
        std::string text = "Message " + std::to_string(i + 1) + ".";
        for (int words = 0; words < i * 7 % 60; ++words)
            text += words % 9 == 8 ? " Überraschung," : " again";
        maker.message(i % 3 == 0 ? Sender::customer : Sender::agent, i % 3 == 0 ? "Lena" : "Jo", time, std::move(text));
    }
    view->history = maker.take();
    if (messages > 100)
        view->brief.situation = {{"An old matter.", cite(view->history, messages / 2, "Message " + std::to_string(messages / 2) + ".")}};
    return view;
}

std::shared_ptr<CustomerView> hostileView()
{
    auto view = simpleView(noor, "<b>Noor</b> %1 &Haddad");
    HistoryMaker maker;
    maker.interaction("<i>7</i>", Channel::social, InteractionStatus::open, "<img src=x> AT&T %2 %n", "2026-11-06T09:53:00+01:00")
        .message(Sender::customer, "%1 <u>Noor</u>", "2026-11-06T09:53:00+01:00", "<script>alert(1)</script> & <b>not bold</b> %1 %2 %3");
    view->history = maker.take();
    view->brief.situation = {{"Says <b>not bold</b> & %1.", cite(view->history, 1, "<b>not bold</b>")}};
    view->brief.told = {{{"AT&T <b>router</b>", cite(view->history, 1, "not bold")}, FactKind::otherFact, ""}};
    view->profile.fields = {{"email", value("<a href=\"http://example.com\">mail</a>", {{"<b>crm</b>", "1"}}), {}, false}};
    return view;
}

std::vector<QueueEntry> queue()
{
    const auto entry = [](std::int64_t person, const char* name, const char* subject, bool waiting, Posture posture, const char* since) {
        return QueueEntry{person, name, subject, waiting, person != tom, posture, at(since)};
    };
    return {
        entry(maria, "Maria Hoffmann", "Router still drops every evening", true, Posture::serviceFirst, "2026-11-09T10:02:00+01:00"),
        entry(kwame, "Kwame Mensah", "Account of my late father", true, Posture::escalate, "2026-11-09T09:58:00+01:00"),
        entry(priya, "Priya Nair", "Upgrade question", true, Posture::normal, "2026-11-09T09:53:00+01:00"),
        entry(tom, "Tom Okafor", "", true, Posture::normal, "2026-11-09T09:50:00+01:00"),
        entry(lena, "Lena Sørensen", "Invoice copy sent", false, Posture::normal, "2026-11-09T09:41:00+01:00"),
        entry(alvarez, "J. Alvarez", "Refund pending approval", false, Posture::serviceFirst, "2026-11-09T09:12:00+01:00"),
        entry(noor, "Noor Haddad", "Delivery rescheduled", false, Posture::normal, "2026-11-06T15:00:00+01:00"),
    };
}

} // namespace foreword::story
