// Any line as a conversation of the public format: refused with a code, or read, annotated and
// briefed, and every citation then quotes words of its own message.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "core/desk/conversation.h"
#include "core/desk/definitions.h"
#include "core/text/utf8.h"
#include "fuzz_invariant.h"

using namespace foreword;

namespace {

const Definitions& definitions()
{
    static const auto loaded = loadBuiltInDefinitions().value();
    return *loaded;
}

void checkEvidence(const Conversation& conversation, const std::vector<Evidence>& evidence)
{
    for (const Evidence& item : evidence) {
        if (!item.citation)
            continue;
        // Nothing keeps a line from giving one id to two messages.
        FOREWORD_INVARIANT(std::ranges::any_of(conversation.history.messages, [&](const HistoryMessage& message) {
            return message.messageKey() == item.citation->message() && item.citation->span().end <= message.text.size()
                && item.citation->span().in(message.text) == item.quote;
        }));
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    auto conversation = parseConversation({reinterpret_cast<const char*>(data), size});
    if (!conversation)
        return 0;
    annotateConversation(*conversation, definitions().annotator);
    for (const HistoryMessage& message : conversation->history.messages)
        FOREWORD_INVARIANT(isValidUtf8(message.text));
    const auto signals = conversationSignals(*conversation, definitions().dictionary, std::nullopt);
    for (const Signal& signal : signals)
        checkEvidence(*conversation, signal.evidence);
    FOREWORD_INVARIANT(signals == conversationSignals(*conversation, definitions().dictionary, std::nullopt));
    conversationBrief(*conversation, std::nullopt);
    return 0;
}
