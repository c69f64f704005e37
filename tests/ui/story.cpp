#include "story.h"

#include "story_makers.h"

namespace foreword::story {

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
    view->profile.fields = {{"email", value("tom.okafor@example.com", {{"crm", "C-4"}}), {}, false, {}, {}}};
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
    view->brief.told = {{{"AT&T <b>router</b>", cite(view->history, 1, "not bold")}, FactKind::otherFact, "", "AT&T <b>router</b>", ""}};
    view->profile.couldAlsoBe = {{tom, "Smith && &Söhne <b>%1", {{"phone", "&+44"}}}};
    view->profile.fields = {{"email", value("<a href=\"http://example.com\">mail</a>", {{"<b>crm</b>", "1"}}), {}, false, {}, {}}};
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
