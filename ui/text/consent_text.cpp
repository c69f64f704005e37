#include "ui/text/consent_text.h"

#include <algorithm>

#include "ui/text/profile_text.h"
#include "ui/text/signal_text.h"
#include "ui/text/strings.h"

namespace foreword {
namespace {

constexpr std::size_t channelCount = 5; // in which a ledger is read

const ConsentReading* readingOf(const Profile& profile, const std::string& purpose, ConsentChannel channel)
{
    const auto found = std::ranges::find_if(
        profile.consent, [&](const ConsentReading& reading) { return reading.purpose == purpose && reading.channel == channel; });
    return found == profile.consent.end() ? nullptr : &*found;
}

// The newest entry that the state rests on.
const ConsentEntry* deciding(const ConsentReading& reading)
{
    const auto found = std::ranges::find_if(reading.entries, &ConsentEntry::counts);
    return found == reading.entries.end() ? nullptr : &*found;
}

std::vector<std::string> purposesOf(const Profile& profile)
{
    std::vector<std::string> purposes;
    for (const auto& reading : profile.consent) {
        if (std::ranges::find(purposes, reading.purpose) == purposes.end())
            purposes.push_back(reading.purpose);
    }
    std::ranges::stable_partition(purposes, [](const std::string& purpose) { return purpose != "marketing"; });
    return purposes;
}

bool sameAnswer(const ConsentReading& a, const ConsentReading& b)
{
    return a.state == b.state && a.ground == b.ground && a.entries == b.entries;
}

QString purposeName(const std::string& purpose)
{
    if (purpose == "service")
        return QCoreApplication::translate("foreword::ConsentText", "Service contact");
    return purpose == "marketing" ? QCoreApplication::translate("foreword::ConsentText", "Marketing") : ProfileText::readable(purpose);
}

QString channelName(ConsentChannel channel)
{
    switch (channel) {
    case ConsentChannel::email: return QCoreApplication::translate("foreword::ConsentText", "e-mail");
    case ConsentChannel::phone: return QCoreApplication::translate("foreword::ConsentText", "phone");
    case ConsentChannel::sms: return QCoreApplication::translate("foreword::ConsentText", "SMS");
    case ConsentChannel::post: return QCoreApplication::translate("foreword::ConsentText", "post");
    case ConsentChannel::agent:
    case ConsentChannel::any: break;
    }
    return QCoreApplication::translate("foreword::ConsentText", "agent");
}

} // namespace

// "opt-in of 1 Feb 2021, CRM".
QString ConsentText::proof(const ConsentEntry& entry) const
{
    const ConsentRecord& record = entry.record;
    QString kind;
    switch (record.status) {
    case ConsentStatus::granted:
        kind = record.basis == ConsentBasis::optIn    ? tr("opt-in")
            : record.basis == ConsentBasis::softOptIn ? tr("soft opt-in")
                                                      : tr("consent without a basis");
        break;
    case ConsentStatus::denied: kind = tr("no consent"); break;
    case ConsentStatus::revoked: kind = tr("consent revoked"); break;
    case ConsentStatus::objected: kind = tr("objection"); break;
    }
    // One without an id is known by who keeps it and whom it is about.
    const QString where = record.id.empty()
        ? ProfileText::sourceName(record.source) + u", "_s + toQt(record.customer.source + ":" + record.customer.id)
        : toQt(record.source + ":" + record.id);
    //: A consent entry: kind, date, record that holds it.
    return tr("%1 of %2, %3").arg(kind, m_wording.date(record.at), where);
}

QString ConsentText::answer(const ConsentReading& reading) const
{
    const ConsentEntry* entry = deciding(reading);
    const QString because = entry ? proof(*entry) : QString();
    if (reading.state == ConsentState::granted)
        //: There is consent; the entry that proves it.
        return tr("Yes: %1").arg(because);
    if (reading.state != ConsentState::unknown)
        //: There is no consent; the entry that says so.
        return tr("No: %1").arg(because);
    switch (reading.ground) {
    case ConsentGround::tooOld: return tr("Unknown, too old: %1").arg(because);
    case ConsentGround::copyTooOld: return tr("Unknown, its system was not reached for too long: %1").arg(because);
    case ConsentGround::noBasis: return tr("Unknown: %1").arg(because);
    case ConsentGround::noEntry:
    case ConsentGround::mostProtective:
    case ConsentGround::laterOptIn:
    case ConsentGround::agreed: break;
    }
    return tr("Unknown, nothing on record");
}

std::vector<ProfileLine> ConsentText::lines(const Profile& profile) const
{
    std::vector<ProfileLine> out;
    for (const auto& purpose : purposesOf(profile)) {
        std::vector<std::pair<const ConsentReading*, QStringList>> answers;
        for (const auto& reading : profile.consent) {
            if (reading.purpose != purpose)
                continue;
            auto same = std::ranges::find_if(answers, [&](const auto& answer) { return sameAnswer(*answer.first, reading); });
            if (same == answers.end())
                same = answers.insert(answers.end(), {&reading, {}});
            same->second.append(channelName(reading.channel));
        }
        QString label = purposeName(purpose);
        for (const auto& [reading, channels] : answers) {
            ProfileLine line{std::exchange(label, {}), answer(*reading), {}, {}};
            if (static_cast<std::size_t>(channels.size()) < channelCount)
                //: An answer, and the channels it holds for.
                line.value = tr("%1 (%2)", "answer, channels").arg(line.value, m_wording.list(channels));
            QStringList proofs;
            for (const auto& entry : reading->entries) {
                proofs.append(proof(entry));
                if (!entry.counts && &entry != deciding(*reading))
                    line.conflicts.append(entry.answered ? tr("Before: %1").arg(proof(entry)) : tr("Against it: %1").arg(proof(entry)));
            }
            line.meaning = proofs.join(u'\n');
            out.push_back(line);
        }
    }
    return out;
}

std::optional<PillText> ConsentText::pill(const Profile& profile, const std::string& purpose) const
{
    const ConsentReading* own = readingOf(profile, purpose, ConsentChannel::agent);
    if (!own)
        return std::nullopt;
    const QString name = purposeName(purpose);
    QStringList elsewhere;
    for (const auto& reading : profile.consent) {
        if (reading.purpose == purpose && reading.channel != ConsentChannel::agent && reading.state == ConsentState::granted)
            elsewhere.append(channelName(reading.channel));
    }
    if (own->state == ConsentState::granted)
        //: A purpose of contact, and whether there is consent.
        return PillText{tr("%1: yes").arg(name), Ink::green};
    if (!elsewhere.isEmpty())
        //: A purpose of contact, and the channels there is consent for.
        return PillText{tr("%1: by %2 only").arg(name, m_wording.list(elsewhere))};
    const ConsentEntry* entry = deciding(*own);
    const QString when = entry ? m_wording.date(entry->record.at) : QString();
    switch (own->state) {
    case ConsentState::denied: return PillText{tr("%1: no").arg(name), Ink::red};
    case ConsentState::revoked: return PillText{tr("%1: revoked %2").arg(name, when), Ink::red};
    case ConsentState::objected: return PillText{tr("%1: objected %2").arg(name, when), Ink::red};
    case ConsentState::granted:
    case ConsentState::unknown: break;
    }
    return PillText{own->entries.empty() ? tr("%1: no consent on record").arg(name) : tr("%1: not known").arg(name), Ink::red};
}

std::vector<PillText> ConsentText::pills(const CustomerView& view) const
{
    // An objection in words outranks the ledger until a fresh opt-in, so the decision's signals are
    // asked first.
    const Signal* objection = signalOf("marketing_objection", view.decision.signals);
    const bool objected = objection && objection->state != SignalState::unknown;
    std::vector<PillText> out;
    for (const auto& purpose : purposesOf(view.profile)) {
        if (purpose == "marketing" && objected) {
            const QString text =
                objection->since ? tr("Marketing: objected %1").arg(m_wording.date(*objection->since)) : tr("Marketing: objected");
            out.push_back({text, Ink::red});
        } else if (const auto found = pill(view.profile, purpose)) {
            out.push_back(*found);
        }
    }
    return out;
}

} // namespace foreword
