// Data health over a workspace: each kind of finding with severity, owner, example and count, the
// trend against an earlier run, and files that no spreadsheet takes for formulas.
#include <algorithm>
#include <fstream>
#include <iterator>

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

#include "core/base/error_catalog.h"
#include "core/desk/health_catalog.h"
#include "core/desk/health_export.h"
#include "core/desk/health_report.h"
#include "core/desk/identity_decisions.h"
#include "core/desk/sample.h"
#include "core/desk/temporary_workspace.h"
#include "core/desk/workbench.h"
#include "core/ingest/interchange.h"
#include "core/store/connection.h"

using namespace foreword;

namespace {

Timestamp at(const char* text)
{
    return Timestamp::parse(text).value();
}

const Timestamp now = at("2026-11-28T12:00:00Z");

std::shared_ptr<const Definitions> definitions()
{
    auto loaded = loadBuiltInDefinitions();
    if (!loaded)
        qFatal("%s", englishMessage(loaded.error().front()).c_str());
    return *loaded;
}

// A workspace with these records, on a clock that stands still.
class Bench {
public:
    explicit Bench(const std::vector<const char*>& lines)
        : m_temporary(TemporaryWorkspace::create(SystemClock())),
          m_bench(m_temporary->workspace(), definitions(), std::make_shared<FixedClock>(now))
    {
        Sample sample;
        for (const char* line : lines) {
            auto record = parseRecord(line);
            if (!record)
                qFatal("%s", englishMessage(record.error()).c_str());
            sample.records.push_back(*std::move(record));
        }
        if (!m_bench.takeSample(std::move(sample)))
            qFatal("not taken");
    }

    HealthReport health(Timestamp asOf = now, const std::function<void(int)>& meanwhile = [](int) {})
    {
        auto report = m_bench.health(asOf, meanwhile, {});
        if (!report)
            qFatal("%s", englishMessage(report.error()).c_str());
        return *std::move(report);
    }

    // As another program would.
    void join(const RecordKey& a, const RecordKey& b)
    {
        auto writer = m_temporary->workspace()->connect(Access::write);
        if (!writer || !decideIdentity(**writer, {a}, {b}, IdentityVerdict::confirm, now, {}))
            qFatal("not joined");
    }

private:
    Result<TemporaryWorkspace> m_temporary;
    Workbench m_bench;
};

const HealthTopic* topicOf(const HealthReport& report, std::string_view code, std::string_view definition = {})
{
    const auto found =
        std::ranges::find_if(report.topics, [&](const HealthTopic& topic) { return topic.code == code && topic.definition == definition; });
    return found == report.topics.end() ? nullptr : &*found;
}

HealthReport reportSaying(std::string value)
{
    HealthReport report;
    report.asOf = now;
    report.findings = {{"attribute_undefined", "low", {std::move(value), "1"}, "plan", "Steward", {}}};
    report.topics = healthTopics(report.findings);
    return report;
}

// The value of a column of the only line below the header.
std::string cell(const std::string& csv, int column)
{
    auto line = csv.substr(csv.find("\r\n") + 2);
    std::vector<std::string> values;
    for (std::size_t i = 0; i < line.size() && line[i] == '"';) {
        std::string value;
        for (++i; line[i] != '"' || line[i + 1] == '"'; ++i) {
            i += line[i] == '"' ? 1 : 0;
            value += line[i];
        }
        values.push_back(std::move(value));
        i += 2;
    }
    return values.at(static_cast<std::size_t>(column));
}

constexpr const char* maria =
    R"({"type":"customer","source":"crm","id":"1","names":["Maria Vale"],"emails":["maria@example.com"],"birth_date":"1981-04-12","external_ids":{"account":"A-1","loyalty":"L-1"},"attributes":{"value_tier":"gold","lifecycle":"active","shoe_size":"38"},"updated_at":"2026-11-01T00:00:00Z"})";
constexpr const char* mariaBilling =
    R"({"type":"customer","source":"billing","id":"9","names":["Maria Vale"],"emails":["maria@example.com"],"birth_date":"1981-12-04","external_ids":{"account":"A-1","loyalty":"L-1"},"attributes":{"value_tier":"silver","lifecycle":"renewal"},"updated_at":"2021-11-01T00:00:00Z"})";
constexpr const char* nobody =
    R"({"type":"customer","source":"crm","id":"2","names":["Tom Fell"],"attributes":{"value_tier":"tungsten","shoe_size":"44"},"updated_at":"2026-11-01T00:00:00Z"})";
constexpr const char* granted =
    R"({"type":"consent","source":"crm","customer":{"source":"crm","id":"1"},"purpose":"marketing","channel":"email","status":"granted","basis":"none","at":"2026-01-01T00:00:00Z"})";
constexpr const char* denied =
    R"({"type":"consent","source":"billing","customer":{"source":"billing","id":"9"},"purpose":"marketing","channel":"email","status":"denied","basis":"none","at":"2025-01-01T00:00:00Z"})";

} // namespace

class TestHealth : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void eachKindHasSeverityOwnerExampleAndCount()
    {
        Bench bench({maria, mariaBilling, nobody, granted, denied});
        const auto report = bench.health();
        QCOMPARE(report.customers, 2);
        struct Wanted {
            const char* code;
            const char* definition;
            const char* severity;
            const char* owner;
            int count;
        };
        const Wanted wanted[] = {
            {"birth_dates_differ", "", "high", "Data steward", 1},
            {"consents_conflict", "", "high", "Data protection officer", 1},
            {"consent_without_proof", "", "high", "Data protection officer", 1},
            {"record_stale", "", "low", "Data steward", 1},
            {"attribute_undefined", "shoe_size", "low", "Data steward", 2},
            {"attribute_value_undefined", "value_tier", "low", "Customer value team", 1},
            {"tiers_differ", "", "low", "Customer value team", 1},
            {"lifecycles_differ", "", "medium", "Customer Care", 1},
            {"unreachable", "", "medium", "Data steward", 1},
        };
        for (const auto& one : wanted) {
            const auto* topic = topicOf(report, one.code, one.definition);
            QVERIFY2(topic, one.code);
            QCOMPARE(topic->severity, std::string(one.severity));
            QCOMPARE(topic->count, std::int64_t(one.count));
            QVERIFY2(!report.findings[topic->example].customer.id.empty(), one.code);
            QCOMPARE(topic->owner, std::string(one.owner));
        }
        // The gravest first.
        QVERIFY(std::ranges::is_sorted(report.topics, {}, [](const HealthTopic& topic) {
            return topic.severity == "high" ? 0 : topic.severity == "medium" ? 1 : 2;
        }));
    }

    void whatIsInOrderIsNotFound()
    {
        Bench bench(
            {R"({"type":"customer","source":"crm","id":"1","names":["Maria Vale"],"emails":["maria@example.com"],)"
             R"("attributes":{"value_tier":"Gold","lifecycle":"ACTIVE","email_verified":"true"},"updated_at":"2026-11-01T00:00:00Z"})"});
        const auto report = bench.health();
        QVERIFY2(report.findings.empty(), report.findings.empty() ? "" : report.findings.front().code.c_str());
        QVERIFY(std::ranges::all_of(report.goals, &GoalPractice::met));
    }

    // Who was in the list when it began, and is one with somebody else by the time they are read.
    void linkedWhileItIsRead()
    {
        Bench bench(
            {maria, nobody, R"({"type":"customer","source":"crm","id":"3","names":["Ann Hill"],"updated_at":"2026-11-01T00:00:00Z"})"});
        const auto report = bench.health(now, [&](int read) {
            if (read == 1)
                bench.join({"crm", "2"}, {"crm", "3"});
        });
        QCOMPARE(report.customers, 2);
        QVERIFY(topicOf(report, "attribute_undefined", "shoe_size"));
    }

    void lessThanAPercentCounts_data()
    {
        QTest::addColumn<bool>("atLeast");
        QTest::addColumn<int>("target");
        QTest::addColumn<int>("good");
        QTest::addColumn<int>("practice");
        QTest::addColumn<bool>("met");
        QTest::newRow("at most 2 %, it is 2.9") << false << 2 << 29 << 3 << false;
        QTest::newRow("at most 2 %, it is 2") << false << 2 << 20 << 2 << true;
        QTest::newRow("at most none, it is 0.9") << false << 0 << 9 << 1 << false;
        QTest::newRow("at most none, it is none") << false << 0 << 0 << 0 << true;
        QTest::newRow("at least 98 %, it is 97.9") << true << 98 << 979 << 97 << false;
        QTest::newRow("at least 98 %, it is 98.1") << true << 98 << 981 << 98 << true;
    }

    void lessThanAPercentCounts()
    {
        QFETCH(bool, atLeast);
        QFETCH(int, target);
        QFETCH(int, good);
        GoalPractice goal;
        goal.unit = "percent";
        goal.atLeast = atLeast;
        goal.target = target;
        goal.good = good;
        goal.of = 1000;
        QTEST(goal.practice(), "practice");
        QTEST(goal.met(), "met");
    }

    void theTrendIsAgainstAnEarlierDay()
    {
        Bench bench({maria, nobody});
        const auto first = bench.health(at("2026-11-27T12:00:00Z"));
        QVERIFY(!first.comparedWith);
        QVERIFY(!topicOf(first, "unreachable")->before);
        // The same day again is no earlier run.
        QVERIFY(!bench.health(at("2026-11-27T18:00:00Z")).comparedWith);
        const auto next = bench.health(at("2026-11-28T12:00:00Z"));
        QCOMPARE(next.comparedWith->toString(), std::string("2026-11-27T18:00:00Z"));
        QCOMPARE(*topicOf(next, "unreachable")->before, std::int64_t(1));
        QCOMPARE(*topicOf(next, "attribute_undefined", "shoe_size")->before, std::int64_t(2));
        // What was not there before has grown from nothing.
        const auto later = bench.health(at("2029-11-28T12:00:00Z"));
        QCOMPARE(topicOf(later, "record_stale")->count, std::int64_t(2));
        QCOMPARE(*topicOf(later, "record_stale")->before, std::int64_t(0));
    }

    void definitionsWithoutMeaningOrOwner()
    {
        const std::string dictionary = std::string("version = \"1\"\n")
            + "[[signal]]\nid = \"one\"\ntitle = \"One\"\ndefinition = \"TBD\"\n"
            + "authority = \"x\"\nowner = \"Somebody\"\nrank = \"P3\"\nsensitive = false\nevidence = [\"text\"]\nuses = [\"protect\"]\n"
            + "ends = { days = 9 }\nreview = \"2020-01-01\"\n[[attribute]]\nid = \"plan\"\ntitle = \"Plan\"\ndefinition = \"What was bought.\"\n"
            + "owner = \"n/a\"\nreview = \"2030-01-01\"\n";
        auto loaded = Dictionary::load(dictionary, "d.toml");
        QVERIFY(loaded);
        const auto builtIn = definitions();
        std::vector<std::string> found;
        for (const auto& finding : definitionFindings(*loaded, builtIn->charter, {}, now)) {
            found.push_back(finding.code + " " + finding.definition);
            QVERIFY(!finding.owner.empty() && finding.owner != "n/a");
        }
        QCOMPARE(found, (std::vector<std::string>{"definition_undefined one", "review_passed one", "definition_unowned plan"}));
    }

    void everyKindIsInTheCatalogue()
    {
        const auto all = definitions();
        for (const char* code :
             {"identifiers_shared", "duplicates_waiting", "source_not_reached", "promise_past_due", "definition_undefined"}) {
            QVERIFY2(!healthKind(code).severity.empty(), code);
            QVERIFY2(!healthOwner(*all, healthKind(code)).empty(), code);
        }
        QVERIFY(healthKind("nothing").code.empty());
    }

    void noFormulaInACell_data()
    {
        QTest::addColumn<QString>("value");
        QTest::addColumn<bool>("guarded");
        QTest::newRow("equals") << "=HYPERLINK(\"http://example.com\")" << true;
        QTest::newRow("plus") << "+1+2" << true;
        QTest::newRow("minus") << "-1+2" << true;
        QTest::newRow("at") << "@SUM(A1)" << true;
        QTest::newRow("tab") << "\t=1" << true;
        QTest::newRow("carriage return") << "\r=1" << true;
        QTest::newRow("line feed") << "\n=1" << true;
        QTest::newRow("blanks before it") << "  =1" << true;
        QTest::newRow("wide") << QString(QChar(0xFF1D)) + "1" << true;
        QTest::newRow("name") << "Maria \"Mia\" Vale, Berlin" << false;
        QTest::newRow("equals inside") << "a=1" << false;
        QTest::newRow("empty") << "" << false;
    }

    void noFormulaInACell()
    {
        QFETCH(QString, value);
        QFETCH(bool, guarded);
        // In each column that comes from outside.
        auto report = reportSaying("crm");
        auto& finding = report.findings.front();
        finding.customer = {};
        finding.definition = value.toStdString();
        finding.owner = value.toStdString();
        const auto csv = healthCsv(report);
        const auto expected = (guarded ? "'" : "") + value.toStdString();
        QCOMPARE(cell(csv, 3), expected);
        QCOMPARE(cell(csv, 4), expected);
        finding.customer = {value.toStdString(), "1"};
        QCOMPARE(cell(healthCsv(report), 2), expected + ":1");
    }

    void csvHasALineAFinding()
    {
        Bench bench({maria, mariaBilling, nobody, granted, denied});
        const auto report = bench.health();
        const auto csv = QByteArray::fromStdString(healthCsv(report));
        QCOMPARE(static_cast<std::size_t>(csv.count("\r\n")), report.findings.size() + 1);
        QVERIFY(csv.startsWith("\xEF\xBB\xBF\"severity\",\"code\","));
    }

    void jsonSaysEverything()
    {
        Bench bench({maria, mariaBilling, nobody});
        const auto report = bench.health();
        const auto json = QJsonDocument::fromJson(QByteArray::fromStdString(healthJson(report))).object();
        QCOMPARE(json[QStringLiteral("customers")].toInt(), 2);
        QCOMPARE(json[QStringLiteral("findings")].toArray().size(), static_cast<qsizetype>(report.findings.size()));
        QCOMPARE(json[QStringLiteral("topics")].toArray().size(), static_cast<qsizetype>(report.topics.size()));
        for (const auto& value : json[QStringLiteral("topics")].toArray()) {
            const auto topic = value.toObject();
            for (const char* key : {"code", "severity", "owner", "count", "before", "trend", "example"})
                QVERIFY2(topic.contains(QLatin1String(key)), key);
        }
        for (const auto& value : json[QStringLiteral("findings")].toArray()) {
            const auto finding = value.toObject();
            QVERIFY(finding.contains(QStringLiteral("customer")) || finding.contains(QStringLiteral("definition")));
        }
    }

    void aFileIsWholeOrAsItWas()
    {
        QTemporaryDir folder;
        const auto file = std::filesystem::path(folder.path().toStdString()) / "health.csv";
        const auto report = reportSaying("crm");
        QVERIFY(writeHealth(file, report, HealthFormat::csv));
        std::ifstream in(file, std::ios::binary);
        QCOMPARE(std::string(std::istreambuf_iterator<char>(in), {}), healthCsv(report));
        const auto nowhere = writeHealth(file.parent_path() / "missing" / "health.csv", report, HealthFormat::csv);
        QVERIFY(!nowhere && nowhere.error().code == ErrorCode::file_unwritable);
    }
};

QTEST_GUILESS_MAIN(TestHealth)
#include "test_health.moc"
