// Signals out of what was masked, of fields of customer records, and of records that disagree.
#include <algorithm>
#include <set>

#include "core/annotate/history_view.h"
#include "core/text/folded_text.h"

namespace foreword {
namespace {

std::string describe(const CustomerRecord& record, std::string_view field, std::string_view value)
{
    return "customer " + record.key.source + ":" + record.key.id + " " + std::string(field) + "=" + std::string(value);
}

std::string lowerCase(std::string text)
{
    std::ranges::transform(text, text.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    return text;
}

std::string familyName(const std::string& name)
{
    const FoldedText words(name);
    // "Hoffmann, Maria" and "Maria Hoffmann".
    const bool leads = name.find(',') != std::string::npos;
    return words.size() < 2 ? std::string() : std::string(words.word(leads ? 0 : words.size() - 1));
}

// A telephone that people of one household share tells nobody apart.
bool isHousehold(const History& history, const SharedIdentifier& shared)
{
    std::set<std::string> families, postcodes;
    for (const CustomerRecord& record : history.records) {
        for (const std::string& name : record.names)
            families.insert(familyName(name));
        for (const Address& address : record.addresses)
            postcodes.insert(address.postcode);
    }
    families.erase("");
    postcodes.erase("");
    return std::ranges::any_of(shared.names, [&](const std::string& name) { return families.contains(familyName(name)); })
        || std::ranges::any_of(shared.postcodes, [&](const std::string& code) { return postcodes.contains(code); });
}

// Two dates with two digits or fewer exchanged may be one date; others are two people.
bool isAnotherBirthDate(std::string_view a, std::string_view b)
{
    if (a.empty() || b.empty() || a.size() != b.size())
        return false;
    std::size_t differing = 0;
    for (std::size_t i = 0; i < a.size(); ++i)
        differing += a[i] != b[i] ? 1 : 0;
    std::string sortedA(a), sortedB(b);
    std::ranges::sort(sortedA);
    std::ranges::sort(sortedB);
    return differing > 2 && sortedA != sortedB;
}

} // namespace

std::vector<StandingEvidence> maskedCards(const HistoryView& view)
{
    std::vector<StandingEvidence> found;
    for (const std::size_t i : view.maskedMessages()) {
        const HistoryMessage& message = view.history().messages[i];
        for (const Redaction& redaction : message.redactions) {
            Evidence evidence = view.quote(i, {AnnotationKind::cue, redaction.span, redaction.kind, {}, std::nullopt, 0});
            if (evidence.citation)
                found.push_back({std::move(evidence), std::nullopt, message.interaction, true, {}});
        }
    }
    return found;
}

std::vector<StandingEvidence> conflictingIdentity(const HistoryView& view)
{
    std::vector<StandingEvidence> found;
    const auto add = [&](std::string field, std::string value, std::optional<Timestamp> at) {
        found.push_back({HistoryView::field(std::move(field), std::move(value), at), std::nullopt, std::nullopt, true, {}});
    };
    for (const SharedIdentifier& shared : view.history().shared) {
        if (shared.kind == "phone" && isHousehold(view.history(), shared))
            continue;
        add("customer " + shared.record.source + ":" + shared.record.id + " " + shared.kind + "=" + shared.value, shared.value,
            std::nullopt);
    }
    const auto& records = view.history().records;
    for (std::size_t i = 1; i < records.size(); ++i) {
        if (!isAnotherBirthDate(records[0].birthDate, records[i].birthDate))
            continue;
        for (const std::size_t which : {std::size_t(0), i})
            add(describe(records[which], "birth_date", records[which].birthDate), records[which].birthDate, std::nullopt);
    }
    return found;
}

// The newest word of the records counts; of those that do not say when, the cautious one.
std::vector<StandingEvidence> earlyLifecycle(const HistoryView& view, const SignalSettings& settings)
{
    const CustomerRecord* newest = nullptr;
    bool notReady = false;
    for (const CustomerRecord& record : view.history().records) {
        const auto value = record.attributes.find("lifecycle");
        if (value == record.attributes.end())
            continue;
        const auto& words = settings.lifecycleNotReady;
        const bool early = std::ranges::find(words, lowerCase(value->second)) != words.end();
        const bool newer = !newest || record.updatedAt > newest->updatedAt;
        if (newer || (record.updatedAt == newest->updatedAt && early)) {
            newest = &record;
            notReady = early;
        }
    }
    if (!notReady)
        return {};
    const std::string& value = newest->attributes.at("lifecycle");
    return {{HistoryView::field(describe(*newest, "lifecycle", value), value, newest->updatedAt), std::nullopt, std::nullopt, true, {}}};
}

} // namespace foreword
