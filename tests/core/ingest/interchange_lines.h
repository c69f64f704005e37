// One line of the interchange format for each record type, with everything set. In a header of
// its own, for moc loses its way in raw strings with escaped quotes.
#pragma once

#include <string>

namespace foreword::ingesttest {

inline const std::string customerLine =
    R"({"type":"customer","source":"crm","id":"C-100","names":["Maria Hoffmann"],"emails":["maria@example.com"],"phones":["+49 30 23125 000"],)"
    R"("addresses":[{"street":"Beispielstra\u00dfe 5","city":"Berlin","postcode":"10115","country":"DE"}],"birth_date":"1981-04-12",)"
    R"("external_ids":{"loyalty":"L-9"},"attributes":{"value_tier":"gold","lifecycle":"renewal","language":"de"},"updated_at":"2026-11-09T10:02:00+01:00"})";
inline const std::string interactionLine =
    R"({"type":"interaction","source":"helpdesk","id":"4711","customer":{"source":"crm","id":"C-100"},"channel":"email","kind":"complaint",)"
    R"("subject":"Router","status":"open","opened_at":"2026-11-09T10:02:00+01:00","closed_at":null,"tags":["vip"]})";
inline const std::string textMember = R"(,"text":"It is \"broken\".\nPlease help. \u20ac")";
inline const std::string messageLine =
    R"({"type":"message","source":"helpdesk","interaction":"4711","id":"9","sender":"customer","sender_name":"Maria","at":"2026-11-09T10:02:00.5Z",)"
    R"("visibility":"public")"
    + textMember + "}";
inline const std::string consentLine =
    R"({"type":"consent","source":"crm","customer":{"source":"crm","id":"C-100"},"purpose":"marketing","channel":"email","status":"granted",)"
    R"("basis":"opt_in","at":"2026-11-09T10:02:00Z"})";
inline const std::string offerLine =
    R"({"type":"offer","source":"marketing","id":"fibre-1000","name":"Fibre","kind":"marketing","channels":["agent","email"],"valid_from":null,)"
    R"("valid_to":"2027-01-01T00:00:00Z","value":20.5,"selected_by":["purchase_history"],"credit":false,"complex":true})";
inline const std::string eventLine =
    R"({"type":"event","source":"billing","customer":{"source":"crm","id":"C-100"},"name":"payment_missed","at":"2026-11-09T10:02:00Z",)"
    R"("data":{"b":[1,2.50,{"d":null}],"a":true}})";

inline const std::string canonicalMessageLine =
    R"({"type":"message","source":"helpdesk","interaction":"4711","id":"9","sender":"customer","sender_name":"Maria",)"
    R"("at":"2026-11-09T10:02:00.5Z","visibility":"public","text":"It is \"broken\".\nPlease help. €","updated_at":null})";

} // namespace foreword::ingesttest
