// What stands in an offer's way, in words: the banner, the reasons of offers, ends, and signals.
#include <QtTest>

#include "story.h"
#include "ui/text/decision_text.h"
#include "ui/text/signal_text.h"
#include "ui/text/strings.h"
#include "ui/text/translation.h"

using namespace foreword;

class DecisionTextTest : public QObject {
    Q_OBJECT

private:
    const QLocale m_british{QLocale::English, QLocale::UnitedKingdom};
    Wording words() const { return {m_british, Wording::Zone::asWritten, story::now()}; }

private Q_SLOTS:
    void initTestCase() { loadTranslations(*qApp, m_british); }

    void writesTheBanner()
    {
        const auto view = story::mariaView();
        const DecisionText text(words());
        QCOMPARE(text.postureTitle(view->decision), u"Service first. No marketing offer now."_s);
        Decision calm = view->decision;
        calm.posture = Posture::normal;
        QCOMPARE(text.postureTitle(calm), u"Normal service. Some offers are on hold."_s);
        calm.offers.clear(); // a customer for whom nobody has an offer
        QCOMPARE(text.postureTitle(calm), u"Normal service. No marketing offer now."_s);
        calm.matched.clear();
        QCOMPARE(text.postureTitle(calm), u"Normal service. Nothing stands in the way."_s);
        QCOMPARE(text.postureReason(*view), u"Open complaint #4711, 3 contacts about the same matter and a promise that was missed."_s);
        QCOMPARE(text.postureRule(*view),
                 u"Rule “Open complaint outranks offers” v3, owner Customer Care. Until #4711 is closed, then 14 days."_s);
    }

    // A rule that was overridden for whatever it stopped stands in no offer's way.
    void theBannerKnowsOverrides()
    {
        const DecisionText text(words());
        RuleMatch rule;
        rule.rule = "R-310";
        rule.verdict = Verdict::hold;
        rule.posture = Posture::serviceFirst;
        Override given;
        given.rule = "R-310";
        OfferDecision fibre;
        fibre.alsoMatched = {rule};
        fibre.overrides = {given};
        OfferDecision held;
        held.verdict = Verdict::hold;
        held.reason = rule;
        Decision decision;
        decision.posture = Posture::serviceFirst;
        decision.matched = {rule};
        decision.offers = {fibre};
        QCOMPARE(text.postureTitle(decision), u"Service first."_s);
        decision.posture = Posture::normal;
        QCOMPARE(text.postureTitle(decision), u"Normal service. Nothing stands in the way."_s);
        decision.offers = {fibre, held};
        QCOMPARE(text.postureTitle(decision), u"Normal service. Some offers are on hold."_s);
        // That one may be made, and no other but support.
        decision.posture = Posture::serviceFirst;
        OfferDecision credit;
        credit.kind = OfferKind::support;
        decision.offers = {credit, fibre, held};
        QCOMPARE(text.postureTitle(decision), u"Service first. Only offers with an override may be made."_s);
        decision.posture = Posture::escalate;
        QCOMPARE(text.postureTitle(decision), u"Escalate to a supervisor. Only offers with an override may be made."_s);
        decision.offers = {credit, held};
        QCOMPARE(text.postureTitle(decision), u"Escalate to a supervisor. No marketing offer now."_s);
    }

    // Some rules stop one kind of offer only.
    void theBannerKnowsWhatMayBeOffered()
    {
        const DecisionText text(words());
        RuleMatch rule;
        rule.rule = "R-340";
        rule.verdict = Verdict::hold;
        OfferDecision free;
        OfferDecision held;
        held.kind = OfferKind::upsell;
        held.verdict = Verdict::hold;
        held.reason = rule;
        Decision decision;
        decision.posture = Posture::serviceFirst;
        decision.matched = {rule};
        decision.offers = {free, held};
        QCOMPARE(text.postureTitle(decision), u"Service first. Some offers are on hold."_s);
        decision.posture = Posture::escalate;
        QCOMPARE(text.postureTitle(decision), u"Escalate to a supervisor. Some offers are on hold."_s);
        decision.offers = {free};
        QCOMPARE(text.postureTitle(decision), u"Escalate to a supervisor."_s);
    }

    void writesOfferReasons()
    {
        const auto view = story::mariaView();
        const auto& d = view->decision;
        const DecisionText text(words());
        QCOMPARE(text.offerReason(d.offers[0], d), u"Until #4711 is closed, then 14 days. Open complaint outranks offers v3."_s);
        QCOMPARE(
            text.offerReason(d.offers[1], d),
            u"Objected to upgrade offers on 3 Nov. Until the customer opts in again. Objection to marketing v2. Nobody can override it."_s);
        QCOMPARE(text.offerReason(d.offers[2], d), u"Support, not marketing: helping comes first."_s);
    }

    void writesEnds()
    {
        const DecisionText text(words());
        RuleMatch rule;
        QCOMPARE(text.untilLine(rule, {}), QString());
        rule.until = story::at("2027-01-04T00:00:00+01:00");
        QCOMPARE(text.untilLine(rule, {}), u"Until 4 Jan 2027."_s);
        rule.until.reset();
        rule.untilEvent = "interaction.closed";
        rule.untilPlusDays = 1;
        QCOMPARE(text.untilLine(rule, {}), u"Until the matter is closed, then 1 day."_s);
        rule.untilEvent = "conversation";
        QCOMPARE(text.untilLine(rule, {}), u"Until this conversation ends."_s);
    }

    void doesNotReadPlaceholdersInData()
    {
        RuleMatch rule;
        rule.title = "%2 %1 <b>";
        rule.owner = "%3";
        QCOMPARE(DecisionText(words()).ruleLine(rule), u"Rule “%2 %1 <b>” v1, owner %3."_s);
        QCOMPARE(DecisionText::ruleName(rule), u"%2 %1 <b> v1"_s);
    }

    void countsPromisesNotTheirSentences()
    {
        Signal signal;
        signal.id = "broken_promise";
        signal.evidence.resize(2);
        signal.count = 1; // given twice
        QCOMPARE(SignalText::phrase(signal, {}), u"a promise that was missed"_s);
        signal.count = 2;
        QCOMPARE(SignalText::phrase(signal, {}), u"2 promises missed"_s);
    }

    void callsUnknownSignalsByTheirTitle()
    {
        Signal signal;
        signal.id = "of_a_later_charter";
        QCOMPARE(SignalText::phrase(signal, {{"of_a_later_charter", "Of a later charter", {}, {}, {}}}), u"Of a later charter"_s);
        QCOMPARE(SignalText::phrase(signal, {}), u"of_a_later_charter"_s);
    }
};

QTEST_MAIN(DecisionTextTest)
#include "test_decision_text.moc"
