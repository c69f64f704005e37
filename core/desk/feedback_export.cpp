#include "core/desk/feedback_export.h"

#include <algorithm>
#include <map>
#include <set>

#include <nlohmann/json.hpp>

#include "core/desk/conversation.h"
#include "core/model/names.h"
#include "core/store/feedback_table.h"
#include "core/store/reading.h"

namespace foreword {
namespace {

using Json = nlohmann::ordered_json;
using Marks = std::vector<const Feedback*>;

constexpr std::string_view sectionNames[] = {"situation",   "history",        "tried",   "promised", "told",
                                             "asked_again", "open_questions", "opening", "signal"};

Json conversationJson(const History& history, std::uint32_t interaction)
{
    const InteractionRecord& record = history.interactions[interaction];
    Json messages = Json::array();
    for (const HistoryMessage& message : history.messages) {
        if (message.interaction != interaction)
            continue;
        Json& one = messages.emplace_back(Json{{"id", message.key.id},
                                               {"sender", nameOf(message.sender)},
                                               {"at", message.at.toString()},
                                               {"channel", nameOf(record.channel)},
                                               {"text", message.text}});
        if (message.visibility == Visibility::internal)
            one["visibility"] = nameOf(message.visibility);
    }
    return {{"conversation_id", record.key.source + ":" + record.key.id}, {"messages", std::move(messages)}};
}

Json feedbackJson(const Marks& marks, const History& history)
{
    Json list = Json::array();
    for (const Feedback* mark : marks) {
        const auto& subject = mark->subject;
        const auto message = std::ranges::find(history.messages, subject.message, &HistoryMessage::messageKey);
        Json one = {{"section", nameOf(subject.section)}};
        if (subject.section == Section::signal)
            one["signal"] = subject.signal;
        one["verdict"] = nameOf(mark->verdict);
        one["reason"] = mark->reason;
        one["message_id"] = subject.message.id;
        one["start"] = subject.span.start;
        one["end"] = subject.span.end;
        one["quote"] = std::string(subject.span.in(message->text));
        one["statement"] = mark->statement;
        one["at"] = mark->at.toString();
        list.push_back(std::move(one));
    }
    return list;
}

bool isMarked(const Marks& marks, Section section, std::string_view signal, const Citation& citation)
{
    return std::ranges::any_of(marks, [&](const Feedback* mark) {
        return mark->subject.section == section && mark->subject.signal == signal && mark->subject.message.id == citation.message().id
            && mark->subject.span == citation.span();
    });
}

class Labels {
public:
    Labels(const Conversation& conversation, const Marks& marks) : m_conversation(conversation), m_marks(marks) {}

    Json briefs() const
    {
        const Brief brief = conversationBrief(m_conversation, std::nullopt);
        Json commitments = Json::array(), tried = Json::array(), told = Json::array(), askedAgain = Json::array();
        for (const Promise& promise : brief.promised)
            add(commitments, Section::promised, promise.statement);
        for (const Statement& statement : brief.tried)
            add(tried, Section::tried, statement);
        for (const ToldFact& fact : brief.told)
            add(told, Section::told, fact.statement);
        for (const Statement& statement : brief.askedAgain)
            add(askedAgain, Section::askedAgain, statement);
        return {{"resolution", nameOf(brief.resolution)},
                {"satisfaction", nameOf(brief.satisfaction)},
                {"commitments", std::move(commitments)},
                {"tried", std::move(tried)},
                {"told", std::move(told)},
                {"asked_again", std::move(askedAgain)}};
    }

    // Absent where all that speaks for a signal was called wrong, in doubt where something is left
    // or what speaks for it only misleads.
    Json signals(const Dictionary& dictionary) const
    {
        std::set<std::string> only, unsure;
        for (const Feedback* mark : m_marks) {
            only.insert(mark->subject.signal);
            if (mark->verdict == FeedbackVerdict::misleading)
                unsure.insert(mark->subject.signal);
        }
        for (const Signal& signal : conversationSignals(m_conversation, dictionary, std::nullopt)) {
            const bool left = std::ranges::any_of(signal.evidence, [&](const Evidence& evidence) {
                return evidence.citation && !isMarked(m_marks, Section::signal, signal.id, *evidence.citation);
            });
            if (only.contains(signal.id) && left)
                unsure.insert(signal.id);
        }
        return {{"present", Json::array()}, {"unsure", unsure}, {"only", only}, {"evidence", Json::object()}};
    }

private:
    void add(Json& list, Section section, const Statement& statement) const
    {
        const Citation& citation = statement.citations().front();
        if (isMarked(m_marks, section, {}, citation))
            return;
        const auto message = std::ranges::find(m_conversation.history.messages, citation.message(), &HistoryMessage::messageKey);
        list.push_back({{"message_id", citation.message().id}, {"quote", std::string(citation.span().in(message->text))}});
    }

    const Conversation& m_conversation;
    const Marks& m_marks;
};

Result<> exportConversation(const History& history, std::uint32_t interaction, const Marks& marks, const Definitions& definitions,
                            std::vector<std::string>& lines)
{
    Marks ofBriefs, ofSignals;
    std::ranges::partition_copy(marks, std::back_inserter(ofSignals), std::back_inserter(ofBriefs),
                                [](const Feedback* mark) { return mark->subject.section == Section::signal; });
    const Json line = conversationJson(history, interaction);
    FOREWORD_TRY(Conversation conversation, parseConversation(line.dump()));
    annotateConversation(conversation, definitions.annotator);
    const auto write = [&](const Marks& these, Json expect) {
        Json labelled = line;
        labelled["expect"] = std::move(expect);
        labelled["feedback"] = feedbackJson(these, history);
        lines.push_back(labelled.dump());
    };
    if (!ofBriefs.empty())
        write(ofBriefs, Labels(conversation, ofBriefs).briefs());
    if (!ofSignals.empty())
        write(ofSignals, Labels(conversation, ofSignals).signals(definitions.dictionary));
    return {};
}

} // namespace

std::string_view nameOf(Section section)
{
    return sectionNames[static_cast<std::size_t>(section)];
}

std::string_view nameOf(FeedbackVerdict verdict)
{
    return verdict == FeedbackVerdict::wrong ? "wrong" : "misleading";
}

Result<std::vector<std::string>> exportFeedback(Connection& connection, const Definitions& definitions)
{
    const FeedbackTable table(connection);
    FOREWORD_TRY(const auto persons, table.persons());
    std::vector<std::string> lines;
    for (const auto person : persons) {
        FOREWORD_TRY(const auto found, readHistoryIfThere(connection, person, {}));
        if (!found)
            continue;
        const History& history = *found;
        FOREWORD_TRY(const auto feedback, table.about(history));
        std::map<std::uint32_t, Marks> byConversation;
        for (const Feedback& mark : feedback) {
            const auto message = std::ranges::find(history.messages, mark.subject.message, &HistoryMessage::messageKey);
            byConversation[message->interaction].push_back(&mark);
        }
        for (const auto& [interaction, marks] : byConversation)
            FOREWORD_CHECK(exportConversation(history, interaction, marks, definitions, lines));
    }
    return lines;
}

} // namespace foreword
