// The brief in words: how promises and conversations stand, who spoke, what changed since our last
// answer. Pure.
#pragma once

#include <span>

#include <QCoreApplication>

#include "core/desk/desk.h"
#include "core/model/cited_message.h"
#include "ui/text/wording.h"
#include "ui/theme/icons.h"
#include "ui/theme/tokens.h"

namespace foreword {

class BriefText {
    Q_DECLARE_TR_FUNCTIONS(foreword::BriefText)

public:
    explicit BriefText(Wording wording) : m_wording(std::move(wording)) {}

    // "Missed", "Due today", "Due 12 Nov", "Runs until 12 Nov", "Kept", "Open"
    QString promiseWord(const Promise& promise) const;
    static Ink promiseInk(const Promise& promise);
    static QString channelWord(Channel channel);
    static Icon channelIcon(Channel channel);
    static QString statusWord(InteractionStatus status);
    static Ink statusInk(InteractionStatus status);
    // What the pill of an interaction says: a finished call its length, else the status.
    QString interactionPill(const InteractionRecord& interaction) const;
    QString sinceLead(const SinceLast& since) const; // "Since our last answer (3 Nov):"
    QString news(const News& news) const;      // "2 e-mails", "1 promise missed"
    // "Agent Piet"; without a name what they are.
    QString speaker(const HistoryMessage& message) const;
    static QString senderWord(Sender sender);
    static QString factWord(FactKind kind); // "Amount"
    QString factValue(const ToldFact& fact) const; // "Thursday → 5 Nov 2026"
    QString voice(const HistoryMessage& message) const; // "Agent Piet", "Note by Agent Piet", "System"
    QString voiceAndDay(const HistoryMessage& message) const; // "Agent Piet, 5 Nov"
    // Who told facts of one sentence, when and in which conversation, and when again.
    QString toldBy(const CitedMessages& cited, std::span<const ToldFact> facts) const;
    static QString situationTitle(SituationOf what); // "Right now"
    // What a conversation is called: its subject, or of what sort it is where there is none.
    static QString conversationTitle(const InteractionRecord& interaction);
    static QString arrows(); // what the arrows in a brief mean

private:
    QString channelCount(Channel channel, int count) const;
    static QString kindWord(InteractionKind kind);

    Wording m_wording;
};

} // namespace foreword
