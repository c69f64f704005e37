#include "app/ctl/export_output.h"

#include "app/ctl/json_output.h"
#include "app/ctl/profile_output.h"
#include "core/desk/feedback_export.h"
#include "core/model/names.h"

namespace foreword::ctl {
namespace {

// In the order of AnnotationKind.
constexpr std::string_view annotationNames[] = {"sentence", "cue",      "promise",    "fulfilment",      "fact",
                                                "tried",    "question", "resolution", "dissatisfaction", "request"};

std::string dumped(const Json& value)
{
    return value.dump(-1, ' ', false, Json::error_handler_t::replace);
}

Json linksJson(const std::vector<LinkingIdentifier>& links)
{
    auto list = Json::array();
    for (const auto& link : links) {
        auto records = Json::array();
        for (const auto& key : link.records)
            records.push_back(recordKeyJson(key));
        list.push_back({{"shared", link.identifier.kind}, {"value", link.identifier.normal}, {"records", std::move(records)}});
    }
    return list;
}

Json annotationJson(const Annotation& annotation, std::string_view text)
{
    return {{"kind", annotationNames[static_cast<std::size_t>(annotation.kind)]},
            {"start", annotation.span.start},
            {"end", annotation.span.end},
            {"quote", annotation.span.in(text)},
            {"label", annotation.label},
            {"value", annotation.value},
            {"due", timeJson(annotation.due)},
            {"weight", annotation.weight}};
}

Json messageJson(const HistoryMessage& message)
{
    auto redactions = Json::array();
    for (const auto& redaction : message.redactions)
        redactions.push_back({{"start", redaction.span.start}, {"end", redaction.span.end}, {"kind", redaction.kind}});
    auto annotations = Json::array();
    for (const auto& annotation : message.annotations)
        annotations.push_back(annotationJson(annotation, message.text));
    auto json = recordKeyJson(message.key);
    json["language"] = message.language;
    json["redactions"] = std::move(redactions);
    json["annotations"] = std::move(annotations);
    json["dictionary_version"] = message.dictionaryVersion;
    return json;
}

Json notesJson(const std::vector<OutboxItem>& notes)
{
    auto list = Json::array();
    for (const auto& note : notes) {
        list.push_back({{"source", note.source},
                        {"interaction", note.interaction},
                        {"written_at", note.writtenAt.toString()},
                        {"text", note.text}, // empty once it was sent: then it is a message
                        {"sent", note.state == OutboxState::sent}});
    }
    return list;
}

Json draftsJson(const std::vector<Draft>& drafts)
{
    auto list = Json::array();
    for (const auto& draft : drafts)
        list.push_back({{"source", draft.interaction.source},
                        {"interaction", draft.interaction.id},
                        {"edited_at", draft.editedAt.toString()},
                        {"text", draft.text}});
    return list;
}

Json feedbackJson(const std::vector<Feedback>& feedback)
{
    auto list = Json::array();
    for (const auto& mark : feedback)
        list.push_back({{"section", nameOf(mark.subject.section)},
                        {"signal", mark.subject.signal},
                        {"source", mark.subject.message.source},
                        {"message_id", mark.subject.message.id},
                        {"start", mark.subject.span.start},
                        {"end", mark.subject.span.end},
                        {"verdict", nameOf(mark.verdict)},
                        {"reason", mark.reason},
                        {"statement", mark.statement},
                        {"at", mark.at.toString()}});
    return list;
}

Json overridesJson(const std::vector<GivenOverride>& overrides)
{
    auto list = Json::array();
    for (const auto& kept : overrides)
        list.push_back(givenOverrideJson(kept));
    return list;
}

Json derivedJson(const PersonExport& data)
{
    auto messages = Json::array();
    for (const auto& message : data.history.messages)
        messages.push_back(messageJson(message));
    return {{"links", linksJson(data.links)},
            {"profile", profileJson(data.view.profile, data.view.decision.asOf)},
            {"brief", viewJson(data.view, false)},
            {"messages", std::move(messages)},
            {"notes", notesJson(data.notes)},
            {"drafts", draftsJson(data.view.drafts)},
            {"feedback", feedbackJson(data.view.feedback)},
            {"overrides", overridesJson(data.history.overrides)},
            {"gone", goneJson(data.history.gone)}};
}

} // namespace

void printExport(std::ostream& out, const PersonExport& data)
{
    out << "{\"records\":[";
    for (std::size_t i = 0; i < data.lines.size(); ++i)
        out << (i == 0 ? "" : ",") << data.lines[i];
    out << "],\"derived\":" << dumped(derivedJson(data)) << "}\n";
}

} // namespace foreword::ctl
