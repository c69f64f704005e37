// policy check, test, show, diff and use.
#include <algorithm>
#include <filesystem>

#include "app/ctl/commands.h"
#include "app/ctl/difference_output.h"
#include "app/ctl/json_output.h"
#include "app/ctl/progress_line.h"
#include "core/base/json_list.h"
#include "core/base/resources.h"
#include "core/desk/charter_choice.h"
#include "core/desk/definitions.h"
#include "core/model/names.h"

namespace foreword::ctl {
namespace {

Json errorJson(const Error& error)
{
    Json json{
        {"file", std::string(error.param("file"))}, {"line", 0}, {"code", errorEntry(error.code).name}, {"message", englishMessage(error)}};
    if (const auto line = error.param("line"); !line.empty())
        json["line"] = std::stoi(std::string(line));
    for (const auto* field : {"entry", "field"}) {
        if (const auto value = error.param(field); !value.empty())
            json[field] = std::string(value);
    }
    return json;
}

Json errorsJson(const Errors& errors)
{
    auto list = Json::array();
    for (const auto& error : errors)
        list.push_back(errorJson(error));
    return list;
}

ExitStatus rejected(Session& session, const Errors& errors, Json json)
{
    if (session.json()) {
        json["errors"] = errorsJson(errors);
        session.print(json);
    }
    session.report(errors);
    return ExitStatus::rejected;
}

Json warningsJson(const std::vector<CharterWarning>& warnings)
{
    return jsonList(warnings, [](const CharterWarning& warning) -> Json {
        return {{"file", warning.file}, {"line", warning.line}, {"entry", warning.entry}, {"message", warning.detail}};
    });
}

void printWarnings(std::ostream& out, const std::vector<CharterWarning>& warnings)
{
    for (const auto& warning : warnings)
        out << "Less than the charter, " << warning.file << ':' << warning.line << ", " << warning.entry << ": " << warning.detail
            << ". Counsel confirms it.\n";
}

Result<Dictionary> dictionary()
{
    auto loaded = Dictionary::load(embeddedFile("dictionary.toml").value_or(std::string_view()), "dictionary.toml");
    if (!loaded)
        return fail(loaded.error().front());
    return std::move(*loaded);
}

Json rulesJson(const Charter& charter)
{
    auto rules = Json::array();
    for (const auto& rule : charter.rules()) {
        auto kinds = Json::array();
        for (const auto kind : rule.kinds)
            kinds.push_back(nameOf(kind));
        rules.push_back(
            {{"id", rule.id},
             {"title", rule.title},
             {"version", rule.version},
             {"owner", rule.owner},
             {"rank", nameOf(rule.rank)},
             {"all", rule.all},
             {"any", rule.any},
             {"kinds", std::move(kinds)},
             {"offer", nameOf(rule.offer)},
             {"conversation", nameOf(rule.conversation)},
             {"until",
              {{"event", rule.until.event},
               {"plus_days", rule.until.plusDays},
               {"days", rule.until.days},
               {"working_days", rule.until.workingDays},
               {"review_days", rule.until.reviewDays}}},
             {"override",
              rule.overrideRole.empty() ? Json(nullptr) : Json{{"role", rule.overrideRole}, {"max_hours", rule.overrideMaxHours}}},
             {"say", rule.say}});
    }
    return rules;
}

Json cueTestsJson(const CueTestReport& report)
{
    auto languages = Json::array();
    for (const auto& count : report.languages)
        languages.push_back({{"language", count.language}, {"tests", count.tests}, {"failed", count.failed}});
    return {{"languages", std::move(languages)}, {"errors", errorsJson(report.errors)}};
}

Json resultJson(const CharterTestResult& result)
{
    const CharterTest& test = *result.test;
    return {{"name", test.name},
            {"rule", test.rule},
            {"file", test.file},
            {"line", test.line},
            {"passed", result.passed()},
            {"rule_matched", result.ruleMatched},
            {"expected", {{"offer", nameOf(test.expectVerdict)}, {"conversation", nameOf(test.expectPosture)}}},
            {"found", {{"offer", nameOf(result.verdict)}, {"conversation", nameOf(result.posture)}}}};
}

// Rules that none of their tests wakes: such a charter is refused.
Errors rulesWithoutTest(const Charter& charter, const std::vector<CharterTestResult>& results)
{
    Errors errors;
    for (const auto& rule : charter.rules()) {
        const auto wakes = [&](const CharterTestResult& result) { return result.ruleMatched && result.test->rule == rule.id; };
        if (std::ranges::none_of(results, wakes))
            errors.push_back(Error(ErrorCode::charter_rule_without_test,
                                   {{"entry", rule.id}, {"field", "id"}, {"file", rule.file}, {"line", std::to_string(rule.line)}}));
    }
    return errors;
}

// A test that failed, or one in which the rule it is a test of said nothing.
void printResult(std::ostream& out, const CharterTestResult& result)
{
    const CharterTest& test = *result.test;
    out << (result.passed() ? "silent  " : "FAILED  ") << test.file << ':' << test.line << ": " << test.name << " (" << test.rule << ')';
    if (!result.passed())
        out << ": expected " << nameOf(test.expectVerdict) << ", " << nameOf(test.expectPosture) << ", found " << nameOf(result.verdict)
            << ", " << nameOf(result.posture);
    out << '\n';
}

Json goalsJson(const Charter& charter)
{
    auto goals = Json::array();
    for (const auto& goal : charter.goals())
        goals.push_back({{"id", goal.id},
                         {"title", goal.title},
                         {"owner", goal.owner},
                         {"measure", goal.measure},
                         {"unit", goal.unit},
                         {goal.atLeast ? "at_least" : "at_most", goal.target}});
    return goals;
}

Json charterJson(const Charter& charter)
{
    return {{"version", charter.version()},
            {"hash", charter.hash()},
            {"rules", charter.rules().size()},
            {"tests", charter.tests().size()},
            {"goals", charter.goals().size()}};
}

// What is in force, and that what was chosen is not where it has become bad.
Outcome checkInForce(Session& session)
{
    FOREWORD_TRY(const Definitions* definitions, session.definitions());
    const auto warnings = charterWarnings(definitions->charterNames);
    Json json{{"in_force", charterJson(definitions->charter)},
              {"names", definitions->charterNames},
              {"errors", errorsJson(definitions->refusedCharter)},
              {"warnings", warningsJson(warnings)}};
    if (session.json())
        session.print(json);
    else
        session.out() << "Charter " << definitions->charter.version() << " is in force"
                      << (definitions->refusedCharter.empty() ? "." : "; what was chosen has errors, so the last good one stays:") << '\n';
    if (!session.json())
        printWarnings(session.out(), warnings);
    if (definitions->refusedCharter.empty())
        return ExitStatus::done;
    session.report(definitions->refusedCharter);
    return ExitStatus::rejected;
}

} // namespace

Outcome policyCheck(Session& session, const std::vector<std::string>& files)
{
    if (files.empty())
        return checkInForce(session);
    FOREWORD_TRY(const auto asOf, session.asOf());
    FOREWORD_TRY(const Dictionary words, dictionary());
    const auto charter = loadCharter(files, words, asOf.local().date);
    if (!charter)
        return rejected(session, charter.error(), {{"files", files}});
    const auto warnings = charterWarnings(files);
    if (session.json()) {
        session.print(
            {{"files", files}, {"charter", charterJson(*charter)}, {"errors", Json::array()}, {"warnings", warningsJson(warnings)}});
    } else {
        session.out() << "Charter " << charter->version() << ": " << charter->rules().size() << " rules, " << charter->tests().size()
                      << " tests passed, no errors.\n";
        printWarnings(session.out(), warnings);
    }
    return ExitStatus::done;
}

Outcome policyTest(Session& session, const std::vector<std::string>& files)
{
    FOREWORD_TRY(const auto asOf, session.asOf());
    FOREWORD_TRY(const Dictionary words, dictionary());
    const auto texts = readCharterTexts(files);
    if (!texts)
        return rejected(session, texts.error(), {{"files", files}});
    const CivilDate today = asOf.local().date;
    const auto charter = Charter::loadUntested(texts->views(), words, today);
    if (!charter)
        return rejected(session, charter.error(), {{"files", files}});
    const auto results = charter->runTests(words, today);
    const auto total = results.size();
    const auto failed = total - static_cast<std::size_t>(std::ranges::count_if(results, &CharterTestResult::passed));
    const Errors silent = rulesWithoutTest(*charter, results);
    const CueTestReport cues = testBuiltInCues(words);
    if (session.json()) {
        session.print({{"tests", jsonList(results, resultJson)},
                       {"failed", failed},
                       {"errors", errorsJson(silent)},
                       {"cue_tests", cueTestsJson(cues)}});
    } else {
        for (const auto& result : results) {
            if (!result.passed() || !result.ruleMatched)
                printResult(session.out(), result);
        }
        session.out() << total - failed << " of " << total << " tests passed\n";
        for (const auto& count : cues.languages)
            session.out() << count.tests - count.failed << " of " << count.tests << " tests of the cue list \"" << count.language
                          << "\" passed\n";
    }
    session.report(silent);
    session.report(cues.errors);
    return failed == 0 && silent.empty() && cues.errors.empty() ? ExitStatus::done : ExitStatus::rejected;
}

Outcome policyShow(Session& session)
{
    FOREWORD_TRY(const Definitions* definitions, session.definitions());
    const Charter& charter = definitions->charter;
    if (const auto refused = refusalOf(*definitions))
        session.report(*refused);
    if (session.json()) {
        session.print({{"charter", charterJson(charter)},
                       {"owner", charter.owner()},
                       {"review", charter.review()},
                       {"names", definitions->charterNames},
                       {"packs", builtInPacks()},
                       {"rules", rulesJson(charter)},
                       {"goals", goalsJson(charter)},
                       {"calendar", charter.calendar().version}});
        return ExitStatus::done;
    }
    session.out() << "Charter " << charter.version() << ", owner " << charter.owner() << ", review by " << charter.review() << '\n';
    for (const auto& rule : charter.rules())
        session.out() << "  " << rule.id << " v" << rule.version << " [" << nameOf(rule.rank) << "] " << rule.title << ": "
                      << nameOf(rule.offer) << ", " << nameOf(rule.conversation) << ". " << rule.say << " (" << rule.owner << ")\n";
    for (const auto& goal : charter.goals())
        session.out() << "  " << goal.id << " " << goal.title << ": " << goal.measure << (goal.atLeast ? " at least " : " at most ")
                      << goal.target << " " << goal.unit << '\n';
    return ExitStatus::done;
}

Outcome policyUse(Session& session, const std::vector<std::string>& files)
{
    FOREWORD_TRY(const auto asOf, session.asOf());
    FOREWORD_CHECK(session.workspace());
    FOREWORD_TRY(const Dictionary words, dictionary());
    const auto charter = chooseCharter(session.workspaceFolder(), files, words, asOf.local().date);
    if (!charter)
        return rejected(session, charter.error(), {{"files", files}});
    const auto warnings = charterWarnings(files);
    if (session.json()) {
        session.print(
            {{"files", files}, {"in_force", charterJson(*charter)}, {"errors", Json::array()}, {"warnings", warningsJson(warnings)}});
    } else {
        session.out() << "Charter " << charter->version() << " is in force.\n";
        printWarnings(session.out(), warnings);
    }
    return ExitStatus::done;
}

Outcome policyDiff(Session& session, const std::string& before, const std::string& after, const std::string& channelName)
{
    FOREWORD_TRY(const auto asOf, session.asOf());
    FOREWORD_TRY(const auto channel, channelNamed(channelName));
    FOREWORD_TRY(Workbench * workbench, session.workbench());
    const Dictionary& words = workbench->definitions().dictionary;
    const auto read = [&](const std::string& name) -> tl::expected<Charter, Errors> {
        if (name == "in-force")
            return workbench->definitions().charter;
        return loadCharter({name}, words, asOf.local().date);
    };
    const auto old = read(before);
    if (!old)
        return rejected(session, old.error(), {{"old", before}});
    const auto fresh = read(after);
    if (!fresh)
        return rejected(session, fresh.error(), {{"new", after}});
    ProgressLine progress(session.err());
    FOREWORD_TRY(const auto difference,
                 workbench->replay(*old, *fresh, asOf, channel,
                                   [&](int done) { progress.show([done] { return std::to_string(done) + " customers"; }); }, {}));
    if (!session.json()) {
        printDifference(session.out(), difference);
        return ExitStatus::done;
    }
    session.print({{"old", charterJson(*old)},
                   {"new", charterJson(*fresh)},
                   {"channel", nameOf(channel)},
                   {"customers", difference.customers},
                   {"changed", difference.changed.size()},
                   {"by_rule", difference.byRule},
                   {"by_offer", difference.byOffer},
                   {"changes", changesJson(difference)}});
    return ExitStatus::done;
}

} // namespace foreword::ctl
