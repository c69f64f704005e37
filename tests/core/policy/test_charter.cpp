// What a good charter holds once loaded, the shipped one among them, and what its hash is of.
#include <QtTest>

#include "core/base/resources.h"
#include "tests/core/policy/charter_edits.h"

using namespace foreword;
using namespace foreword::fixture;

class TestCharter : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void loadsWhole();
    void shippedCharterLoads();
    void shippedCharterNeedsItsReview();
    void hashIsOfContent();
    void hashSeesEveryChange_data();
    void hashSeesEveryChange();
};

void TestCharter::loadsWhole()
{
    const Charter loaded = charter();
    QCOMPARE(loaded.version(), std::string("1.2"));
    QCOMPARE(loaded.owner(), std::string("House"));
    QCOMPARE(loaded.rules().size(), std::size_t(8));
    const auto& complaint = loaded.rules()[3];
    QCOMPARE(complaint.id, std::string("complaint"));
    QCOMPARE(complaint.owner, std::string("House"));
    QCOMPARE(complaint.rank, Rank::p3);
    QCOMPARE(complaint.all, std::vector<std::string>{"complaint"});
    QCOMPARE(complaint.kinds, (std::vector{OfferKind::marketing, OfferKind::upsell}));
    QCOMPARE(complaint.offer, Verdict::hold);
    QCOMPARE(complaint.conversation, Posture::serviceFirst);
    QCOMPARE(complaint.until, (RuleEnd{"interaction.closed", 14, 0, 0, 56}));
    QCOMPARE(complaint.overrideRole, std::string("supervisor"));
    QCOMPARE(complaint.overrideMaxHours, 12);
    QCOMPARE(loaded.rules()[1].version, 4);
    QCOMPARE(loaded.rules()[1].owner, std::string("Privacy"));
    QCOMPARE(loaded.failClosed().reviewDays, 3);
    QCOMPARE(loaded.hash().size(), std::size_t(64));
}

void TestCharter::shippedCharterLoads()
{
    const auto words = Dictionary::load(embeddedFile("dictionary.toml").value(), "dictionary.toml");
    QVERIFY(words);
    const auto loaded = Charter::load(embeddedFile("charter.toml").value(), "charter.toml", *words, today);
    QVERIFY2(loaded, loaded ? "" : describe(loaded.error()).c_str());
    QVERIFY(!loaded->version().empty());
    for (const auto& rule : loaded->rules()) {
        QVERIFY(!rule.title.empty() && !rule.owner.empty() && !rule.say.empty());
        QVERIFY2(rule.rank > Rank::p1 || rule.overrideRole.empty(), rule.id.c_str());
    }
}

void TestCharter::shippedCharterNeedsItsReview()
{
    const auto words = Dictionary::load(embeddedFile("dictionary.toml").value(), "dictionary.toml");
    const auto loaded = Charter::load(embeddedFile("charter.toml").value(), "charter.toml", *words, {2099, 1, 1});
    QVERIFY(!loaded);
    for (const auto& error : loaded.error())
        QCOMPARE(error.code, ErrorCode::charter_review_passed);
}

void TestCharter::hashIsOfContent()
{
    auto parts = charterParts();
    std::ranges::reverse(parts);
    const auto turned = charter("# another layout\n\n" + charterText(parts));
    QCOMPARE(turned.hash(), charter().hash());
    QVERIFY(turned.rules().front().id != charter().rules().front().id);
}

void TestCharter::hashSeesEveryChange_data()
{
    QTest::addColumn<QString>("from");
    QTest::addColumn<QString>("to");
    QTest::newRow("version") << "\"1.2\"" << "\"1.3\"";
    QTest::newRow("owner") << "\"House\"" << "\"Home\"";
    QTest::newRow("sentence") << "A loss." << "A great loss.";
    QTest::newRow("end") << "days = 90" << "days = 91";
    QTest::newRow("kinds") << "kinds = [\"marketing\", \"upsell\"]" << "kinds = [\"upsell\"]";
    QTest::newRow("override") << "max_hours = 12" << "max_hours = 13";
    QTest::newRow("rule version") << "version = 4" << "version = 5";
    QTest::newRow("fail closed") << "review_days = 3" << "review_days = 4";
    QTest::newRow("test") << "kind = \"support\"" << "kind = \"upsell\"";
}

void TestCharter::hashSeesEveryChange()
{
    QFETCH(QString, from);
    QFETCH(QString, to);
    const auto changed = charter(replaced(charterText(), from.toStdString(), to.toStdString()));
    QVERIFY(changed.hash() != charter().hash());
}

QTEST_GUILESS_MAIN(TestCharter)
#include "test_charter.moc"
