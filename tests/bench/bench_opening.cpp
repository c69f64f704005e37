// Opening a customer out of the encrypted workspace, its steps, and one more message, against
// the plain reading of the same rows.
#include <benchmark/benchmark.h>

#include "core/brief/brief_maker.h"
#include "core/desk/decision_input.h"
#include "core/desk/kept_history.h"
#include "core/desk/live_conversation.h"
#include "core/model/names.h"
#include "core/policy/decider.h"
#include "core/store/query.h"
#include "tests/bench/bench_workspace.h"
#include "tests/bench/must.h"

using namespace foreword;
using namespace foreword::bench;

namespace {

void opening(benchmark::State& state)
{
    auto& shared = BenchWorkspace::instance();
    const auto person = shared.person(state.range(0));
    for (auto _ : state)
        benchmark::DoNotOptimize(must(shared.workbench().open(person, {shared.asOf(), ConsentChannel::agent, {}}, {})));
    state.SetItemsProcessed(state.iterations() * state.range(0));
}

// What any program that shows this history must do: fetch its rows and look at each column.
void plainRows(benchmark::State& state)
{
    auto& shared = BenchWorkspace::instance();
    const auto person = shared.person(state.range(0));
    std::size_t bytes = 0;
    for (auto _ : state) {
        auto transaction = must(Transaction::read(shared.reading()));
        Query rows(
            shared.reading(),
            "SELECT v.ext_id, i.subject, m.ext_id, m.source, m.sender, m.at, m.at_offset, m.language, m.sender_name, m.text, a.items "
            "FROM customer c JOIN interaction i ON i.customer = c.row JOIN conversation v ON v.row = i.row "
            "JOIN message m ON m.row >= i.row * 16777216 AND m.row < (i.row + 1) * 16777216 JOIN annotation a ON a.message = m.row "
            "WHERE c.person = ?1");
        rows.with(person);
        while (must(rows.next())) {
            for (const int column : {0, 1, 2, 3, 7, 8, 9, 10})
                bytes += rows.text(column).size();
            bytes += static_cast<std::size_t>(rows.integer(4) + rows.integer(5) + rows.integer(6));
        }
        must(transaction.commit());
    }
    benchmark::DoNotOptimize(bytes);
    state.SetItemsProcessed(state.iterations() * state.range(0));
}

void readingHistory(benchmark::State& state)
{
    auto& shared = BenchWorkspace::instance();
    const auto person = shared.person(state.range(0));
    for (auto _ : state)
        benchmark::DoNotOptimize(must(readHistory(shared.reading(), person, {})));
    state.SetItemsProcessed(state.iterations() * state.range(0));
}

void foldingBrief(benchmark::State& state)
{
    const auto history = BenchWorkspace::instance().history(state.range(0));
    for (auto _ : state)
        benchmark::DoNotOptimize(makeBrief(history, BenchWorkspace::asOf()));
    state.SetItemsProcessed(state.iterations() * state.range(0));
}

void deciding(benchmark::State& state)
{
    auto& shared = BenchWorkspace::instance();
    const auto history = shared.history(state.range(0));
    const auto& definitions = shared.definitions();
    for (auto _ : state) {
        const auto input =
            makeDecisionInput(definitions.dictionary, definitions.charter, history, {}, shared.asOf(), ConsentChannel::agent);
        benchmark::DoNotOptimize(decide(definitions.charter, definitions.dictionary, input));
    }
    state.SetItemsProcessed(state.iterations() * state.range(0));
}

// A message arrives, and the customer is opened again.
void oneMoreMessage(benchmark::State& state)
{
    auto& shared = BenchWorkspace::instance();
    const auto person = shared.person(state.range(0));
    auto records = customerOf(static_cast<int>(state.range(0)));
    auto message = std::get<MessageRecord>(records.back());
    const auto text = message.text;
    for (int number = 0; auto _ : state) {
        message.text = text + " (" + std::to_string(++number) + ")";
        Sample sample;
        sample.records.emplace_back(message);
        must(shared.workbench().takeSample(std::move(sample)));
        benchmark::DoNotOptimize(must(shared.workbench().open(person, {shared.asOf(), ConsentChannel::agent, {}}, {})));
    }
}

constexpr int liveMessages = 40; // of one conversation; then another begins on the same history

// What is said in a conversation going on; the third of four is ours.
std::string_view liveWords(int number)
{
    constexpr std::string_view said[] = {"The router is still off, I restarted it twice this morning.",
                                         "When does the technician come? My number is 07700 900123.",
                                         "We will call you back tomorrow about the invoice.", "Thank you, that is all for now."};
    return said[number % 4];
}

Sender liveSender(int number)
{
    return number % 4 == 2 ? Sender::agent : Sender::customer;
}

// A live message, as a line that the command `live` takes: read, annotated, decided, and the brief
// as it stands then.
void oneMoreLiveMessage(benchmark::State& state)
{
    auto& shared = BenchWorkspace::instance();
    const History history = shared.history(state.range(0));
    std::optional<LiveConversation> live;
    for (int number = 0; auto _ : state) {
        if (number % liveMessages == 0) {
            state.PauseTiming();
            live.emplace(shared.definitions(), history, std::vector<OfferRecord>(), ConsentChannel::agent, shared.asOf());
            live->brief();
            state.ResumeTiming();
        }
        const auto line = R"({"id":"live-)" + std::to_string(number) + R"(","sender":")" + std::string(nameOf(liveSender(number)))
            + R"(","text":")" + std::string(liveWords(number)) + R"("})";
        ++number;
        must(live->take(line, shared.asOf()));
        benchmark::DoNotOptimize(live->brief());
    }
}

// Of that, the brief alone: the message is annotated, and the brief follows.
void briefOfOneMore(benchmark::State& state)
{
    auto& shared = BenchWorkspace::instance();
    const History history = shared.history(state.range(0));
    std::optional<KeptHistory> kept;
    for (int number = 0; auto _ : state) {
        if (number % liveMessages == 0) {
            state.PauseTiming();
            kept.emplace(shared.definitions(), history, shared.asOf());
            kept->brief();
            state.ResumeTiming();
        }
        HistoryMessage message;
        message.key = {"live", std::to_string(number)};
        message.sender = liveSender(number);
        message.at = shared.asOf();
        message.text = liveWords(number);
        ++number;
        kept->add(std::move(message), "live");
        benchmark::DoNotOptimize(kept->brief());
    }
}

} // namespace

BENCHMARK(oneMoreLiveMessage)->Arg(500)->Arg(10000)->MinTime(0.2)->Unit(benchmark::kMicrosecond);
BENCHMARK(briefOfOneMore)->Arg(500)->Arg(10000)->MinTime(0.2)->Unit(benchmark::kMicrosecond);
BENCHMARK(opening)->Arg(50)->Arg(500)->Arg(5000)->Arg(10000)->Unit(benchmark::kMicrosecond);
BENCHMARK(plainRows)->Arg(50)->Arg(500)->Arg(5000)->Arg(10000)->Unit(benchmark::kMicrosecond);
BENCHMARK(readingHistory)->Arg(500)->Arg(10000)->Unit(benchmark::kMicrosecond);
BENCHMARK(foldingBrief)->Arg(500)->Arg(10000)->Unit(benchmark::kMicrosecond);
BENCHMARK(deciding)->Arg(500)->Arg(10000)->Unit(benchmark::kMicrosecond);
BENCHMARK(oneMoreMessage)->Arg(500)->Unit(benchmark::kMicrosecond);
