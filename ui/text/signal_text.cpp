#include "ui/text/signal_text.h"

#include <algorithm>

#include "ui/text/strings.h"

namespace foreword {
namespace {

struct Phrase {
    const char* id;
    const char* text;
};

// Phrases without a reference or a number; the others are built below.
constexpr Phrase phrases[] = {
    {"self_harm_risk", QT_TRANSLATE_NOOP("foreword::SignalText", "words about harming oneself")},
    {"immediate_danger", QT_TRANSLATE_NOOP("foreword::SignalText", "words about immediate danger")},
    {"card_data_in_text", QT_TRANSLATE_NOOP("foreword::SignalText", "card data in a message, masked")},
    {"account_holder_deceased", QT_TRANSLATE_NOOP("foreword::SignalText", "the account holder is reported dead")},
    {"marketing_objection", QT_TRANSLATE_NOOP("foreword::SignalText", "an objection to marketing")},
    {"consent_not_shown", QT_TRANSLATE_NOOP("foreword::SignalText", "no consent on record")},
    {"special_category_targeting", QT_TRANSLATE_NOOP("foreword::SignalText", "an audience chosen by sensitive data")},
    {"breathing_space", QT_TRANSLATE_NOOP("foreword::SignalText", "a debt moratorium")},
    {"identity_conflict", QT_TRANSLATE_NOOP("foreword::SignalText", "records that disagree about who this is")},
    {"third_party_speaker", QT_TRANSLATE_NOOP("foreword::SignalText", "someone other than the account holder speaks")},
    {"complaint_clock", QT_TRANSLATE_NOOP("foreword::SignalText", "a complaint near its time limit")},
    {"formal_redress_threat", QT_TRANSLATE_NOOP("foreword::SignalText", "a formal step announced")},
    {"bereavement", QT_TRANSLATE_NOOP("foreword::SignalText", "a bereavement")},
    {"health_vulnerability", QT_TRANSLATE_NOOP("foreword::SignalText", "a health condition that matters here")},
    {"financial_hardship", QT_TRANSLATE_NOOP("foreword::SignalText", "financial hardship")},
    {"capability_need", QT_TRANSLATE_NOOP("foreword::SignalText", "a need for adapted service")},
    {"fraud_or_takeover", QT_TRANSLATE_NOOP("foreword::SignalText", "reported fraud or account takeover")},
    {"repeat_contact", QT_TRANSLATE_NOOP("foreword::SignalText", "repeated contact about the same matter")},
    {"broken_promise", QT_TRANSLATE_NOOP("foreword::SignalText", "a promise that was missed")},
    {"human_requested", QT_TRANSLATE_NOOP("foreword::SignalText", "a person was asked for")},
    {"churn_intent", QT_TRANSLATE_NOOP("foreword::SignalText", "an announcement to leave")},
    {"contact_cap_reached", QT_TRANSLATE_NOOP("foreword::SignalText", "the contact limit is reached")},
    {"recently_declined", QT_TRANSLATE_NOOP("foreword::SignalText", "the same offer declined before")},
    {"lifecycle_not_ready", QT_TRANSLATE_NOOP("foreword::SignalText", "the contract is not active yet")},
};

} // namespace

const Definition* definitionOf(const std::string& signal, const std::vector<Definition>& definitions)
{
    const auto found = std::ranges::find(definitions, signal, &Definition::signal);
    return found != definitions.end() ? &*found : nullptr;
}

const Signal* signalOf(const std::string& id, const std::vector<Signal>& all)
{
    const auto found = std::ranges::find(all, id, &Signal::id);
    return found != all.end() ? &*found : nullptr;
}

QString SignalText::interactionRef(const Signal& signal)
{
    return signal.interactions.size() == 1 ? u'#' + toQt(signal.interactions.front().id) : QString();
}

QString SignalText::title(const std::string& id, const std::vector<Definition>& definitions)
{
    const Definition* definition = definitionOf(id, definitions);
    return toQt(definition && !definition->title.empty() ? definition->title : id);
}

QString SignalText::phrase(const Signal& signal, const std::vector<Definition>& definitions)
{
    const QString reference = interactionRef(signal);
    const auto count = static_cast<int>(signal.interactions.size());
    if (signal.id == "open_complaint") {
        return reference.isEmpty() ? tr("%n open complaint(s)", nullptr, std::max(1, count)) : tr("open complaint %1").arg(reference);
    }
    if (signal.id == "open_service_issue") {
        return reference.isEmpty() ? tr("%n open service issue(s)", nullptr, std::max(1, count))
                                   : tr("open service issue %1").arg(reference);
    }
    if (signal.id == "repeat_contact" && count > 1)
        return tr("%n contact(s) about the same matter", nullptr, count);
    if (signal.id == "broken_promise" && signal.count > 1)
        return tr("%n promise(s) missed", nullptr, signal.count);
    const auto found = std::ranges::find_if(phrases, [&](const Phrase& p) { return signal.id == p.id; });
    return found != std::end(phrases) ? tr(found->text) : title(signal.id, definitions);
}

QString SignalText::state(SignalState state)
{
    switch (state) {
    case SignalState::suspected: return tr("suspected, please confirm");
    case SignalState::confirmed: return tr("confirmed");
    case SignalState::unknown: return tr("not known");
    case SignalState::absent: break;
    }
    return tr("absent");
}

QString SignalText::rank(Rank rank)
{
    switch (rank) {
    case Rank::p0: return tr("P0 safety");
    case Rank::p1: return tr("P1 legal");
    case Rank::p2: return tr("P2 identity");
    case Rank::p3: return tr("P3 regulated care");
    case Rank::p4: return tr("P4 service");
    case Rank::p5: break;
    }
    return tr("P5 commercial");
}

} // namespace foreword
