// The records every source yields, in the shape of the public interchange format. Plain
// values; nothing past `sources` knows which system they came from.
#pragma once

#include <compare>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "core/base/timestamp.h"

namespace foreword {

// A record's name in its own system.
struct RecordKey {
    std::string source;
    std::string id;
    auto operator<=>(const RecordKey&) const = default;
};

enum class Channel { email, chat, phone, sms, social, visit };
enum class InteractionKind { enquiry, complaint, fault, order, billing, cancellation, other };
enum class InteractionStatus { open, pending, resolved, closed };
// Else it is over.
constexpr bool isUnderway(InteractionStatus status)
{
    return status == InteractionStatus::open || status == InteractionStatus::pending;
}
enum class Sender { customer, agent, bot, system };
enum class Visibility { visible, internal }; // "public" and "internal"
// Where consent is asked for: wider than the channels a conversation can use.
enum class ConsentChannel { email, phone, sms, post, agent, any };
enum class ConsentStatus { granted, denied, revoked, objected };
enum class ConsentBasis { none, optIn, softOptIn };
enum class OfferKind { marketing, upsell, retention, support, serviceNotice };

struct Address {
    std::string street, city, postcode, country;
    bool operator==(const Address&) const = default;
};

struct CustomerRecord {
    RecordKey key;
    std::vector<std::string> names;
    std::vector<std::string> emails;
    std::vector<std::string> phones;
    std::vector<Address> addresses;
    std::string birthDate; // "1981-04-12" or empty
    std::map<std::string, std::string> externalIds;
    // Values as the source wrote them; numbers and booleans as their JSON text.
    std::map<std::string, std::string> attributes;
    std::optional<Timestamp> updatedAt;
    bool operator==(const CustomerRecord&) const = default;
};

struct InteractionRecord {
    RecordKey key;
    RecordKey customer;
    Channel channel = Channel::email;
    InteractionKind kind = InteractionKind::other;
    std::string subject;
    InteractionStatus status = InteractionStatus::open;
    Timestamp openedAt;
    std::optional<Timestamp> closedAt;
    std::vector<std::string> tags;
    std::optional<Timestamp> updatedAt;
    bool operator==(const InteractionRecord&) const = default;
};

struct MessageRecord {
    RecordKey key;
    std::string interaction; // id in the same source
    Sender sender = Sender::customer;
    std::string senderName;
    Timestamp at;
    Visibility visibility = Visibility::visible;
    std::string text; // as given; exactly one of text and html is set by a source
    std::string html; // raw and hostile until ingest has made text of it
    std::optional<Timestamp> updatedAt;
    bool operator==(const MessageRecord&) const = default;
};

struct ConsentRecord {
    std::string source;
    std::string id; // empty: known by the hash of its canonical line
    RecordKey customer;
    std::string purpose; // "marketing"
    ConsentChannel channel = ConsentChannel::any;
    ConsentStatus status = ConsentStatus::denied;
    ConsentBasis basis = ConsentBasis::none;
    Timestamp at;
    std::optional<Timestamp> updatedAt;
    bool operator==(const ConsentRecord&) const = default;
};

struct OfferRecord {
    RecordKey key;
    std::string name;
    OfferKind kind = OfferKind::marketing;
    std::vector<std::string> channels;
    std::optional<Timestamp> validFrom;
    std::optional<Timestamp> validTo;
    double value = 0; // orders allowed offers, never gates them
    std::vector<std::string> selectedBy;
    bool credit = false;
    bool complex = false;
    std::optional<Timestamp> updatedAt;
    bool operator==(const OfferRecord&) const = default;
};

struct EventRecord {
    std::string source;
    std::string id; // empty: known by the hash of its canonical line
    RecordKey customer;
    std::string name;
    Timestamp at;
    std::string data; // canonical JSON object
    std::optional<Timestamp> updatedAt;
    bool operator==(const EventRecord&) const = default;
};

using Record = std::variant<CustomerRecord, InteractionRecord, MessageRecord, ConsentRecord, OfferRecord, EventRecord>;

// "customer", "interaction", … in the order of the variant.
inline constexpr std::string_view recordTypeNames[] = {"customer", "interaction", "message", "consent", "offer", "event"};

} // namespace foreword
