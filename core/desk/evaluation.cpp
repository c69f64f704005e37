#include "core/desk/evaluation.h"

#include <algorithm>

#include "core/desk/conversation.h"
#include "core/evaluate/brief_scores.h"
#include "core/evaluate/signal_scores.h"
#include "core/evaluate/summary_scores.h"
#include "core/model/names.h"

namespace foreword {
namespace {

using nlohmann::json;
using nlohmann::ordered_json;

std::vector<std::string> textSignals(const Dictionary& dictionary)
{
    std::vector<std::string> ids;
    for (const DictionaryEntry& entry : dictionary.entries()) {
        if (std::ranges::find(entry.evidence, "text") != entry.evidence.end())
            ids.push_back(entry.id);
    }
    return ids;
}

class Base : public Evaluation {
public:
    Base(const Definitions& definitions, std::optional<Timestamp> asOf) : m_definitions(definitions), m_asOf(asOf) {}

    Result<> add(std::string_view line) final
    {
        FOREWORD_TRY(Conversation conversation, parseConversation(line));
        annotateConversation(conversation, m_definitions.annotator);
        return score(json::parse(line), conversation);
    }

protected:
    // `labels`: the whole line.
    virtual Result<> score(const json& labels, const Conversation& conversation) = 0;

    const Definitions& m_definitions;
    std::optional<Timestamp> m_asOf;
};

class SignalEvaluation final : public Base {
public:
    SignalEvaluation(const Definitions& definitions, std::optional<Timestamp> asOf)
        : Base(definitions, asOf), m_scores(textSignals(definitions.dictionary))
    {
    }

    ordered_json figures() const override { return m_scores.json(); }

private:
    Result<> score(const json& labels, const Conversation& conversation) override
    {
        FOREWORD_TRY(const SignalLabels expected, signalLabels(labels));
        FoundSignals found;
        for (const HistoryMessage& message : conversation.history.messages) {
            if (message.sender != Sender::customer)
                continue;
            found.customerMessages.push_back({message.key.id, message.text});
            found.language = message.language;
        }
        found.channel = nameOf(conversation.history.interactions.front().channel);
        for (const Signal& signal : conversationSignals(conversation, m_definitions.dictionary, m_asOf)) {
            if (signal.state != SignalState::suspected && signal.state != SignalState::confirmed)
                continue;
            auto& places = found.evidence[signal.id];
            for (const Evidence& evidence : signal.evidence) {
                if (evidence.citation)
                    places.push_back({evidence.citation->message().id, evidence.citation->span()});
            }
        }
        m_scores.add(expected, found);
        return {};
    }

    SignalScores m_scores;
};

class BriefEvaluation final : public Base {
public:
    using Base::Base;
    ordered_json figures() const override { return m_scores.json(); }

private:
    Result<> score(const json& labels, const Conversation& conversation) override
    {
        FOREWORD_TRY(const BriefLabels expected, briefLabels(labels));
        std::map<std::string, std::string> texts;
        for (const HistoryMessage& message : conversation.history.messages)
            texts.emplace(message.key.id, message.text);
        m_scores.add(expected, conversationBrief(conversation, m_asOf), texts);
        return {};
    }

    BriefScores m_scores;
};

class SummaryEvaluation final : public Base {
public:
    using Base::Base;
    ordered_json figures() const override { return m_scores.json(); }

private:
    Result<> score(const json& labels, const Conversation& conversation) override
    {
        FOREWORD_TRY(const std::vector<SummaryLabels> annotators, summaryLabels(labels));
        const Brief brief = conversationBrief(conversation, m_asOf);
        std::map<std::string, bool> byCustomer;
        std::map<std::string, std::string_view> texts;
        for (const HistoryMessage& message : conversation.history.messages) {
            byCustomer.emplace(message.key.id, message.sender == Sender::customer);
            texts.emplace(message.key.id, message.text);
        }
        std::vector<Place> sentences;
        std::string words;
        for (const Citation& citation : brief.keySentences) {
            sentences.push_back({citation.message().id, citation.span()});
            words.append(citation.span().in(texts.at(citation.message().id))).append("\n");
        }
        m_scores.add(annotators, sentences, byCustomer, words);
        return {};
    }

    SummaryScores m_scores;
};

} // namespace

std::unique_ptr<Evaluation> makeEvaluation(std::string_view kind, const Definitions& definitions, std::optional<Timestamp> asOf)
{
    if (kind == "signals")
        return std::make_unique<SignalEvaluation>(definitions, asOf);
    if (kind == "briefs")
        return std::make_unique<BriefEvaluation>(definitions, asOf);
    if (kind == "summaries")
        return std::make_unique<SummaryEvaluation>(definitions, asOf);
    return nullptr;
}

} // namespace foreword
