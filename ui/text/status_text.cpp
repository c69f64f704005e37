#include "ui/text/status_text.h"

#include "ui/text/error_text.h"
#include "ui/text/strings.h"

namespace foreword {

QString StatusText::freshness(const DeskStatus& status) const
{
    if (status.trouble)
        return ErrorText::message(*status.trouble);
    if (status.lastPullAt)
        return tr("Synced %1").arg(m_wording.ago(*status.lastPullAt));
    if (!status.sources.empty())
        return tr("Not synced yet");
    return status.sampleAsOf ? tr("Sample history") : tr("Imported data");
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

} // namespace foreword
