// Records linked as they arrive, in the workspace: the same groups whether a few at a time or all
// at once, in any order, and people's decisions through all of it.
#include <QtTest>

#include <algorithm>
#include <array>
#include <random>

#include "core/desk/person_links.h"
#include "tests/core/desk/linking_place.h"
#include "tests/core/identity/people.h"

using namespace foreword;

namespace {

using test::Group;
using test::Groups;
using test::must;
using test::Place;

std::vector<CustomerRecord> shuffled(std::vector<CustomerRecord> records, std::mt19937& random)
{
    std::ranges::shuffle(records, random);
    return records;
}

// As another system sends it later: something is missing, mistyped or new.
CustomerRecord changed(CustomerRecord record, std::mt19937& random)
{
    switch (random() % 4) {
    case 0: record.birthDate.clear(); break;
    case 1: record.emails = {"new" + record.key.id + "@example.org"}; break;
    case 2: record.addresses.clear(); break;
    default: record.names.front() += "e";
    }
    return record;
}

void seeds(int count)
{
    QTest::addColumn<unsigned>("seed");
    for (unsigned seed = 1; seed <= static_cast<unsigned>(count); ++seed)
        QTest::addRow("%u", seed) << seed;
}

} // namespace

class TestLinking : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aFewAtATimeAreGroupedAsAllAtOnce_data() { seeds(4); }
    void aFewAtATimeAreGroupedAsAllAtOnce()
    {
        QFETCH(unsigned, seed);
        std::mt19937 random(seed);
        const auto records = shuffled(people::town(110), random);
        const auto half = records.begin() + static_cast<std::ptrdiff_t>(records.size() / 2);
        Place place;
        place.store({records.begin(), half});
        place.groupAll();
        for (auto next = half; next != records.end();) {
            std::vector<CustomerRecord> some;
            for (auto count = 1 + random() % 9; count > 0 && next != records.end(); --count)
                some.push_back(*next++);
            if (random() % 3 == 0)
                some.push_back(changed(records[random() % (records.size() / 2)], random));
            place.store(some);
            if (random() % 4 != 0)
                place.groupWaiting();
            const auto any = [&] { return records[random() % (records.size() / 2)].key; };
            const auto verdict = std::array{IdentityVerdict::confirm, IdentityVerdict::forbid, IdentityVerdict::undo}[random() % 3];
            if (const auto a = any(), b = any(); random() % 3 == 0 && a != b)
                place.decide(a, b, verdict);
        }
        place.groupWaiting();
        const auto groups = place.groups();
        const auto pairs = place.pairs();
        QVERIFY(std::ranges::any_of(groups, [](const Group& group) { return group.size() > 1; }));
        QVERIFY(std::ranges::any_of(pairs, [](const auto& pair) { return pair.second != PairKind::linked; }));
        place.groupAll(Learning::asBefore);
        QVERIFY(place.groups() == groups);
        QVERIFY(place.pairs() == pairs);
        // The model that all of them teach says the same of nearly everybody.
        place.groupAll();
        std::vector<Group> others;
        std::ranges::set_difference(place.groups(), groups, std::back_inserter(others));
        QVERIFY2(others.size() * 50 <= groups.size(), std::to_string(others.size()).c_str());
    }

    void theOrderOfArrivalChangesNothing_data() { seeds(3); }
    void theOrderOfArrivalChangesNothing()
    {
        QFETCH(unsigned, seed);
        const auto records = people::town(120);
        Place first;
        first.store(records);
        first.groupAll();
        std::mt19937 random(seed);
        const auto otherwise = shuffled(records, random);
        Place second;
        for (std::size_t begin = 0; begin < otherwise.size();) {
            const auto end = std::min(otherwise.size(), begin + 1 + random() % 60);
            second.store({otherwise.begin() + static_cast<std::ptrdiff_t>(begin), otherwise.begin() + static_cast<std::ptrdiff_t>(end)});
            must(relink(directly(second.writer()), {}, {}));
            begin = end;
        }
        QVERIFY(first.groups() == second.groups());
        QVERIFY(first.pairs() == second.pairs());
    }

    void undoRestores_data() { seeds(3); }
    void undoRestores()
    {
        QFETCH(unsigned, seed);
        std::mt19937 random(seed);
        const auto records = people::town(80);
        Place place;
        place.store(records);
        place.groupAll();
        const auto groups = place.groups();
        const auto pairs = place.pairs();
        std::vector<std::pair<RecordKey, RecordKey>> decided;
        for (const auto& group : groups) {
            if (group.size() < 2 || random() % 2 != 0)
                continue;
            const RecordKey stranger = records[random() % records.size()].key;
            decided.emplace_back(*group.begin(), *group.rbegin());
            place.decide(*group.begin(), *group.rbegin(), IdentityVerdict::split);
            QVERIFY(!place.together(*group.begin(), *group.rbegin()));
            if (group.contains(stranger))
                continue;
            decided.emplace_back(*group.begin(), stranger);
            place.decide(*group.begin(), stranger, IdentityVerdict::confirm);
        }
        QVERIFY(decided.size() > 4);
        QVERIFY(place.groups() != groups);
        std::ranges::shuffle(decided, random);
        for (const auto& [a, b] : decided)
            place.decide(a, b, IdentityVerdict::undo);
        QVERIFY(place.groups() == groups);
        QVERIFY(place.pairs() == pairs);
    }

    void decisionsOutliveWhatArrivesAgain()
    {
        std::mt19937 random(3);
        const auto records = people::town(80);
        Place place;
        place.store(records);
        place.groupAll();
        const RecordKey own{"crm", "t7"}, again{"helpdesk", "h7"}, stranger{"crm", "t31"};
        QVERIFY(place.together(own, again));
        QVERIFY(!place.together(own, stranger));
        place.decide(own, again, IdentityVerdict::split);
        place.decide(own, stranger, IdentityVerdict::confirm);
        for (const bool all : {false, true}) {
            auto later = records;
            for (auto& record : later)
                record = changed(record, random);
            place.store(shuffled(later, random));
            all ? place.groupAll() : place.groupWaiting();
            QVERIFY(!place.together(own, again));
            QVERIFY(place.together(own, stranger));
        }
    }

    void whatIsCancelledLeavesTheGroupsThatWere()
    {
        const auto records = people::town(60);
        Place place;
        place.store(records);
        place.groupAll();
        const auto before = place.groups();
        const auto pairs = place.pairs();
        auto later = records.front();
        later.key.id = "again";
        place.store({later});
        CancelSource source;
        const auto cancelling = [&](std::int64_t, std::int64_t) { source.cancel(); };
        const auto ended = relinkAll(directly(place.writer()), cancelling, source.token());
        QVERIFY(!ended);
        QVERIFY(ended.error().code == ErrorCode::cancelled);
        auto groups = before;
        groups.insert({later.key});
        QVERIFY(place.groups() == groups);
        QVERIFY(place.pairs() == pairs);
        // And it is made up for.
        place.groupWaiting();
        QVERIFY(place.together(later.key, records.front().key));
    }

    void whatWaitsForAPersonIsListedAndExplained()
    {
        auto records = people::town(60);
        // Their names and towns are equal, their birth dates a few years apart.
        records.push_back(people::person("n1", "Zora Quellington", "1961-03-04", "4 Mill Lane", "Ashford", "AB9 1XY"));
        records.push_back(people::person("n2", "Zora Quellington", "1961-04-03", "", "Ashford", ""));
        Place place;
        place.store(records);
        place.groupAll();
        const auto reviews = must(openReviews(place.writer(), 10, {}));
        QVERIFY(!reviews.empty());
        for (std::size_t i = 1; i < reviews.size(); ++i)
            QVERIFY(reviews[i - 1].pair.weight >= reviews[i].pair.weight);
        const auto& review = reviews.front();
        QVERIFY(review.firstPerson != review.secondPerson);
        QCOMPARE(review.first.key, review.pair.a);
        double sum = 0;
        for (const auto& reason : review.pair.reasons)
            sum += reason.weight;
        QVERIFY(std::abs(sum - review.pair.weight) < 0.1);
        const auto links = must(linksOf(place.writer(), review.firstPerson, {}));
        QVERIFY(std::ranges::any_of(links.reviews, [&](const OpenReview& one) { return one.pair.a == review.pair.a; }));
        place.decide(review.pair.a, review.pair.b, IdentityVerdict::confirm);
        const auto joined = must(
            linksOf(place.writer(),
                    must(IdentityTable(place.writer()).personOf(must(IdentityTable(place.writer()).rowOf(review.pair.a)).value())), {}));
        QCOMPARE(joined.links.size() + 1, joined.records.size());
        QVERIFY(joined.links.front().confirmed);
        for (const auto& one : must(openReviews(place.writer(), 10, {})))
            QVERIFY(one.pair.a != review.pair.a || one.pair.b != review.pair.b);
    }

    // The list of a program that knew more, or less, is not read as if it were ours.
    void anotherVersionIsComparedAnew()
    {
        const auto records = people::town(40);
        Place place;
        place.store(records);
        place.groupAll();
        const auto groups = place.groups();
        {
            auto transaction = must(Transaction::write(place.writer()));
            must(MatchTable(place.writer()).setModel({0, 1, "of another form"}, {}));
            must(transaction.commit());
        }
        place.store({people::person("new", "Nadia Vossbeck", "1970-01-02")});
        place.groupWaiting();
        auto expected = groups;
        expected.insert({RecordKey{"crm", "new"}});
        QVERIFY(place.groups() == expected);
    }
};

QTEST_GUILESS_MAIN(TestLinking)
#include "test_linking.moc"
