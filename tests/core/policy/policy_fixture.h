// A small dictionary and charter for the tests of this room, apart from the shipped ones, so
// that those may grow without bending what is proved here.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <QtTest>

#include "core/base/error_catalog.h"
#include "core/policy/charter.h"
#include "core/policy/decider.h"

namespace foreword::fixture {

inline constexpr std::string_view dictionaryText = R"(
version = "7"

[[signal]]
id = "danger"
title = "Danger"
definition = "Danger now."
authority = "test"
owner = "Safety"
rank = "P0"
sensitive = true
evidence = ["text", "field"]
uses = ["protect", "route"]
ends = { by = "human" }
review = "2027-03-31"

[[signal]]
id = "objection"
title = "Objection"
definition = "No marketing."
authority = "test"
owner = "Privacy"
rank = "P1"
sensitive = false
evidence = ["text", "field"]
uses = ["protect", "route"]
ends = { by = "opt_in" }
review = "2027-03-31"

[[signal]]
id = "mixed_identity"
title = "Mixed identity"
definition = "Two people."
authority = "test"
owner = "Stewards"
rank = "P2"
sensitive = false
evidence = ["field", "history"]
uses = ["protect"]
ends = { by = "state" }
review = "2027-03-31"

[[signal]]
id = "complaint"
title = "Complaint"
definition = "Unhappy."
authority = "test"
owner = "Care"
rank = "P3"
sensitive = false
evidence = ["text", "field"]
uses = ["protect", "route"]
ends = { by = "interaction.closed", plus_days = 14 }
review = "2027-03-31"

[[signal]]
id = "grief"
title = "Grief"
definition = "A loss."
authority = "test"
owner = "Care"
rank = "P3"
sensitive = true
evidence = ["text", "field"]
uses = ["protect", "route"]
ends = { days = 90 }
review = "2027-03-31"

[[signal]]
id = "again"
title = "Again"
definition = "Third contact."
authority = "test"
owner = "Operations"
rank = "P4"
sensitive = false
evidence = ["history"]
uses = ["protect", "route"]
ends = { days = 7, by = "window" }
review = "2027-03-31"

[[signal]]
id = "person_wanted"
title = "Person wanted"
definition = "Asks for a person."
authority = "test"
owner = "Operations"
rank = "P4"
sensitive = false
evidence = ["text"]
uses = ["protect", "route"]
ends = { by = "conversation" }
review = "2027-03-31"
)";

// The parts of a charter, so that a test can turn their order around.
inline const std::vector<std::string>& charterParts()
{
    static const std::vector<std::string> parts = {
        R"([fail_closed]
title = "Not read yet"
review_days = 3
say = "Offers wait until someone has read this."
)",
        R"([[rule]]
id = "danger"
title = "Danger"
rank = "P0"
when = { all = ["danger"] }
kinds = ["marketing", "upsell", "retention", "support", "service_notice"]
offer = "suppress"
conversation = "escalate"
until = { event = "signal", review_days = 1 }
say = "Someone is in danger."
)",
        R"([[rule]]
id = "objection"
title = "Objection"
version = 4
owner = "Privacy"
rank = "P1"
when = { all = ["objection"], min_state = "suspected" }
offer = "suppress"
until = { event = "opt_in" }
say = "No marketing, please."
)",
        R"([[rule]]
id = "identity"
title = "Two people"
rank = "P2"
when = { all = ["mixed_identity"] }
offer = "hold"
until = { event = "signal", review_days = 5 }
say = "It is not clear who this is."
)",
        R"([[rule]]
id = "complaint"
title = "Complaint"
rank = "P3"
when = { all = ["complaint"] }
kinds = ["marketing", "upsell"]
offer = "hold"
conversation = "service_first"
until = { event = "interaction.closed", plus_days = 14, review_days = 56 }
override = { role = "supervisor", max_hours = 12 }
say = "The complaint first."
)",
        R"([[rule]]
id = "grief"
title = "Grief"
rank = "P3"
when = { all = ["grief"] }
offer = "hold"
conversation = "service_first"
until = { days = 90 }
say = "A loss."
)",
        R"([[rule]]
id = "again"
title = "Again"
rank = "P4"
when = { all = ["again"], min_state = "confirmed" }
kinds = ["upsell"]
offer = "suppress"
until = { event = "signal" }
say = "Third time."
)",
        R"([[rule]]
id = "person"
title = "Person"
rank = "P4"
when = { all = ["person_wanted"] }
conversation = "escalate"
until = { event = "conversation" }
say = "A person was asked for."
)",
        R"([[rule]]
id = "strained"
title = "Strained"
rank = "P4"
when = { all = ["complaint"], any = ["again", "person_wanted"] }
kinds = ["retention"]
offer = "hold"
until = { days = 30 }
say = "Give it time."
)",
        R"([[test]]
name = "danger"
rule = "danger"
signals = { danger = "suspected" }
kind = "support"
expect = { offer = "suppress", conversation = "escalate" }
)",
        R"([[test]]
name = "objection"
rule = "objection"
signals = { objection = "suspected" }
kind = "marketing"
expect = { offer = "suppress", conversation = "normal" }
)",
        R"([[test]]
name = "identity"
rule = "identity"
signals = { mixed_identity = "confirmed" }
kind = "retention"
expect = { offer = "hold", conversation = "normal" }
)",
        R"([[test]]
name = "complaint"
rule = "complaint"
signals = { complaint = "suspected" }
kind = "upsell"
expect = { offer = "hold", conversation = "service_first" }
)",
        R"([[test]]
name = "grief"
rule = "grief"
signals = { grief = "suspected" }
kind = "retention"
expect = { offer = "hold", conversation = "service_first" }
)",
        R"([[test]]
name = "again"
rule = "again"
signals = { again = "confirmed" }
kind = "upsell"
expect = { offer = "suppress", conversation = "normal" }
)",
        R"([[test]]
name = "person"
rule = "person"
signals = { person_wanted = "suspected" }
kind = "marketing"
expect = { offer = "allow", conversation = "escalate" }
)",
        R"([[test]]
name = "strained"
rule = "strained"
signals = { complaint = "suspected", person_wanted = "suspected" }
kind = "retention"
expect = { offer = "hold", conversation = "escalate" }
)",
    };
    return parts;
}

inline std::string charterText(const std::vector<std::string>& parts = charterParts())
{
    std::string text = "version = \"1.2\"\nowner = \"House\"\nreview = \"2027-06-30\"\n\n";
    for (const auto& part : parts)
        text.append(part).append("\n");
    return text;
}

inline constexpr CivilDate today{2026, 11, 9};

inline std::string describe(const std::vector<Error>& errors)
{
    std::string text;
    for (const auto& error : errors) {
        text.append(error.param("file")).append(":").append(error.param("line")).append(" ");
        text.append(errorEntry(error.code).name).append(" ").append(englishMessage(error)).append("\n");
    }
    return text;
}

inline const Dictionary& dictionary()
{
    static const auto loaded = Dictionary::load(dictionaryText, "dictionary.toml");
    if (!loaded)
        qFatal("%s", describe(loaded.error()).c_str());
    return *loaded;
}

inline Charter charter(const std::string& text = charterText())
{
    auto loaded = Charter::load(text, "charter.toml", dictionary(), today);
    if (!loaded)
        qFatal("%s", describe(loaded.error()).c_str());
    return *std::move(loaded);
}

inline Timestamp at(const char* text)
{
    const auto time = Timestamp::parse(text);
    if (!time)
        qFatal("%s is no time", text);
    return *time;
}

inline const Timestamp now = at("2026-11-09T10:00:00+01:00");

inline Evidence words(std::string message, std::string quote, Timestamp when)
{
    Evidence evidence;
    evidence.citation = Citation::of({"helpdesk", std::move(message)}, quote, {0, static_cast<std::uint32_t>(quote.size())});
    evidence.quote = std::move(quote);
    evidence.senderName = "Maria";
    evidence.at = when;
    return evidence;
}

inline Signal signal(std::string id, SignalState state = SignalState::suspected)
{
    Signal made;
    made.id = std::move(id);
    made.state = state;
    made.since = at("2026-11-01T09:00:00+01:00");
    return made;
}

inline OfferRecord offer(std::string id, OfferKind kind, double value = 10)
{
    OfferRecord made;
    made.key = {"marketing", std::move(id)};
    made.name = made.key.id;
    made.kind = kind;
    made.channels = {"agent", "email"};
    made.value = value;
    return made;
}

inline std::vector<OfferRecord> oneOfEach()
{
    return {offer("news", OfferKind::marketing, 5), offer("bigger", OfferKind::upsell, 30), offer("stay", OfferKind::retention, 20),
            offer("help", OfferKind::support, 0), offer("works", OfferKind::serviceNotice, 0)};
}

inline DecisionInput input(std::vector<Signal> signals)
{
    DecisionInput made;
    made.signals = std::move(signals);
    made.offers = oneOfEach();
    made.asOf = now;
    return made;
}

inline const OfferDecision* find(const Decision& decision, std::string_view id)
{
    for (const auto& offer : decision.offers) {
        if (offer.offer.id == id)
            return &offer;
    }
    return nullptr;
}

inline Verdict verdictOf(const Decision& decision, std::string_view id)
{
    const auto* offer = find(decision, id);
    if (!offer)
        qFatal("no decision for %s", std::string(id).c_str());
    return offer->verdict;
}

} // namespace foreword::fixture
