// That a soak can fail: each rule broken in samples made for it.
#include <random>

#include <QTest>

#include "tests/bench/soak_judgement.h"

using namespace foreword::bench;

namespace {

constexpr std::int64_t megabyte = 1024 * 1024;

// Two hours, a sample each ten seconds: 80 MB with half a megabyte of noise, a peak now and
// then, twelve descriptors of which some pass.
std::vector<SoakSample> healthy()
{
    std::mt19937 random(7);
    std::vector<SoakSample> samples;
    for (int i = 0; i <= 720; ++i) {
        SoakSample sample{i * 10.0,
                          80 * megabyte + static_cast<std::int64_t>(random() % (megabyte / 2)),
                          12 + static_cast<int>(random() % 3),
                          4,
                          30 * megabyte,
                          4 * megabyte};
        if (random() % 50 == 0)
            sample.residentBytes += 20 * megabyte;
        if (i < 60)
            sample.residentBytes -= (60 - i) * megabyte; // caches fill
        samples.push_back(sample);
    }
    return samples;
}

} // namespace

class TestSoakJudgement : public QObject {
    Q_OBJECT

private slots:
    void passesWhatStaysAsItIs() { QCOMPARE(judge(healthy(), {}), std::vector<std::string>()); }

    void findsALeak()
    {
        auto samples = healthy();
        for (auto& sample : samples)
            sample.residentBytes += static_cast<std::int64_t>(sample.seconds / 3600 * 3 * megabyte);
        const auto broken = judge(samples, {});
        QCOMPARE(broken.size(), 1U);
        QVERIFY2(broken.front().starts_with("memory grows by 3."), broken.front().c_str());
    }

    // A megabyte each quarter of an hour, not a straight line.
    void findsALeakInSteps()
    {
        auto samples = healthy();
        for (auto& sample : samples)
            sample.residentBytes += static_cast<std::int64_t>(sample.seconds / 900) * megabyte;
        QCOMPARE(judge(samples, {}).size(), 1U);
    }

    void toleratesLessThanTheBound()
    {
        auto samples = healthy();
        for (auto& sample : samples)
            sample.residentBytes += static_cast<std::int64_t>(sample.seconds / 3600 * megabyte);
        QCOMPARE(judge(samples, {}), std::vector<std::string>());
    }

    void findsADescriptorThatIsNeverClosed()
    {
        auto samples = healthy();
        for (std::size_t i = samples.size() / 2; i < samples.size(); ++i)
            ++samples[i].descriptors;
        QCOMPARE(judge(samples, {}).size(), 1U);
    }

    void findsMoreDescriptorsThanMayPass()
    {
        auto samples = healthy();
        samples[400].descriptors = 40;
        QCOMPARE(judge(samples, {}).size(), 1U);
    }

    void findsAThreadThatStays()
    {
        auto samples = healthy();
        for (std::size_t i = 500; i < samples.size(); ++i)
            ++samples[i].threads;
        QVERIFY(!judge(samples, {}).empty());
    }

    void findsALogThatIsNotFoldedBack()
    {
        auto samples = healthy();
        samples.back().walBytes = 65 * megabyte;
        QCOMPARE(judge(samples, {}).size(), 1U);
    }

    void refusesToJudgeTooLittle()
    {
        QCOMPARE(judge(std::vector<SoakSample>(10), {}).size(), 1U);
        QCOMPARE(judge({}, {}).size(), 1U);
    }
};

QTEST_APPLESS_MAIN(TestSoakJudgement)
#include "test_soak_judgement.moc"
