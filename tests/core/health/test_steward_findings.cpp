// What the people who own data have to see to, of one customer.
#include <QtTest>

#include "core/health/steward_findings.h"
#include "core/identity/profile.h"

using namespace foreword;

namespace {

Timestamp at(const char* text)
{
    return Timestamp::parse(text).value();
}

const Timestamp now = at("2026-11-28T12:00:00Z");

CustomerRecord record(const char* source)
{
    CustomerRecord made;
    made.key = {source, "1"};
    made.names = {"Maria Hoffmann"};
    made.emails = {"maria@example.com"};
    return made;
}

std::vector<StewardFinding> findings(const std::vector<CustomerRecord>& records, std::vector<ConsentRecord> consents = {},
                                     int staleDays = 0)
{
    History history;
    history.records = records;
    history.consents = std::move(consents);
    return stewardFindings(makeProfile(1, records, {}), history, staleDays, now);
}

std::vector<std::string> codes(const std::vector<StewardFinding>& found)
{
    std::vector<std::string> all;
    for (const auto& finding : found)
        all.push_back(finding.code);
    return all;
}

using Codes = std::vector<std::string>;

} // namespace

class TestStewardFindings : public QObject {
    Q_OBJECT

private Q_SLOTS:
    // What a system does not have any more reaches nobody.
    void whatIsGoneIsTold()
    {
        History history;
        history.records = {record("billing"), record("crm")};
        history.gone = {{GoneRecord::Kind::customer, history.records[0].key, now.plusDays(-1)}};
        const auto find = [&] { return stewardFindings(makeProfile(1, history.records, {}), history, 0, now); };
        const auto found = find();
        QCOMPARE(codes(found), Codes{"record_gone"});
        QVERIFY(found[0].details[1] == std::pair(std::string("type"), std::string("customer")));
        history.gone.push_back({GoneRecord::Kind::customer, history.records[1].key, now});
        QCOMPARE(codes(find()), (Codes{"record_gone", "record_gone", "unreachable"}));
    }

    // In one system a ticket and a customer may have the same number.
    void aTicketThatIsGoneIsNoCustomer()
    {
        History history;
        history.records = {record("crm")};
        history.gone = {{GoneRecord::Kind::interaction, history.records[0].key, now, InteractionStatus::open}};
        QCOMPARE(codes(stewardFindings(makeProfile(1, history.records, {}), history, 0, now)), Codes{"record_gone"});
    }

    void agreementIsSilent()
    {
        auto billing = record("billing");
        auto crm = record("crm");
        billing.externalIds = {{"account", "DE 448120"}};
        crm.externalIds = {{"account", "DE-448120"}};
        QCOMPARE(codes(findings({billing, crm})), Codes());
    }

    void twoValuesOfOneIdentifier()
    {
        auto billing = record("billing");
        auto crm = record("crm");
        billing.externalIds = {{"account", "DE-1"}};
        crm.externalIds = {{"account", "DE-2"}};
        crm.attributes = {{"plan", "A"}};
        billing.attributes = {{"plan", "B"}};
        const auto found = findings({billing, crm});
        QCOMPARE(codes(found), Codes{"identifiers_conflict"});
        QCOMPARE(found.front().details.front(), (std::pair<std::string, std::string>("field", "account_id")));
    }

    void grantsNeedAProof()
    {
        const auto consent = [](ConsentStatus status, ConsentBasis basis, const char* when) {
            return ConsentRecord{"crm", "K-1", {"crm", "1"}, "marketing", ConsentChannel::email, status, basis, at(when), {}};
        };
        const auto without = [&](const ConsentRecord& one) { return codes(findings({record("crm")}, {one})); };
        QCOMPARE(without(consent(ConsentStatus::granted, ConsentBasis::none, "2026-01-01T00:00:00Z")), Codes{"consent_without_proof"});
        QCOMPARE(without(consent(ConsentStatus::granted, ConsentBasis::optIn, "2026-01-01T00:00:00Z")), Codes());
        QCOMPARE(without(consent(ConsentStatus::denied, ConsentBasis::none, "2026-01-01T00:00:00Z")), Codes());
        QCOMPARE(without(consent(ConsentStatus::granted, ConsentBasis::none, "2026-12-01T00:00:00Z")), Codes());
    }

    void staleToTheMoment()
    {
        auto crm = record("crm");
        const auto touched = [&](const char* when, int days) {
            crm.updatedAt = at(when);
            return codes(findings({crm}, {}, days));
        };
        QCOMPARE(touched("2025-11-28T12:00:00Z", 365), Codes{"record_stale"});
        QCOMPARE(touched("2025-11-28T12:00:01Z", 365), Codes());
        QCOMPARE(touched("2015-11-28T12:00:00Z", 0), Codes());
        crm.updatedAt.reset();
        QCOMPARE(codes(findings({crm}, {}, 365)), Codes());
    }

    void unreachable_data()
    {
        QTest::addColumn<QString>("email");
        QTest::addColumn<QString>("phone");
        QTest::addColumn<QString>("street");
        QTest::addColumn<QString>("city");
        QTest::addColumn<bool>("reachable");
        QTest::newRow("nothing") << "" << "" << "" << "" << false;
        QTest::newRow("an e-mail") << "maria@example.com" << "" << "" << "" << true;
        QTest::newRow("no e-mail") << "none given" << "" << "" << "" << false;
        QTest::newRow("a phone") << "" << "+49 30 23125 820" << "" << "" << true;
        QTest::newRow("no phone") << "" << "n/a" << "" << "" << false;
        QTest::newRow("an address") << "" << "" << "Lindenstr. 4" << "Berlin" << true;
        QTest::newRow("half an address") << "" << "" << "" << "Berlin" << false;
    }

    void unreachable()
    {
        QFETCH(QString, email);
        QFETCH(QString, phone);
        QFETCH(QString, street);
        QFETCH(QString, city);
        QFETCH(bool, reachable);
        auto crm = record("crm");
        crm.emails = {email.toStdString()};
        crm.phones = {phone.toStdString()};
        crm.addresses = {{street.toStdString(), city.toStdString(), "", ""}};
        QCOMPARE(codes(findings({crm})), reachable ? Codes() : Codes{"unreachable"});
        // One record that can be reached is enough.
        QCOMPARE(codes(findings({crm, record("helpdesk")})), Codes());
    }
};

QTEST_GUILESS_MAIN(TestStewardFindings)
#include "test_steward_findings.moc"
