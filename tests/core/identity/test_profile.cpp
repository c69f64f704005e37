#include <algorithm>

#include <QtTest>

#include "core/identity/profile.h"

using namespace foreword;

namespace {

Timestamp at(const char* text)
{
    return Timestamp::parse(text).value();
}

std::vector<CustomerRecord> maria()
{
    CustomerRecord crm;
    crm.key = {"crm", "C-20417"};
    crm.names = {"Maria Hoffmann"};
    crm.emails = {"maria.hoffmann@example.com"};
    crm.phones = {"+49 30 901820"};
    crm.addresses = {{"Lindenstr. 4", "Berlin", "10971", "DE"}};
    crm.birthDate = "1981-04-12";
    crm.externalIds = {{"account", "DE-448120"}};
    crm.attributes = {{"value_tier", "gold"}, {"language", "de"}, {"plan", "Fibre 250"}};
    crm.updatedAt = at("2026-11-01T03:10:00+01:00");

    CustomerRecord helpdesk;
    helpdesk.key = {"helpdesk", "H-0388"};
    helpdesk.names = {"M. Hoffmann"};
    helpdesk.emails = {"Maria.Hoffmann@Example.com"};
    helpdesk.addresses = {{"Lindenstraße 4", "Berlin", "10971", "DE"}};
    helpdesk.birthDate = "1981-12-04";
    helpdesk.attributes = {{"language", "en"}, {"value_tier", "Gold "}};
    helpdesk.updatedAt = at("2025-11-20T18:42:00+01:00");

    CustomerRecord billing;
    billing.key = {"billing", "DE-448120"};
    billing.names = {"HOFFMANN, MARIA"};
    billing.phones = {"030 901820", "0171 0000123"};
    billing.addresses = {{"Lindenstr. 4", "Berlin", "10971", "Germany"}};
    billing.externalIds = {{"account", "DE 448120"}};
    billing.attributes = {{"value_tier", "silver"}};
    return {helpdesk, crm, billing};
}

ConsentRecord consent(const char* source, const char* when)
{
    ConsentRecord made;
    made.source = source;
    made.purpose = "marketing";
    made.at = at(when);
    return made;
}

CustomerRecord named(const QString& name)
{
    CustomerRecord made;
    made.key = {"crm", name.toStdString()};
    made.names = {name.toStdString()};
    return made;
}

} // namespace

class TestProfile : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void anExternalIdIsNamedOnce()
    {
        auto records = maria();
        records[0].externalIds = {{"loyalty", "L-9"}, {"customer_id", "C-2001"}};
        const auto profile = makeProfile(1, records, {});
        QVERIFY(profile.field("loyalty_id"));
        QVERIFY(!profile.field("customer_id_id"));
        QVERIFY(profile.field("customer_id"));
        QCOMPARE(profile.field("customer_id")->chosen.value, std::string("C-2001"));
    }

    void displayNames_data();
    void displayNames();
    void oneProfile();
    void duplicatesFold();
    void orderOfANameIsLearned();
    void orderOfASingleName_data();
    void orderOfASingleName();
    void newestNameUnlessAFullerFormIsThere();
    void verifiedThenNewestThenSourceOrder();
    void tenure();
    void othersWhoHoldAnIdentifier();
    void conflictsStandSideBySide();
    void newestThenOrderOfSources();
    void phonesAreInternational();
    void addressesFold();
    void fieldsAreInOrder();
    void orderOfRecordsDoesNotMatter();
    void consentsNewestFirst();
    void nothingKnown();
};

void TestProfile::displayNames_data()
{
    QTest::addColumn<QStringList>("names");
    QTest::addColumn<QString>("shown");
    QTest::newRow("reading order") << QStringList{"Hoffmann, Maria"} << "Maria Hoffmann";
    QTest::newRow("written out before initials") << QStringList{"K. Mensah", "Kwame Mensah"} << "Kwame Mensah";
    QTest::newRow("fullest") << QStringList{"J. Alvarez", "Joaquín Álvarez Rueda"} << "Joaquín Álvarez Rueda";
    QTest::newRow("mixed case before capitals") << QStringList{"MARCHADIER SOLENE", "Solène Marchadier"} << "Solène Marchadier";
    QTest::newRow("own letters before substitutes") << QStringList{"Soerensen, Lena", "Lena Sørensen"} << "Lena Sørensen";
    QTest::newRow("the order most write it in") << QStringList{"Vale Zora", "Zora Vale", "zora vale"} << "Zora Vale";
    QTest::newRow("a shorter form tells the order") << QStringList{"FERRANDIZ GIL BEGOÑA", "Begoña Ferrándiz"} << "BEGOÑA FERRANDIZ GIL";
    QTest::newRow("a given name leads") << QStringList{"Quillfeather Martin", "Martin Quillfeather"} << "Martin Quillfeather";
    QTest::newRow("only one") << QStringList{"MARCHADIER SOLENE"} << "MARCHADIER SOLENE";
    QTest::newRow("none") << QStringList{} << "";
    QTest::newRow("blank") << QStringList{"  "} << "";
}

void TestProfile::displayNames()
{
    QFETCH(QStringList, names);
    QFETCH(QString, shown);
    std::vector<CustomerRecord> records;
    for (const auto& name : names)
        records.push_back(named(name));
    QCOMPARE(QString::fromStdString(displayNameOf(records)), shown);
    std::ranges::reverse(records);
    QCOMPARE(QString::fromStdString(displayNameOf(records)), shown);
}

void TestProfile::oneProfile()
{
    const auto profile = makeProfile(7, maria(), {});
    QCOMPARE(profile.person, std::int64_t(7));
    QCOMPARE(profile.displayName, std::string("Maria Hoffmann"));
    QCOMPARE(profile.records, (std::vector<RecordKey>{{"billing", "DE-448120"}, {"crm", "C-20417"}, {"helpdesk", "H-0388"}}));
    QVERIFY(!profile.field("renewal_date"));
}

void TestProfile::duplicatesFold()
{
    const auto profile = makeProfile(1, maria(), {});
    const auto* email = profile.field("email");
    QVERIFY(email->others.empty());
    QCOMPARE(email->chosen.value, std::string("maria.hoffmann@example.com"));
    QCOMPARE(email->chosen.sources, (std::vector<RecordKey>{{"crm", "C-20417"}, {"helpdesk", "H-0388"}}));
    QCOMPARE(*email->chosen.updatedAt, at("2026-11-01T03:10:00+01:00"));
    // The fuller name is first and the fuller spelling is shown, whichever record is newer.
    const auto* name = profile.field("name");
    QCOMPARE(name->chosen.value, std::string("Maria Hoffmann"));
    QCOMPARE(name->chosen.sources.size(), std::size_t(2));
    QCOMPARE(name->others.size(), std::size_t(1));
    QCOMPARE(name->others.front().value, std::string("M. Hoffmann"));
    QVERIFY(!name->conflicting());
    const auto* account = profile.field("account_id");
    QCOMPARE(account->chosen.value, std::string("DE-448120"));
    QVERIFY(account->others.empty());
}

// The order a name is read in is told by commas, e-mails and given names, whichever spelling is newest.
void TestProfile::orderOfANameIsLearned()
{
    auto records = maria();
    records[0].names = {"Hoffmann Maria"};
    records[0].updatedAt = at("2026-11-02T00:00:00Z");
    QCOMPARE(makeProfile(1, records, {}).field("name")->chosen.value, std::string("Maria Hoffmann"));
    // Of spellings in one order, the newest that is as full.
    records[0].names = {"Mar\u00eda Hoffmann"};
    QCOMPARE(makeProfile(1, records, {}).field("name")->chosen.value, std::string("Mar\u00eda Hoffmann"));
    records[0].names = {"M. Hoffmann"};
    QCOMPARE(makeProfile(1, records, {}).field("name")->chosen.value, std::string("Maria Hoffmann"));
    QCOMPARE(makeProfile(1, records, {}).field("name")->chosenBy, ChosenBy::fullest);
}

void TestProfile::orderOfASingleName_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("email");
    QTest::addColumn<QString>("shown");
    QTest::newRow("e-mail and given name agree") << "Quillfeather Martin" << "martin.quillfeather@example.com" << "Martin Quillfeather";
    QTest::newRow("initial in the e-mail") << "Quillfeather Martin" << "m.quillfeather@example.com" << "Martin Quillfeather";
    QTest::newRow("the e-mail turns it too") << "Quillfeather Martin" << "quillfeather.martin@example.com" << "Quillfeather Martin";
    QTest::newRow("given name alone says little") << "Quillfeather Martin" << "shop@example.com" << "Quillfeather Martin";
    QTest::newRow("no given name known") << "Quillfeather Brontolo" << "brontolo.quillfeather@example.com" << "Quillfeather Brontolo";
    QTest::newRow("two given names") << "James Martin" << "james.martin@example.com" << "James Martin";
    QTest::newRow("a comma is certain") << "Martin, Quillfeather" << "martin.quillfeather@example.com" << "Quillfeather Martin";
    QTest::newRow("a firm in brackets") << "Quillfeather, Martin (Quillfeather Roofing)" << "office@example.com" << "Martin Quillfeather";
    QTest::newRow("nothing but brackets") << "(Quillfeather)" << "" << "(Quillfeather)";
}

void TestProfile::orderOfASingleName()
{
    QFETCH(QString, name);
    QFETCH(QString, email);
    QFETCH(QString, shown);
    auto record = named(name);
    record.emails = {email.toStdString()};
    QCOMPARE(QString::fromStdString(displayNameOf({record})), shown);
    QCOMPARE(QString::fromStdString(makeProfile(1, {record}, {}).displayName), shown);
}

// A changed family name is no shorter form of the old one.
void TestProfile::newestNameUnlessAFullerFormIsThere()
{
    auto older = named("Maria Konstanze Hoffmann");
    auto newer = named("Maria Lindner");
    older.updatedAt = at("2024-01-01T00:00:00Z");
    newer.updatedAt = at("2026-01-01T00:00:00Z");
    const auto changed = makeProfile(1, {older, newer}, {});
    QCOMPARE(changed.displayName, std::string("Maria Lindner"));
    QCOMPARE(changed.field("name")->chosenBy, ChosenBy::newest);
    newer.names = {"M. Hoffmann"};
    const auto shortened = makeProfile(1, {older, newer}, {});
    QCOMPARE(shortened.displayName, std::string("Maria Konstanze Hoffmann"));
    QCOMPARE(shortened.field("name")->others.front().value, std::string("M. Hoffmann"));
    // What was checked gives way to nothing that was not.
    newer.attributes["name_verified"] = "true";
    QCOMPARE(makeProfile(1, {older, newer}, {}).displayName, std::string("M. Hoffmann"));
}

void TestProfile::verifiedThenNewestThenSourceOrder()
{
    auto records = maria();
    records[0].updatedAt = at("2026-11-02T00:00:00Z"); // helpdesk
    const auto birthDate = [&](std::vector<std::string> order) {
        const auto profile = makeProfile(1, records, {}, order);
        return std::pair(profile.field("birth_date")->chosen.value, profile.field("birth_date")->chosenBy);
    };
    QCOMPARE(birthDate({}), std::pair(std::string("1981-12-04"), ChosenBy::newest));
    for (const char* yes : {"true", "Yes", "1", "2024-05-01", "2024-05-01T10:00:00Z"}) {
        records[1].attributes["birth_date_verified"] = yes;
        QCOMPARE(birthDate({"helpdesk"}), std::pair(std::string("1981-04-12"), ChosenBy::verified));
    }
    QVERIFY(!makeProfile(1, records, {}).field("birth_date_verified"));
    for (const char* no : {"false", "no", "", "0", "pending"}) {
        records[1].attributes["birth_date_verified"] = no;
        QCOMPARE(birthDate({}).second, ChosenBy::newest);
    }
    records[1].attributes.erase("birth_date_verified");
    records[1].updatedAt = records[0].updatedAt;
    QCOMPARE(birthDate({"helpdesk", "crm"}), std::pair(std::string("1981-12-04"), ChosenBy::sourceOrder));
    QCOMPARE(birthDate({"crm"}), std::pair(std::string("1981-04-12"), ChosenBy::sourceOrder));
    // An attribute that only sounds like a mark stays a field.
    records[1].attributes["identity_verified"] = "true";
    QVERIFY(makeProfile(1, records, {}).field("identity_verified"));
    records[1].attributes["phone_number_verified"] = "true";
    const auto profile = makeProfile(1, records, {});
    QVERIFY(profile.field("phone")->chosen.verified && !profile.field("phone")->others.front().verified);
}

void TestProfile::tenure()
{
    auto records = maria();
    records[1].attributes["customer_since"] = "2017-03-15";
    const auto profile = makeProfile(1, records, {});
    const auto on = [&](CivilDate today) {
        const auto found = tenureOf(profile, today);
        return found ? std::pair(found->years, found->months) : std::pair(-1, -1);
    };
    QCOMPARE(on({2017, 3, 15}), std::pair(0, 0));
    QCOMPARE(on({2018, 3, 14}), std::pair(0, 11));
    QCOMPARE(on({2018, 3, 15}), std::pair(1, 0));
    QCOMPARE(on({2026, 11, 28}), std::pair(9, 8));
    QCOMPARE(on({2017, 3, 14}), std::pair(-1, -1));
    QVERIFY(!tenureOf(makeProfile(1, maria(), {}), {2026, 1, 1}));
    records[1].attributes["customer_since"] = "long ago";
    QVERIFY(!tenureOf(makeProfile(1, records, {}), {2026, 1, 1}));
}

void TestProfile::othersWhoHoldAnIdentifier()
{
    const std::vector<SharedIdentifier> shared = {
        {"email", "post@example.com", {"crm", "8"}, {"Zora"}, {}, 8, "Zora Vale"},
        {"phone", "+4930901820", {"crm", "3"}, {"Ada"}, {}, 3, "Ada Vale"},
        {"phone", "+4930901820", {"crm", "8"}, {"Zora"}, {}, 8, "Zora Vale"},
        {"phone", "+4930901820", {"cdp", "8"}, {"Zora"}, {}, 8, "Zora Vale"},
    };
    const auto holders = otherHolders(shared);
    QCOMPARE(holders.size(), std::size_t(2));
    QCOMPARE(holders[0], (OtherHolder{3, "Ada Vale", {{"phone", "+4930901820"}}}));
    QCOMPARE(holders[1], (OtherHolder{8, "Zora Vale", {{"email", "post@example.com"}, {"phone", "+4930901820"}}}));
}

void TestProfile::conflictsStandSideBySide()
{
    const auto profile = makeProfile(1, maria(), {});
    const auto* birth = profile.field("birth_date");
    QVERIFY(birth->conflicting());
    QCOMPARE(birth->chosen.value, std::string("1981-04-12"));
    QCOMPARE(birth->others.front().value, std::string("1981-12-04"));
    QCOMPARE(birth->others.front().sources, (std::vector<RecordKey>{{"helpdesk", "H-0388"}}));
    QVERIFY(profile.field("language")->conflicting());
    const auto* tier = profile.field("value_tier");
    QVERIFY(tier->conflicting());
    QCOMPARE(tier->chosen.value, std::string("gold"));
    QCOMPARE(tier->chosen.sources.size(), std::size_t(2));
    QCOMPARE(tier->others.front().value, std::string("silver"));
    QVERIFY(!profile.field("plan")->conflicting());
}

void TestProfile::newestThenOrderOfSources()
{
    auto records = maria();
    records[0].updatedAt = at("2026-11-02T00:00:00Z");
    QCOMPARE(makeProfile(1, records, {}).field("birth_date")->chosen.value, std::string("1981-12-04"));
    // An equal age, or none, leaves it to the order of the sources.
    records[0].updatedAt = records[1].updatedAt;
    QCOMPARE(makeProfile(1, records, {}).field("birth_date")->chosen.value, std::string("1981-04-12"));
    records[0].updatedAt.reset();
    records[1].updatedAt.reset();
    QCOMPARE(makeProfile(1, records, {}).field("birth_date")->chosen.value, std::string("1981-04-12"));
}

void TestProfile::phonesAreInternational()
{
    const auto profile = makeProfile(1, maria(), {});
    const auto* phone = profile.field("phone");
    QCOMPARE(phone->chosen.value, std::string("+49 30 901820"));
    QCOMPARE(phone->chosen.sources.size(), std::size_t(2));
    QCOMPARE(phone->others.size(), std::size_t(1));
    QCOMPARE(phone->others.front().value.substr(0, 3), std::string("+49"));
    CustomerRecord odd;
    odd.key = {"crm", "1"};
    odd.phones = {"ask for Jo", "ask for Jo"};
    QCOMPARE(makeProfile(1, {odd}, {}).field("phone")->chosen.value, std::string("ask for Jo"));
}

void TestProfile::addressesFold()
{
    const auto profile = makeProfile(1, maria(), {});
    const auto* address = profile.field("address");
    QCOMPARE(address->chosen.value, std::string("Lindenstr. 4, 10971 Berlin, DE"));
    QCOMPARE(address->chosen.sources.size(), std::size_t(2));
    // A house number apart is another address.
    auto records = maria();
    records[0].addresses.front().street = "Lindenstr. 44";
    QCOMPARE(makeProfile(1, records, {}).field("address")->chosen.sources.size(), std::size_t(1));
    CustomerRecord british;
    british.key = {"crm", "1"};
    british.addresses = {{"5 Hollin Mews", "Reading", "RG78 4TN", "GB"}};
    QCOMPARE(makeProfile(1, {british}, {}).field("address")->chosen.value, std::string("5 Hollin Mews, Reading RG78 4TN, GB"));
    british.addresses = {{}};
    QVERIFY(!makeProfile(1, {british}, {}).field("address"));
}

void TestProfile::fieldsAreInOrder()
{
    auto records = maria();
    records[1].attributes["customer_since"] = "2017-03-01";
    records[1].attributes["lifecycle"] = "renewal";
    records[1].attributes["email"] = "poses as a field";
    std::vector<std::string> names;
    for (const auto& field : makeProfile(1, records, {}).fields)
        names.push_back(field.name);
    QCOMPARE(names,
             (std::vector<std::string>{"name", "email", "phone", "address", "birth_date", "value_tier", "lifecycle", "language",
                                       "customer_since", "attribute_email", "plan", "account_id"}));
}

void TestProfile::orderOfRecordsDoesNotMatter()
{
    auto records = maria();
    const auto expected = makeProfile(1, records, {});
    std::ranges::sort(records, {}, &CustomerRecord::key);
    do {
        const auto profile = makeProfile(1, records, {});
        QCOMPARE(profile.fields, expected.fields);
        QCOMPARE(profile.displayName, expected.displayName);
    } while (std::next_permutation(records.begin(), records.end(), [](const auto& a, const auto& b) { return a.key < b.key; }));
}

void TestProfile::consentsNewestFirst()
{
    const std::vector given{consent("crm", "2021-06-14T10:22:00+02:00"), consent("marketing", "2026-11-03T13:36:00+01:00"),
                            consent("billing", "2021-06-14T10:22:00+02:00")};
    const auto profile = makeProfile(1, maria(), given);
    QCOMPARE(profile.consents[0].source, std::string("marketing"));
    QCOMPARE(profile.consents[1].source, std::string("billing"));
    QCOMPARE(profile.consents[2].source, std::string("crm"));
}

void TestProfile::nothingKnown()
{
    const auto profile = makeProfile(1, {}, {});
    QVERIFY(profile.displayName.empty() && profile.fields.empty() && profile.records.empty());
}

QTEST_GUILESS_MAIN(TestProfile)
#include "test_profile.moc"
