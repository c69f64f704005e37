#include "core/desk/log_events.h"

#include <algorithm>
#include <array>

namespace foreword {
namespace {

// The names of the types again, as words that were there when the program was built.
LogWord typeWord(std::string_view type)
{
    constexpr auto words = std::to_array<LogWord>({"customer", "interaction", "message", "consent", "offer", "event"});
    const auto found = std::ranges::find(words, type, &LogWord::view);
    return found == words.end() ? LogWord("other") : *found;
}

} // namespace

void logCounts(const Log& log, const IngestCounts& counts)
{
    for (const auto& [type, count] : counts.byType) {
        log.info("records",
                 {{"type", typeWord(type)},
                  {"added", count.added},
                  {"updated", count.updated},
                  {"unchanged", count.unchanged},
                  {"erased", count.erased}});
    }
}

void logPull(const Log& log, const PullOutcome& outcome)
{
    logCounts(log, outcome.stored);
    log.info("pull",
             {{"records", outcome.counts.records},
              {"requests", outcome.counts.requests},
              {"retries", outcome.counts.retries},
              {"throttled_ms", static_cast<std::int64_t>(outcome.counts.throttledSeconds * 1000)}});
}

void logView(const Log& log, const CustomerView& view)
{
    log.debug("customer",
              {{"person", view.profile.person},
               {"messages", view.history.messages.size()},
               {"signals", view.decision.signals.size()},
               {"offers", view.decision.offers.size()},
               {"microseconds", view.timings.total}});
}

} // namespace foreword
