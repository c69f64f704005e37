#include <set>

#include <QtTest>

#include "core/annotate/dictionary.h"
#include "core/base/resources.h"

using namespace foreword;

static std::string entry(const std::string& change = {}, const std::string& with = {})
{
    std::string text = "version = \"1\"\n"
                       "[[signal]]\n"
                       "id = \"sample\"\n"
                       "title = \"Sample\"\n"
                       "definition = \"A fact.\"\n"
                       "authority = \"(ours)\"\n"
                       "owner = \"Somebody\"\n"
                       "rank = \"P3\"\n"
                       "sensitive = false\n"
                       "evidence = [\"text\"]\n"
                       "uses = [\"protect\", \"sell\"]\n"
                       "ends = { days = 90 }\n"
                       "review = \"2027-03-31\"\n";
    if (!change.empty())
        text.replace(text.find(change), change.size(), with);
    return text;
}

class DictionaryTest : public QObject {
    Q_OBJECT

private slots:
    void shippedOneIsComplete();
    void readsAnEntry();
    void readsWhatAFieldMeans();
    void refuses_data();
    void refuses();
    void reportsEverythingAtOnce();
    void hashFollowsTheText();
    void unknownIdsComeLast();
};

void DictionaryTest::shippedOneIsComplete()
{
    const auto loaded = Dictionary::load(embeddedFile("dictionary.toml").value_or(""), "dictionary.toml");
    QVERIFY(loaded);
    // The table of core/policy/DECISIONS.md, in its order: the last tie-breaker of every reason.
    const char* ids[] = {"self_harm_risk",
                         "immediate_danger",
                         "card_data_in_text",
                         "account_holder_deceased",
                         "marketing_objection",
                         "consent_not_shown",
                         "special_category_targeting",
                         "breathing_space",
                         "identity_conflict",
                         "third_party_speaker",
                         "open_complaint",
                         "complaint_clock",
                         "formal_redress_threat",
                         "bereavement",
                         "health_vulnerability",
                         "financial_hardship",
                         "capability_need",
                         "fraud_or_takeover",
                         "open_service_issue",
                         "repeat_contact",
                         "broken_promise",
                         "human_requested",
                         "churn_intent",
                         "contact_cap_reached",
                         "recently_declined",
                         "lifecycle_not_ready"};
    QCOMPARE(loaded->entries().size(), std::size(ids));
    for (std::size_t i = 0; i < std::size(ids); ++i)
        QCOMPARE(loaded->entries()[i].id, std::string(ids[i]));
    QVERIFY(loaded->find("bereavement")->sensitive);
    QCOMPARE(loaded->find("open_complaint")->endsByPlusDays, 14);
    QVERIFY(loaded->find("marketing_objection")->rank == Rank::p1);
    for (const char* field : {"value_tier", "lifecycle", "customer_since"})
        QVERIFY(loaded->attribute(field) && !loaded->attribute(field)->owner.empty());
}

void DictionaryTest::readsAnEntry()
{
    const auto loaded = Dictionary::load(entry(), "d.toml");
    QVERIFY(loaded);
    const DictionaryEntry& read = loaded->entries().front();
    QCOMPARE(read.id, std::string("sample"));
    QVERIFY(read.rank == Rank::p3);
    QCOMPARE(read.endsAfterDays, 90);
    QCOMPARE(read.line, 2);
    QCOMPARE(loaded->version(), std::string("1"));
}

void DictionaryTest::readsWhatAFieldMeans()
{
    const std::string field = "[[attribute]]\nid = \"value_tier\"\ntitle = \"Tier\"\ndefinition = \"How much.\"\n"
                              "owner = \"Value team\"\nvalues = [\"gold\", \"silver\"]\nreview = \"2027-03-31\"\n";
    const auto loaded = Dictionary::load(entry() + field, "d.toml");
    QVERIFY(loaded);
    const AttributeEntry* read = loaded->attribute("value_tier");
    QVERIFY(read && !loaded->attribute("plan") && !loaded->find("value_tier"));
    QCOMPARE(read->owner, std::string("Value team"));
    QCOMPARE(read->definition, std::string("How much."));
    QCOMPARE(read->values, (std::vector<std::string>{"gold", "silver"}));
    QCOMPARE(read->line, 14);
    const auto broken = [&](const std::string& change, const std::string& with) {
        std::string text = field;
        text.replace(text.find(change), change.size(), with);
        const auto refused = Dictionary::load(entry() + text, "d.toml");
        return refused ? std::pair(ErrorCode::internal, std::string())
                       : std::pair(refused.error().front().code, std::string(refused.error().front().param("field")));
    };
    QCOMPARE(broken("owner = \"Value team\"\n", ""), std::pair(ErrorCode::toml_value_missing, std::string("owner")));
    QCOMPARE(broken("definition = \"How much.\"\n", ""), std::pair(ErrorCode::toml_value_missing, std::string("definition")));
    QCOMPARE(broken("owner = ", "rank = \"P1\"\nowner = "), std::pair(ErrorCode::toml_key_unknown, std::string("rank")));
    QCOMPARE(broken("2027-03-31", "soon"), std::pair(ErrorCode::toml_value_bad, std::string("review")));
    const auto twice = Dictionary::load(entry() + field + field, "d.toml");
    QVERIFY(!twice && twice.error().front().code == ErrorCode::charter_duplicate_id);
}

void DictionaryTest::refuses_data()
{
    QTest::addColumn<QString>("change");
    QTest::addColumn<QString>("with");
    QTest::addColumn<int>("code");
    QTest::addColumn<int>("line");
    QTest::addColumn<QString>("field");
    const auto row = [](const char* name, const char* change, const char* with, ErrorCode code, int line, const char* field) {
        QTest::newRow(name) << change << with << static_cast<int>(code) << line << field;
    };
    row("unknown key", "owner = ", "owners = \"x\"\nowner = ", ErrorCode::toml_key_unknown, 7, "owners");
    row("unknown key at the top", "version = \"1\"", "version = \"1\"\nvresion = 2", ErrorCode::toml_key_unknown, 2, "vresion");
    row("no owner", "owner = \"Somebody\"\n", "", ErrorCode::toml_value_missing, 2, "owner");
    row("no definition", "definition = \"A fact.\"\n", "", ErrorCode::toml_value_missing, 2, "definition");
    row("empty authority", "\"(ours)\"", "\" \"", ErrorCode::toml_value_bad, 6, "authority");
    row("no version", "version = \"1\"\n", "", ErrorCode::toml_value_missing, 1, "version");
    row("bad rank", "\"P3\"", "\"P9\"", ErrorCode::toml_value_bad, 8, "rank");
    row("bad use", "\"sell\"", "\"spam\"", ErrorCode::toml_value_bad, 11, "uses");
    row("use twice", "\"sell\"", "\"protect\"", ErrorCode::toml_value_bad, 11, "uses");
    row("bad evidence", "[\"text\"]", "[\"rumour\"]", ErrorCode::toml_value_bad, 10, "evidence");
    row("sensitive sells", "sensitive = false", "sensitive = true", ErrorCode::charter_use_forbidden, 11, "uses");
    row("no expiry", "{ days = 90 }", "{ }", ErrorCode::toml_value_missing, 12, "ends.days or ends.by");
    row("plus without by", "{ days = 90 }", "{ days = 90, plus_days = 3 }", ErrorCode::toml_value_missing, 12, "ends.by");
    row("unknown event", "{ days = 90 }", "{ by = \"some_day\" }", ErrorCode::toml_value_bad, 12, "by");
    row("impossible date", "2027-03-31", "2027-02-31", ErrorCode::toml_value_bad, 13, "review");
    row("flag as text", "sensitive = false", "sensitive = \"no\"", ErrorCode::toml_value_bad, 9, "sensitive");
    row("no TOML", "id = ", "id = = ", ErrorCode::toml_syntax, 3, "");
    // The parser recurses over dotted keys.
    const QByteArray deep = QByteArray("a.").repeated(100'000) + "a = 1";
    row("keys without an end", "version = \"1\"", deep.constData(), ErrorCode::toml_syntax, 1, "");
}

void DictionaryTest::refuses()
{
    QFETCH(QString, change);
    QFETCH(QString, with);
    QFETCH(int, code);
    QFETCH(int, line);
    QFETCH(QString, field);
    const auto loaded = Dictionary::load(entry(change.toStdString(), with.toStdString()), "d.toml");
    QVERIFY(!loaded);
    const Error& error = loaded.error().front();
    QCOMPARE(static_cast<int>(error.code), code);
    QCOMPARE(std::string(error.param("file")), std::string("d.toml"));
    QCOMPARE(QString::fromStdString(std::string(error.param("line"))).toInt(), line);
    QCOMPARE(QString::fromStdString(std::string(error.param("field"))), field);
}

void DictionaryTest::reportsEverythingAtOnce()
{
    const std::string twice = entry("\"P3\"", "\"P9\"") + entry("version = \"1\"\n", "").replace(0, 0, "");
    const auto loaded = Dictionary::load(twice, "d.toml");
    QVERIFY(!loaded);
    std::set<ErrorCode> codes;
    int last = 0;
    for (const Error& error : loaded.error()) {
        codes.insert(error.code);
        const int line = QString::fromStdString(std::string(error.param("line"))).toInt();
        QVERIFY(line >= last);
        last = line;
    }
    QVERIFY(codes.contains(ErrorCode::toml_value_bad));
    QVERIFY(codes.contains(ErrorCode::charter_duplicate_id));
}

void DictionaryTest::hashFollowsTheText()
{
    const auto one = Dictionary::load(entry(), "d.toml");
    const auto two = Dictionary::load(entry("A fact.", "Another fact."), "d.toml");
    QVERIFY(one && two);
    QCOMPARE(one->hash().size(), std::size_t(64));
    QVERIFY(one->hash() != two->hash());
    QCOMPARE(one->hash(), Dictionary::load(entry(), "other.toml")->hash());
}

void DictionaryTest::unknownIdsComeLast()
{
    const auto loaded = Dictionary::load(entry(), "d.toml");
    QCOMPARE(loaded->orderOf("sample"), std::size_t(0));
    QCOMPARE(loaded->orderOf("nothing"), std::size_t(1));
    QVERIFY(!loaded->find("nothing"));
}

QTEST_GUILESS_MAIN(DictionaryTest)
#include "test_dictionary.moc"
