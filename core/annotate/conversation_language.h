// The language of each message of a conversation. Where its own words are too few, it is that of
// the customer's first message that tells one, else what the customer's record says, else what
// they wrote elsewhere, else what our side wrote. It rests on the messages that there are and not
// on the order in which they came; whoever keeps messages tells anew what a new one changes.
// Pure, any thread; nothing is owned.
#pragma once

#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "core/model/history.h"

namespace foreword {

// The messages of one conversation, by time.
using ConversationMessages = std::span<const HistoryMessage* const>;

// The first message of the customer whose words tell. `before` is what those before `first` told,
// as this function said of them; what follows is looked at, and so is what shares its time.
std::optional<ToldLanguage> toldByCustomer(ConversationMessages messages, std::size_t first = 0,
                                           const std::optional<ToldLanguage>& before = {});
// ISO 639-1 of what a record's attributes say, such as "de-AT"; empty where that is no code.
std::string declaredLanguage(const std::map<std::string, std::string>& attributes);

// What short messages are read in. `known` is what the customer's record says, or else what was
// told elsewhere; it counts where the conversation tells nothing itself.
std::string hintFor(ConversationMessages messages, const std::optional<ToldLanguage>& told, const std::string& known);

std::string languageOf(const HistoryMessage& message, std::string_view hint);

} // namespace foreword
