// Any lines of a conversation as it happens: each is refused with a code, or taken, and what is
// then kept is in order, and is what reading the same history at once gives.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <tuple>

#include "core/brief/brief_json.h"
#include "core/brief/brief_maker.h"
#include "core/desk/live_conversation.h"
#include "core/text/utf8.h"
#include "fuzz_invariant.h"

using namespace foreword;

namespace {

const Definitions& definitions()
{
    static const auto loaded = loadBuiltInDefinitions().value();
    return *loaded;
}

void checkKept(LiveConversation& live, Timestamp asOf)
{
    const History& history = live.history();
    FOREWORD_INVARIANT(std::ranges::is_sorted(history.messages, {}, &HistoryMessage::at));
    FOREWORD_INVARIANT(std::ranges::is_sorted(history.events, {}, &EventRecord::at));
    FOREWORD_INVARIANT(std::ranges::is_sorted(history.interactions, {},
                                              [](const InteractionRecord& record) { return std::tie(record.openedAt, record.key); }));
    for (const HistoryMessage& message : history.messages)
        FOREWORD_INVARIANT(isValidUtf8(message.text) && message.interaction < history.interactions.size());
    FOREWORD_INVARIANT(briefJson(live.brief()) == briefJson(makeBrief(history, asOf)));
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    constexpr int mostLines = 20;
    static const Timestamp now = Timestamp::parse("2026-11-28T12:00:00Z").value();
    LiveConversation live(definitions(), {}, {}, ConsentChannel::agent, now);
    std::string_view rest(reinterpret_cast<const char*>(data), size);
    for (int i = 0; i < mostLines && !rest.empty(); ++i) {
        const auto end = std::min(rest.find('\n'), rest.size());
        if (const auto step = live.take(rest.substr(0, end), now))
            checkKept(live, step->decision.asOf);
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    return 0;
}
