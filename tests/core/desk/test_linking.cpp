// Records linked as they arrive, in the workspace: the same groups whether a few at a time or all
// at once, in any order, and people's decisions through all of it.
#include <QTemporaryDir>
#include <QtTest>

#include <chrono>
#include <map>
#include <random>
#include <set>

#include "core/desk/identity_decisions.h"
#include "core/desk/intake.h"
#include "core/desk/person_links.h"
#include "core/desk/relinking.h"
#include "core/store/connection.h"
#include "core/store/erasing_rows.h"
#include "core/store/identity_table.h"
#include "core/store/match_table.h"
#include "core/store/workspace.h"
#include "tests/core/identity/people.h"
#include "tests/must.h"

using namespace foreword;

namespace {

using test::must;
using Group = std::set<RecordKey>;
using Groups = std::set<Group>;
using Pairs = std::map<std::pair<RecordKey, RecordKey>, PairKind>;

const FixedClock clock(Timestamp::parse("2026-11-01T10:00:00Z").value());

const std::shared_ptr<const Definitions>& definitions()
{
    static const auto loaded = loadBuiltInDefinitions().value();
    return loaded;
}

class Place {
public:
    Connection& writer() { return *m_writer; }

    // As an import brings them, up to where they are grouped.
    void store(const std::vector<CustomerRecord>& records)
    {
        Intake intake(writer(), *definitions());
        auto ingest = intake.ingestor();
        for (const auto& record : records)
            must(ingest.add(record));
        must(ingest.finish());
    }
    void groupAll(Learning learning = Learning::anew) { must(relinkAll(directly(writer()), {}, {}, learning)); }
    void groupWaiting() { must(relinkWaiting(directly(writer()), {})); }
    std::int64_t waiting() { return must(MatchTable(writer()).waitingCount()); }
    // As another program has it open.
    std::unique_ptr<Connection> another() const
    {
        auto connection = must(m_workspace.connect(Access::write));
        connection->setBusyTimeout(std::chrono::milliseconds(0));
        return connection;
    }
    void erase(const RecordKey& key)
    {
        auto transaction = must(Transaction::write(writer()));
        const IdentityTable table(writer());
        TombstoneTable tombstones(writer());
        must(RowEraser(writer(), tombstones).person(must(table.personOf(must(table.rowOf(key)).value()))));
        must(transaction.commit());
    }
    void decide(const RecordKey& a, const RecordKey& b, IdentityVerdict verdict)
    {
        must(decideIdentity(writer(), {a}, {b}, verdict, clock.now(), {}));
    }

    // Kept, as another program does it: nobody is grouped by it here.
    void decideLater(const RecordKey& a, const RecordKey& b, bool same)
    {
        auto transaction = must(Transaction::write(writer()));
        must(IdentityTable(writer()).decide({a, b, same, clock.now()}));
        must(transaction.commit());
    }

    Groups groups()
    {
        std::map<std::int64_t, Group> persons;
        const IdentityTable table(writer());
        for (const auto& stamp : must(table.stamps())) {
            const auto record = must(table.record(stamp.row));
            persons[record.person].insert(record.record.key);
        }
        Groups all;
        for (const auto& [person, group] : persons)
            all.insert(group);
        return all;
    }
    Pairs pairs()
    {
        const IdentityTable table(writer());
        Pairs all;
        for (const auto& stamp : must(table.stamps())) {
            for (const auto& pair : must(MatchTable(writer()).pairsOf(stamp.row)))
                all.emplace(std::minmax(must(table.record(pair.first)).record.key, must(table.record(pair.second)).record.key), pair.kind);
        }
        return all;
    }
    bool together(const RecordKey& a, const RecordKey& b)
    {
        const IdentityTable table(writer());
        return must(table.personOf(must(table.rowOf(a)).value())) == must(table.personOf(must(table.rowOf(b)).value()));
    }

private:
    QTemporaryDir m_folder;
    Workspace m_workspace = must(Workspace::create(m_folder.path().toStdString() + "/w", Secret(std::string(32, 'k')), clock));
    std::unique_ptr<Connection> m_writer = must(m_workspace.connect(Access::write));
};

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

    // At each step at which the writer is asked for, and between them.
    void cancelledAnywhereTheOldGroupsAreWhole()
    {
        const auto records = people::town(60);
        Place place;
        place.store({records.begin() + 10, records.end()});
        place.groupAll();
        place.store({records.begin(), records.begin() + 10});
        const auto before = place.groups();
        const auto pairs = place.pairs();
        int steps = 0;
        for (int step = 0;; ++step) {
            CancelSource source;
            int taken = 0;
            const OnWriter writer = [&](const std::function<Result<>(Connection&)>& work) {
                if (taken++ == step)
                    source.cancel();
                return work(place.writer());
            };
            if (relinkAll(writer, {}, source.token()))
                break;
            ++steps;
            QVERIFY(place.groups() == before);
            QVERIFY(place.pairs() == pairs);
            QCOMPARE(place.waiting(), 10);
        }
        QVERIFY2(steps >= 3, std::to_string(steps).c_str());
        QCOMPARE(place.waiting(), 0);
        Place atOnce;
        atOnce.store(records);
        atOnce.groupAll();
        QVERIFY(place.groups() == atOnce.groups());
    }

    // While all are compared, nothing is locked.
    void othersWriteWhileAllAreCompared()
    {
        Place place;
        place.store(people::town(60));
        const auto other = place.another();
        int written = 0;
        const auto write = [&](std::int64_t, std::int64_t) {
            QVERIFY(!place.writer().inTransaction());
            auto transaction = must(Transaction::write(*other));
            must(MatchTable(*other).wait(1));
            must(transaction.commit());
            ++written;
        };
        must(relinkAll(directly(place.writer()), write, {}));
        QVERIFY(written > 0);
    }

    // What comes, changes and is decided while all are compared is in the groups at the end, as if it had been there before.
    void whatHappensMeanwhileIsNotLost_data()
    {
        QTest::addColumn<bool>("many");
        QTest::newRow("few") << false;
        QTest::newRow("many") << true;
    }
    void whatHappensMeanwhileIsNotLost()
    {
        QFETCH(bool, many);
        std::mt19937 random(5);
        auto records = people::town(90);
        const std::size_t late = many ? 40 : 1;
        const std::vector<CustomerRecord> coming{records.begin(), records.begin() + static_cast<std::ptrdiff_t>(late)};
        Place place;
        place.store({records.begin() + static_cast<std::ptrdiff_t>(late), records.end()});
        const RecordKey own{"crm", "t70"}, again{"helpdesk", "h70"}, stranger{"crm", "t80"};
        auto moved = *std::ranges::find(records, RecordKey{"crm", "t60"}, &CustomerRecord::key);
        moved.names = {"Zora Quellington"};
        moved.birthDate = "1961-03-04";
        int calls = 0;
        const auto meanwhile = [&](std::int64_t, std::int64_t) {
            if (calls++ > 0)
                return;
            place.store(coming);
            place.store({moved});
            place.decideLater(own, again, false);
            place.decideLater(own, stranger, true);
        };
        must(relinkAll(directly(place.writer()), meanwhile, {}));
        QVERIFY(calls > 0);
        // Decisions hold at once; what came waits.
        QVERIFY(!place.together(own, again));
        QVERIFY(place.together(own, stranger));
        QCOMPARE(place.waiting(), static_cast<std::int64_t>(late) + 1);
        must(relink(directly(place.writer()), {}, {}));
        QCOMPARE(place.waiting(), 0);
        Place before;
        std::ranges::replace_if(records, [&](const auto& record) { return record.key == moved.key; }, moved);
        before.store(records);
        before.decideLater(own, again, false);
        before.decideLater(own, stranger, true);
        before.groupAll();
        QVERIFY(place.groups() == before.groups());
        QVERIFY(place.pairs() == before.pairs());
    }

    // Whoever goes while all are compared does not come back by what was read of them before.
    void whoeverGoesMeanwhileStaysAway()
    {
        const auto records = people::town(60);
        Place place;
        place.store(records);
        place.groupAll();
        const RecordKey gone{"crm", "t7"};
        std::int64_t comparisons = 0;
        const auto erase = [&](std::int64_t done, std::int64_t) {
            if (done == 0 && ++comparisons == 1)
                place.erase(gone);
        };
        must(relinkAll(directly(place.writer()), erase, {}));
        QCOMPARE(comparisons, 2);
        for (const auto& group : place.groups())
            QVERIFY(!group.contains(gone));
        for (const auto& [pair, kind] : place.pairs())
            QVERIFY(pair.first != gone && pair.second != gone);
        QVERIFY(place.groups().size() > 20);
    }

    // An agent's word is not kept waiting by the records of an import that was cancelled.
    void aDecisionLinksOnlyThoseItIsAbout()
    {
        const auto records = people::town(60);
        Place place;
        place.store({records.begin(), records.begin() + 40});
        place.groupAll();
        place.store({records.begin() + 40, records.end()});
        const auto waiting = place.waiting();
        QVERIFY(waiting > 0);
        // One of them waits and was never compared.
        place.decide(records.front().key, records.back().key, IdentityVerdict::confirm);
        QVERIFY(place.together(records.front().key, records.back().key));
        QCOMPARE(place.waiting(), waiting);
        place.groupWaiting();
        QVERIFY(place.together(records.front().key, records.back().key));
        QCOMPARE(place.waiting(), 0);
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
