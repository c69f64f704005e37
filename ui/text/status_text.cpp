#include "ui/text/status_text.h"

#include <algorithm>

#include "ui/text/error_text.h"
#include "ui/text/strings.h"

namespace foreword {

namespace {

std::optional<Timestamp> lastSuccess(const std::vector<SourceStatus>& sources)
{
    std::optional<Timestamp> last;
    for (const auto& source : sources)
        last = std::max(last, source.lastSuccess);
    return last;
}

} // namespace

QString StatusText::freshness(const DeskStatus& status) const
{
    if (status.trouble)
        return ErrorText::message(*status.trouble);
    if (const auto last = lastSuccess(status.sources))
        return tr("Synced %1").arg(m_wording.ago(*last));
    if (!status.sources.empty())
        return tr("Not synced yet");
    return status.sampleAsOf ? tr("Sample history") : tr("Imported data");
}

QString StatusText::source(const SourceStatus& status) const
{
    const QString name = toQt(status.name);
    if (status.running) {
        if (status.compared)
            //: %1 is a connected system; its pull ends with all customer records compared.
            return tr("%1: comparing customer records, %2 %").arg(name).arg(*status.compared);
        //: %1 is a connected system.
        return status.records > 0 ? tr("%1: syncing, %Ln record(s) so far", nullptr, static_cast<int>(status.records)).arg(name)
                                  : tr("%1: syncing").arg(name);
    }
    if (status.failingSince) {
        //: %1 is a connected system, %2 a time.
        return tr("%1: not reached since %2, working from what is here").arg(name, m_wording.recently(*status.failingSince));
    }
    if (status.lastSuccess) {
        //: %1 is a connected system, %2 "8 min ago".
        return tr("%1: synced %2").arg(name, m_wording.ago(*status.lastSuccess));
    }
    return tr("%1: not synced yet").arg(name);
}

QString StatusText::sourceDetail(const SourceStatus& status) const
{
    if (!status.lastError)
        return source(status);
    //: %1 how a connected system stands, %2 what went wrong, %3 what helps.
    return tr("%1. %2 %3").arg(source(status), ErrorText::message(*status.lastError), ErrorText::remedy(*status.lastError));
}

QString StatusText::statusUnread(const Error& error)
{
    //: %1 what went wrong, as a sentence.
    return tr("The state of the workspace is not known: %1").arg(ErrorText::message(error));
}

QString StatusText::customerUnread(const Error& error)
{
    //: %1 what went wrong, as a sentence.
    return tr("The customer on screen could not be read again: %1").arg(ErrorText::message(error));
}

QString StatusText::milliseconds(std::int64_t micros) const
{
    if (micros < 1'000)
        return tr("under 1 ms");
    return tr("%1 ms").arg(m_wording.number((micros + 500) / 1'000));
}

QString StatusText::briefReady(const CustomerView& view) const
{
    const auto count = static_cast<int>(view.history.messages.size());
    //: %1 is a duration.
    return tr("Brief ready in %1 from %n message(s)", nullptr, count).arg(milliseconds(view.timings.total));
}

QString StatusText::cached(const DeskStatus& status) const
{
    const auto persons = static_cast<int>(status.persons);
    return status.encrypted ? tr("%Ln profile(s) cached, encrypted", nullptr, persons)
                            : tr("%Ln profile(s) cached, not encrypted", nullptr, persons);
}

QString StatusText::charter(const DeskStatus& status) const
{
    if (status.charterVersion.empty())
        return {};
    const QString version = toQt(status.charterVersion);
    return status.sampleAsOf ? tr("Charter %1, sample of %2").arg(version, m_wording.fullDate(*status.sampleAsOf))
                             : tr("Charter %1").arg(version);
}

QString StatusText::lacking(const CustomerView& view, const std::vector<SourceStatus>& sources) const
{
    QStringList parts;
    QStringList told; // not reached
    for (const SourceStatus& source : sources) {
        if (std::ranges::find(view.freshness, source.name, &SourceFreshness::source) == view.freshness.end())
            continue;
        if (source.failingSince) {
            //: %1 is a connected system, %2 a time.
            parts.append(tr("%1 was not reached since %2: what was written there since then is missing here.")
                             .arg(toQt(source.name), m_wording.recently(*source.failingSince)));
            told.append(toQt(source.name));
        } else if (source.running && !source.lastSuccess) {
            //: %1 is a connected system.
            parts.append(tr("%1 is being read for the first time: the history is not whole yet.").arg(toQt(source.name)));
        }
    }
    for (const SourceFreshness& source : view.freshness) {
        if (source.stale && source.pulled && !told.contains(toQt(source.source)))
            //: %1 is a connected system, %2 a time.
            parts.append(tr("%1 was last synced %2: what it tells is stale and may have changed since.")
                             .arg(toQt(source.source), m_wording.dayTime(*source.pulled)));
    }
    if (view.unread > 0)
        parts.append(tr("%n message(s) not read yet: the brief may lack what they say.", nullptr, view.unread));
    if (view.readByAnother > 0)
        parts.append(tr("%n message(s) read by another dictionary; they are being read again.", nullptr, view.readByAnother));
    return parts.join(u' ');
}

QString StatusText::reach(const SourceFreshness& source) const
{
    const QString name = toQt(source.source);
    //: %1 is a system, %2 a time.
    const QString newest =
        source.newest ? tr("%1: newest message %2").arg(name, m_wording.dayTime(*source.newest)) : tr("%1: no messages").arg(name);
    //: %1 is how far a system's messages reach, %2 "Today 10:03".
    const QString reach = source.pulled ? tr("%1, synced %2").arg(newest, m_wording.dayTime(*source.pulled)) : newest;
    //: %1 is how far a system's messages reach; it was not synced for too long.
    return source.stale ? tr("%1, stale").arg(reach) : reach;
}

QString StatusText::drafts(const DeskStatus& status) const
{
    if (status.drafts.empty())
        return {};
    const auto refused = std::ranges::count(status.drafts, true, &WaitingDraft::refused);
    if (refused > 0) {
        //: %2 is the customer of the first of them.
        return tr("%n note(s) not taken: %2", nullptr, static_cast<int>(refused)).replace(u"%2"_s, toQt(status.drafts.front().displayName));
    }
    //: %2 is the customer of the one written last.
    return tr("%n note(s) not sent: %2", nullptr, static_cast<int>(status.drafts.size()))
        .replace(u"%2"_s, toQt(status.drafts.front().displayName));
}

} // namespace foreword
