#include "app/ctl/commands.h"

#include <chrono>
#include <utility>

#include "app/ctl/brief_text.h"
#include "app/ctl/explain_text.h"
#include "app/ctl/json_output.h"
#include "app/ctl/link_output.h"
#include "app/ctl/profile_output.h"
#include "app/ctl/text_output.h"
#include "core/model/names.h"

namespace foreword::ctl {
namespace {

// Workspace and definitions opened, and how long that took: the "open" of --timings.
struct Opened {
    Workbench& workbench;
    std::int64_t micros;
};

Result<Opened> openWorkbench(Session& session)
{
    const auto start = std::chrono::steady_clock::now();
    FOREWORD_TRY(Workbench * workbench, session.workbench());
    FOREWORD_CHECK(workbench->openForReading());
    const auto micros = std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::steady_clock::now() - start);
    return Opened{*workbench, micros.count()};
}

void printTimings(Session& session, const Timings& timings)
{
    session.out() << "open " << timings.open << " µs, read " << timings.read << " µs, fold " << timings.fold << " µs, decide "
                  << timings.decide << " µs, total " << timings.total << " µs\n";
}

Result<CustomerView> openCustomer(Session& session, Opened& opened, const std::string& customer, const ReadOptions& options)
{
    FOREWORD_TRY(const auto person, resolveOrList(session, opened.workbench, customer));
    FOREWORD_TRY(auto view, opened.workbench.open(person, options, {}));
    view.timings.open = std::exchange(opened.micros, 0); // the next customer finds it open
    view.timings.total += view.timings.open;
    return view;
}

} // namespace

Result<std::int64_t> resolveOrList(Session& session, Workbench& workbench, const std::string& customer)
{
    std::vector<Hit> candidates;
    auto person = workbench.resolve(customer, &candidates);
    if (person || person.error().code != ErrorCode::customer_ambiguous)
        return person;
    if (session.json()) {
        session.print({{"query", customer}, {"candidates", hitsJson(candidates)}});
    } else {
        for (const auto& hit : candidates)
            session.out() << printable(hit.displayName) << "\t" << hit.field << " " << printable(hit.matched) << '\n';
    }
    return person;
}

Outcome find(Session& session, const std::string& query, int limit)
{
    FOREWORD_TRY(auto opened, openWorkbench(session));
    FOREWORD_TRY(const auto hits, opened.workbench.find(query, limit));
    if (session.json()) {
        session.print({{"query", query}, {"customers", hitsJson(hits)}});
        return ExitStatus::done;
    }
    for (const auto& hit : hits) {
        session.out() << printable(hit.displayName) << "\t" << hit.field << ": " << printable(hit.matched);
        for (const auto& other : hit.couldAlsoBe)
            session.out() << "; could also be " << printable(other);
        session.out() << '\n';
    }
    if (hits.empty())
        session.err() << "Nobody found.\n";
    return ExitStatus::done;
}

Outcome show(Session& session, const std::string& customer)
{
    FOREWORD_TRY(const auto asOf, session.asOf());
    FOREWORD_TRY(auto opened, openWorkbench(session));
    FOREWORD_TRY(const auto view, openCustomer(session, opened, customer, {asOf, ConsentChannel::agent, {}}));
    FOREWORD_TRY(const auto links, opened.workbench.links(view.profile.person, {}));
    if (session.json()) {
        auto linked = Json::array();
        for (const RecordLink& link : links.links)
            linked.push_back(linkJson(link));
        Json json = profileJson(view.profile, view.decision.asOf);
        json["gone"] = goneJson(view.history.gone);
        json["stale"] = staleJson(view.freshness);
        json["links"] = std::move(linked);
        json["reviews"] = reviewsJson(links.reviews);
        json["apart"] = apartJson(links.apart);
        session.print(json);
    } else {
        printProfile(session.out(), view.profile);
        printGone(session.out(), view.history.gone);
        printStale(session.out(), view.freshness);
        printLinks(session.out(), links);
    }
    return ExitStatus::done;
}

Outcome brief(Session& session, const std::vector<std::string>& customers, bool timings)
{
    FOREWORD_TRY(const auto asOf, session.asOf());
    FOREWORD_TRY(auto opened, openWorkbench(session));
    auto status = ExitStatus::done;
    for (const auto& customer : customers) {
        const auto view = openCustomer(session, opened, customer, {asOf, ConsentChannel::agent, {}});
        if (!view) {
            // The others are still answered.
            status = session.report(view.error());
            continue;
        }
        if (session.json()) {
            session.print(viewJson(*view, timings));
        } else {
            printBrief(session.out(), *view);
            if (timings)
                printTimings(session, view->timings);
        }
    }
    return status;
}

Outcome decideCommand(Session& session, const DecideArguments& arguments)
{
    FOREWORD_TRY(const auto asOf, session.asOf());
    FOREWORD_TRY(const auto channel, channelNamed(arguments.channel));
    ReadOptions options{asOf, channel, {}};
    if (!arguments.offersFile.empty()) {
        FOREWORD_TRY(options.offers, readOffers(arguments.offersFile));
    }
    FOREWORD_TRY(auto opened, openWorkbench(session));
    FOREWORD_TRY(const auto view, openCustomer(session, opened, arguments.customer, options));
    if (session.json()) {
        Json json{{"customer", customerJson(view.profile)},
                  {"as_of", view.decision.asOf.toString()},
                  {"channel", view.decision.channel},
                  {"posture", nameOf(view.decision.posture)},
                  {"offers", offersJson(view.decision.offers)},
                  {"signals", signalsJson(view.decision.signals)},
                  // The decision is a pure value: its content names it.
                  {"record_id", decisionId(view.decision)},
                  {"charter_version", view.decision.charterVersion}};
        const auto& words = opened.workbench.definitions().dictionary;
        for (std::size_t i = 0; i < view.decision.offers.size(); ++i)
            json["offers"][i]["explanation"] = explanationJson(view.decision, view.decision.offers[i], words);
        json["matched"] = matchesJson(view.decision.matched);
        json["unknown"] = view.decision.unknown;
        json["hashes"] = {{"charter", view.decision.charterHash},
                          {"dictionary", view.decision.dictionaryHash},
                          {"engine", view.decision.engineHash},
                          {"input", view.decision.inputHash}};
        if (arguments.timings)
            json["timings_us"] = timingsJson(view.timings);
        session.print(json);
        return ExitStatus::done;
    }
    printDecision(session.out(), view.decision);
    if (arguments.why)
        printExplanation(session.out(), view.decision, opened.workbench.definitions().dictionary);
    if (arguments.timings)
        printTimings(session, view.timings);
    return ExitStatus::done;
}

} // namespace foreword::ctl
