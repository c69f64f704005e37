// The words the public interchange format uses for the enumerations of the model, both ways.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "core/model/brief.h"
#include "core/model/decision.h"
#include "core/model/profile.h"
#include "core/model/records.h"
#include "core/model/signal.h"

namespace foreword {

std::string_view nameOf(Channel);
std::string_view nameOf(InteractionKind);
std::string_view nameOf(InteractionStatus);
std::string_view nameOf(Sender);
std::string_view nameOf(Visibility);
std::string_view nameOf(ConsentChannel);
std::string_view nameOf(ConsentStatus);
std::string_view nameOf(ConsentBasis);
std::string_view nameOf(OfferKind);
std::string_view nameOf(SignalState);
std::string_view nameOf(Rank);
std::string_view nameOf(Posture);
std::string_view nameOf(Verdict);
std::string_view nameOf(PromiseStatus);
std::string_view nameOf(FactKind);
std::string_view nameOf(Resolution);
std::string_view nameOf(Satisfaction);
std::string_view nameOf(ChosenBy);
std::string_view nameOf(ConsentState);
std::string_view nameOf(ConsentGround);

// The value with that name, or nothing. Instantiated for each enumeration above.
template <class E>
std::optional<E> fromName(std::string_view name);

// All names of an enumeration, "email, chat, phone", for error messages.
template <class E>
std::string allNames();

} // namespace foreword
