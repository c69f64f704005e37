#include <QtTest>

#include "core/identity/birth_date.h"
#include "core/identity/normalize.h"
#include "core/identity/person_name.h"

using namespace foreword;

namespace {

CustomerRecord from(const char* country, const char* language = "")
{
    CustomerRecord record;
    record.key = {"crm", "C-20417"};
    if (*country)
        record.addresses = {{"", "", "", country}};
    if (*language)
        record.attributes["language"] = language;
    return record;
}

bool has(const std::vector<Identifier>& identifiers, const char* kind, const char* normal)
{
    return std::ranges::find(identifiers, Identifier{kind, normal}) != identifiers.end();
}

} // namespace

class TestNormalize : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void emails_data();
    void emails();
    void whatIsNoEmail();
    void phones_data();
    void phones();
    void whatIsNoPhone_data();
    void whatIsNoPhone();
    void names_data();
    void names();
    void externalIds();
    void regions_data();
    void regions();
    void identifiersOfARecord();
    void queriesFindWhatRecordsStore_data();
    void queriesFindWhatRecordsStore();
    void queryOfNothing();
    void birthDates_data();
    void birthDates();
};

void TestNormalize::emails_data()
{
    QTest::addColumn<QString>("given");
    QTest::addColumn<QString>("normal");
    QTest::newRow("case and space") << "  Maria.Hoffmann@Example.COM\n" << "maria.hoffmann@example.com";
    QTest::newRow("tag is kept") << "maria+shop@example.com" << "maria+shop@example.com";
    QTest::newRow("beyond ASCII") << "JOSÉ@example.org" << "josé@example.org";
    QTest::newRow("capital i is no Turkish one") << "INFO@EXAMPLE.ORG" << "info@example.org";
}

void TestNormalize::emails()
{
    QFETCH(QString, given);
    QFETCH(QString, normal);
    QCOMPARE(QString::fromStdString(normalEmail(given.toStdString())), normal);
    QVERIFY(isEmail(given.toStdString()));
}

void TestNormalize::whatIsNoEmail()
{
    for (const auto* text :
         {"", "n/a", "@", "maria@", "@example.com", "a b@example.com", "a@b@example.com", "a@example.com, c@example.com"})
        QVERIFY2(!isEmail(text), text);
}

void TestNormalize::phones_data()
{
    QTest::addColumn<QString>("given");
    QTest::addColumn<QString>("region");
    QTest::addColumn<QString>("normal");
    QTest::newRow("German, national") << "030 901820" << "DE" << "+4930901820";
    QTest::newRow("German, international") << "+49 30 901820" << "" << "+4930901820";
    QTest::newRow("German, double zero") << "0049 30 901820" << "DE" << "+4930901820";
    QTest::newRow("German, slash") << "030/90 18 20" << "DE" << "+4930901820";
    QTest::newRow("German, zero in brackets") << "+49 (0)30 901820" << "" << "+4930901820";
    QTest::newRow("British mobile") << "07700 900382" << "GB" << "+447700900382";
    QTest::newRow("British, region elsewhere") << "+44 7700 900382" << "DE" << "+447700900382";
    QTest::newRow("French") << "01 99 00 31 64" << "FR" << "+33199003164";
    QTest::newRow("Spanish") << "900 000 147" << "ES" << "+34900000147";
    QTest::newRow("American") << "(202) 555-0143" << "US" << "+12025550143";
}

void TestNormalize::phones()
{
    QFETCH(QString, given);
    QFETCH(QString, region);
    QFETCH(QString, normal);
    const auto phone = normalPhone(given.toStdString(), region.toStdString());
    QVERIFY(phone);
    QCOMPARE(QString::fromStdString(*phone), normal);
}

void TestNormalize::whatIsNoPhone_data()
{
    QTest::addColumn<QString>("given");
    QTest::addColumn<QString>("region");
    QTest::newRow("nothing") << "" << "DE";
    QTest::newRow("words") << "no phone" << "DE";
    QTest::newRow("too short") << "110" << "DE";
    QTest::newRow("too long") << "0301234567890123456789" << "DE";
    QTest::newRow("national without region") << "030 901820" << "";
    QTest::newRow("very long") << QString(5000, u'1') << "DE";
}

void TestNormalize::whatIsNoPhone()
{
    QFETCH(QString, given);
    QFETCH(QString, region);
    QVERIFY(!normalPhone(given.toStdString(), region.toStdString()));
}

void TestNormalize::names_data()
{
    QTest::addColumn<QString>("given");
    QTest::addColumn<QString>("normal");
    QTest::newRow("plain") << "Maria Hoffmann" << "hoffmann maria";
    QTest::newRow("last name first") << "Hoffmann, Maria" << "hoffmann maria";
    QTest::newRow("title") << "Dr. Maria Hoffmann" << "hoffmann maria";
    QTest::newRow("titles") << "Frau Prof. Dr. Maria Hoffmann" << "hoffmann maria";
    QTest::newRow("nothing but a title") << "Dr." << "dr";
    QTest::newRow("stroke") << "Lena Sørensen" << "lena sorensen";
    QTest::newRow("accents") << "Joaquín Álvarez Rueda" << "alvarez joaquin rueda";
    QTest::newRow("capitals") << "ALVAREZ RUEDA JOAQUIN" << "alvarez joaquin rueda";
    QTest::newRow("sharp s") << "Groß" << "gross";
    QTest::newRow("Polish") << "Marek Zieliński-Łoś" << "los marek zielinski";
    QTest::newRow("apostrophe") << "Sinéad O’Brien" << "obrien sinead";
    QTest::newRow("decomposed") << QString::fromUtf8("Jose\xCC\x81") << "jose";
    QTest::newRow("Greek") << "Μαρία" << "μαρια";
    QTest::newRow("vowel signs are letters") << "हिन्दी" << "हिन्दी";
    QTest::newRow("nothing") << "  " << "";
}

void TestNormalize::names()
{
    QFETCH(QString, given);
    QFETCH(QString, normal);
    QCOMPARE(QString::fromStdString(normalName(given.toStdString())), normal);
}

void TestNormalize::externalIds()
{
    QCOMPARE(normalExternalId(" de-448120 "), std::string("DE448120"));
    QCOMPARE(normalExternalId("DE 448 120"), std::string("DE448120"));
    QCOMPARE(normalExternalId("--"), std::string());
}

void TestNormalize::regions_data()
{
    QTest::addColumn<QString>("country");
    QTest::addColumn<QString>("language");
    QTest::addColumn<QString>("region");
    QTest::newRow("code") << "DE" << "" << "DE";
    QTest::newRow("lower case") << "de" << "" << "DE";
    QTest::newRow("three letters") << "DEU" << "" << "DE";
    QTest::newRow("German name") << "Deutschland" << "" << "DE";
    QTest::newRow("English name") << "Germany" << "" << "DE";
    QTest::newRow("Spanish name") << "España" << "" << "ES";
    QTest::newRow("UK") << "UK" << "" << "GB";
    QTest::newRow("United Kingdom") << "United Kingdom" << "" << "GB";
    QTest::newRow("address before language") << "FR" << "de" << "FR";
    QTest::newRow("language") << "" << "de" << "DE";
    QTest::newRow("language of a country") << "" << "de-AT" << "AT";
    QTest::newRow("English") << "" << "en" << "GB";
    QTest::newRow("American English") << "" << "en-US" << "US";
    QTest::newRow("no country") << "Atlantis" << "" << "";
    QTest::newRow("country unknown, language known") << "Atlantis" << "fr" << "FR";
    QTest::newRow("a continent is no country") << "150" << "" << "";
    QTest::newRow("nothing") << "" << "" << "";
    QTest::newRow("no language") << "" << "??" << "";
}

void TestNormalize::regions()
{
    QFETCH(QString, country);
    QFETCH(QString, language);
    QFETCH(QString, region);
    const auto record = from(country.toUtf8().constData(), language.toUtf8().constData());
    QCOMPARE(QString::fromStdString(regionOf(record)), region);
}

void TestNormalize::identifiersOfARecord()
{
    auto record = from("DE");
    record.names = {"Hoffmann, Maria", "Maria Hoffmann"};
    record.emails = {"Maria@example.com", "n/a"};
    record.phones = {"030 901820", "+49 30 901820", "12"};
    record.externalIds = {{"loyalty", "L-9"}};
    const auto identifiers = identifiersOf(record);
    QVERIFY(has(identifiers, "email", "maria@example.com"));
    QVERIFY(has(identifiers, "phone", "+4930901820"));
    QVERIFY(has(identifiers, "external", "L9"));
    QVERIFY(has(identifiers, "external", "C20417"));
    QVERIFY(has(identifiers, "name", "hoffmann maria"));
    QCOMPARE(identifiers.size(), std::size_t(5));
}

void TestNormalize::queriesFindWhatRecordsStore_data()
{
    QTest::addColumn<QString>("query");
    for (const auto* query : {"030 901820", "+49 30 901820", "0049 30 901820", "030/901820", " MARIA@example.com ", "l9", "L-9", "c-20417",
                              "hoffmann maria", "Maria Hoffmann", "Dr. HOFFMANN, Maria"})
        QTest::newRow(query) << QString(query);
}

void TestNormalize::queriesFindWhatRecordsStore()
{
    QFETCH(QString, query);
    auto record = from("DE");
    record.names = {"Maria Hoffmann"};
    record.emails = {"maria@example.com"};
    record.phones = {"+49 30 901820"};
    record.externalIds = {{"loyalty", "L-9"}};
    const auto stored = identifiersOf(record);
    const auto asked = identifiersOfQuery(query.toStdString());
    QVERIFY(std::ranges::any_of(asked, [&](const auto& identifier) { return std::ranges::find(stored, identifier) != stored.end(); }));
    // A record from nowhere keeps the digits it was given.
    if (query == u"030 901820") {
        record.addresses.clear();
        record.phones = {"030 901820"};
        const auto bare = identifiersOf(record);
        QVERIFY(has(bare, "phone", "030901820"));
        QVERIFY(has(asked, "phone", "030901820"));
    }
}

void TestNormalize::queryOfNothing()
{
    QVERIFY(identifiersOfQuery("").empty());
    QVERIFY(identifiersOfQuery("  - ").empty());
    // A ticket number is no phone and no name.
    for (const auto& identifier : identifiersOfQuery("4711"))
        QCOMPARE(identifier.kind, std::string("external"));
}

void TestNormalize::birthDates_data()
{
    QTest::addColumn<QString>("a");
    QTest::addColumn<QString>("b");
    QTest::addColumn<int>("match");
    const auto row = [](const char* a, const char* b, BirthDateMatch match) {
        QTest::addRow("%s / %s", a, b) << QString(a) << QString(b) << static_cast<int>(match);
    };
    using enum BirthDateMatch;
    row("1981-04-12", "1981-04-12", equal);
    row("1981-04-12", "1981-12-04", swapped);
    row("1981-04-12", "1981-04-13", oneDigit);
    row("1981-04-12", "1991-04-12", oneDigit);
    row("1981-04-12", "1982-12-04", different);
    row("1981-04-12", "1981-05-13", different);
    row("1981-04-12", "", unknown);
    row("1981-04-12", "1981-13-45", unknown);
}

void TestNormalize::birthDates()
{
    QFETCH(QString, a);
    QFETCH(QString, b);
    QFETCH(int, match);
    QCOMPARE(static_cast<int>(compareBirthDates(a.toStdString(), b.toStdString())), match);
    QCOMPARE(static_cast<int>(compareBirthDates(b.toStdString(), a.toStdString())), match);
}

QTEST_GUILESS_MAIN(TestNormalize)
#include "test_normalize.moc"
