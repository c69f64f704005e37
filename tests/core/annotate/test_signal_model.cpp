// The learned part: its form on disk, its arithmetic, and what it may and may not do to a message.
#include "tests/core/annotate/reading.h"

#include "core/annotate/signal_model.h"

#include <algorithm>

using namespace foreword;
using namespace foreword::test;

namespace {

SignalTokens tokensOf(const FoldedText& folded)
{
    SignalTokens tokens("en");
    tokens.addWords(folded, 0, folded.size());
    return tokens;
}

std::vector<FeatureId> featuresOf(std::string_view text)
{
    const FoldedText folded(text);
    return tokensOf(folded).features();
}

SignalWeights emptyWeights()
{
    SignalWeights weights;
    weights.signals.fill("none");
    weights.signals[0] = "churn_intent";
    weights.thresholds.fill(1 << 30);
    return weights;
}

// A model that knows one word: it speaks for churn_intent as soon as the word stands there.
std::string oneWordModel(std::string_view word)
{
    SignalWeights weights = emptyWeights();
    for (const FeatureId feature : featuresOf(word))
        weights.features[feature][0] = 100;
    weights.thresholds[0] = SignalShape::scoreUnit;
    return weights.bytes();
}

WordKey keyOf(std::string_view word, std::string_view language = "en")
{
    return SignalTokens::keyOf(SignalTokens::hash(word), SignalTokens::hash(language));
}

// A model that knows three words by their numbers: "red" and "crimson" are used alike, "slow" is not.
SignalWeights wordModel()
{
    SignalWeights weights = emptyWeights();
    weights.step = 10;
    for (const char* word : {"red", "crimson", "slow"}) {
        SignalWeights::Word known;
        known.key = keyOf(word);
        known.numbers[std::string_view(word) == "slow" ? 1 : 0] = 20;
        weights.words.push_back(known);
    }
    std::ranges::sort(weights.words, {}, &SignalWeights::Word::key);
    weights.hidden[5][0] = SignalShape::layerUnit; // the largest three words, number 0
    weights.output[0][5] = SignalShape::layerUnit;
    return weights;
}

std::int64_t churnScore(const SignalModel& model, std::string_view text)
{
    const FoldedText folded(text);
    return model.scores(model.evidence(tokensOf(folded)))[0];
}

bool proposesChurn(const Annotator& read, std::string text, Sender sender = Sender::customer)
{
    const auto conversation = messages({{sender, std::move(text)}});
    for (const Annotation& found : read.annotate(conversation, 0)) {
        if (found.kind == AnnotationKind::cue && found.label == "churn_intent")
            return true;
    }
    return false;
}

} // namespace

class SignalModelTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsWhatItWrote();
    void refusesWhatIsNoModel_data();
    void refusesWhatIsNoModel();
    void numbersAreOneWordAndHandlesAreNone();
    void addsUpFeatures();
    void knowsAWordByWhatItIsUsedLike();
    void aWordBelongsToItsLanguage();
    void sentencesAddUp();
    void proposesAsTheCustomerOnly();
    void aKnownLookAlikeKeepsItSilent();
    void theShippedModelAddsAndNeverRemoves();
};

void SignalModelTest::readsWhatItWrote()
{
    SignalWeights weights = wordModel();
    weights.features[7][0] = -5;
    weights.features[65535][15] = 127;
    weights.bias[0] = -300;
    weights.thresholds[15] = 70000;
    weights.hiddenBias[63] = -70000;
    weights.pooledBias[191] = -12;
    const auto read = SignalWeights::read(weights.bytes());
    QVERIFY(read);
    QCOMPARE(read->bytes(), weights.bytes());
    QCOMPARE(read->features[65535][15], std::int8_t{127});
    QCOMPARE(read->hiddenBias[63], -70000);
    const SignalModel model(*read);
    QCOMPARE(model.signalId(0), std::string("churn_intent"));
    QCOMPARE(model.threshold(15), 70000);
}

void SignalModelTest::refusesWhatIsNoModel_data()
{
    QTest::addColumn<QByteArray>("bytes");
    const std::string whole = wordModel().bytes();
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("something else") << QByteArray("a cue list");
    QTest::newRow("cut short") << QByteArray::fromStdString(whole.substr(0, whole.size() - 1));
    QTest::newRow("too long") << QByteArray::fromStdString(whole + "x");
    const auto spoilt = [](const char* name, auto change) {
        SignalWeights weights = wordModel();
        change(weights);
        QTest::newRow(name) << QByteArray::fromStdString(weights.bytes());
    };
    spoilt("words out of order", [](SignalWeights& weights) { std::swap(weights.words[0], weights.words[1]); });
    spoilt("a word twice", [](SignalWeights& weights) { weights.words[1] = weights.words[0]; });
    spoilt("too many words", [](SignalWeights& weights) {
        weights.words.resize(SignalShape::mostWords + 1);
        for (std::size_t i = 0; i < weights.words.size(); ++i)
            weights.words[i].key = static_cast<WordKey>(i);
    });
    spoilt("no step", [](SignalWeights& weights) { weights.step = 0; });
    spoilt("a weight that overflows", [](SignalWeights& weights) { weights.hidden[3][4] = SignalShape::mostHiddenWeight + 1; });
    spoilt("an output that overflows", [](SignalWeights& weights) { weights.output[3][4] = -SignalShape::mostOutputWeight - 1; });
    spoilt("a bias that overflows", [](SignalWeights& weights) { weights.hiddenBias[3] = SignalShape::mostHiddenBias + 1; });
}

void SignalModelTest::refusesWhatIsNoModel()
{
    QFETCH(QByteArray, bytes);
    QVERIFY(!SignalModel::load(bytes.toStdString()));
    if (!bytes.isEmpty())
        QVERIFY(!Annotator::load(dictionary(), cueFiles(), bytes.toStdString()));
}

void SignalModelTest::numbersAreOneWordAndHandlesAreNone()
{
    QCOMPARE(featuresOf("PAID"), featuresOf("paid"));
    QCOMPARE(featuresOf("paid paid").size(), 2 * featuresOf("paid").size() + 1); // the pair
    QCOMPARE(featuresOf("17 days"), featuresOf("404 days"));
    QVERIFY(featuresOf("@firm https://example.com").empty());
    QCOMPARE(featuresOf("paid").size(), 1 + SignalTokens::partCount(4));
}

void SignalModelTest::addsUpFeatures()
{
    SignalWeights weights = emptyWeights();
    for (const FeatureId feature : featuresOf("sun"))
        weights.features[feature][0] = 64;
    weights.bias[0] = -300;
    // Two whole units over the root of one feature, then of two words and their pair.
    QCOMPARE(churnScore(SignalModel(weights), "sun"), 2 * SignalShape::scoreUnit - 300);
    QCOMPARE(churnScore(SignalModel(weights), "sun day"),
             std::int64_t{64} * 16 * SignalShape::scoreUnit / SignalShape::featureUnit / 27 - 300);
}

void SignalModelTest::knowsAWordByWhatItIsUsedLike()
{
    const SignalModel model(wordModel());
    // 20 steps of ten are two whole units.
    QCOMPARE(churnScore(model, "red"), 2 * SignalShape::scoreUnit);
    QCOMPARE(churnScore(model, "crimson"), churnScore(model, "red"));
    QCOMPARE(churnScore(model, "slow"), 0);
    QCOMPARE(churnScore(model, "unheard"), 0);
    // Neighbours count together, up to three; a word that is not known stands between nothing.
    QCOMPARE(churnScore(model, "red crimson"), 4 * SignalShape::scoreUnit);
    QCOMPARE(churnScore(model, "red unheard crimson"), 4 * SignalShape::scoreUnit);
    QCOMPARE(churnScore(model, "red slow slow crimson"), 2 * SignalShape::scoreUnit);
    QCOMPARE(churnScore(model, "red red red red red"), 6 * SignalShape::scoreUnit);
}

void SignalModelTest::aWordBelongsToItsLanguage()
{
    SignalWeights weights = wordModel();
    for (SignalWeights::Word& word : weights.words) {
        if (word.key == keyOf("red"))
            word.key = keyOf("red", "es");
    }
    std::ranges::sort(weights.words, {}, &SignalWeights::Word::key);
    const SignalModel model(weights);
    QCOMPARE(churnScore(model, "red"), 0);
    const FoldedText folded("red");
    SignalTokens spanish("es");
    spanish.addWords(folded, 0, folded.size());
    QCOMPARE(model.scores(model.evidence(spanish))[0], 2 * SignalShape::scoreUnit);
}

void SignalModelTest::sentencesAddUp()
{
    const SignalModel model(wordModel());
    const FoldedText first("red slow"), second("crimson");
    SignalEvidence both = model.evidence(tokensOf(first));
    QCOMPARE(both.words, 2);
    both.join(model.evidence(tokensOf(second)));
    QCOMPARE(both.words, 3);
    QCOMPARE(both.sum[0], 40);
    // The largest of either, since windows end with their sentence.
    QCOMPARE(model.scores(both)[0], 2 * SignalShape::scoreUnit);
}

void SignalModelTest::proposesAsTheCustomerOnly()
{
    const auto read = Annotator::load(dictionary(), cueFiles(), oneWordModel("toodeloo"));
    QVERIFY(read);
    QVERIFY(proposesChurn(*read, "Toodeloo to you all."));
    QVERIFY(!proposesChurn(*read, "Toodeloo you.")); // too few words to be sure of anything
    QVERIFY(!proposesChurn(annotator(), "Toodeloo to you all."));
    QVERIFY(!proposesChurn(*read, "Toodeloo to you all.", Sender::agent));
    QVERIFY(!proposesChurn(*read, "Good.\n\n> Toodeloo to you.\n"));
    QVERIFY(read->version() != annotator().version());
}

void SignalModelTest::aKnownLookAlikeKeepsItSilent()
{
    const auto read = Annotator::load(dictionary(), cueFiles(), oneWordModel("appointment"));
    QVERIFY(read);
    QVERIFY(proposesChurn(*read, "The appointment is there."));
    QVERIFY(!proposesChurn(*read, "Please cancel my appointment."));
}

void SignalModelTest::theShippedModelAddsAndNeverRemoves()
{
    const auto bare = Annotator::load(dictionary(), cueFiles());
    QVERIFY(bare);
    for (const char* text : {"I want to close my account.", "Someone used my card in another country.", "My broadband is down again."}) {
        const auto conversation = messages({customer(text)});
        const Annotations without = bare->annotate(conversation, 0);
        const Annotations with = annotator().annotate(conversation, 0);
        for (const Annotation& found : without) {
            if (found.kind != AnnotationKind::cue)
                continue;
            QVERIFY(
                std::ranges::any_of(with, [&](const Annotation& other) { return other.label == found.label && other.span == found.span; }));
        }
    }
}

QTEST_GUILESS_MAIN(SignalModelTest)
#include "test_signal_model.moc"
