#include "app/ctl/commands.h"

#include <fstream>
#include <functional>
#include <iostream>

#include "app/ctl/json_output.h"
#include "core/desk/conversation.h"
#include "core/desk/output.h"

namespace foreword::ctl {
namespace {

// Every line is one conversation and gives one line; a bad line is reported with its place and
// the others are still answered.
Outcome eachConversation(Session& session, const std::string& file, const std::function<Json(const Conversation&)>& answer)
{
    FOREWORD_CHECK(session.asOf());
    FOREWORD_TRY(const Definitions* definitions, session.definitions());
    std::ifstream opened;
    if (file != "-") {
        opened.open(file, std::ios::binary);
        if (!opened)
            return fail(ErrorCode::file_not_found, {{"file", file}});
    }
    std::istream& in = file == "-" ? std::cin : opened;
    auto status = ExitStatus::done;
    std::string line;
    for (int number = 1; std::getline(in, line); ++number) {
        if (line.find_first_not_of(" \t\r") == std::string::npos)
            continue;
        auto conversation = parseConversation(line);
        if (!conversation) {
            status = session.report(std::move(conversation).error().with("file", file).with("line", std::to_string(number)));
            continue;
        }
        annotateConversation(*conversation, definitions->annotator);
        session.print(answer(*conversation));
    }
    if (in.bad())
        return fail(ErrorCode::file_unreadable, {{"file", file}, {"detail", "read failed"}});
    return status;
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

} // namespace foreword::ctl
