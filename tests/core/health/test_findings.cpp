#include <QtTest>

#include "core/annotate/consent_reading.h"
#include "core/health/findings.h"
#include "core/identity/profile.h"

using namespace foreword;

namespace {

Timestamp at(const char* text)
{
    return Timestamp::parse(text).value();
}

const Timestamp now = at("2026-11-09T10:00:00+01:00");

CustomerRecord record(const char* source, const char* birthDate, const char* tier, const char* lifecycle)
{
    CustomerRecord made;
    made.key = {source, "1"};
    made.names = {"Maria Hoffmann"};
    made.birthDate = birthDate;
    made.attributes = {{"value_tier", tier}, {"lifecycle", lifecycle}};
    return made;
}

ConsentRecord consent(const char* source, ConsentChannel channel, ConsentStatus status, const char* when,
                      ConsentBasis basis = ConsentBasis::none)
{
    ConsentRecord made;
    made.source = source;
    made.customer = {"crm", "1"};
    made.purpose = "marketing";
    made.channel = channel;
    made.status = status;
    made.basis = basis;
    made.at = at(when);
    return made;
}

std::vector<Finding> findings(const std::vector<CustomerRecord>& records, const std::vector<ConsentRecord>& consents = {},
                              const SignalSettings& settings = {})
{
    History history;
    history.records = records;
    history.consents = consents;
    Profile profile = makeProfile(1, records, consents);
    profile.consent = consentLedger(history, now, settings);
    return findingsOf(profile, history);
}

std::vector<Finding> findingsOfConsents(const std::vector<ConsentRecord>& consents, const SignalSettings& settings = {})
{
    return findings({record("crm", "", "", "")}, consents, settings);
}

std::string param(const Finding& finding, std::string_view name)
{
    for (const auto& [key, value] : finding.params) {
        if (key == name)
            return value;
    }
    return "(none)";
}

using enum ConsentStatus;

} // namespace

class TestFindings : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void agreementIsSilent();
    void birthDatesDiffer_data();
    void birthDatesDiffer();
    void threeValuesAreTwoFindings();
    void tiersAndLifecyclesDiffer();
    void objectionAgainstOptIn();
    void laterOptInCounts();
    void softOptInNeverEndsAnObjection();
    void sameTimeProtects();
    void whatAgedIsUnknown();
    void whatCountsMayBeAThirdSources();
    void anotherAnswerInAnotherChannel();
    void changeOfMindIsNoConflict();
    void finerWordOfOneSourceIsNoConflict();
    void channelsApartAreNoConflict();
    void everyChannelAtOnce();
    void futureConsentsDoNotCount();
    void purposesApart();
    void unresolvedReferences();
};

void TestFindings::agreementIsSilent()
{
    QVERIFY(findings({record("crm", "1981-04-12", "gold", "active"), record("helpdesk", "1981-04-12", "Gold", "active")}).empty());
    QVERIFY(findings({record("crm", "1981-04-12", "gold", "active"), record("helpdesk", "", "", "")}).empty());
    QVERIFY(findings({}).empty());
}

void TestFindings::birthDatesDiffer_data()
{
    QTest::addColumn<QString>("other");
    QTest::addColumn<QString>("difference");
    QTest::newRow("swapped") << "1981-12-04" << "swapped";
    QTest::newRow("one digit") << "1981-04-13" << "one_digit";
    QTest::newRow("other") << "1990-01-01" << "other";
    QTest::newRow("no date") << "unknown" << "other";
}

void TestFindings::birthDatesDiffer()
{
    QFETCH(QString, other);
    QFETCH(QString, difference);
    const auto found = findings({record("crm", "1981-04-12", "", ""), record("helpdesk", other.toUtf8().constData(), "", "")});
    QCOMPARE(found.size(), std::size_t(1));
    QCOMPARE(found[0].code, FindingCode::birthDatesDiffer);
    QCOMPARE(param(found[0], "first_source"), std::string("crm"));
    QCOMPARE(param(found[0], "first"), std::string("1981-04-12"));
    QCOMPARE(param(found[0], "second_source"), std::string("helpdesk"));
    QCOMPARE(param(found[0], "second"), other.toStdString());
    QCOMPARE(param(found[0], "difference"), difference.toStdString());
}

void TestFindings::threeValuesAreTwoFindings()
{
    QCOMPARE(
        findings({record("crm", "1981-04-12", "", ""), record("billing", "1981-12-04", "", ""), record("helpdesk", "1990-01-01", "", "")})
            .size(),
        std::size_t(2));
}

void TestFindings::tiersAndLifecyclesDiffer()
{
    const auto found = findings({record("crm", "", "gold", "onboarding"), record("billing", "", "silver", "active")});
    QCOMPARE(found.size(), std::size_t(2));
    QCOMPARE(found[0].code, FindingCode::tiersDiffer);
    QCOMPARE(param(found[0], "first"), std::string("silver"));
    QCOMPARE(param(found[0], "second"), std::string("gold"));
    QCOMPARE(found[1].code, FindingCode::lifecyclesDiffer);
}

void TestFindings::objectionAgainstOptIn()
{
    const auto found = findingsOfConsents({consent("crm", ConsentChannel::any, granted, "2021-06-14T10:22:00+02:00", ConsentBasis::optIn),
                                           consent("marketing", ConsentChannel::email, objected, "2026-11-03T13:36:00+01:00")});
    QCOMPARE(found.size(), std::size_t(1));
    QCOMPARE(found[0].code, FindingCode::consentsConflict);
    QCOMPARE(param(found[0], "channel"), std::string("email"));
    QCOMPARE(param(found[0], "first_source"), std::string("marketing"));
    QCOMPARE(param(found[0], "first"), std::string("objected"));
    QCOMPARE(param(found[0], "first_at"), std::string("2026-11-03T13:36:00+01:00"));
    QCOMPARE(param(found[0], "second_source"), std::string("crm"));
    QCOMPARE(param(found[0], "second"), std::string("granted"));
    QCOMPARE(param(found[0], "winner_source"), std::string("marketing"));
    QCOMPARE(param(found[0], "winner"), std::string("objected"));
}

void TestFindings::laterOptInCounts()
{
    const auto found =
        findingsOfConsents({consent("marketing", ConsentChannel::email, objected, "2021-06-14T10:22:00+02:00"),
                            consent("crm", ConsentChannel::email, granted, "2026-11-03T13:36:00+01:00", ConsentBasis::optIn)});
    QCOMPARE(found.size(), std::size_t(1));
    QCOMPARE(param(found[0], "first_source"), std::string("crm"));
    QCOMPARE(param(found[0], "winner_source"), std::string("crm"));
}

void TestFindings::softOptInNeverEndsAnObjection()
{
    for (const auto status : {objected, denied, revoked}) {
        const auto found =
            findingsOfConsents({consent("marketing", ConsentChannel::email, status, "2021-06-14T10:22:00+02:00"),
                                consent("crm", ConsentChannel::email, granted, "2026-11-03T13:36:00+01:00", ConsentBasis::softOptIn)});
        QCOMPARE(found.size(), std::size_t(1));
        QCOMPARE(param(found[0], "first_source"), std::string("crm"));
        QCOMPARE(param(found[0], "winner_source"), std::string("marketing"));
    }
}

void TestFindings::sameTimeProtects()
{
    const auto found = findingsOfConsents({consent("crm", ConsentChannel::email, granted, "2026-11-03T13:36:00+01:00", ConsentBasis::optIn),
                                           consent("marketing", ConsentChannel::email, denied, "2026-11-03T12:36:00Z")});
    QCOMPARE(found.size(), std::size_t(1));
    QCOMPARE(param(found[0], "winner"), std::string("denied"));
}

// As it stops an offer: a later opt-in that has aged is not told as what counts.
void TestFindings::whatAgedIsUnknown()
{
    SignalSettings settings;
    settings.consentMaxAgeDays = 365;
    const auto found =
        findingsOfConsents({consent("marketing", ConsentChannel::email, objected, "2021-06-14T10:22:00+02:00"),
                            consent("crm", ConsentChannel::email, granted, "2024-11-03T13:36:00+01:00", ConsentBasis::optIn)},
                           settings);
    QCOMPARE(found.size(), std::size_t(1));
    QCOMPARE(param(found[0], "winner"), std::string("unknown"));
    QCOMPARE(param(found[0], "winner_source"), std::string("crm"));
}

void TestFindings::whatCountsMayBeAThirdSources()
{
    const auto found =
        findingsOfConsents({consent("crm", ConsentChannel::email, granted, "2023-11-03T13:36:00+01:00", ConsentBasis::softOptIn),
                            consent("marketing", ConsentChannel::email, denied, "2024-06-14T10:22:00+02:00"),
                            consent("billing", ConsentChannel::email, granted, "2026-01-03T13:36:00+01:00", ConsentBasis::optIn)});
    QCOMPARE(found.size(), std::size_t(2));
    for (const auto& finding : found) {
        QCOMPARE(param(finding, "winner_source"), std::string("billing"));
        QCOMPARE(param(finding, "winner"), std::string("granted"));
    }
    QCOMPARE(param(found[1], "first_source"), std::string("marketing"));
    QCOMPARE(param(found[1], "second_source"), std::string("crm"));
}

void TestFindings::anotherAnswerInAnotherChannel()
{
    const auto found =
        findingsOfConsents({consent("crm", ConsentChannel::any, granted, "2023-11-03T13:36:00+01:00", ConsentBasis::softOptIn),
                            consent("marketing", ConsentChannel::any, objected, "2024-06-14T10:22:00+02:00"),
                            consent("billing", ConsentChannel::sms, granted, "2026-01-03T13:36:00+01:00", ConsentBasis::optIn)});
    std::vector<std::string> told;
    for (const auto& finding : found)
        told.push_back(param(finding, "second_source") + " " + param(finding, "channel") + " " + param(finding, "winner"));
    QCOMPARE(told, (std::vector<std::string>{"crm any objected", "marketing sms granted", "crm sms granted"}));
}

void TestFindings::changeOfMindIsNoConflict()
{
    QVERIFY(findingsOfConsents({consent("crm", ConsentChannel::any, granted, "2022-04-11T12:30:00+02:00", ConsentBasis::optIn),
                                consent("crm", ConsentChannel::any, revoked, "2026-05-04T21:17:00+02:00")})
                .empty());
}

void TestFindings::finerWordOfOneSourceIsNoConflict()
{
    QVERIFY(findingsOfConsents({consent("crm", ConsentChannel::any, granted, "2024-05-20T17:55:00Z", ConsentBasis::optIn),
                                consent("crm", ConsentChannel::sms, denied, "2025-01-08T07:42:00Z")})
                .empty());
    // Another source that knows the finer word agrees with it.
    QVERIFY(findingsOfConsents({consent("crm", ConsentChannel::any, granted, "2024-05-20T17:55:00Z", ConsentBasis::optIn),
                                consent("crm", ConsentChannel::sms, denied, "2025-01-08T07:42:00Z"),
                                consent("marketing", ConsentChannel::sms, denied, "2025-02-08T07:42:00Z")})
                .empty());
}

void TestFindings::channelsApartAreNoConflict()
{
    QVERIFY(findingsOfConsents({consent("crm", ConsentChannel::email, granted, "2024-05-20T17:55:00Z", ConsentBasis::optIn),
                                consent("marketing", ConsentChannel::sms, denied, "2025-01-08T07:42:00Z")})
                .empty());
}

void TestFindings::everyChannelAtOnce()
{
    const auto found = findingsOfConsents({consent("crm", ConsentChannel::any, granted, "2024-05-20T17:55:00Z", ConsentBasis::optIn),
                                           consent("marketing", ConsentChannel::any, objected, "2025-01-08T07:42:00Z")});
    QCOMPARE(found.size(), std::size_t(1));
    QCOMPARE(param(found[0], "channel"), std::string("any"));
}

void TestFindings::futureConsentsDoNotCount()
{
    QVERIFY(findingsOfConsents({consent("crm", ConsentChannel::any, granted, "2024-05-20T17:55:00Z", ConsentBasis::optIn),
                                consent("marketing", ConsentChannel::any, objected, "2026-11-09T10:00:01+01:00")})
                .empty());
}

void TestFindings::purposesApart()
{
    auto service = consent("marketing", ConsentChannel::any, objected, "2025-01-08T07:42:00Z");
    service.purpose = "surveys";
    QVERIFY(
        findingsOfConsents({consent("crm", ConsentChannel::any, granted, "2024-05-20T17:55:00Z", ConsentBasis::optIn), service}).empty());
}

void TestFindings::unresolvedReferences()
{
    History history;
    history.records = {record("crm", "", "", "")};
    InteractionRecord known;
    known.customer = {"crm", "1"};
    InteractionRecord stray;
    stray.customer = {"helpdesk", "77"};
    history.interactions = {known, stray, stray};
    const auto found = findingsOf(makeProfile(1, history.records, {}), history);
    QCOMPARE(found.size(), std::size_t(1));
    QCOMPARE(found[0].code, FindingCode::customerUnresolved);
    QCOMPARE(param(found[0], "source"), std::string("helpdesk"));
    QCOMPARE(param(found[0], "id"), std::string("77"));
}

QTEST_GUILESS_MAIN(TestFindings)
#include "test_findings.moc"
