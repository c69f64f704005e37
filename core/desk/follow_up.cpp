#include "core/desk/follow_up.h"

#include <algorithm>
#include <tuple>

namespace foreword {
namespace {

bool sameMessages(const std::vector<HistoryMessage>& a, const std::vector<HistoryMessage>& b)
{
    // The annotations follow from these.
    const auto shown = [](const HistoryMessage& m) {
        return std::tie(m.key, m.interaction, m.sender, m.senderName, m.at, m.visibility, m.text, m.dictionaryVersion);
    };
    return std::ranges::equal(a, b, [&](const auto& x, const auto& y) { return shown(x) == shown(y); });
}

bool sameHistory(const History& a, const History& b)
{
    return a.records == b.records && a.interactions == b.interactions && a.events == b.events && a.consents == b.consents
        && a.overrides == b.overrides && a.gone == b.gone && sameMessages(a.messages, b.messages);
}

// What time alone can change of it; the rest follows from the history.
bool sameBrief(const Brief& a, const Brief& b)
{
    const auto promise = [](const Promise& p) { return std::tie(p.statement, p.status, p.due); };
    const auto fact = [](const ToldFact& f) { return std::tie(f.statement, f.kind, f.value); };
    const auto parts = [](const Brief& brief) {
        return std::tie(brief.situation, brief.history, brief.tried, brief.askedAgain, brief.openQuestions, brief.resolution,
                        brief.satisfaction, brief.dictionaryVersion);
    };
    return parts(a) == parts(b)
        && std::ranges::equal(a.promised, b.promised, [&](const auto& x, const auto& y) { return promise(x) == promise(y); })
        && std::ranges::equal(a.told, b.told, [&](const auto& x, const auto& y) { return fact(x) == fact(y); });
}

// How consent stands; that a system was pulled again is no news.
bool sameConsent(const std::vector<ConsentReading>& a, const std::vector<ConsentReading>& b)
{
    const auto shown = [](const ConsentReading& r) { return std::tie(r.purpose, r.channel, r.state, r.ground); };
    return std::ranges::equal(a, b, [&](const auto& x, const auto& y) { return shown(x) == shown(y); });
}

bool sameProfile(const Profile& a, const Profile& b)
{
    const auto shown = [](const Profile& p) { return std::tie(p.person, p.displayName, p.fields, p.tenure, p.couldAlsoBe); };
    return shown(a) == shown(b) && sameConsent(a.consent, b.consent);
}

// That a system was pulled again is no news, that it was not for too long is.
std::set<std::string> staleSources(const CustomerView& view)
{
    std::set<std::string> stale;
    for (const auto& source : view.freshness) {
        if (source.stale)
            stale.insert(source.source);
    }
    return stale;
}

bool sameDecision(Decision a, const Decision& b)
{
    a.asOf = b.asOf;
    a.inputHash = b.inputHash;
    return a == b;
}

} // namespace

bool readsTheSame(const CustomerView& a, const CustomerView& b)
{
    return sameProfile(a.profile, b.profile) && sameHistory(a.history, b.history) && sameBrief(a.brief, b.brief) && a.since == b.since
        && a.opening == b.opening && sameDecision(a.decision, b.decision) && a.findings == b.findings && a.feedback == b.feedback
        && a.noteSources == b.noteSources && a.unsent == b.unsent && staleSources(a) == staleSources(b);
}

std::set<std::string> sourcesUnderWay(const History& history)
{
    std::set<std::string> sources;
    for (const auto& interaction : history.interactions) {
        if (isUnderway(interaction.status))
            sources.insert(interaction.key.source);
    }
    return sources;
}

Result<CustomerView> readAgain(CustomerReader& reader, const Profile& known, const ReadOptions& options, const CancelToken& cancel)
{
    auto view = reader.open(known.person, options, cancel);
    if (view || view.error().code != ErrorCode::customer_not_found)
        return view;
    for (const auto& record : known.records) {
        const auto person = reader.resolve(record.source + ':' + record.id);
        if (person)
            return reader.open(*person, options, cancel);
        const auto code = person.error().code;
        if (code != ErrorCode::customer_not_found && code != ErrorCode::customer_ambiguous)
            return fail(person.error());
    }
    return view;
}

std::shared_ptr<const CustomerView> followUp(std::shared_ptr<const CustomerView> before, CustomerView view)
{
    if (readsTheSame(*before, view))
        return before;
    view.change = postureChange(before->decision, view.decision, arrivalsBetween(before->history, view.history), view.decision.asOf);
    if (!view.change && view.decision.posture == before->decision.posture)
        view.change = before->change;
    return std::make_shared<const CustomerView>(std::move(view));
}

} // namespace foreword
