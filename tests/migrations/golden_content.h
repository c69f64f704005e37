// What the golden workspace of schema 1 holds, and how it was written: make_golden writes it,
// test_migrations expects to find it again under every later schema.
#pragma once

#include <string>

#include "core/base/error_catalog.h"
#include "core/base/hash.h"
#include "core/store/connection.h"
#include "core/store/reading.h"
#include "core/store/tables.h"
#include "core/store/workspace.h"

namespace foreword::golden {

// A throw-away key: it protects nothing but this invented content.
inline Secret key()
{
    return Secret("a throw-away key: 32 bytes of it");
}

inline Timestamp at(std::string_view time)
{
    return Timestamp::parse(time).value();
}

inline const FixedClock& clock()
{
    static const FixedClock fixed(at("2026-04-01T12:00:00+02:00"));
    return fixed;
}

inline CustomerRecord customer()
{
    CustomerRecord record;
    record.key = {"crm", "C-100"};
    record.names = {"Zoë Hoffmann", "Hoffmann, Z."};
    record.emails = {"zoe@example.com"};
    record.phones = {"+49 30 23125 001"};
    record.addresses = {{"Weg 1", "Köln", "50667", "DE"}};
    record.birthDate = "1981-04-12";
    record.externalIds = {{"loyalty", "L-9"}};
    record.attributes = {{"language", "de"}, {"value_tier", "gold"}};
    record.updatedAt = at("2026-01-01T00:00:00.5-05:30");
    return record;
}

inline InteractionRecord interaction()
{
    InteractionRecord record;
    record.key = {"helpdesk", "4711"};
    record.customer = {"crm", "C-100"};
    record.channel = Channel::phone;
    record.kind = InteractionKind::complaint;
    record.subject = "Router startet neu";
    record.status = InteractionStatus::pending;
    record.openedAt = at("2026-03-01T09:00:00+01:00");
    record.tags = {"vip"};
    return record;
}

inline MessageRecord message(const std::string& id, const std::string& interactionId, const std::string& text)
{
    MessageRecord record;
    record.key = {"helpdesk", id};
    record.interaction = interactionId;
    record.senderName = "Zoë Hoffmann";
    record.at = at("2026-03-01T10:00:00+01:00");
    record.text = text;
    return record;
}

inline const std::vector<Redaction>& redactions()
{
    static const std::vector<Redaction> all = {{{39, 55}, "card_number"}};
    return all;
}

inline Annotations annotations()
{
    Annotations all;
    all.push_back({AnnotationKind::sentence, {0, 26}, "body", "", {}, 700});
    all.push_back({AnnotationKind::promise, {0, 10}, "callback", "morgen", at("2026-03-02T18:00:00+01:00"), 0});
    return all;
}

inline ConsentRecord consent()
{
    ConsentRecord record;
    record.source = "crm";
    record.customer = {"crm", "C-100"};
    record.purpose = "marketing";
    record.channel = ConsentChannel::post;
    record.status = ConsentStatus::objected;
    record.at = at("2026-02-01T00:00:00Z");
    return record;
}

inline EventRecord event()
{
    EventRecord record;
    record.source = "billing";
    record.id = "e-1";
    record.customer = {"crm", "C-100"};
    record.name = "payment_missed";
    record.at = at("2026-02-02T00:00:00Z");
    record.data = R"({"amount":"12.50"})";
    return record;
}

inline OfferRecord offer()
{
    OfferRecord record;
    record.key = {"marketing", "fibre-1000"};
    record.name = "Fibre 1000";
    record.kind = OfferKind::upsell;
    record.channels = {"agent"};
    record.validTo = at("2026-12-31T23:59:59+01:00");
    record.value = 20.25;
    record.selectedBy = {"purchase_history"};
    record.complex = true;
    return record;
}

inline SavedSource source()
{
    SavedSource saved;
    saved.name = "helpdesk";
    saved.kind = "request_tracker";
    saved.url = "https://help.example.com";
    saved.user = "reader";
    saved.options = {{"queue", "General"}};
    saved.lastPullAt = at("2026-03-31T06:00:00Z");
    return saved;
}

} // namespace foreword::golden
