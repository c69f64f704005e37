// The learned part: its form on disk, its arithmetic, and what it may and may not do to a message.
#include "tests/core/annotate/reading.h"

#include "core/annotate/signal_model.h"

using namespace foreword;
using namespace foreword::test;

namespace {

using Weights = std::vector<std::array<std::int8_t, SignalModel::signalCount>>;

std::vector<std::string> ids()
{
    std::vector<std::string> names(SignalModel::signalCount, "none");
    names[0] = "churn_intent";
    return names;
}

std::vector<FeatureId> featuresOf(std::string_view text)
{
    const FoldedText folded(text);
    SignalFeatures features;
    features.addTokens(folded, 0, folded.size());
    return {features.all().begin(), features.all().end()};
}

// A model that knows one word: it speaks for churn_intent as soon as the word stands there.
std::string oneWordModel(std::string_view word)
{
    Weights weights(SignalModel::featureCount);
    for (const FeatureId feature : featuresOf(word))
        weights[feature][0] = 100;
    SignalModel::Scores bias{}, thresholds{};
    thresholds.fill(1000000);
    thresholds[0] = 400;
    return SignalModel::write(ids(), bias, thresholds, weights);
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
    void featuresStandOnceAndNumbersAreOne();
    void proposesAsTheCustomerOnly();
    void aKnownLookAlikeKeepsItSilent();
    void theShippedModelAddsAndNeverRemoves();
};

void SignalModelTest::readsWhatItWrote()
{
    Weights weights(SignalModel::featureCount);
    weights[7][0] = -5;
    weights[65535][15] = 127;
    SignalModel::Scores bias{}, thresholds{};
    bias[0] = -300;
    thresholds[15] = 70000;
    const auto model = SignalModel::load(SignalModel::write(ids(), bias, thresholds, weights));
    QVERIFY(model);
    QCOMPARE(model->signalId(0), std::string("churn_intent"));
    QCOMPARE(model->threshold(15), 70000);
    // One feature: 256 steps of its weight over a row of length 16.
    const FeatureId seventh = 7, last = 65535;
    QCOMPARE(model->scores({&seventh, 1})[0], -5 * 16 - 300);
    QCOMPARE(model->scores({&last, 1})[15], 127 * 16);
    QCOMPARE(SignalModel::norm(1), 16);
    QCOMPARE(SignalModel::norm(4), 32);
}

void SignalModelTest::refusesWhatIsNoModel_data()
{
    QTest::addColumn<QByteArray>("bytes");
    const std::string whole = oneWordModel("adieu");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("something else") << QByteArray("a cue list");
    QTest::newRow("cut short") << QByteArray::fromStdString(whole.substr(0, whole.size() - 1));
    QTest::newRow("too long") << QByteArray::fromStdString(whole + "x");
}

void SignalModelTest::refusesWhatIsNoModel()
{
    QFETCH(QByteArray, bytes);
    QVERIFY(!SignalModel::load(bytes.toStdString()));
    if (!bytes.isEmpty())
        QVERIFY(!Annotator::load(dictionary(), cueFiles(), bytes.toStdString()));
}

void SignalModelTest::featuresStandOnceAndNumbersAreOne()
{
    const auto once = featuresOf("paid");
    QCOMPARE(featuresOf("PAID"), once);
    const auto twice = featuresOf("paid paid");
    QCOMPARE(twice.size(), once.size() + 1); // the pair
    QCOMPARE(featuresOf("17 days"), featuresOf("404 days"));
    QVERIFY(featuresOf("@firm https://example.com").empty());
}

void SignalModelTest::proposesAsTheCustomerOnly()
{
    const auto read = Annotator::load(dictionary(), cueFiles(), oneWordModel("toodeloo"));
    QVERIFY(read);
    QVERIFY(proposesChurn(*read, "Toodeloo."));
    QVERIFY(!proposesChurn(annotator(), "Toodeloo."));
    QVERIFY(!proposesChurn(*read, "Toodeloo.", Sender::agent));
    QVERIFY(!proposesChurn(*read, "Good.\n\n> Toodeloo.\n"));
    QVERIFY(read->version() != annotator().version());
}

void SignalModelTest::aKnownLookAlikeKeepsItSilent()
{
    const auto read = Annotator::load(dictionary(), cueFiles(), oneWordModel("appointment"));
    QVERIFY(read);
    QVERIFY(proposesChurn(*read, "Appointment."));
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
