#include "app/ctl/commands.h"

#include <functional>

#include "app/ctl/file_lines.h"
#include "app/ctl/json_output.h"
#include "app/ctl/text_output.h"
#include "core/desk/conversation.h"
#include "core/desk/evaluation.h"
#include "core/desk/output.h"

namespace foreword::ctl {
namespace {

// Every line is one conversation and gives one line.
Outcome eachConversation(Session& session, const std::string& file, const std::function<Json(const Conversation&)>& answer)
{
    FOREWORD_CHECK(session.asOf());
    FOREWORD_TRY(const Definitions* definitions, session.definitions());
    return eachLine(session, file, [&](const std::string& line) -> Result<> {
        FOREWORD_TRY(auto conversation, parseConversation(line));
        annotateConversation(conversation, definitions->annotator);
        session.print(answer(conversation));
        return {};
    });
}

Json redactionsJson(const History& history)
{
    auto list = Json::array();
    for (const auto& message : history.messages) {
        for (const auto& redaction : message.redactions)
            list.push_back(
                {{"message_id", message.key.id}, {"start", redaction.span.start}, {"end", redaction.span.end}, {"kind", redaction.kind}});
    }
    return list;
}

} // namespace

Outcome signals(Session& session, const std::string& file)
{
    FOREWORD_TRY(const Definitions* definitions, session.definitions());
    return eachConversation(session, file, [&](const Conversation& conversation) {
        return Json{{"conversation_id", conversation.id},
                    {"signals", signalsJson(conversationSignals(conversation, definitions->dictionary, session.givenAsOf()))},
                    {"redactions", redactionsJson(conversation.history)}};
    });
}

Outcome summarize(Session& session, const std::string& file)
{
    return eachConversation(session, file, [&](const Conversation& conversation) {
        return Json{{"conversation_id", conversation.id}, {"brief", briefJson(conversationBrief(conversation, session.givenAsOf()))}};
    });
}

Outcome evaluate(Session& session, const std::string& kind, const std::string& file)
{
    FOREWORD_CHECK(session.asOf());
    FOREWORD_TRY(const Definitions* definitions, session.definitions());
    const auto evaluation = makeEvaluation(kind, *definitions, session.givenAsOf());
    FOREWORD_TRY(const ExitStatus status, eachLine(session, file, [&](const std::string& line) { return evaluation->add(line); }));
    const Json figures = evaluation->figures();
    if (session.json())
        session.print(figures);
    else
        printFigures(session.out(), figures);
    return status;
}

} // namespace foreword::ctl
