// The status lines: freshness, the brief's time, what is cached, which charter. Pure.
#pragma once

#include <QCoreApplication>

#include <optional>

#include "core/desk/desk.h"
#include "ui/text/wording.h"

namespace foreword {

class StatusText {
    Q_DECLARE_TR_FUNCTIONS(foreword::StatusText)

public:
    explicit StatusText(Wording wording) : m_wording(std::move(wording)) {}

    QString freshness(const DeskStatus& status) const;
    // One source: what it is doing, or since when what is here is all there is.
    QString source(const SourceStatus& status) const;
    // The same with what went wrong, and what helps.
    QString sourceDetail(const SourceStatus& status) const;
    // What could not be read when it was asked for again.
    static QString statusUnread(const Error& error);
    static QString customerUnread(const Error& error);
    QString briefReady(const CustomerView& view) const;
    QString cached(const DeskStatus& status) const;
    QString charter(const DeskStatus& status) const;
    // What the brief of a customer may lack, and why; empty where it lacks nothing.
    QString lacking(const CustomerView& view, const std::vector<SourceStatus>& sources) const;
    // "helpdesk: newest message 9 Nov 10:02, synced Today 10:03"
    QString reach(const SourceFreshness& source) const;
    QString drafts(const DeskStatus& status) const; // empty where none waits

private:
    QString milliseconds(std::int64_t micros) const;

    Wording m_wording;
};

} // namespace foreword
