#include "core/brief/brief_json.h"

#include "core/model/names.h"

namespace foreword {
namespace {

using Json = nlohmann::ordered_json;

Json citationJson(const Citation& citation)
{
    return {{"message_id", citation.message().id}, {"start", citation.span().start}, {"end", citation.span().end}};
}

Json statementJson(const Statement& statement)
{
    Json citations = Json::array();
    for (const Citation& citation : statement.citations())
        citations.push_back(citationJson(citation));
    return {{"text", statement.text()}, {"citations", std::move(citations)}};
}

Json statementsJson(const std::vector<Statement>& statements)
{
    Json all = Json::array();
    for (const Statement& statement : statements)
        all.push_back(statementJson(statement));
    return all;
}

Json promisedJson(const std::vector<Promise>& promises)
{
    Json all = Json::array();
    for (const Promise& promise : promises) {
        Json one = statementJson(promise.statement);
        one["status"] = nameOf(promise.status);
        one["due"] = promise.due ? Json(promise.due->toString()) : Json(nullptr);
        all.push_back(std::move(one));
    }
    return all;
}

Json toldJson(const std::vector<ToldFact>& facts)
{
    Json all = Json::array();
    for (const ToldFact& fact : facts) {
        Json one = statementJson(fact.statement);
        one["kind"] = nameOf(fact.kind);
        one["value"] = fact.value;
        all.push_back(std::move(one));
    }
    return all;
}

} // namespace

nlohmann::ordered_json briefJson(const Brief& brief)
{
    Json keySentences = Json::array();
    for (const Citation& citation : brief.keySentences)
        keySentences.push_back(citationJson(citation));
    return {{"situation", statementsJson(brief.situation)},
            {"history", statementsJson(brief.history)},
            {"tried", statementsJson(brief.tried)},
            {"promised", promisedJson(brief.promised)},
            {"told", toldJson(brief.told)},
            {"asked_again", statementsJson(brief.askedAgain)},
            {"open_questions", statementsJson(brief.openQuestions)},
            {"resolution", nameOf(brief.resolution)},
            {"satisfaction", nameOf(brief.satisfaction)},
            {"key_sentences", std::move(keySentences)}};
}

} // namespace foreword
