// What tests of annotating and briefing share: the shipped dictionary and cue lists, and
// conversations in a few words.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include <QtTest>

#include "core/annotate/annotator.h"
#include "core/annotate/signal_evaluation.h"
#include "core/base/error_catalog.h"
#include "core/base/resources.h"

namespace foreword::test {

inline std::string report(const std::vector<Error>& errors)
{
    std::string text;
    for (const Error& error : errors)
        text += std::string(error.param("file")) + ":" + std::string(error.param("line")) + " " + englishMessage(error) + "\n";
    return text;
}

inline const Dictionary& dictionary()
{
    static const Dictionary loaded = [] {
        auto result = Dictionary::load(embeddedFile("dictionary.toml").value_or(""), "dictionary.toml");
        if (!result)
            qFatal("%s", report(result.error()).c_str());
        return *std::move(result);
    }();
    return loaded;
}

inline std::map<std::string, std::string_view> cueFiles()
{
    std::map<std::string, std::string_view> files;
    for (const std::string& path : embeddedFiles("cues/"))
        files[path] = *embeddedFile(path);
    return files;
}

inline const Annotator& annotator()
{
    static const Annotator loaded = [] {
        auto result = Annotator::load(dictionary(), cueFiles(), embeddedFile("models/signals.bin").value_or(""));
        if (!result)
            qFatal("%s", report(result.error()).c_str());
        return *std::move(result);
    }();
    return loaded;
}

struct Line {
    Sender sender;
    std::string text;
    std::string at = {}; // RFC 3339; empty: a minute after the line before
    std::uint32_t interaction = 0;
};

inline Line customer(std::string text, std::string at = {})
{
    return {Sender::customer, std::move(text), std::move(at)};
}
inline Line agent(std::string text, std::string at = {})
{
    return {Sender::agent, std::move(text), std::move(at)};
}
inline Line bot(std::string text, std::string at = {})
{
    return {Sender::bot, std::move(text), std::move(at)};
}

inline Timestamp time(std::string_view text)
{
    const auto parsed = Timestamp::parse(text);
    if (!parsed)
        qFatal("no time: %s", std::string(text).c_str());
    return *parsed;
}

inline std::vector<HistoryMessage> messages(const std::vector<Line>& lines, std::string_view language = "en")
{
    std::vector<HistoryMessage> made;
    Timestamp at = time("2026-03-02T10:00:00Z");
    for (const Line& line : lines) {
        at = line.at.empty() ? at.plusMinutes(1) : time(line.at);
        HistoryMessage message;
        message.key = {"test", "m" + std::to_string(made.size() + 1)};
        message.interaction = line.interaction;
        message.sender = line.sender;
        message.at = at;
        message.text = line.text;
        message.language = language;
        made.push_back(std::move(message));
    }
    return made;
}

inline void annotateAll(std::vector<HistoryMessage>& conversation)
{
    for (std::size_t i = 0; i < conversation.size(); ++i) {
        conversation[i].annotations = annotator().annotate(conversation, i);
        conversation[i].dictionaryVersion = annotator().version();
    }
}

inline InteractionRecord interaction(std::string id, std::string_view opened, std::string_view closed = {})
{
    InteractionRecord record;
    record.key = {"test", std::move(id)};
    record.customer = {"test", "c"};
    record.channel = Channel::email;
    record.openedAt = time(opened);
    if (!closed.empty()) {
        record.closedAt = time(closed);
        record.status = InteractionStatus::closed;
    }
    return record;
}

// One open interaction with these lines, annotated.
inline History history(const std::vector<Line>& lines, std::string_view language = "en")
{
    History made;
    made.messages = messages(lines, language);
    annotateAll(made.messages);
    made.interactions.push_back(interaction("i1", made.messages.empty() ? "2026-03-02T10:00:00Z" : made.messages.front().at.toString()));
    return made;
}

inline std::vector<Annotation> found(const HistoryMessage& message, AnnotationKind kind, std::string_view label = {})
{
    std::vector<Annotation> matching;
    for (const Annotation& annotation : message.annotations) {
        if (annotation.kind == kind && (label.empty() || annotation.label == label))
            matching.push_back(annotation);
    }
    return matching;
}

inline std::string quote(const HistoryMessage& message, const Annotation& annotation)
{
    return std::string(annotation.span.in(message.text));
}

// Whether a cue of the signal stands anywhere in the conversation.
inline bool says(const std::vector<Line>& lines, std::string_view language, std::string_view signal)
{
    std::vector<HistoryMessage> conversation = messages(lines, language);
    annotateAll(conversation);
    for (const HistoryMessage& message : conversation) {
        if (!found(message, AnnotationKind::cue, signal).empty())
            return true;
    }
    return false;
}

} // namespace foreword::test
