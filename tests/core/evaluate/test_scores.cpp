// The figures of `evaluate` against small cases that were worked out by hand.
#include <QtTest>

#include "core/evaluate/brief_scores.h"
#include "core/evaluate/identity_scores.h"
#include "core/evaluate/rouge.h"
#include "core/evaluate/signal_scores.h"
#include "core/evaluate/summary_scores.h"

using namespace foreword;
using nlohmann::json;

namespace {

FoundSignals found(std::map<std::string, std::vector<Place>> evidence, std::string language = "en")
{
    return {std::move(language), "email", {{"m1", "I want a person"}, {"m2", "now, my husband died"}}, std::move(evidence)};
}

SignalLabels labelsOf(const char* expect)
{
    const auto labels = signalLabels(json{{"expect", json::parse(expect)}});
    if (!labels)
        qFatal("labels refused");
    return *labels;
}

Statement said(const std::string& message, const std::string& text, Span span)
{
    return Statement("said", *Citation::of({"", message}, text, span));
}

} // namespace

class ScoresTest : public QObject {
    Q_OBJECT

private slots:
    void countsGiveTheKnownFigures();
    void aFigureWithoutCasesIsNone();
    void intervalIsWilsons();
    void signalsPerSignalMicroAndMacro();
    void unsureAndUnlabelledSignalsAreSkipped();
    void evidenceAndMessagesUntilFlagged();
    void labelsAreReadStrictly_data();
    void labelsAreReadStrictly();
    void quotesAreFoundAcrossLineBreaks();
    void placesMatchOneToOneFromHalfOn();
    void briefsByOverlapAndAccuracy();
    void summariesAgainstEachAnnotator();
    void rougeOfAWorkedExample();
    void clustersByPairsAndPurity();
};

void ScoresTest::countsGiveTheKnownFigures()
{
    const Counts counts{3, 1, 2, 4};
    QCOMPARE(*counts.precision(), 0.75);
    QCOMPARE(*counts.recall(), 0.6);
    QCOMPARE(*counts.f1(), 6.0 / 9.0);
    QCOMPARE(*counts.twoClassF1(), (6.0 / 9.0 + 8.0 / 11.0) / 2);
    QCOMPARE(countsJson(counts).dump(), std::string(R"({"tp":3,"fp":1,"fn":2,"precision":0.75,"recall":0.6,"f1":0.6667})"));
}

void ScoresTest::aFigureWithoutCasesIsNone()
{
    QVERIFY(!Counts{}.precision() && !Counts{}.recall() && !Counts{}.f1() && !Counts{}.twoClassF1());
    QVERIFY(!wilson(0, 0));
    QVERIFY(countsJson({}).at("f1").is_null());
    Mean mean;
    mean.add(std::nullopt);
    QVERIFY(!mean.value());
    mean.add(0.5);
    QCOMPARE(*mean.value(), 0.5);
}

void ScoresTest::intervalIsWilsons()
{
    // 8 of 10: a textbook value.
    QVERIFY(std::abs(wilson(8, 10)->low - 0.4902) < 0.0001);
    QVERIFY(std::abs(wilson(8, 10)->high - 0.9433) < 0.0001);
    QCOMPARE(wilson(5, 5)->high, 1.0);
    QCOMPARE(wilson(0, 5)->low, 0.0);
}

void ScoresTest::signalsPerSignalMicroAndMacro()
{
    SignalScores scores({"bereavement", "human_requested"});
    scores.add(labelsOf(R"({"present":["bereavement","human_requested"]})"), found({{"bereavement", {}}}));
    scores.add(labelsOf(R"({"present":["bereavement"]})"), found({{"bereavement", {}}, {"human_requested", {}}}));
    scores.add(labelsOf(R"({"present":[]})"), found({{"bereavement", {}}}, "de"));
    const auto figures = scores.json();
    QCOMPARE(figures["conversations"], 3);
    QCOMPARE(figures["signals"]["bereavement"]["tp"], 2);
    QCOMPARE(figures["signals"]["bereavement"]["fp"], 1);
    QCOMPARE(figures["signals"]["bereavement"]["f1"], 0.8);
    QCOMPARE(figures["signals"]["human_requested"]["f1"], 0.0);
    QCOMPARE(figures["signals"]["human_requested"]["fn"], 1);
    QCOMPARE(figures["micro"]["tp"], 2);
    QCOMPARE(figures["micro"]["f1"], 0.5714); // 4 / 7
    QCOMPARE(figures["macro"]["f1"], 0.4);
    QCOMPARE(figures["macro"]["signals"], 2);
    QCOMPARE(figures["macro_from_8_positives"]["signals"], 0);
    QVERIFY(figures["macro_from_8_positives"]["f1"].is_null());
    QCOMPARE(figures["by_language"]["de"]["fp"], 1);
    QCOMPARE(figures["by_language"]["en"]["tp"], 2);
    QCOMPARE(figures["by_channel"]["email"]["fn"], 1);
}

void ScoresTest::unsureAndUnlabelledSignalsAreSkipped()
{
    SignalScores scores({"bereavement", "human_requested"});
    scores.add(labelsOf(R"({"present":[],"unsure":["bereavement"]})"), found({{"bereavement", {}}}));
    scores.add(labelsOf(R"({"present":[],"only":["human_requested"]})"), found({{"bereavement", {}}}));
    const auto figures = scores.json();
    QVERIFY(!figures["signals"].contains("bereavement"));
    QCOMPARE(figures["signals"]["human_requested"]["labelled"], 2);
    QCOMPARE(figures["micro"]["fp"], 0);
}

void ScoresTest::evidenceAndMessagesUntilFlagged()
{
    SignalScores scores({"bereavement"});
    const auto labels = labelsOf(R"({"present":["bereavement"],"evidence":{"bereavement":["my husband died","I want"]}})");
    scores.add(labels, found({{"bereavement", {{"m2", {5, 20}}}}}));
    const auto figures = scores.json()["signals"]["bereavement"];
    QCOMPARE(figures["evidence"]["quotes"], 2);
    QCOMPARE(figures["evidence"]["covered"], 1);
    QCOMPARE(figures["messages_until_flagged"], 2.0);
    QCOMPARE(scores.json()["evidence_overlap"]["share"], 0.5);
}

void ScoresTest::labelsAreReadStrictly_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<QByteArray>("field");
    QTest::newRow("no labels") << QByteArray("{}") << QByteArray("expect");
    QTest::newRow("labels are no object") << QByteArray(R"({"expect":[]})") << QByteArray("expect");
    QTest::newRow("present is no list") << QByteArray(R"({"expect":{"present":"x"}})") << QByteArray("expect.present");
    QTest::newRow("a signal is no text") << QByteArray(R"({"expect":{"unsure":[1]}})") << QByteArray("expect.unsure");
    QTest::newRow("evidence is no list") << QByteArray(R"({"expect":{"evidence":{"x":"y"}}})") << QByteArray("expect.evidence.x");
}

void ScoresTest::labelsAreReadStrictly()
{
    QFETCH(QByteArray, line);
    QFETCH(QByteArray, field);
    const auto labels = signalLabels(json::parse(line.toStdString()));
    QVERIFY(!labels);
    QCOMPARE(QByteArray::fromStdString(std::string(labels.error().param("field"))), field);
}

void ScoresTest::quotesAreFoundAcrossLineBreaks()
{
    QCOMPARE(*findQuote("so my\n  husband died", " my husband "), (Span{3, 15}));
    QVERIFY(!findQuote("my husband", "my wife"));
    QVERIFY(!findQuote("my", "my husband"));
    QVERIFY(!findQuote("my husband", ""));
}

void ScoresTest::placesMatchOneToOneFromHalfOn()
{
    const Place label{"m1", {0, 10}};
    QCOMPARE(overlap(label, {"m1", {5, 10}}), 0.5);
    QCOMPARE(overlap(label, {"m2", {0, 10}}), 0.0);
    QCOMPARE(overlap(label, {"m1", {5, 15}}), 5.0 / 15.0);
    // The better of two takes the label, the other is one too many.
    QCOMPARE(matchPlaces({{"m1", {0, 6}}, {"m1", {0, 9}}}, {label}, 0.5), (Counts{1, 1, 0, 0}));
    QCOMPARE(matchPlaces({{"m1", {0, 4}}}, {label}, 0.5), (Counts{0, 1, 1, 0}));
}

void ScoresTest::briefsByOverlapAndAccuracy()
{
    const std::string text = "I tried a reset and a new cable.";
    Brief brief;
    brief.tried.push_back(said("m1", text, {0, 15}));
    brief.promised.push_back({said("m1", text, {0, 3}), PromiseStatus::open, std::nullopt, std::nullopt});
    brief.resolution = Resolution::partial;
    const auto labels = briefLabels(json::parse(R"({"expect":{"resolution":"unresolved","satisfaction":"not_dissatisfied",
        "tried":[{"message_id":"m1","quote":"I tried a reset"},{"message_id":"m1","quote":"not there"}]}})"));
    QVERIFY(labels);
    BriefScores scores;
    scores.add(*labels, brief, {{"m1", text}});
    const auto figures = scores.json();
    QCOMPARE(figures["tried"]["tp"], 1);
    QCOMPARE(figures["tried"]["f1"], 1.0);
    QCOMPARE(figures["promised"]["fp"], 1);
    QCOMPARE(figures["resolution"]["accuracy"], 0.0);
    QCOMPARE(figures["resolution"]["labelled_as_found"]["unresolved"]["partial"], 1);
    QCOMPARE(figures["satisfaction"]["accuracy"], 1.0);
    QCOMPARE(figures["quotes_not_in_their_message"], 1);
}

void ScoresTest::summariesAgainstEachAnnotator()
{
    const auto annotators = summaryLabels(json::parse(R"({"expect":{"annotators":[
        {"key_sentences":[{"message_id":"m1","start":0,"end":10},{"message_id":"m2","start":0,"end":10}],"abstractive":["Lamp broken."]},
        {"key_sentences":[{"message_id":"m1","start":20,"end":30}],"abstractive":[]},
        {"key_sentences":[],"abstractive":[]}]}})"));
    QVERIFY(annotators);
    SummaryScores scores;
    // The fifth does not count.
    const std::vector<Place> own{{"m1", {0, 10}}, {"m1", {40, 50}}, {"m1", {60, 70}}, {"m2", {20, 30}}, {"m2", {0, 10}}};
    scores.add(*annotators, own, {{"m1", true}, {"m2", false}}, "The lamp is broken");
    const auto figures = scores.json();
    QCOMPARE(figures["annotators_without_sentences"], 1); // and is asked for nothing else
    QCOMPARE(figures["sentences"]["f1"], 0.1667);      // (2/6 + 0) / 2
    QCOMPARE(figures["sentences"]["precision"], 0.125); // (1/4 + 0) / 2
    QCOMPARE(figures["situation"]["f1"], 0.25);        // (2/4 + 0) / 2
    QCOMPARE(figures["action"]["f1"], 0.0);
    QCOMPARE(figures["rouge_1"], 1.0); // "the" and "is" are template words
}

void ScoresTest::rougeOfAWorkedExample()
{
    const Rouge scores = rouge(rougeWords("the cat sat on the mat"), rougeWords("The cat lay on the mat"));
    QCOMPARE(scores.one, 10.0 / 12.0);
    QCOMPARE(scores.two, 6.0 / 10.0);
    QCOMPARE(scores.l, 10.0 / 12.0);
    QCOMPARE(rouge({}, {}).one, 0.0);
}

void ScoresTest::clustersByPairsAndPurity()
{
    const auto key = [](const char* id) { return RecordKey{"crm", id}; };
    const std::map<RecordKey, std::string> entities{{key("a"), "1"}, {key("b"), "1"}, {key("c"), "1"}, {key("d"), "2"}, {key("e"), "3"}};
    const auto figures = identityScores({{key("a"), key("b"), key("d")}, {key("c"), key("unknown")}}, entities);
    QCOMPARE(figures["pairs"]["tp"], 1); // a-b of a-b, a-c, b-c
    QCOMPARE(figures["pairs"]["fp"], 2); // a-d, b-d
    QCOMPARE(figures["pairs"]["fn"], 2);
    QCOMPARE(figures["purity"], 0.8); // two of three, c, and e alone
    QCOMPARE(figures["clusters"], 3);
    QCOMPARE(figures["entities"], 3);
}

QTEST_GUILESS_MAIN(ScoresTest)
#include "test_scores.moc"
