#include "ui/text/link_text.h"

#include <algorithm>

#include "ui/text/profile_text.h"
#include "ui/text/strings.h"

namespace foreword {
namespace {

// Less than this says nothing worth a colour.
constexpr double telling = 0.5;

struct Sentence {
    std::string_view what, agreement;
    const char* text;
};

// clang-format off
constexpr Sentence sentences[] = {
    {"given_name", "exact", QT_TRANSLATE_NOOP("foreword::LinkText", "Same given name")},
    {"given_name", "variant", QT_TRANSLATE_NOOP("foreword::LinkText", "Given name in another form")},
    {"given_name", "near", QT_TRANSLATE_NOOP("foreword::LinkText", "Given name with a typing error")},
    {"given_name", "similar", QT_TRANSLATE_NOOP("foreword::LinkText", "Similar given name")},
    {"given_name", "distant", QT_TRANSLATE_NOOP("foreword::LinkText", "Given names hardly alike")},
    {"given_name", "different", QT_TRANSLATE_NOOP("foreword::LinkText", "Different given name")},
    {"family_name", "exact", QT_TRANSLATE_NOOP("foreword::LinkText", "Same family name")},
    {"family_name", "variant", QT_TRANSLATE_NOOP("foreword::LinkText", "Family name in another form")},
    {"family_name", "near", QT_TRANSLATE_NOOP("foreword::LinkText", "Family name with a typing error")},
    {"family_name", "similar", QT_TRANSLATE_NOOP("foreword::LinkText", "Similar family name")},
    {"family_name", "distant", QT_TRANSLATE_NOOP("foreword::LinkText", "Family names hardly alike")},
    {"family_name", "different", QT_TRANSLATE_NOOP("foreword::LinkText", "Different family name")},
    {"birth_date", "exact", QT_TRANSLATE_NOOP("foreword::LinkText", "Same birth date")},
    {"birth_date", "variant", QT_TRANSLATE_NOOP("foreword::LinkText", "Birth date with day and month exchanged")},
    {"birth_date", "near", QT_TRANSLATE_NOOP("foreword::LinkText", "Birth date with a typing error")},
    {"birth_date", "similar", QT_TRANSLATE_NOOP("foreword::LinkText", "Birth date that differs in one part")},
    {"birth_date", "distant", QT_TRANSLATE_NOOP("foreword::LinkText", "Birth dates less than two years apart")},
    {"birth_date", "different", QT_TRANSLATE_NOOP("foreword::LinkText", "Different birth date")},
    {"address", "exact", QT_TRANSLATE_NOOP("foreword::LinkText", "Same address")},
    {"address", "variant", QT_TRANSLATE_NOOP("foreword::LinkText", "Same street, another house")},
    {"address", "near", QT_TRANSLATE_NOOP("foreword::LinkText", "Same street name in another town")},
    {"address", "similar", QT_TRANSLATE_NOOP("foreword::LinkText", "Same postcode, another street")},
    {"address", "distant", QT_TRANSLATE_NOOP("foreword::LinkText", "Same town, another street")},
    {"address", "different", QT_TRANSLATE_NOOP("foreword::LinkText", "Different address")},
    {"town", "exact", QT_TRANSLATE_NOOP("foreword::LinkText", "Same postcode and town")},
    {"town", "variant", QT_TRANSLATE_NOOP("foreword::LinkText", "Same postcode")},
    {"town", "near", QT_TRANSLATE_NOOP("foreword::LinkText", "Postcode with a typing error")},
    {"town", "similar", QT_TRANSLATE_NOOP("foreword::LinkText", "Same town")},
    {"town", "distant", QT_TRANSLATE_NOOP("foreword::LinkText", "Same area")},
    {"town", "different", QT_TRANSLATE_NOOP("foreword::LinkText", "Different town")},
    {"email", "exact", QT_TRANSLATE_NOOP("foreword::LinkText", "Same e-mail")},
    {"email", "near", QT_TRANSLATE_NOOP("foreword::LinkText", "E-mail with a typing error")},
    {"email", "similar", QT_TRANSLATE_NOOP("foreword::LinkText", "Same mailbox name at another provider")},
    {"email", "distant", QT_TRANSLATE_NOOP("foreword::LinkText", "E-mails hardly alike")},
    {"email", "different", QT_TRANSLATE_NOOP("foreword::LinkText", "Different e-mail")},
    {"phone", "exact", QT_TRANSLATE_NOOP("foreword::LinkText", "Same phone")},
    {"phone", "near", QT_TRANSLATE_NOOP("foreword::LinkText", "Phone with a typing error")},
    {"phone", "different", QT_TRANSLATE_NOOP("foreword::LinkText", "Different phone")},
    {"external_id", "exact", QT_TRANSLATE_NOOP("foreword::LinkText", "Same external id")},
    {"external_id", "different", QT_TRANSLATE_NOOP("foreword::LinkText", "Different external ids")},
    {"generation", "different", QT_TRANSLATE_NOOP("foreword::LinkText", "Only one is called junior or senior")},
    {"name_order", "different", QT_TRANSLATE_NOOP("foreword::LinkText", "Names the other way round")},
    {"rarity", "", QT_TRANSLATE_NOOP("foreword::LinkText", "Two records are seldom one person")},
    {"relatives", "", QT_TRANSLATE_NOOP("foreword::LinkText", "A household shares as much")},
};
// clang-format on

void addAll(const std::vector<std::string>& values, QStringList& into)
{
    for (const auto& value : values)
        into.append(toQt(value));
}

} // namespace

QString LinkText::record(const RecordKey& key)
{
    //: A system and the number of a record in it: "CRM C-100".
    return tr("%1 %2", "system, record").arg(ProfileText::sourceName(key.source), toQt(key.id));
}

QString LinkText::details(const CustomerRecord& record) const
{
    QStringList parts;
    addAll(record.names, parts);
    if (const auto date = parseDate(record.birthDate))
        parts.append(m_wording.civilDate(*date));
    addAll(record.emails, parts);
    addAll(record.phones, parts);
    for (const Address& address : record.addresses) {
        for (const auto& part : {address.street, address.postcode, address.city}) {
            if (!part.empty())
                parts.append(toQt(part));
        }
    }
    return parts.join(u", "_s);
}

QString LinkText::pair(const RecordKey& a, const RecordKey& b)
{
    //: Two records.
    return tr("%1 and %2").arg(record(a), record(b));
}

QString LinkText::certainty(const RecordLink& link)
{
    if (link.confirmed)
        return tr("Confirmed by a person");
    constexpr double hundred = 100;
    //: How certain it is that two records are one person; never rounded up.
    return tr("%1 % certain").arg(static_cast<int>(link.score * hundred));
}

QString LinkText::decidedAt(Timestamp at) const
{
    //: When a person decided something.
    return tr("Decided %1").arg(m_wording.date(at));
}

QString LinkText::reason(const LinkReason& reason)
{
    const auto* found =
        std::ranges::find_if(sentences, [&](const Sentence& one) { return one.what == reason.what && one.agreement == reason.agreement; });
    return found != std::end(sentences) ? tr(found->text) : toQt(std::string(reason.what));
}

std::vector<ReasonLine> LinkText::reasons(const std::vector<LinkReason>& reasons) const
{
    auto sorted = reasons;
    std::ranges::stable_sort(sorted, std::ranges::greater(), &LinkReason::weight);
    std::vector<ReasonLine> lines;
    for (const LinkReason& one : sorted) {
        QString weight = m_wording.locale().toString(one.weight, 'f', 1);
        if (one.weight > 0)
            weight.prepend(u'+');
        lines.push_back({reason(one), weight, one.weight >= telling ? Ink::green : one.weight <= -telling ? Ink::amber : Ink::muted});
    }
    return lines;
}

} // namespace foreword
