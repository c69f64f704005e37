#include "store_fixture.h"

using namespace foreword;
using namespace foreword::storetest;

class TestStoreSources : public QObject {
    Q_OBJECT

private:
    static SavedSource named(const std::string& name)
    {
        SavedSource source;
        source.name = name;
        source.kind = "request_tracker";
        source.url = "https://help.example.com";
        source.user = "reader";
        source.options = {{"queue", "General"}};
        return source;
    }

private slots:
    void keepsSecretsApart()
    {
        Fixture fixture;
        SourceTable sources(fixture.writer());
        {
            auto transaction = must(Transaction::write(fixture.writer()));
            must(sources.add(named("helpdesk"), Secret("a token"), Secret(std::string_view("pass\0word", 9)), Secret("hush")));
            must(sources.add(named("alpha"), Secret(), Secret()));
            QCOMPARE(codeOf(sources.add(named("alpha"), Secret(), Secret())), std::string("source_exists"));
            must(transaction.commit());
        }
        const auto list = must(sources.list());
        QCOMPARE(list.size(), std::size_t{2});
        QCOMPARE(list[0].name, std::string("alpha"));
        QCOMPARE(list[1].options.at("queue"), std::string("General"));
        QVERIFY(!list[1].lastPullAt);
        const auto found = must(sources.get("helpdesk"));
        QCOMPARE(found.source.url, std::string("https://help.example.com"));
        QCOMPARE(found.source.user, std::string("reader"));
        QCOMPARE(found.token.view(), std::string_view("a token"));
        QCOMPARE(found.password.view(), std::string_view("pass\0word", 9));
        QCOMPARE(found.proxyPassword.view(), std::string_view("hush"));
        QVERIFY(must(sources.get("alpha")).token.empty());
        QVERIFY(must(sources.get("alpha")).proxyPassword.empty());
    }

    void remembersTheLastPull()
    {
        Fixture fixture;
        SourceTable sources(fixture.writer());
        auto transaction = must(Transaction::write(fixture.writer()));
        must(sources.add(named("helpdesk"), Secret("t"), Secret()));
        must(sources.setLastPull("helpdesk", at("2026-03-01T10:00:00+01:00")));
        must(transaction.commit());
        QCOMPARE(must(sources.list()).at(0).lastPullAt->toString(), std::string("2026-03-01T10:00:00+01:00"));
        QCOMPARE(must(sources.get("helpdesk")).source.lastPullAt->toString(), std::string("2026-03-01T10:00:00+01:00"));
    }

    void remembersWhereTheNextPullGoesOn()
    {
        Fixture fixture;
        SourceTable sources(fixture.writer());
        auto transaction = must(Transaction::write(fixture.writer()));
        auto source = named("helpdesk");
        must(sources.add(source, Secret("t"), Secret()));
        QVERIFY(!must(sources.get("helpdesk")).source.settledUntil);
        must(sources.setSettledUntil("helpdesk", at("2026-03-01T09:55:00Z")));
        QCOMPARE(codeOf(sources.setSettledUntil("nowhere", at("2026-03-01T09:55:00Z"))), std::string("source_unknown"));
        must(transaction.commit());
        QCOMPARE(must(sources.list()).at(0).settledUntil->toString(), std::string("2026-03-01T09:55:00Z"));
        const auto found = must(sources.get("helpdesk"));
        QCOMPARE(found.source.settledUntil->toString(), std::string("2026-03-01T09:55:00Z"));
        QCOMPARE(found.token.view(), std::string_view("t"));
    }

    void tellsUnknownOnes()
    {
        Fixture fixture;
        SourceTable sources(fixture.writer());
        auto transaction = must(Transaction::write(fixture.writer()));
        must(sources.add(named("helpdesk"), Secret("t"), Secret()));
        must(sources.remove("helpdesk"));
        const auto gone = sources.get("helpdesk");
        QCOMPARE(codeOf(gone), std::string("source_unknown"));
        QCOMPARE(gone.error().param("source"), std::string_view("helpdesk"));
        QCOMPARE(codeOf(sources.remove("helpdesk")), std::string("source_unknown"));
        QCOMPARE(codeOf(sources.setLastPull("helpdesk", at("2026-03-01T10:00:00Z"))), std::string("source_unknown"));
        QVERIFY(must(sources.list()).empty());
    }
};

QTEST_GUILESS_MAIN(TestStoreSources)
#include "test_store_sources.moc"
