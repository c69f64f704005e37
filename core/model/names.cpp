#include "core/model/names.h"

#include <array>
#include <utility>

namespace foreword {
namespace {

template <class E>
struct Names;

#define FOREWORD_NAMES(E, ...)                                                                    \
    template <>                                                                                   \
    struct Names<E> {                                                                             \
        using enum E;                                                                             \
        static constexpr auto table = std::to_array<std::pair<E, std::string_view>>(__VA_ARGS__); \
    };

// clang-format off
FOREWORD_NAMES(Channel, {{email, "email"}, {chat, "chat"}, {phone, "phone"}, {sms, "sms"}, {social, "social"}, {visit, "visit"}})
FOREWORD_NAMES(InteractionKind, {{enquiry, "enquiry"}, {complaint, "complaint"}, {fault, "fault"}, {order, "order"},
                                 {billing, "billing"}, {cancellation, "cancellation"}, {other, "other"}})
FOREWORD_NAMES(InteractionStatus, {{open, "open"}, {pending, "pending"}, {resolved, "resolved"}, {closed, "closed"}})
FOREWORD_NAMES(Sender, {{customer, "customer"}, {agent, "agent"}, {bot, "bot"}, {system, "system"}})
FOREWORD_NAMES(Visibility, {{visible, "public"}, {internal, "internal"}})
FOREWORD_NAMES(ConsentChannel, {{email, "email"}, {phone, "phone"}, {sms, "sms"}, {post, "post"}, {agent, "agent"}, {any, "any"}})
FOREWORD_NAMES(ConsentStatus, {{granted, "granted"}, {denied, "denied"}, {revoked, "revoked"}, {objected, "objected"}})
FOREWORD_NAMES(ConsentBasis, {{none, "none"}, {optIn, "opt_in"}, {softOptIn, "soft_opt_in"}})
FOREWORD_NAMES(OfferKind, {{marketing, "marketing"}, {upsell, "upsell"}, {retention, "retention"}, {support, "support"},
                           {serviceNotice, "service_notice"}})
FOREWORD_NAMES(SignalState, {{absent, "absent"}, {suspected, "suspected"}, {confirmed, "confirmed"}, {unknown, "unknown"}})
FOREWORD_NAMES(Rank, {{p0, "P0"}, {p1, "P1"}, {p2, "P2"}, {p3, "P3"}, {p4, "P4"}, {p5, "P5"}})
FOREWORD_NAMES(Posture, {{normal, "normal"}, {serviceFirst, "service_first"}, {escalate, "escalate"}})
FOREWORD_NAMES(Verdict, {{allow, "allow"}, {hold, "hold"}, {suppress, "suppress"}})
FOREWORD_NAMES(PromiseStatus, {{kept, "kept"}, {due, "due"}, {missed, "missed"}, {open, "open"}})
FOREWORD_NAMES(FactKind, {{orderOrBookingRef, "order_or_booking_ref"}, {accountOrDeviceId, "account_or_device_id"},
                          {deviceOrProduct, "device_or_product"}, {placeOrRoute, "place_or_route"},
                          {dateOrTime, "date_or_time"}, {amount, "amount"}, {errorText, "error_text"},
                          {contactDetail, "contact_detail"}, {otherFact, "other_fact"}})
FOREWORD_NAMES(Resolution, {{resolved, "resolved"}, {partial, "partial"}, {unresolved, "unresolved"}, {none, "none"}})
FOREWORD_NAMES(Satisfaction, {{dissatisfied, "dissatisfied"}, {notDissatisfied, "not_dissatisfied"}})
FOREWORD_NAMES(ChosenBy, {{onlyValue, "only_value"}, {stillThere, "still_there"}, {verified, "verified"}, {newest, "newest"}, {fullest, "fullest"},
                          {sourceOrder, "source_order"}})
FOREWORD_NAMES(ConsentState, {{unknown, "unknown"}, {granted, "granted"}, {denied, "denied"}, {revoked, "revoked"},
                              {objected, "objected"}})
FOREWORD_NAMES(ConsentGround, {{noEntry, "no_entry"}, {tooOld, "too_old"}, {copyTooOld, "copy_too_old"}, {noBasis, "no_basis"},
                               {mostProtective, "most_protective"}, {laterOptIn, "later_opt_in"}, {agreed, "agreed"}})
// clang-format on

#undef FOREWORD_NAMES

template <class E>
std::string_view lookUp(E value)
{
    for (const auto& [candidate, name] : Names<E>::table) {
        if (candidate == value)
            return name;
    }
    return {};
}

} // namespace

template <class E>
std::optional<E> fromName(std::string_view name)
{
    for (const auto& [value, candidate] : Names<E>::table) {
        if (candidate == name)
            return value;
    }
    return std::nullopt;
}

template <class E>
std::string allNames()
{
    std::string out;
    for (const auto& [value, name] : Names<E>::table)
        out.append(out.empty() ? "" : ", ").append(name);
    return out;
}

#define FOREWORD_NAMED(E)                                    \
    std::string_view nameOf(E value)                         \
    {                                                        \
        return lookUp(value);                                \
    }                                                        \
    template std::optional<E> fromName<E>(std::string_view); \
    template std::string allNames<E>();

FOREWORD_NAMED(Channel)
FOREWORD_NAMED(InteractionKind)
FOREWORD_NAMED(InteractionStatus)
FOREWORD_NAMED(Sender)
FOREWORD_NAMED(Visibility)
FOREWORD_NAMED(ConsentChannel)
FOREWORD_NAMED(ConsentStatus)
FOREWORD_NAMED(ConsentBasis)
FOREWORD_NAMED(OfferKind)
FOREWORD_NAMED(SignalState)
FOREWORD_NAMED(Rank)
FOREWORD_NAMED(Posture)
FOREWORD_NAMED(Verdict)
FOREWORD_NAMED(PromiseStatus)
FOREWORD_NAMED(FactKind)
FOREWORD_NAMED(Resolution)
FOREWORD_NAMED(Satisfaction)
FOREWORD_NAMED(ChosenBy)
FOREWORD_NAMED(ConsentState)
FOREWORD_NAMED(ConsentGround)

#undef FOREWORD_NAMED

} // namespace foreword
