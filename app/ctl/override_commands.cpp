#include "app/ctl/commands.h"

#include <algorithm>

#include "app/ctl/json_output.h"
#include "app/ctl/text_output.h"

namespace foreword::ctl {
namespace {

void printOverride(Session& session, const GivenOverride& kept)
{
    const Override& given = kept.given;
    session.out() << kept.number << '\t' << printable(given.rule) << '\t'
                  << (given.offer.id.empty() ? "every offer" : printable(given.offer.source + ":" + given.offer.id)) << "\tfrom "
                  << given.at.toString() << " until " << given.until.toString() << "\t" << printable(given.role) << " by their own word "
                  << printable(given.by) << " (account " << printable(kept.account) << "), " << printable(given.reason) << ": "
                  << printable(given.text);
    if (kept.takenBackAt)
        session.out() << "\ttaken back " << kept.takenBackAt->toString() << " by " << printable(kept.takenBackBy) << " (account "
                      << printable(kept.takenBackAccount) << ')';
    session.out() << '\n';
}

// "fibre-1000", or with its source where two systems name an offer alike.
Result<RecordKey> offerNamed(const std::string& name, const Decision& decision, const std::string& rule)
{
    std::vector<RecordKey> found;
    for (const auto& offer : decision.offers) {
        if (offer.offer.id == name || offer.offer.source + ":" + offer.offer.id == name)
            found.push_back(offer.offer);
    }
    if (found.size() != 1)
        return fail(ErrorCode::override_unmatched, {{"rule", rule}});
    return found.front();
}

} // namespace

Outcome overrideGive(Session& session, const OverrideArguments& arguments)
{
    FOREWORD_TRY(const auto asOf, session.asOf());
    OverrideRequest request;
    FOREWORD_TRY(request.channel, channelNamed(arguments.channel));
    FOREWORD_TRY(Workbench * workbench, session.workbench());
    FOREWORD_TRY(request.person, resolveOrList(session, *workbench, arguments.customer));
    request.rule = arguments.rule;
    if (!arguments.offer.empty()) {
        FOREWORD_TRY(const auto view, workbench->open(request.person, {asOf, request.channel, {}}, {}));
        FOREWORD_TRY(request.offer, offerNamed(arguments.offer, view.decision, request.rule));
    }
    request.role = arguments.role;
    request.by = arguments.by;
    request.reason = arguments.reason;
    request.text = arguments.text;
    request.hours = arguments.hours;
    FOREWORD_TRY(const auto kept, workbench->overrideRule(request, asOf));
    if (session.json())
        session.print(givenOverrideJson(kept));
    else
        printOverride(session, kept);
    return ExitStatus::done;
}

Outcome overrideList(Session& session, const std::string& customer)
{
    FOREWORD_TRY(Workbench * workbench, session.workbench());
    FOREWORD_TRY(const auto person, resolveOrList(session, *workbench, customer));
    FOREWORD_TRY(const auto overrides, workbench->overrides(person));
    auto list = Json::array();
    for (const auto& kept : overrides) {
        if (session.json())
            list.push_back(givenOverrideJson(kept));
        else
            printOverride(session, kept);
    }
    if (session.json())
        session.print({{"overrides", std::move(list)}});
    return ExitStatus::done;
}

Outcome overrideUndo(Session& session, const OverrideArguments& arguments)
{
    FOREWORD_TRY(const auto asOf, session.asOf());
    FOREWORD_TRY(Workbench * workbench, session.workbench());
    FOREWORD_TRY(const auto person, resolveOrList(session, *workbench, arguments.customer));
    FOREWORD_CHECK(workbench->takeOverrideBack(person, arguments.number, arguments.by, asOf));
    return overrideList(session, arguments.customer);
}

} // namespace foreword::ctl
