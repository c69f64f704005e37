// Public posts that name a firm are judged by a few traits together, other messages are not.
#include <algorithm>

#include <QtTest>

#include "reading.h"

using namespace foreword;
using namespace foreword::test;

class PublicPostTest : public QObject {
    Q_OBJECT

private slots:
    void traitsWeighTogether();
    void onlyPostsAreJudged();
    void traitsAreThoseOfThePost();
    void newsThatIsPassedOnIsNoComplaint();
    void aLongStoryIsOne();
};

namespace {

HistoryMessage message(std::string text, std::string language = "en")
{
    HistoryMessage made;
    made.text = std::move(text);
    made.language = std::move(language);
    return made;
}

bool complains(std::string text)
{
    const HistoryMessage made = message(std::move(text));
    return std::ranges::any_of(annotator().annotate({&made, 1}, 0), [](const Annotation& found) {
        return found.kind == AnnotationKind::cue && found.label == "open_complaint";
    });
}

std::int32_t trait(const PostTraits& traits, PostTrait wanted)
{
    return traits[static_cast<std::size_t>(wanted)];
}

} // namespace

void PublicPostTest::traitsWeighTogether()
{
    PostWeights weights;
    weights.weights[static_cast<std::size_t>(PostTrait::points)] = 200;
    weights.weights[static_cast<std::size_t>(PostTrait::link)] = -150;
    weights.bias = -100;
    PostTraits traits{};
    QVERIFY(!complainsInPost(traits, weights));
    traits[static_cast<std::size_t>(PostTrait::points)] = 1000;
    QVERIFY(complainsInPost(traits, weights));
    traits[static_cast<std::size_t>(PostTrait::link)] = 1000;
    QVERIFY(!complainsInPost(traits, weights));
    traits[static_cast<std::size_t>(PostTrait::points)] = 1251;
    QVERIFY(complainsInPost(traits, weights));
}

void PublicPostTest::onlyPostsAreJudged()
{
    QVERIFY(annotator().post(message("@brightwater the line is down again")).has_value());
    QVERIFY(!annotator().post(message("the line is down again")).has_value());
    QVERIFY(!annotator().post(message("write to ann@example.com about it")).has_value());
    QVERIFY(!annotator().post(message("@brightwater die Leitung ist schon wieder tot", "de")).has_value());
}

void PublicPostTest::traitsAreThoseOfThePost()
{
    const PostTraits plain = annotator().post(message("@brightwater this is terrible")).value();
    QCOMPARE(trait(plain, PostTrait::words), 4 * 50);
    QVERIFY(trait(plain, PostTrait::points) >= 1000);
    QCOMPARE(trait(plain, PostTrait::link), 0);
    QCOMPARE(trait(plain, PostTrait::endsAsking), 0);
    const PostTraits asking = annotator().post(message("@brightwater why? when? how? see <URL> or not? ")).value();
    QCOMPARE(trait(asking, PostTrait::link), 1000);
    QCOMPARE(trait(asking, PostTrait::endsAsking), 1000);
    QCOMPARE(trait(asking, PostTrait::questions), 2000);
    const PostTraits linked = annotator().post(message("@brightwater see https://example.com/a for it")).value();
    QCOMPARE(trait(linked, PostTrait::link), 1000);
}

// The words alone would say otherwise in both.
void PublicPostTest::newsThatIsPassedOnIsNoComplaint()
{
    const std::string news = "awful news, the singer died, my father loved him https://example.com/a";
    QVERIFY(complains(news));
    QVERIFY(!complains("@brightwater " + news));
}

void PublicPostTest::aLongStoryIsOne()
{
    const std::string story = "our gate closes in ten minutes, nine people at the desk and one clerk, the board still shows the old "
                              "time and my daughter is asking me where the plane is";
    QVERIFY(!complains(story));
    QVERIFY(complains("@northair " + story));
}

QTEST_GUILESS_MAIN(PublicPostTest)
#include "test_public_post.moc"
