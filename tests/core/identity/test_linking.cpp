#include <QtTest>

#include "core/identity/linking.h"

using namespace foreword;

namespace {

CustomerRecord record(const char* source, const char* id, const char* name)
{
    CustomerRecord made;
    made.key = {source, id};
    if (*name)
        made.names = {name};
    return made;
}

bool linked(const CustomerRecord& a, const CustomerRecord& b)
{
    const bool forth = samePerson(a, b);
    if (forth != samePerson(b, a))
        qFatal("linking depends on the order");
    return forth;
}

// Two records that share the contact named.
std::pair<CustomerRecord, CustomerRecord> sharing(const char* what, const char* nameA, const char* nameB)
{
    auto a = record("crm", "1", nameA);
    auto b = record("helpdesk", "2", nameB);
    const std::string_view kind = what;
    for (auto* r : {&a, &b}) {
        if (kind == "email")
            r->emails = {"shared@example.com"};
        else if (kind == "phone")
            r->phones = {"+49 30 901820"};
        else
            r->externalIds["loyalty"] = "L-9";
    }
    return {a, b};
}

} // namespace

class TestLinking : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void sharedContactAndName_data();
    void sharedContactAndName();
    void spellingsOfAPhone();
    void sampleOfTheBrief();
    void nameAloneIsNotEnough();
    void placeholdersAreNoContact();
    void externalIdsContradict();
    void birthDatesContradict();
    void ownIdsOfTwoSystemsAreNotShared();
    void theSameRecord();
    void displayNames_data();
    void displayNames();
};

void TestLinking::sharedContactAndName_data()
{
    QTest::addColumn<QString>("what");
    QTest::addColumn<QString>("a");
    QTest::addColumn<QString>("b");
    QTest::addColumn<bool>("expected");
    const auto row = [](const char* what, const char* a, const char* b, bool expected) {
        QTest::addRow("%s: %s / %s", what, a, b) << QString(what) << QString(a) << QString(b) << expected;
    };
    for (const auto* what : {"email", "phone", "external"}) {
        row(what, "Maria Hoffmann", "Hoffmann, Maria", true);
        row(what, "Lena Sørensen", "Lena Sorensen", true);
        row(what, "Dr. Maria Hoffmann", "Maria Hoffmann", true);
        row(what, "Kwame Mensah", "K. Mensah", true);
        // A couple, a family, a switchboard.
        row(what, "Maria Hoffmann", "Peter Hoffmann", false);
        row(what, "Maria Hoffmann", "Joanna Schulz", false);
        row(what, "John Smith", "John Smith jr", false);
    }
    row("email", "Maria Hoffmann", "", true);
    row("phone", "Maria Hoffmann", "", false);
    row("external", "Maria Hoffmann", "", false);
    row("email", "Maria Hoffmann", "Maria", true);
    row("external", "Maria Hoffmann", "Maria", true);
    row("phone", "Maria Hoffmann", "Hoffmann", false);
    row("phone", "Hoffmann", "Hoffmann", false);
}

void TestLinking::sharedContactAndName()
{
    QFETCH(QString, what);
    QFETCH(QString, a);
    QFETCH(QString, b);
    QFETCH(bool, expected);
    const auto [first, second] = sharing(what.toUtf8().constData(), a.toUtf8().constData(), b.toUtf8().constData());
    QCOMPARE(linked(first, second), expected);
}

void TestLinking::spellingsOfAPhone()
{
    auto a = record("crm", "1", "Maria Hoffmann");
    auto b = record("billing", "2", "Hoffmann, Maria");
    a.phones = {"+49 30 901820"};
    b.phones = {"030 901820"};
    b.addresses = {{"", "Berlin", "", "DE"}};
    QVERIFY(linked(a, b));
    // The other record says where the number is dialled.
    b.addresses.clear();
    a.addresses = {{"", "Berlin", "", "Germany"}};
    QVERIFY(linked(a, b));
    // The same digits in another country are another number.
    b.addresses = {{"", "London", "", "GB"}};
    QVERIFY(!linked(a, b));
    b.addresses.clear();
    b.phones = {"030 901821"};
    QVERIFY(!linked(a, b));
}

// Birth dates with day and month exchanged: they link, and the conflict stays visible.
void TestLinking::sampleOfTheBrief()
{
    auto crm = record("crm", "C-20417", "Maria Hoffmann");
    crm.emails = {"maria.hoffmann@example.com"};
    crm.birthDate = "1981-04-12";
    auto helpdesk = record("helpdesk", "H-0388", "Maria Hoffmann");
    helpdesk.emails = {"Maria.Hoffmann@example.com"};
    helpdesk.birthDate = "1981-12-04";
    QVERIFY(linked(crm, helpdesk));
    const auto profile = makeProfile(1, {crm, helpdesk}, {});
    QVERIFY(profile.field("birth_date")->conflicting());
}

void TestLinking::nameAloneIsNotEnough()
{
    auto a = record("crm", "1", "Maria Hoffmann");
    auto b = record("helpdesk", "2", "Maria Hoffmann");
    QVERIFY(!linked(a, b));
    a.emails = {"maria.hoffmann@example.com"};
    b.emails = {"maria.hoffmann@example.org"};
    a.birthDate = b.birthDate = "1981-04-12";
    QVERIFY(!linked(a, b));
}

void TestLinking::placeholdersAreNoContact()
{
    auto a = record("crm", "1", "Maria Hoffmann");
    auto b = record("helpdesk", "2", "Maria Hoffmann");
    for (const auto* nothing : {"", "n/a", "none", "-"}) {
        a.emails = b.emails = {nothing};
        a.phones = b.phones = {nothing};
        a.externalIds["loyalty"] = b.externalIds["loyalty"] = "-";
        QVERIFY2(!linked(a, b), nothing);
    }
}

void TestLinking::externalIdsContradict()
{
    auto [a, b] = sharing("email", "Maria Hoffmann", "Maria Hoffmann");
    a.externalIds["account"] = "DE-1";
    b.externalIds["account"] = "DE-2";
    QVERIFY(!linked(a, b));
    b.externalIds["account"] = "de 1";
    QVERIFY(linked(a, b));
    b.externalIds = {{"loyalty", "DE-2"}};
    QVERIFY(linked(a, b));
    b.externalIds = {{"account", ""}};
    QVERIFY(linked(a, b));
}

void TestLinking::birthDatesContradict()
{
    for (const auto* what : {"email", "phone"}) {
        auto [a, b] = sharing(what, "Maria Hoffmann", "M. Hoffmann");
        a.birthDate = "1981-04-12";
        b.birthDate = "1984-11-30";
        QVERIFY2(!linked(a, b), what);
        b.birthDate = "1981-04-13";
        QVERIFY2(linked(a, b), what);
        b.birthDate = "";
        QVERIFY2(linked(a, b), what);
    }
    // With equal names an e-mail outweighs them, a phone (father and son) does not.
    auto [a, b] = sharing("email", "Maria Hoffmann", "Hoffmann Maria");
    a.birthDate = "1981-04-12";
    b.birthDate = "1984-11-30";
    QVERIFY(linked(a, b));
    a.emails.clear();
    a.phones = b.phones = {"+49 30 901820"};
    QVERIFY(!linked(a, b));
}

void TestLinking::ownIdsOfTwoSystemsAreNotShared()
{
    QVERIFY(!linked(record("crm", "100", "Maria Hoffmann"), record("helpdesk", "100", "Maria Hoffmann")));
}

void TestLinking::theSameRecord()
{
    QVERIFY(linked(record("crm", "100", "Maria Hoffmann"), record("crm", "100", "Maria Schulz")));
}

void TestLinking::displayNames_data()
{
    QTest::addColumn<QStringList>("names");
    QTest::addColumn<QString>("shown");
    QTest::newRow("reading order") << QStringList{"Hoffmann, Maria"} << "Maria Hoffmann";
    QTest::newRow("written out before initials") << QStringList{"K. Mensah", "Kwame Mensah"} << "Kwame Mensah";
    QTest::newRow("fullest") << QStringList{"J. Alvarez", "Joaquín Álvarez Rueda"} << "Joaquín Álvarez Rueda";
    QTest::newRow("mixed case before capitals") << QStringList{"MARCHADIER SOLENE", "Solène Marchadier"} << "Solène Marchadier";
    QTest::newRow("own letters before substitutes") << QStringList{"Soerensen, Lena", "Lena Sørensen"} << "Lena Sørensen";
    QTest::newRow("only one") << QStringList{"MARCHADIER SOLENE"} << "MARCHADIER SOLENE";
    QTest::newRow("none") << QStringList{} << "";
    QTest::newRow("blank") << QStringList{"  "} << "";
}

void TestLinking::displayNames()
{
    QFETCH(QStringList, names);
    QFETCH(QString, shown);
    std::vector<CustomerRecord> records;
    for (const auto& name : names)
        records.push_back(record("crm", std::to_string(records.size()).c_str(), name.toUtf8().constData()));
    QCOMPARE(QString::fromStdString(displayNameOf(records)), shown);
    std::ranges::reverse(records);
    QCOMPARE(QString::fromStdString(displayNameOf(records)), shown);
}

QTEST_GUILESS_MAIN(TestLinking)
#include "test_linking.moc"
