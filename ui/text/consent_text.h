// The consent ledger in words: what counts per purpose and channel, and the proof of it. Pure.
#pragma once

#include <QCoreApplication>

#include <vector>

#include "core/desk/desk.h"
#include "ui/text/profile_lines.h"
#include "ui/text/wording.h"

namespace foreword {

class ConsentText {
    Q_DECLARE_TR_FUNCTIONS(foreword::ConsentText)

public:
    explicit ConsentText(Wording wording) : m_wording(std::move(wording)) {}

    // A line for each purpose and answer, with the channels it holds for; below it the entries that
    // it does not rest on, and all entries with their proof as a tool tip.
    std::vector<ProfileLine> lines(const Profile& profile) const;
    // One for each purpose, as the agent's own channel has it.
    std::vector<PillText> pills(const CustomerView& view) const;

private:
    std::optional<PillText> pill(const Profile& profile, const std::string& purpose) const;
    QString answer(const ConsentReading& reading) const;
    QString proof(const ConsentEntry& entry) const;

    Wording m_wording;
};

} // namespace foreword
