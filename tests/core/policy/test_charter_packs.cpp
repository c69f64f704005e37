// A pack over a charter: what it replaces and adds, and that its errors name it.
#include <QtTest>

#include "core/base/resources.h"
#include "tests/core/policy/charter_edits.h"

using namespace foreword;
using namespace foreword::fixture;

namespace {

constexpr std::string_view pack = R"(extends = "default"
version = "pack.1"
owner = "Sector"
[[complaint_limit]]
weeks = 6
authority = "x"
[[rule]]
id = "again"
replaces = true
title = "Again"
rank = "P4"
when = { all = ["again"] }
kinds = ["marketing", "upsell"]
offer = "suppress"
until = { event = "signal" }
say = "Again."
[[test]]
name = "again, in this sector"
rule = "again"
signals = { again = "suspected" }
kind = "upsell"
expect = { offer = "suppress", conversation = "normal" }
)";

tl::expected<Charter, std::vector<Error>> withPack(std::string_view text)
{
    const auto base = charterText();
    const CharterFile files[] = {{"base.toml", base}, {"pack.toml", text}};
    return Charter::load(files, dictionary(), today);
}

} // namespace

class TestCharterPacks : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void packExtends();
    void packTightensOnly_data();
    void packTightensOnly();
    void packIsNamedInErrors();
    void reviewOfAPackNamesThePack();
    void shippedPacksLoad();
};

void TestCharterPacks::packExtends()
{
    const auto loaded = withPack(pack);
    QVERIFY2(loaded, loaded ? "" : describe(loaded.error()).c_str());
    QCOMPARE(loaded->version(), std::string("1.2+pack.1"));
    QCOMPARE(loaded->rules().size(), charter().rules().size());
    const auto replaced = std::ranges::find(loaded->rules(), "again", &Rule::id);
    QCOMPARE(replaced->kinds.size(), std::size_t(2));
    QCOMPARE(replaced->owner, std::string("Sector"));
    QCOMPARE(loaded->settings().complaintLimits.front().days, 42);
    QCOMPARE(charter().settings().complaintLimits.front().days, 56);
    QVERIFY(loaded->hash() != charter().hash());
}

// The rule for grief in a pack that replaces it: a hold of marketing, upsell and retention for 90 days.
void TestCharterPacks::packTightensOnly_data()
{
    QTest::addColumn<QString>("from");
    QTest::addColumn<QString>("to");
    QTest::addColumn<QString>("why"); // empty: accepted
    const auto row = [](const char* name, const char* from, const char* to, const char* why) {
        QTest::newRow(name) << QString(from) << QString(to) << QString(why);
    };
    row("as it was", "title", "title", "");
    row("for longer", "days = 90", "days = 120", "");
    row("of every kind", "offer = ", "kinds = [\"marketing\", \"upsell\", \"retention\", \"support\"]\noffer = ", "");
    row("stricter", "offer = \"hold\"", "offer = \"suppress\"", "");
    row("of a higher rank", "\"P3\"", "\"P2\"", "");
    row("together with a complaint only", "all = [\"grief\"]", "all = [\"grief\", \"complaint\"]", "condition is narrower");
    row("only when certain", "all = [\"grief\"]", "all = [\"grief\"], min_state = \"confirmed\"", "condition is narrower");
    row("only of credit", "offer = ", "offers = { credit = true }\noffer = ", "condition is narrower");
    row("of a lower rank", "\"P3\"", "\"P5\"", "rank is lower");
    row("milder posture", "conversation = \"service_first\"\n", "", "posture is milder");
    row("milder verdict", "offer = \"hold\"\n", "", "verdict is milder");
    row("fewer kinds", "offer = ", "kinds = [\"upsell\"]\noffer = ", "fewer kinds");
    row("for shorter", "days = 90", "days = 30", "may end earlier");
    row("until something else", "days = 90", "event = \"signal\", review_days = 400", "may end earlier");
    row("overridden", "say = ", "override = { role = \"supervisor\", max_hours = 1 }\nsay = ", "can be overridden");
}

void TestCharterPacks::packTightensOnly()
{
    QFETCH(QString, from);
    QFETCH(QString, to);
    QFETCH(QString, why);
    const std::string rule = "extends = \"default\"\nversion = \"p\"\nowner = \"Sector\"\n[[rule]]\nid = \"grief\"\nreplaces = true\n"
                             "title = \"Grief\"\nrank = \"P3\"\nwhen = { all = [\"grief\"] }\noffer = \"hold\"\n"
                             "conversation = \"service_first\"\nuntil = { days = 90 }\nsay = \"A loss.\"\n";
    const auto text = replaced(rule, from.toStdString(), to.toStdString());
    const auto loaded = withPack(text);
    std::vector<Error> loosening;
    if (!loaded)
        std::ranges::copy_if(loaded.error(), std::back_inserter(loosening), [](const Error& e) { return e.param("field") == "replaces"; });
    if (why.isEmpty()) {
        QVERIFY2(loosening.empty(), describe(loosening).c_str());
        return;
    }
    QCOMPARE(loosening.size(), std::size_t(1));
    const Error& error = loosening.front();
    QCOMPARE(error.code, ErrorCode::charter_contradiction);
    QCOMPARE(error.param("file"), std::string_view("pack.toml"));
    QCOMPARE(error.param("line"), std::string_view(std::to_string(lineOf(text, "[[rule]]"))));
    QCOMPARE(error.param("entry"), std::string_view("grief"));
    QVERIFY2(QString::fromStdString(englishMessage(error)).contains(why), englishMessage(error).c_str());
}

void TestCharterPacks::packIsNamedInErrors()
{
    auto text = replaced(std::string(pack), "replaces = true\n", "");
    auto loaded = withPack(text);
    QVERIFY(!loaded);
    QCOMPARE(loaded.error().front().code, ErrorCode::charter_duplicate_id);
    QCOMPARE(loaded.error().front().param("file"), std::string_view("pack.toml"));
    QCOMPARE(loaded.error().front().param("line"), std::string_view(std::to_string(lineOf(text, "[[rule]]"))));
    text = replaced(std::string(pack), "id = \"again\"", "id = \"nowhere\"");
    loaded = withPack(text);
    QVERIFY(!loaded);
    QCOMPARE(loaded.error().front().code, ErrorCode::charter_contradiction);
    QVERIFY(!withPack(replaced(std::string(pack), "extends = \"default\"\n", "")));
    QVERIFY(!withPack(replaced(std::string(pack), "extends = \"default\"\n", "extends = \"another\"\n")));
}

void TestCharterPacks::reviewOfAPackNamesThePack()
{
    auto text = replaced(std::string(pack), "owner = \"Sector\"", "owner = \"Sector\"\nreview = 2026-10-01");
    auto loaded = withPack(text);
    QVERIFY(!loaded);
    QCOMPARE(loaded.error().size(), std::size_t(1));
    QCOMPARE(loaded.error().front().code, ErrorCode::charter_review_passed);
    QCOMPARE(loaded.error().front().param("file"), std::string_view("pack.toml"));
    QCOMPARE(loaded.error().front().param("line"), std::string_view("4"));
    text = std::string(pack)
        + "[calendar]\nversion = \"1\"\ncountry = \"GB\"\nthrough = 2026-10-01\n"
          "[[calendar.in]]\ncode = \"GB\"\ntime_zone = \"Europe/London\"\n";
    loaded = withPack(text);
    QVERIFY(!loaded);
    QCOMPARE(loaded.error().front().code, ErrorCode::charter_review_passed);
    QCOMPARE(loaded.error().front().param("file"), std::string_view("pack.toml"));
    QCOMPARE(loaded.error().front().param("line"), std::string_view(std::to_string(lineOf(text, "through"))));
}

void TestCharterPacks::shippedPacksLoad()
{
    const auto words = Dictionary::load(embeddedFile("dictionary.toml").value(), "dictionary.toml");
    for (const auto* path : {"charters/uk-financial.toml", "charters/eu-telecom.toml"}) {
        const CharterFile files[] = {{"charter.toml", *embeddedFile("charter.toml")}, {path, *embeddedFile(path)}};
        const auto loaded = Charter::load(files, *words, today);
        QVERIFY2(loaded, loaded ? "" : describe(loaded.error()).c_str());
    }
}

QTEST_GUILESS_MAIN(TestCharterPacks)
#include "test_charter_packs.moc"
