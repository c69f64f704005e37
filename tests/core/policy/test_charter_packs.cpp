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
kinds = ["upsell"]
offer = "hold"
until = { days = 5 }
say = "Again."
[[test]]
name = "again, in this sector"
rule = "again"
signals = { again = "suspected" }
kind = "upsell"
expect = { offer = "hold", conversation = "normal" }
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
    QCOMPARE(replaced->offer, Verdict::hold);
    QCOMPARE(replaced->owner, std::string("Sector"));
    QCOMPARE(loaded->settings().complaintLimits.front().days, 42);
    QCOMPARE(charter().settings().complaintLimits.front().days, 56);
    QVERIFY(loaded->hash() != charter().hash());
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
