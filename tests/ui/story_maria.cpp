// The customer of the pictures in design/: everything the window can show at once.
#include "core/annotate/consent_reading.h"
#include "story.h"
#include "story_makers.h"

namespace foreword::story {
namespace {

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
        {"name", value("Maria Hoffmann", {crm, helpdesk}), {}, false, {}, {}},
        {"email", value("maria.hoffmann@example.com", {crm, helpdesk}), {}, false, {}, {}},
        {"phone", value("+49 30 901820", {crm, billing}), {}, false, {}, {}},
        {"address", value("Lindenstr. 4, Berlin", {crm}), {}, false, {}, {}},
        {"birth_date", value("1981-04-12", {crm}, "2026-11-01T00:00:00+01:00"), {value("1981-12-04", {helpdesk})}, true, {}, {}},
        {"value_tier", value("gold", {crm}, "2026-11-01T00:00:00+01:00"), {}, true, {}, {}},
        {"language", value("de", {crm}), {}, false, {}, {}},
        {"renewal_date", value("2026-12-13", {crm}), {}, false, {}, {}},
        {"customer_since", value("2017", {crm}), {}, false, {}, {}},
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
         at("2026-11-05T14:00:00+01:00"),
         {}},
        {{"call back about the credit", cite(h, 8, "call you back by Monday")}, PromiseStatus::due, at("2026-11-09T23:59:59+01:00"), {}}};
    b.told = {{{"Modem serial FX-20931", cite(h, 4, "FX-20931")}, FactKind::accountOrDeviceId, "FX-20931", "Modem serial FX-20931", ""},
              {{"Drops 19:00 to 22:00", cite(h, 4, "19:00 to 22:00")}, FactKind::dateOrTime, "19:00/22:00", "Drops 19:00 to 22:00", ""},
              {{"Home after 16:00", cite(h, 7, "home after 16:00")}, FactKind::dateOrTime, "16:00", "Home after 16:00", ""},
              {{"Identity verified 5 Nov", cite(h, 7, "Identity verified on 5 November")},
               FactKind::otherFact,
               "",
               "Identity verified 5 Nov",
               ""}};
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

} // namespace

std::shared_ptr<CustomerView> mariaView()
{
    auto view = simpleView(maria, "Maria Hoffmann");
    view->profile = mariaProfile();
    view->history = mariaHistory();
    auto kept = view->history;
    kept.consents = view->profile.consents;
    view->profile.consent = consentLedger(kept, now(), {});
    view->brief = mariaBrief(view->history);
    view->wrapUp = {4, {view->brief.situation[1]}, {view->brief.tried[1]}, {view->brief.promised[1]}};
    view->noteSources = {"helpdesk"};
    view->since = SinceLast{at("2026-11-07T16:20:00+01:00"),
                            {{NewsKind::promiseMissed, {}, {cite(view->history, 7, "Technician booked for 5 Nov 14:00")}},
                             {NewsKind::wrote, Channel::email, {cite(view->history, 9, "third time")}}}};
    view->opening = Statement("Today you wrote to us: “Nobody came on Tuesday although you confirmed it.” I have that in front of me.",
                              cite(view->history, 9, "Nobody came on Tuesday although you confirmed it."));
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

} // namespace foreword::story
