// What is known of the languages of conversations while records stream by: a customer's own
// word for it, else the first language that was told in a conversation. Short messages are
// read with it. Bounded: it forgets everything when it is full. Single thread.
#pragma once

#include <cstddef>
#include <map>
#include <string>

#include "core/model/records.h"

namespace foreword {

class LanguageHints {
public:
    void learn(const CustomerRecord& customer);
    void learn(const InteractionRecord& interaction);
    void learn(const MessageRecord& message, const std::string& language);
    // ISO 639-1, or empty.
    std::string hintFor(const MessageRecord& message) const;

private:
    static constexpr std::size_t most = 20'000;
    std::map<RecordKey, std::string> m_customers;
    std::map<RecordKey, std::string> m_interactions;
};

} // namespace foreword
