#include "ui/text/profile_text.h"

#include <algorithm>
#include <charconv>
#include <span>

#include "core/base/timestamp.h"
#include "ui/text/consent_text.h"
#include "ui/text/strings.h"

namespace foreword {
namespace {

constexpr std::size_t mostGoneNamed = 5; // in a tool tip

struct Label {
    const char* field;
    const char* text;
};

constexpr Label labels[] = {
    {"name", QT_TRANSLATE_NOOP("foreword::ProfileText", "Name")},
    {"email", QT_TRANSLATE_NOOP("foreword::ProfileText", "E-mail")},
    {"phone", QT_TRANSLATE_NOOP("foreword::ProfileText", "Phone")},
    {"address", QT_TRANSLATE_NOOP("foreword::ProfileText", "Address")},
    {"birth_date", QT_TRANSLATE_NOOP("foreword::ProfileText", "Birth date")},
    {"value_tier", QT_TRANSLATE_NOOP("foreword::ProfileText", "Value tier")},
    {"lifecycle", QT_TRANSLATE_NOOP("foreword::ProfileText", "Lifecycle")},
    {"language", QT_TRANSLATE_NOOP("foreword::ProfileText", "Language")},
    {"customer_since", QT_TRANSLATE_NOOP("foreword::ProfileText", "Customer since")},
    {"renewal_date", QT_TRANSLATE_NOOP("foreword::ProfileText", "Renewal")},
};

constexpr Label languages[] = {
    {"de", QT_TRANSLATE_NOOP("foreword::ProfileText", "German")},  {"en", QT_TRANSLATE_NOOP("foreword::ProfileText", "English")},
    {"es", QT_TRANSLATE_NOOP("foreword::ProfileText", "Spanish")}, {"fr", QT_TRANSLATE_NOOP("foreword::ProfileText", "French")},
    {"it", QT_TRANSLATE_NOOP("foreword::ProfileText", "Italian")}, {"nl", QT_TRANSLATE_NOOP("foreword::ProfileText", "Dutch")},
    {"pl", QT_TRANSLATE_NOOP("foreword::ProfileText", "Polish")},  {"tr", QT_TRANSLATE_NOOP("foreword::ProfileText", "Turkish")},
};

constexpr Label tiers[] = {
    {"platinum", QT_TRANSLATE_NOOP("foreword::ProfileText", "Platinum")}, {"gold", QT_TRANSLATE_NOOP("foreword::ProfileText", "Gold")},
    {"silver", QT_TRANSLATE_NOOP("foreword::ProfileText", "Silver")},     {"bronze", QT_TRANSLATE_NOOP("foreword::ProfileText", "Bronze")},
    {"standard", QT_TRANSLATE_NOOP("foreword::ProfileText", "Standard")}, {"basic", QT_TRANSLATE_NOOP("foreword::ProfileText", "Basic")},
};

constexpr Label lifecycles[] = {
    {"prospect", QT_TRANSLATE_NOOP("foreword::ProfileText", "Prospect")},
    {"onboarding", QT_TRANSLATE_NOOP("foreword::ProfileText", "Onboarding")},
    {"active", QT_TRANSLATE_NOOP("foreword::ProfileText", "Active")},
    {"renewal", QT_TRANSLATE_NOOP("foreword::ProfileText", "Renewal")},
    {"cancelled", QT_TRANSLATE_NOOP("foreword::ProfileText", "Cancelled")},
};

constexpr Label consentStates[] = {
    {"granted", QT_TRANSLATE_NOOP("foreword::ProfileText", "opt-in")},
    {"denied", QT_TRANSLATE_NOOP("foreword::ProfileText", "no consent")},
    {"revoked", QT_TRANSLATE_NOOP("foreword::ProfileText", "consent revoked")},
    {"objected", QT_TRANSLATE_NOOP("foreword::ProfileText", "objection")},
    {"unknown", QT_TRANSLATE_NOOP("foreword::ProfileText", "unknown consent")},
};

// What a search matched, as the desk names it.
constexpr Label matches[] = {
    {"id", QT_TRANSLATE_NOOP("foreword::ProfileText", "Record")},
    {"external", QT_TRANSLATE_NOOP("foreword::ProfileText", "Customer number")},
    {"ticket", QT_TRANSLATE_NOOP("foreword::ProfileText", "Ticket")},
    {"words", QT_TRANSLATE_NOOP("foreword::ProfileText", "In a message")},
};

template <std::size_t N>
const char* find(const Label (&table)[N], const std::string& key)
{
    const auto found = std::ranges::find_if(table, [&](const Label& l) { return key == l.field; });
    return found != std::end(table) ? found->text : nullptr;
}

std::string paramOf(const Finding& finding, std::string_view name)
{
    for (const auto& [key, value] : finding.params) {
        if (key == name)
            return value;
    }
    return {};
}

std::optional<int> yearOf(const std::string& text)
{
    int year = 0;
    if (text.size() < 4 || std::from_chars(text.data(), text.data() + 4, year).ptr != text.data() + 4)
        return std::nullopt;
    return year;
}

} // namespace

QString ProfileText::readable(const std::string& raw)
{
    QString text = toQt(raw).replace(u'_', u' ');
    if (!text.isEmpty())
        text[0] = text[0].toUpper();
    return text;
}

QString ProfileText::sourceName(const std::string& source)
{
    for (const auto* acronym : {"crm", "cdp", "erp"}) {
        if (source == acronym)
            return toQt(source).toUpper();
    }
    return toQt(source);
}

QString ProfileText::displayName(const QString& name)
{
    return name.trimmed().isEmpty() ? tr("Name not known") : name;
}

QString ProfileText::initials(const QString& name)
{
    const QStringList words = name.split(u' ', Qt::SkipEmptyParts);
    QString out;
    const auto add = [&out](const QString& word) {
        // A whole code point, so that a name outside the basic plane is not cut.
        const auto letters = word.toUcs4();
        if (!letters.isEmpty() && QChar::isLetter(letters.front()))
            out += QString::fromUcs4(reinterpret_cast<const char32_t*>(&letters.front()), 1).toUpper();
    };
    if (!words.isEmpty())
        add(words.front());
    if (words.size() > 1)
        add(words.back());
    return out;
}

QString ProfileText::fieldLabel(const std::string& name)
{
    const char* known = find(labels, name);
    return known ? tr(known) : readable(name);
}

QString ProfileText::matchedBy(const std::string& field)
{
    const char* known = find(matches, field);
    return known ? tr(known) : fieldLabel(field);
}

QString ProfileText::value(const std::string& field, const std::string& raw) const
{
    if (const auto date = parseDate(raw))
        return m_wording.civilDate(*date);
    const char* known = nullptr;
    if (field == "language")
        known = find(languages, raw);
    else if (field == "value_tier")
        known = find(tiers, raw);
    else if (field == "lifecycle")
        known = find(lifecycles, raw);
    return known ? tr(known) : toQt(raw);
}

// Who says so, of which day, and whether it was checked: "CRM, helpdesk, 1 Nov".
QString ProfileText::origin(const FieldValue& value) const
{
    QStringList names;
    for (const auto& key : value.sources) {
        if (!names.contains(sourceName(key.source)))
            names.append(sourceName(key.source));
    }
    if (value.updatedAt)
        names.append(m_wording.date(*value.updatedAt));
    if (value.verified)
        names.append(tr("verified"));
    return names.join(u", "_s);
}

QString ProfileText::withSources(const ProfileField& field, const FieldValue& value) const
{
    //: A value, and where it is from: "Gold, CRM, 1 Nov".
    return tr("%1, %2", "value, source").arg(this->value(field.name, value.value), origin(value));
}

std::vector<PillText> ProfileText::badges(const FieldValue& value)
{
    std::vector<PillText> badges;
    if (value.gone)
        badges.push_back({tr("gone", "a value"), Ink::amber, tr("Gone: no record that says so is still there at its system")});
    if (value.stale)
        badges.push_back({tr("stale", "a value"), Ink::amber, tr("Stale: no system that says so was reached lately; it may have changed")});
    return badges;
}

ProfileLine ProfileText::line(const QString& label, const ProfileField& field, const FieldValue& value) const
{
    return {label, withSources(field, value), {}, {}, badges(value)};
}

QString ProfileText::meaning(const FieldDefinition& meaning)
{
    //: What a field means, and who sees to it.
    return meaning.definition.empty() ? QString() : tr("%1 Owner: %2").arg(toQt(meaning.definition), toQt(meaning.owner));
}

void ProfileText::addTenure(const Profile& profile, std::vector<ProfileLine>& out) const
{
    const auto* since = profile.field("customer_since");
    if (!profile.tenure || !since)
        return;
    const Tenure& tenure = *profile.tenure;
    const QString years = tr("%n year(s)", nullptr, tenure.years);
    const QString length = tenure.years > 0 ? years : tr("%n month(s)", nullptr, tenure.months);
    //: How long somebody has been a customer, the day it began, and who says so.
    out.push_back({tr("Customer for"),
                   tr("%1, since %2, %3").arg(length, m_wording.civilDate(tenure.since), origin(since->chosen)),
                   meaning(tenure.meaning),
                   {},
                   badges(since->chosen)});
}

std::vector<ProfileLine> ProfileText::lines(const Profile& profile) const
{
    static constexpr const char* order[] = {"email", "phone", "address", "birth_date", "value_tier", "lifecycle", "language"};
    std::vector<const ProfileField*> fields;
    for (const auto* name : order) {
        if (const auto* field = profile.field(name))
            fields.push_back(field);
    }
    for (const auto& field : profile.fields) {
        // Renewal is a pill of the header; tenure has a line of its own.
        const bool above = field.name == "renewal_date" || (field.name == "customer_since" && profile.tenure)
            || (field.name == "name" && field.others.empty());
        if (!above && std::ranges::find(fields, &field) == fields.end())
            fields.push_back(&field);
    }
    std::vector<ProfileLine> out;
    for (const auto* field : fields) {
        ProfileLine shown = line(fieldLabel(field->name), *field, field->chosen);
        shown.meaning = meaning(field->meaning);
        for (const auto& other : field->others) {
            if (field->singleValued)
                //: A value that contradicts the one shown, and which source says so.
                shown.conflicts.append(tr("%2 says %1").arg(value(field->name, other.value), origin(other)));
        }
        out.push_back(std::move(shown));
        for (const auto& other : field->others) {
            if (!field->singleValued)
                out.push_back(line({}, *field, other));
        }
        if (field->name == "lifecycle")
            addTenure(profile, out);
    }
    if (!profile.field("lifecycle"))
        addTenure(profile, out);
    return out;
}

std::vector<HolderLine> ProfileText::holders(const Profile& profile)
{
    std::vector<HolderLine> lines;
    for (const auto& holder : profile.couldAlsoBe) {
        QStringList shared;
        for (const auto& one : holder.shared)
            shared.append(toQt(one.normal));
        //: Identifiers that two persons share.
        lines.push_back({holder.person, displayName(toQt(holder.displayName)), tr("has %1, too").arg(shared.join(u", "_s))});
    }
    return lines;
}

void ProfileText::addLifecycle(const Profile& profile, std::vector<PillText>& out) const
{
    if (const auto* renewal = profile.field("renewal_date")) {
        const auto date = parseDate(renewal->chosen.value);
        const int days = date ? m_wording.daysUntil(*date) : -1;
        if (days >= 0) {
            out.push_back({days == 0 ? tr("Renewal today") : tr("Renewal in %n day(s)", nullptr, days)});
            return;
        }
    }
    if (const auto* lifecycle = profile.field("lifecycle"))
        out.push_back({value("lifecycle", lifecycle->chosen.value)});
}

// Records and conversations that are gone at their systems, and when that was noticed.
void ProfileText::addGone(const CustomerView& view, std::vector<PillText>& out) const
{
    const auto& all = view.history.gone;
    if (all.empty())
        return;
    const auto count = static_cast<int>(all.size());
    QStringList names;
    for (const GoneRecord& gone : std::span(all).first(std::min(all.size(), mostGoneNamed))) {
        const QString source = sourceName(gone.key.source), id = toQt(gone.key.id), day = m_wording.date(gone.seenAt);
        if (gone.kind == GoneRecord::Kind::customer)
            //: A record that its system does not have any more, and the day that was noticed.
            names.append(tr("%1 %2 since %3").arg(source, id, day));
        else
            //: The same of a ticket.
            names.append(tr("%1 #%2 since %3").arg(source, id, day));
    }
    if (const auto more = count - static_cast<int>(names.size()); more > 0)
        //: Ends a list of records: "helpdesk #4700, helpdesk #4701 and 3 more".
        names.append(tr("%n more", nullptr, more));
    out.push_back({tr("%n record(s) gone", nullptr, count), Ink::amber,
                   //: %1 lists the records.
                   tr("%n record(s) gone at their system and kept here as last seen: %1", nullptr, count).arg(m_wording.list(names))});
}

// Which systems, and since when what they told may have changed.
void ProfileText::addStale(const CustomerView& view, std::vector<PillText>& out) const
{
    QStringList names, since;
    for (const auto& source : view.freshness) {
        if (!source.stale)
            continue;
        names.append(sourceName(source.source));
        if (source.pulled)
            //: %1 is a system, %2 a time.
            since.append(tr("%1 was last synced %2").arg(names.back(), m_wording.dayTime(*source.pulled)));
    }
    if (!names.isEmpty())
        //: Systems whose copy here is old; %2 of the second says since when.
        out.push_back({tr("Stale: %1").arg(m_wording.list(names)), Ink::amber,
                       tr("Stale: %1; what was told there since then is missing").arg(m_wording.list(since))});
}

std::vector<PillText> ProfileText::pills(const CustomerView& view) const
{
    std::vector<PillText> out;
    if (const auto* tier = view.profile.field("value_tier")) {
        //: A customer's value tier, such as Gold.
        out.push_back({tr("%1 tier").arg(value("value_tier", tier->chosen.value))});
    }
    addLifecycle(view.profile, out);
    if (const auto* since = view.profile.field("customer_since")) {
        if (const auto year = yearOf(since->chosen.value))
            out.push_back({tr("Customer since %1").arg(*year)});
    }
    for (auto& pill : ConsentText(m_wording).pills(view))
        out.push_back(std::move(pill));
    addGone(view, out);
    addStale(view, out);
    return out;
}

FindingLine ProfileText::finding(const Finding& finding) const
{
    const auto part = [&](const char* name) {
        const std::string raw = paramOf(finding, name);
        if (const auto date = parseDate(raw))
            return m_wording.civilDate(*date);
        if (const auto at = Timestamp::parse(raw))
            return m_wording.date(*at);
        const char* known = find(consentStates, raw);
        return known ? tr(known) : toQt(raw);
    };
    const QString first = sourceName(paramOf(finding, "first_source"));
    const QString second = sourceName(paramOf(finding, "second_source"));
    //: First source and value, second source and value.
    const QString says = tr("%1 says %2, %3 says %4.").arg(first, part("first"), second, part("second"));
    switch (finding.code) {
    case FindingCode::birthDatesDiffer: return {tr("Two birth dates"), tr("Review"), withHint(says, paramOf(finding, "difference"))};
    case FindingCode::tiersDiffer: return {tr("Two value tiers"), tr("Review"), says};
    case FindingCode::lifecyclesDiffer: return {tr("Two lifecycle states"), tr("Review"), says};
    case FindingCode::consentsConflict:
        return {tr("Consent conflict"), tr("Safe value used"),
                //: Older consent: source, status, date; newer: the same; the status that counts.
                tr("%1: %2 of %3. %4: %5 of %6. What counts: %7.")
                    .arg(second, part("second"), part("second_at"), first, part("first"), part("first_at"), part("winner"))};
    case FindingCode::customerUnresolved: break;
    }
    return {tr("Record missing"), tr("Review"),
            //: Source and id of a record.
            tr("Something refers to %1 %2, which has not arrived.").arg(sourceName(paramOf(finding, "source")), part("id"))};
}

QString ProfileText::withHint(const QString& sentence, const std::string& difference)
{
    //: Two sentences.
    const QString both = tr("%1 %2", "two sentences");
    if (difference == "swapped")
        return both.arg(sentence, tr("Day and month may be swapped."));
    if (difference == "one_digit")
        return both.arg(sentence, tr("One digit differs."));
    return sentence;
}

} // namespace foreword
